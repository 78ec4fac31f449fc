"""The labelled questions through the whole house: answered, asked back or declined as labelled; scored; exported."""

from __future__ import annotations

import argparse
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from adapters import questions
from adapters.bootstrap import House, open_house
from adapters.clock import StoppedClock
from adapters.console.calls import call_of
from bot.call import Place
from bot.days import Instant
from bot.words.fallback import fallback
from tests.bot.questions.labelled import FOLDER, labels

UNANSWERABLE = {"d036"}
"""Zhipu's run rate of June 2026 covers its API alone, so it has no P/ARR that another company could be put at."""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    url = f"sqlite:///{tmp_path_factory.mktemp('asked') / 'asked.db'}"
    house = open_house(url, StoppedClock(Instant.of("2026-06-25T09:00Z")))
    yield house
    house.close()


def test_every_labelled_question_is_answered_asked_back_or_declined_as_its_label_says(house: House) -> None:
    by_id = {label["id"]: label for label in labels("dev.jsonl")}
    wanted = {"clarify": "clarify", "refuse": "refused"}
    wrong = []
    for label in by_id.values():
        chain = [label]
        while chain[0]["context"]:
            chain.insert(0, by_id[chain[0]["context"]])
        replies = [house.turns.take(call_of(asked["text"], place=label["id"])) for asked in chain]
        said = fallback(replies[-1].answer, house.writers.of(replies[-1].language))
        assert "@everyone" not in said and "<!" not in said
        due = "refused" if label["id"] in UNANSWERABLE else wanted.get(label["operation"], "answered")
        if replies[-1].outcome != due:
            wrong.append((label["id"], label["text"], replies[-1].outcome))
    assert wrong == []


def test_a_file_is_scored_and_its_misses_are_named(house: House, tmp_path: Path) -> None:
    path, out = tmp_path / "asked.jsonl", io.StringIO()
    label = dict(labels("dev.jsonl")[0])
    path.write_text(json.dumps(label) + "\n" + json.dumps(label | {"id": "x", "operation": "rank", "alternatives": []}))
    assert questions.run(argparse.Namespace(verb="score", path=path), house, out) == 0
    lines = out.getvalue().splitlines()
    assert lines[1].split() == ["all", "2", "50.0", "%", "50.0", "%"]
    assert any(line.startswith("x [operation]") for line in lines)
    assert (FOLDER / "GUIDE.md").exists()


def test_what_is_asked_on_a_platform_is_exported_with_its_thumb(house: House) -> None:
    call = replace(call_of("who is bigger, Zhipu or MiniMax?"), place=Place("slack", "T1", "C1"))
    reply = house.turns.take(call)
    down = reply.answer.choices[-1].ask
    house.turns.take(replace(call, ask=down))
    out = io.StringIO()
    assert questions.run(argparse.Namespace(verb="export", workspace=""), house, out) == 0
    (row,) = [json.loads(line) for line in out.getvalue().splitlines()]
    assert (row["text"], row["plan"]["operation"], row["good"]) == (
        "who is bigger, Zhipu or MiniMax?",
        "compare",
        False,
    )
