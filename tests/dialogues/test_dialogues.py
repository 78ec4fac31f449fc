"""The conversations of this folder are answered today as they are written down, on SQLite and on PostgreSQL."""

from __future__ import annotations

import difflib

import pytest

from adapters.bootstrap import House
from adapters.clock import StoppedClock
from tests.dialogues.runner import FOLDER, Dialogue, dialogues, held


@pytest.mark.parametrize("dialogue", dialogues(), ids=lambda d: d.name)
def test_a_conversation_goes_as_written(dialogue: Dialogue, house: House, clock: StoppedClock) -> None:
    kept = (FOLDER / f"{dialogue.name}.txt").read_text(encoding="utf-8")
    now = dialogue.written(held(dialogue, house, clock))
    if now != kept:
        diff = difflib.unified_diff(kept.splitlines(), now.splitlines(), "written down", "answered", lineterm="", n=2)
        pytest.fail("\n".join(diff), pytrace=False)


@pytest.mark.parametrize("dialogue", dialogues(), ids=lambda d: d.name)
def test_no_conversation_shows_the_inside_of_the_house(dialogue: Dialogue) -> None:
    for said, answer in dialogue.turns:
        assert answer, f"no answer to {said}"
        for inside in ("Traceback", "Error:", "went wrong inside", "内部出错", "None", "Decimal(", "workings-"):
            assert inside not in answer, f"{said}: {inside}"
