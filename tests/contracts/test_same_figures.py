"""The same plan gives the same figures in the same order in the terminal, on Slack and on Discord."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from adapters.bootstrap import House, open_house
from adapters.clock import StoppedClock
from adapters.console.render import render as render_console
from adapters.discord.render import render as render_discord
from adapters.slack.render import render as render_slack
from bot.answer import Answer
from bot.call import Ask, Call, Person, Place
from bot.days import Instant
from bot.text import Language
from bot.words.writer import Writer
from tests.adapters.discord.markup import read
from tests.adapters.figures import figures_of
from tests.adapters.slack.markup import shown

ROWS_LEFT_OUT: dict[Language, str] = {"en": " more row", "zh": "另有"}
"""What stands where a table has more rows than a message holds; all others are said."""

NUMBER = re.compile(r"\d[\d.,]*")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    path: Path = tmp_path_factory.mktemp("house") / "twinstar.db"
    opened = open_house(f"sqlite:///{path}", StoppedClock(Instant.of("2026-06-25T09:00Z")))
    yield opened
    opened.close()


def terminal(answer: Answer, writer: Writer) -> str:
    console = Console(file=io.StringIO(), width=300, highlight=False, markup=False)
    with console.capture() as drawn:
        for piece in render_console(answer, writer):
            console.print(piece)
    return drawn.get()


def slack(answer: Answer, writer: Writer) -> str:
    return shown([block for message in render_slack(answer, writer) for block in message.blocks])


def discord(answer: Answer, writer: Writer) -> str:
    texts = (text for message in render_discord(answer, writer) for text in written(message.body["components"]))
    return "\n".join(read(text).words for text in texts)


def written(components: list[dict[str, Any]]) -> Iterator[str]:
    for each in components:
        if "content" in each:
            yield each["content"]
        yield from written(each.get("components", []))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("platform", [terminal, slack, discord], ids=lambda each: each.__name__)
def test_every_example_says_its_figures_in_the_answers_order(
    house: House, platform: Callable[[Answer, Writer], str], language: Language
) -> None:
    writer = house.writers.of(language)
    place, person = Place("console", "local", "here"), Person("console", "local", "me")
    said = 0
    for command in house.table.commands:
        for example in command.examples:
            reply = house.turns.take(Call(Ask.of(example), place, person, example, language))
            text, at = platform(reply.answer, writer), 0
            for whole in figures_of(reply.answer, writer):
                # On a phone's 42 columns a unit may stand below its number, which is never parted itself.
                figure = NUMBER.search(whole)[0] if platform is discord else whole  # type: ignore[index]
                found = text.find(figure, at)
                if found < 0 and ROWS_LEFT_OUT[language] in text:
                    continue
                assert found >= 0, (example, figure, text[at:])
                at = found + len(figure)
                said += 1
    assert said > 100
