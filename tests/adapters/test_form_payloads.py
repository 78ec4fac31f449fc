"""Forms as each platform is sent them, as they were when a person last looked at their pictures.

After a change that is meant: WRITE_PAYLOADS=1 pytest tests/adapters/test_form_payloads.py, look at the difference.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from adapters.bootstrap import House, open_house
from adapters.clock import StoppedClock
from adapters.discord.forms import modal_of
from adapters.slack.forms import form_view
from adapters.slack.render import render
from bot.answer import Answer
from bot.call import Ask, Call, Person, Place
from bot.days import Instant
from bot.text import Language
from tests.standins.discord.checks import modal_faults
from tests.standins.slack.validating import problems

PAYLOADS = Path(__file__).parent.parent / "payloads" / "forms"
FORMS = {"level": "/alert form zhipu market value above HK$1.1tn", "unlock": "/alert form unlock zhipu T-7 T-1"}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    path = tmp_path_factory.mktemp("forms") / "facts.db"
    made = open_house(f"sqlite:///{path}", StoppedClock(Instant.of("2026-06-25T09:00Z")))
    yield made
    made.close()


def payload(house: House, platform: str, name: str, language: Language) -> dict[str, Any]:
    """Returns what a form is sent as."""
    place = Place(platform, "T1", "C1")
    form = house.turns.take(Call(Ask.of(FORMS[name]), place, Person(platform, "T1", "U1"), name, language)).form
    writer = house.writers.of(language)
    assert form is not None
    if platform == "slack":
        drawn = render(Answer(form.title, form.preview), writer, "monospace")
        return form_view(form, writer, "C1", [block for each in drawn for block in each.blocks][1:])

    async def modal() -> dict[str, Any]:
        return modal_of(form, writer).to_dict()

    return asyncio.run(modal())


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("platform", ["slack", "discord"])
def test_the_form_is_the_one_last_looked_at(house: House, platform: str, name: str, language: Language) -> None:
    file = PAYLOADS / platform / f"{name}-{language}.json"
    made = payload(house, platform, name, language)
    assert (problems(made["blocks"], most=100, modal=True) if platform == "slack" else modal_faults(made)) == []
    if os.environ.get("WRITE_PAYLOADS"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert made == json.loads(file.read_text(encoding="utf-8"))
