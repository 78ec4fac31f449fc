"""The deliverer: takes what is due, has it attempted, writes down what came of it, and goes on whatever breaks."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress

from adapters.deliver.attempt import attempted
from adapters.deliver.doors import Doors
from adapters.deliver.gathering import Gathering
from bot.clock import Clock
from bot.delivery import Delivery, Parked, Sent, Settlement, Unsure
from bot.ports import Chat, Outbox

log = logging.getLogger(__name__)

MOST = 100
"""Deliveries held at once: two seconds of what Discord lets through, so that none waits here for long."""

EXTRA = 16
"""Beyond these, some for workspaces that hold none, so that one alert is not behind ten thousand of somebody else."""

PAUSE, IDLE_PAUSE, BROKEN_PAUSE = 0.1, 0.5, 2.0
"""Seconds between two looks into the outbox: while it is busy, while nothing is due, while it cannot be read."""

Keep = Callable[[Delivery, str], None]
"""Keeps what stands at a destination now as what, so that it can be explained. Synchronous."""

Wait = Callable[[float], Awaitable[None]]


class Deliverer:
    """Delivers for one process and the platforms it has. Any number of them may run over one database."""

    def __init__(
        self,
        outbox: Outbox,
        chats: Mapping[str, Chat],
        clock: Clock,
        keep: Keep = lambda _delivery, _message: None,
        *,
        holder: str = "",
        wait: Wait = asyncio.sleep,
        most: int = MOST,
    ) -> None:
        self._outbox, self._chats, self._clock, self._keep, self._wait = outbox, chats, clock, keep, wait
        self._most = most
        self.holder = holder or secrets.token_hex(6)
        self._held: Counter[str] = Counter()
        self._tasks: set[asyncio.Task[None]] = set()
        self._begin = Gathering(self._begun)
        self._settle = Gathering(self._settled)
        self._doors = Doors(clock)
        self._broken = False
        self._refused: set[tuple[str, str, str]] = set()

    async def run(self) -> None:
        """Delivers until it is cancelled. Then what is under way is finished, since a request that is out is out."""
        try:
            while True:
                await self._wait(await self.look())
        finally:
            with suppress(asyncio.CancelledError):
                await self.drained()

    async def look(self) -> float:
        """Takes what is due and starts on it; returns the seconds until the next look."""
        try:
            taken = 0
            for platform in self._chats:
                taken += await self._take(platform)
        except Exception as fault:
            self._say_broken(fault)
            return BROKEN_PAUSE
        self._say_mended()
        return PAUSE if taken or self._tasks else IDLE_PAUSE

    @property
    def busy(self) -> bool:
        """Says whether anything is under way."""
        return bool(self._tasks)

    async def drained(self) -> None:
        """Returns when nothing is under way."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def _take(self, platform: str) -> int:
        room = self._most - len(self._tasks)
        besides: frozenset[str] = frozenset()
        if room <= self._most // 4:
            room, besides = self._most + EXTRA - len(self._tasks), frozenset(self._held)
        if room <= 0:
            return 0
        found = await asyncio.to_thread(self._outbox.claim, platform, self.holder, room, besides)
        for delivery in found:
            self._held[delivery.workspace] += 1
            task = asyncio.create_task(self._deliver(delivery, self._chats[platform]))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return len(found)

    async def _deliver(self, delivery: Delivery, chat: Chat) -> None:
        try:
            came = await self._doors.through(
                delivery, chat, lambda: attempted(delivery, chat, self._begin.one, self._clock)
            )
            if came is None:
                log.info("delivery %s is held by somebody else by now", delivery.key)
                return
            if isinstance(came, Sent) and came.message:
                await self._kept(delivery, came.message)
            if not await self._written(delivery, came):
                log.warning("delivery %s was settled by somebody else", delivery.key)
            self._say(delivery, came)
        except Exception as fault:
            # Its lease ends by itself, and whoever takes it then looks up what came of this.
            self._say_broken(fault)
        finally:
            self._held[delivery.workspace] -= 1
            self._held += Counter()

    async def _written(self, delivery: Delivery, came: Settlement) -> bool:
        """Writes down what came of an attempt, again and again while its lease lasts where that cannot be done."""
        while True:
            try:
                return await self._settle.one((delivery, came))
            except Exception as fault:
                self._say_broken(fault)
                if delivery.lease is None or self._clock.now() >= delivery.lease.until:
                    raise
            await self._wait(BROKEN_PAUSE)

    async def _kept(self, delivery: Delivery, message: str) -> None:
        try:
            await asyncio.to_thread(self._keep, delivery, message)
        except Exception:
            # It stands there whether or not it can be explained later.
            log.exception("delivery %s: its receipt was not kept", delivery.key)

    def _begun(self, held: Sequence[Delivery]) -> Sequence[Delivery | None]:
        begun = {each.key: each for each in self._outbox.begin(held)}
        return [begun.get(each.key) for each in held]

    def _settled(self, settled: Sequence[tuple[Delivery, Settlement]]) -> Sequence[bool]:
        refused = set(self._outbox.settle(settled))
        return [delivery.key not in refused for delivery, _ in settled]

    def _say(self, delivery: Delivery, came: Settlement) -> None:
        if isinstance(came, Parked | Unsure):
            place = delivery.destination
            state = "parked" if isinstance(came, Parked) else "unsure"
            where = f"{place.platform} {place.team} {place.channel}"
            # One token that opens every team is one thing to be told.
            whole = came.why == "token_refused" and self._chats[place.platform].one_token
            team = (place.platform, "" if whole else place.team, came.why)
            of_team = isinstance(came, Parked) and came.reach == "team"
            level = logging.INFO if of_team and team in self._refused else logging.ERROR
            log.log(level, "delivery %s to %s is %s: %s", delivery.key, where, state, came.why)
            if of_team:
                self._refused.add(team)
        elif isinstance(came, Sent) and self._refused:
            place = delivery.destination
            self._refused = {
                each for each in self._refused if each[0] != place.platform or each[1] not in ("", place.team)
            }

    def _say_broken(self, fault: Exception) -> None:
        if not self._broken:
            self._broken = True
            log.error("deliveries stand still: %s: %s", type(fault).__name__, fault)

    def _say_mended(self) -> None:
        if self._broken:
            self._broken = False
            log.error("deliveries go on")
