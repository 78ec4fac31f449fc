"""Teams whose token is refused: one request finds that out, and no other is made until something may have changed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import NamedTuple

from bot.clock import Clock
from bot.days import Instant
from bot.delivery import OF_TEAMS, Delivery, Parked, Sent, Settlement
from bot.ports import Chat

STAYS_OPEN = timedelta(minutes=1)
"""After anything but a refused token: so long nobody goes ahead to find out whether it is still good."""

STAYS_SHUT = timedelta(minutes=15)
"""After a refusal: longer than lies between two tries that the outbox makes of such a team, so that those are all."""

GOES_AHEAD = 10.0
"""Seconds that the others wait for the answer to the one that goes ahead; then they go as well."""


class Door(NamedTuple):
    """What one token opens: a team, or with no team everything on a platform."""

    platform: str
    team: str = ""


class _Refusal(NamedTuple):
    at: Instant
    came: Parked


class Doors:
    """Knows of one process which teams take something and which refuse everything."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._opened: dict[Door, Instant] = {}
        self._shut: dict[Door, _Refusal] = {}
        self._ahead: dict[Door, asyncio.Event] = {}

    async def through(
        self, delivery: Delivery, chat: Chat, attempt: Callable[[], Awaitable[Settlement | None]]
    ) -> Settlement | None:
        """Returns what came of an attempt, or that the team refuses everything, without asking it.

        Where nothing was taken lately, one goes ahead and the others wait for what comes of it. A delivery that was
        parked for its team and put back is there to be tried: for a person, a new installation, or now and then.
        """
        door = _door(delivery, chat)
        before = self._refusal(delivery)
        ahead = self._ahead.get(door)
        alone = ahead is None and not self._open(door)
        if ahead is not None and not self._open(door):
            await _heard(ahead)
        shut = self._refusal(delivery)
        if shut is not None and (shut is not before or delivery.why not in OF_TEAMS):
            return shut.came
        if not alone:
            return self._noted(delivery, chat, await attempt())
        self._ahead[door] = heard = asyncio.Event()
        try:
            return self._noted(delivery, chat, await attempt())
        finally:
            del self._ahead[door]
            heard.set()

    def _open(self, door: Door) -> bool:
        opened = self._opened.get(door)
        return opened is not None and self._clock.now().at - opened.at < STAYS_OPEN

    def _refusal(self, delivery: Delivery) -> _Refusal | None:
        place, now = delivery.destination, self._clock.now().at
        for door in (Door(place.platform), Door(place.platform, place.team)):
            shut = self._shut.get(door)
            if shut is not None and now - shut.at.at < STAYS_SHUT:
                return shut
        return None

    def _noted(self, delivery: Delivery, chat: Chat, came: Settlement | None) -> Settlement | None:
        door, place = _door(delivery, chat), delivery.destination
        if isinstance(came, Sent):
            self._opened[door] = self._clock.now()
            for each in (door, Door(place.platform, place.team)):
                self._shut.pop(each, None)
        elif isinstance(came, Parked) and came.why in OF_TEAMS:
            # A server that the bot was taken from says nothing of the others that its token opens.
            shut = door if came.why == "token_refused" else Door(place.platform, place.team)
            self._opened.pop(shut, None)
            self._shut[shut] = _Refusal(self._clock.now(), came)
        elif came is not None:
            # A refused token is said at once. Whatever else came of it is no reason to let the others wait.
            self._opened[door] = self._clock.now()
        return came


def _door(delivery: Delivery, chat: Chat) -> Door:
    place = delivery.destination
    return Door(place.platform, "" if chat.one_token else place.team)


async def _heard(ahead: asyncio.Event) -> None:
    try:
        await asyncio.wait_for(ahead.wait(), GOES_AHEAD)
    except TimeoutError:
        return
