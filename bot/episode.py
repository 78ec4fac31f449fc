"""An episode: one stretch of time that something worth telling has held, and what people made of it. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bot.alert import Lane
from bot.answer import Answer
from bot.call import Person, Place
from bot.days import Day, Instant
from bot.quantities import Quantity
from bot.text import Language, Message

SnoozedTo = Literal["close", "unlock", "time"]
"""Until when: the exchange's next close, the first free day of a release, or a moment that somebody named."""

LOGGED = 50
"""How much of what happened in an episode is kept with it; its alerts are kept apart, and all of them."""


@dataclass(frozen=True, slots=True)
class Acknowledge:
    """Somebody takes an episode on: they are its owner from now on."""

    by: Person


@dataclass(frozen=True, slots=True)
class Snooze:
    """Somebody wants to hear no more of an episode until a moment."""

    by: Person
    until: Instant
    to: SnoozedTo = "time"


@dataclass(frozen=True, slots=True)
class Resolve:
    """Somebody says that an episode is over: nothing more is told of it."""

    by: Person


EpisodeMark = Acknowledge | Snooze | Resolve
"""What a person can do about an episode."""


@dataclass(frozen=True, slots=True)
class MarkEpisode:
    """A change: a person marks the episode with an id."""

    id: str
    mark: EpisodeMark


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of an episode's record."""

    at: Instant
    what: Message


@dataclass(frozen=True, slots=True)
class Episode:
    """One episode, told by one message at each of its places, which is edited as the episode goes on.

    `event` names what several episodes are about: all reminders of one release share it. `unlock` is when the release
    comes free, where the episode is about one. `opening` is what the message said at first. `version` counts the edits
    of it. The extreme is the furthest that the watched figure went; `rising` says which way that is. `held` counts what
    was not told because of a snooze. `generic` says that it is about how a price moved, whatever moved it.
    """

    id: str
    workspace: str
    key: str
    rule: str
    lane: Lane
    places: tuple[Place, ...]
    language: Language
    opening: Answer
    opened_at: Instant
    event: str = ""
    unlock: Instant | None = None
    companies: tuple[str, ...] = ()
    generic: bool = False
    passing: bool = False
    rising: bool = True
    version: int = 1
    owner: Person | None = None
    owned_at: Instant | None = None
    snooze: Snooze | None = None
    resolved_at: Instant | None = None
    resolved_by: Person | None = None
    extreme: Decimal | None = None
    extreme_value: Quantity | None = None
    extreme_day: Day | None = None
    held: int = 0
    record: tuple[Happening, ...] = ()

    def snoozed(self, now: Instant) -> bool:
        """Decides whether somebody wants to hear nothing of it yet."""
        return self.snooze is not None and now.at < self.snooze.until.at
