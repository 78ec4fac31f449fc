"""Calls made in a terminal."""

from __future__ import annotations

from collections.abc import Callable

from bot.call import Ask, Call, Person, Place
from bot.commands.turn import Reply
from bot.text import Language

PLATFORM = "console"
TEAM = "local"

Take = Callable[[Call], Reply]
"""Takes a turn; bootstrap hands it in, so that the terminal knows nothing of stores."""


def call_of(
    line: str,
    *,
    place: str = "terminal",
    thread: str = "",
    person: str = "you",
    id: str = "",
    language: Language | None = None,
) -> Call:
    """Returns the call that a typed line makes."""
    where = Place(PLATFORM, TEAM, place, thread)
    return Call(Ask(text=line), where, Person(PLATFORM, TEAM, person), id, language, administrator=True)
