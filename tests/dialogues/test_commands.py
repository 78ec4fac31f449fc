"""Two tests that every command gets for nothing, by standing in the table."""

from __future__ import annotations

from pathlib import Path

import pytest

import bot.words
from adapters.bootstrap import House
from adapters.clock import StoppedClock
from adapters.console.calls import call_of
from bot.commands.desk import Desk, Result
from bot.commands.table import COMMANDS
from bot.days import Instant
from bot.schema import Command
from bot.text import Language, Message
from bot.words.fallback import fallback
from bot.words.writer import Writer

LANGUAGES: tuple[Language, ...] = ("en", "zh")
EXAMPLES = [example for command in COMMANDS for example in command.examples]
CATALOGUE = Path(bot.words.__path__[0])


@pytest.fixture(autouse=True)
def _after_the_facts_of_every_example(clock: StoppedClock) -> None:
    clock.moment = Instant.of("2026-08-03T09:00Z")


def strict(language: Language) -> Writer:
    """A writer that fails where the catalogue lacks a sentence or a sentence lacks an argument."""

    def fail(what: str) -> None:
        raise AssertionError(f"catalogue of {language} lacks {what}")

    return Writer(language, (CATALOGUE / f"{language}.ftl").read_text(encoding="utf-8"), fail)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.name)
def test_a_command_says_what_it_does_and_what_it_takes(command: Command[Desk, Result], language: Language) -> None:
    writer = strict(language)
    assert writer.plain(Message(command.summary))
    for option in command.options:
        assert writer.plain(Message(option.summary))


def _before(example: str) -> list[str]:
    """The examples that stand before one of a command that changes something: it may build on what they changed."""
    command = next(c for c in COMMANDS if example in c.examples)
    return list(command.examples[: command.examples.index(example)]) if command.effect == "changes" else []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_answers_as_it_stands(example: str, language: Language, house: House) -> None:
    for earlier in _before(example):
        house.turns.take(call_of(earlier, place=language, language=language))
    reply = house.turns.take(call_of(example, place=language, language=language))
    said = fallback(reply.answer, strict(language))
    assert reply.outcome == "answered", said
    assert len(said.splitlines()[0]) < 300
    for choice in reply.answer.choices:
        pressed = house.turns.take(call_of(choice.ask.typed, place=language, language=language))
        assert pressed.outcome == "answered", f"{choice.ask.typed}: {fallback(pressed.answer, strict(language))}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.name)
@pytest.mark.parametrize("words", ["", "\u200f\x07"])
def test_a_command_alone_is_answered_or_asks_back(
    command: Command[Desk, Result], words: str, language: Language, house: House
) -> None:
    reply = house.turns.take(call_of(f"/{command.name} {words}", person="alone", language=language))
    said = fallback(reply.answer, strict(language))
    assert reply.outcome in ("answered", "clarify"), said
    if reply.outcome == "clarify":
        assert reply.answer.choices, f"nothing offered to type next: {said}"
