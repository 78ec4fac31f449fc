"""Parts side by side: one that dies is started again alone, and the log tells of it once, and once when it is back."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from adapters.words import Writers
from bot.errors import ProblemError

log = logging.getLogger(__name__)

PAUSES = (1.0, 2.0, 5.0, 15.0, 60.0)
"""Seconds before a part that died is started again; the last for every further time."""

STEADY_SECONDS = 5.0
"""A part that has run for so long is back; a longer wait would only tell of it later."""

DRAIN_SECONDS = 10.0
"""How long parts may take to end; hosts commonly kill after 30, and three of these must fit beside it."""

Standing = Literal["starting", "running", "down"]
Wait = Callable[[float], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Part:
    """Something that runs until it is told to stop, and then ends by itself."""

    name: str
    run: Callable[[asyncio.Event], Awaitable[None]]


class Supervisor:
    """Runs parts until told to stop. Without the `vital` one nothing is worth running. `wait` waits so many seconds."""

    def __init__(self, parts: Sequence[Part], *, vital: str = "", wait: Wait = asyncio.sleep) -> None:
        self._parts, self._vital, self._wait = tuple(parts), vital, wait
        self._standing: dict[str, Standing] = {part.name: "starting" for part in self._parts}

    @property
    def standing(self) -> Mapping[str, Standing]:
        """Returns how each part stands, by its name."""
        return dict(self._standing)

    async def run(self, stop: asyncio.Event, *, drain: float = DRAIN_SECONDS) -> None:
        """Runs every part until told to stop, and then lets each end, the late ones by force after `drain` seconds.

        Raises ProblemError when the vital part cannot be started to begin with.
        """
        tasks = {asyncio.create_task(self._kept(part, stop)): part.name for part in self._parts}
        stopping = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait({stopping, *tasks}, return_when=asyncio.FIRST_COMPLETED)
            while not stop.is_set() and any(not task.done() for task in tasks):
                if any(task.done() and task.exception() for task in tasks):
                    break
                await asyncio.wait({stopping, *(t for t in tasks if not t.done())}, return_when=asyncio.FIRST_COMPLETED)
            stop.set()
            _, late = await asyncio.wait(tasks, timeout=drain)
            for task in late:
                log.error("%s did not end within %s seconds and was cut off", tasks[task], f"{drain:g}")
        finally:
            stopping.cancel()
            for task in tasks:
                task.cancel()
            ended = await asyncio.gather(*tasks, return_exceptions=True)
        for fault in ended:
            if isinstance(fault, Exception):
                raise fault

    async def _kept(self, part: Part, stop: asyncio.Event) -> None:
        failures = 0
        while not stop.is_set():
            running = asyncio.ensure_future(part.run(stop))
            steady = asyncio.ensure_future(self._wait(STEADY_SECONDS))
            try:
                await asyncio.wait({running, steady}, return_when=asyncio.FIRST_COMPLETED)
                if not running.done():
                    self._standing[part.name] = "running"
                    if failures:
                        log.warning("%s runs again", part.name)
                    failures = 0
                await asyncio.wait({running})
            finally:
                steady.cancel()
                if not running.done():
                    running.cancel()
                    with contextlib.suppress(asyncio.CancelledError, Exception):
                        await running
            if stop.is_set() and running.exception() is None:
                return
            self._fell(part, running.exception(), failures)
            pause = PAUSES[min(failures, len(PAUSES) - 1)]
            failures += 1
            if not stop.is_set():
                await self._paused(pause, stop)

    def _fell(self, part: Part, fault: BaseException | None, failures: int) -> None:
        first = self._standing[part.name] == "starting"
        if first and part.name == self._vital and isinstance(fault, ProblemError):
            raise fault
        self._standing[part.name] = "down"
        if failures:
            return
        if isinstance(fault, ProblemError):
            log.error("%s is down and is tried again: %s", part.name, Writers().of("en").plain(fault.what))
        else:
            log.error("%s broke and is started again", part.name, exc_info=fault)

    async def _paused(self, seconds: float, stop: asyncio.Event) -> None:
        waiting = {asyncio.ensure_future(self._wait(seconds)), asyncio.ensure_future(stop.wait())}
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        for each in waiting:
            each.cancel()
