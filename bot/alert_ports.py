"""The ports of living with alerts: episodes, quiet and digests. The other ports stand in bot.ports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.call import Person, Place
from bot.days import Instant
from bot.delivery import Delivery
from bot.digest import Digest, DigestChange
from bot.episode import Episode, MarkEpisode
from bot.programme import Item, Programme, SwitchProgramme
from bot.quiet import ChannelState, QuietChange, Silence
from bot.text import Language, Message

__all__ = [
    "Audit",
    "Digests",
    "Episodes",
    "Noted",
    "Programmes",
    "Quietings",
    "ServerCalendar",
    "ToldBefore",
]


class Episodes(Protocol):
    """What was told and goes on, and what people made of it."""

    def going_on(self, workspace: str) -> Sequence[Episode]:
        """Returns the episodes of a workspace that are not over, the latest first."""
        ...

    def find(self, workspace: str, id: str) -> Episode | None:
        """Returns an episode by its id, over or not, None where a workspace has none such."""
        ...

    def apply(self, workspace: str, changes: Sequence[MarkEpisode]) -> None:
        """Writes what people did about episodes, and the edits of their messages, in one transaction."""
        ...

    def tell(self, workspace: str, deliveries: Sequence[Delivery]) -> None:
        """Puts messages of a workspace on their way that are no alerts, such as a test."""
        ...


@dataclass(frozen=True, slots=True)
class Noted:
    """A change that somebody asked for: when, who, where, and in which words."""

    at: Instant
    by: Person
    place: Place
    typed: str


class Audit(Protocol):
    """What people of a workspace changed."""

    def note(self, workspace: str, noted: Noted) -> None:
        """Keeps a change; the same one noted twice is kept once."""
        ...

    def recent(self, workspace: str, most: int) -> Sequence[Noted]:
        """Returns the latest changes of a workspace, the newest first."""
        ...


@dataclass(frozen=True, slots=True)
class ToldBefore:
    """An alert that was decided: its key, its rule, its lane, when, and what it said."""

    key: str
    rule: str
    lane: str
    at: Instant
    headline: Message


class Quietings(Protocol):
    """What channels and workspaces want to hear when."""

    def channel(self, workspace: str, place: Place) -> ChannelState | None:
        """Returns how a channel stands, None where it never asked for anything and was never told."""
        ...

    def silences(self, workspace: str) -> Sequence[Silence]:
        """Returns what a workspace has muted, in the order in which it ends."""
        ...

    def told(self, workspace: str, since: Instant) -> Sequence[ToldBefore]:
        """Returns what a workspace was told since a moment, in order."""
        ...

    def apply(self, workspace: str, changes: Sequence[QuietChange]) -> None:
        """Writes changes in one transaction."""
        ...


class Digests(Protocol):
    """Which channels get what happened summed up."""

    def of(self, workspace: str, place: Place) -> Digest | None:
        """Returns the digest of a channel, None where it gets none."""
        ...

    def apply(self, workspace: str, changes: Sequence[DigestChange]) -> None:
        """Writes changes in one transaction."""
        ...


class Programmes(Protocol):
    """Which servers have the unlocks in the calendar of their own."""

    def of(self, workspace: str, place: Place) -> Programme | None:
        """Returns the programme of a server, None where it has none."""
        ...

    def apply(self, workspace: str, changes: Sequence[SwitchProgramme]) -> None:
        """Writes changes in one transaction."""
        ...


class ServerCalendar(Protocol):
    """The calendar that a server has of its own. Each verb raises HinderedError."""

    async def standing(self, place: Place) -> Mapping[str, str]:
        """Returns the ids of the entries that we put up and that still lie ahead, by their keys."""
        ...

    async def put_up(self, place: Place, item: Item, language: Language) -> str:
        """Puts up an entry and returns its id."""
        ...

    async def rewrite(self, place: Place, id: str, item: Item, language: Language) -> None:
        """Writes an entry anew."""
        ...

    async def take_back(self, place: Place, id: str) -> None:
        """Takes an entry back; one that is gone already is as good as taken back."""
        ...
