"""Quiet: when a channel wants to hear nothing, how often at most, and what a workspace has muted. Values only."""

from __future__ import annotations

from dataclasses import dataclass

from bot.call import Person, Place
from bot.days import Instant
from bot.text import Language, Message

HELD_SHOWN = 200
"""How many held alerts a card can name; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """When a channel is told. Hours are local, as HH:MM; `market` tells only while its exchange trades.

    `budget` is how many messages a week may interrupt it, those of unlock days apart; None for any number.
    """

    start: str = ""
    end: str = ""
    zone: str = "Asia/Hong_Kong"
    market: bool = False
    budget: int | None = None
    language: Language = "en"


@dataclass(frozen=True, slots=True)
class Held:
    """An alert that was not told when it came: when that was, what it said, and the id of its episode, if any."""

    at: Instant
    headline: Message
    episode: str = ""


@dataclass(frozen=True, slots=True)
class ChannelState:
    """How a channel stands: what it asked for, what waits for it until when, and when it was interrupted of late.

    `told` are the interruptions of this week and the last minutes. A storm's summary is the message under `storm`,
    begun at `storm_at` and edited `storm_version` times.
    """

    workspace: str
    place: Place
    quiet: Quiet = Quiet()
    held: tuple[Held, ...] = ()
    more: int = 0
    release_at: Instant | None = None
    told: tuple[Instant, ...] = ()
    storm: str = ""
    storm_at: Instant | None = None
    storm_version: int = 0
    storm_held: tuple[Held, ...] = ()
    storm_more: int = 0


@dataclass(frozen=True, slots=True)
class Silence:
    """What a workspace has muted until a moment: everything of a company, of a rule, or everything at all.

    `muted` counts what was not told because of it. Nothing that is due on an unlock day is ever muted.
    """

    id: str
    workspace: str
    by: Person
    place: Place
    made_at: Instant
    until: Instant
    company: str = ""
    rule: str = ""
    muted: int = 0
    language: Language = "en"


@dataclass(frozen=True, slots=True)
class SetQuiet:
    """A change: a channel is told at these times from now on."""

    place: Place
    quiet: Quiet


@dataclass(frozen=True, slots=True)
class KeepSilence:
    """A change: something is muted."""

    silence: Silence


@dataclass(frozen=True, slots=True)
class DropSilence:
    """A change: something is heard again."""

    id: str


QuietChange = SetQuiet | KeepSilence | DropSilence
