"""A programme: the unlocks ahead as entries in the calendar that a server has of its own. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.call import Place
from bot.days import Instant
from bot.text import Language, Message

Hindrance = Literal["", "forbidden", "full", "refused", "unreachable"]
"""What keeps entries from standing: the sentence events-hindered-… of the catalogue."""


@dataclass(frozen=True, slots=True)
class Item:
    """One unlock as it is to stand: its key, which a change of its day leaves as it is, its title, text and hours."""

    key: str
    title: Message
    text: Message
    where: Message
    starts: Instant
    ends: Instant


@dataclass(frozen=True, slots=True)
class Shown:
    """An item that was put up: under which id, and a print of its wording."""

    key: str
    id: str
    wording: str
    starts: Instant


@dataclass(frozen=True, slots=True)
class Programme:
    """What a server wants shown and what was put up for it. One that is off takes back what still stands."""

    workspace: str
    place: Place
    language: Language = "en"
    on: bool = True
    standing: tuple[Shown, ...] = ()
    hindrance: Hindrance = ""
    looked_at: Instant | None = None


@dataclass(frozen=True, slots=True)
class SwitchProgramme:
    """A change: a server wants a programme, or none any more."""

    place: Place
    on: bool
    language: Language = "en"


@dataclass(frozen=True, slots=True)
class PutUp:
    """A step: an item that does not stand yet."""

    item: Item


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A step: what stands under an id says something else now, or is on another day."""

    id: str
    item: Item


@dataclass(frozen=True, slots=True)
class TakeBack:
    """A step: what stands under an id will not be."""

    id: str
    key: str


Step = PutUp | Rewrite | TakeBack
"""What has to be done so that a programme stands as it should."""


class HinderedError(Exception):
    """Says that a server's calendar did not do what it was asked, and why."""

    def __init__(self, why: Hindrance, detail: str = "") -> None:
        super().__init__(f"{why} {detail}".strip())
        self.why: Hindrance = why
