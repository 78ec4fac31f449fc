"""One call of `twinstar`: what was asked, the settings, and the house that is opened for whoever needs it."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Callable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from typing import cast

from adapters.bootstrap import House, open_house
from adapters.clock import StoppedClock, SystemClock
from adapters.console.talk import Talk
from adapters.settings import Settings
from adapters.words import Writers
from bot.clock import Clock
from bot.days import Instant
from bot.text import Language, Message
from bot.words.writer import Writer

FAILED = 2
"""Exit status of a start that failed; the reason is one sentence on standard error."""


@dataclass(frozen=True, slots=True)
class Invocation:
    """What one call of the console script asks for."""

    asked: argparse.Namespace
    settings: Settings

    @property
    def language(self) -> Language | None:
        """Returns the language that was chosen, None to answer each question in its own."""
        return cast("Language | None", self.asked.language) or self.settings.language

    @property
    def writer(self) -> Writer:
        """Returns who writes what is said outside an answer."""
        return Writers().of(self.language or "en")

    @property
    def clock(self) -> Clock:
        """Returns the clock: the machine's, or one that stands where --at put it."""
        return StoppedClock(self.asked.at) if self.asked.at else SystemClock()

    @property
    def database_url(self) -> str:
        """Returns the address of the database."""
        return self.asked.database or self.settings.database_url

    def told(self, said: Message) -> None:
        """Says a sentence on standard error."""
        print(f"twinstar: {self.writer.plain(said)}", file=sys.stderr)  # noqa: T201

    @contextlib.contextmanager
    def house(self, *, in_terminal: bool = True) -> Iterator[House]:
        """Opens the house for as long as the block lasts; raises ProblemError when its database cannot be used."""
        house = open_house(self.database_url, self.clock, in_terminal=in_terminal, configured=self.settings)
        try:
            yield house
        finally:
            house.close()

    def talk(self, house: House) -> Talk:
        """Returns a talk in the terminal."""
        return Talk(house.turns.take, house.writers.of, self.language, sys.stdout, house.album.keep)


Start = Callable[[Invocation], int]
"""Carries out a call and returns the exit status."""

Commands = argparse._SubParsersAction
Common = Sequence[argparse.Action]


def take(parser: argparse.ArgumentParser, common: Common, start: Start, *, json: bool = False) -> None:
    """Gives a command the options that all have, and what carries it out."""
    for option in common:
        if json or "--json" not in option.option_strings:
            # A sub-command's default would overwrite what stood before the sub-command's name.
            own = copy(option)
            own.default = argparse.SUPPRESS
            parser._add_action(own)
    parser.set_defaults(start=start)


def instant(text: str) -> Instant:
    """Returns a moment with a zone; raises argparse.ArgumentTypeError for anything else."""
    try:
        return Instant.of(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no moment with a zone; write 2026-06-25T09:00Z") from None
