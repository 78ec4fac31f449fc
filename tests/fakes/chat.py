"""A chat in memory, with all that can go wrong on a real one, and time that is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from bot.answer import Notice
from bot.clock import Clock
from bot.delivery import ClosedError, Delivery, NotTakenError, Reach, UnansweredError, UntoldError, Why

Mishap = Literal["", "lost", "drop", "late", "429", "garbage"]


@dataclass
class Standing:
    """A message as it stands."""

    id: str
    channel: str
    key: str
    at: datetime
    text: str
    beneath: str = ""
    edits: int = 0


@dataclass
class FakeChat:
    """Takes deliveries as Slack does (`remembers` of zero) or as Discord does."""

    clock: Clock
    remembers: timedelta = timedelta(0)
    settles: timedelta = timedelta(seconds=30)
    one_token: bool = False
    late_by: timedelta = timedelta(seconds=20)
    mishaps: list[Mishap] = field(default_factory=list)
    closed: dict[str, tuple[Why, Reach]] = field(default_factory=dict)
    history: Literal["open", "closed", "busy"] = "open"
    posts: int = 0
    reads: int = 0
    _all: list[Standing] = field(default_factory=list)
    _late: list[tuple[datetime, Delivery]] = field(default_factory=list)

    def standing(self, channel: str = "") -> list[Standing]:
        """Returns what stands in a channel by now, or in all of them."""
        now = self.clock.now().at
        due = [each for each in self._late if each[0] <= now]
        self._late = [each for each in self._late if each[0] > now]
        for at, delivery in due:
            self._done(delivery, at)
        return [each for each in self._all if channel in ("", each.channel)]

    async def turn(self, delivery: Delivery) -> None:
        """Lets everyone through."""

    async def post(self, delivery: Delivery, standing: Mapping[int, str]) -> str:
        if 0 in standing:
            return standing[0]
        self.posts += 1
        self.standing()
        mishap = self.mishaps.pop(0) if self.mishaps else ""
        channel = delivery.destination.channel
        if channel in self.closed:
            why, reach = self.closed[channel]
            raise ClosedError(why, reach)
        if mishap == "429":
            raise NotTakenError("rate_limited", 3.0)
        if mishap == "lost":
            raise UnansweredError("lost")
        if mishap == "late":
            self._late.append((self.clock.now().at + self.late_by, delivery))
            raise UnansweredError("late")
        id = self._done(delivery, self.clock.now().at)
        if mishap:
            raise UnansweredError(mishap)
        return id

    async def find(self, delivery: Delivery) -> Mapping[int, str]:
        self.reads += 1
        if self.history == "closed":
            raise UntoldError("closed")
        if self.history == "busy":
            raise NotTakenError("rate_limited", 60.0)
        found = [each.id for each in self.standing(delivery.destination.channel) if each.key == delivery.key]
        return {0: found[0]} if found else {}

    def _done(self, delivery: Delivery, now: datetime) -> str:
        channel = delivery.destination.channel
        if delivery.act == "edit":
            (message,) = [each for each in self._all if each.id == delivery.message]
            message.edits += 1
            message.text = _text(delivery)
            return message.id
        same = [m for m in self._all if m.key == delivery.key and now - m.at < self.remembers]
        if same:
            return same[0].id
        beneath = delivery.message if delivery.act == "reply" else ""
        self._all.append(Standing(f"m{len(self._all)}", channel, delivery.key, now, _text(delivery), beneath))
        return self._all[-1].id


def _text(delivery: Delivery) -> str:
    said = delivery.document
    notes = [block.sentence.key for block in said.blocks if isinstance(block, Notice)]
    return f"{said.headline.args.get('text', '')!s} {' '.join(notes)}"
