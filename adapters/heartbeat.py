"""The heartbeat: takes a tick of the clock every few seconds for as long as the bot runs.

APScheduler is only what beats. What is due is a query on our own table, so nothing is lost when a beat is late, is left
out, or the process was not there: the next one takes everything since the last that was completed.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable
from datetime import UTC

from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = logging.getLogger(__name__)

SECONDS = 10
"""Between two ticks; what is due is told so much late at most."""


class Heartbeat:
    """Takes ticks off the event loop, one at a time, as long as this process leads. A tick that breaks is said once."""

    def __init__(self, tick: Callable[[], object], leads: Callable[[], bool]) -> None:
        self._tick, self._leads = tick, leads
        self._broken = False

    async def beat(self) -> None:
        """Takes one tick where this process leads."""
        try:
            if await asyncio.to_thread(self._leads):
                await asyncio.to_thread(self._tick)
        except Exception as fault:
            if not self._broken:
                log.exception("the clock stands still: %s", type(fault).__name__)
            self._broken = True
        else:
            if self._broken:
                log.error("the clock goes on")
            self._broken = False


@contextlib.asynccontextmanager
async def beating(heart: Heartbeat, seconds: float = SECONDS) -> AsyncIterator[None]:
    """Beats at once and every few seconds until the block is left."""
    # Its default of one second's grace drops beats; coalesced, a backlog of them is one.
    defaults = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
    scheduler = AsyncIOScheduler(timezone=UTC, job_defaults=defaults)
    scheduler.add_job(heart.beat, "interval", seconds=seconds)
    scheduler.start()
    try:
        await heart.beat()
        yield
    finally:
        scheduler.shutdown(wait=False)
