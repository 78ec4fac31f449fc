"""Work that one process at a time does, while the others stand by and take over when it is gone."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from typing import Protocol

log = logging.getLogger(__name__)

LOOK_SECONDS = 2.0
"""Between two looks at who leads: so much later at most another process takes over."""


class Lead(Protocol):
    """The lead among several processes."""

    def leads(self) -> bool:
        """Returns whether this process has the lead now, taking it where nobody has."""
        ...


async def led(
    name: str,
    lead: Lead,
    work: Callable[[asyncio.Event], Awaitable[None]],
    stop: asyncio.Event,
    seconds: float = LOOK_SECONDS,
) -> None:
    """Works whenever this process has the lead, until told to stop or the work ends; raises what the work raises.

    The work is told to stop by its own event, also where the lead is lost to another.
    """
    standing_by = False
    while not stop.is_set():
        if await asyncio.to_thread(lead.leads):
            if standing_by:
                log.warning("%s: this process takes over", name)
            if not await _while_leading(name, lead, work, stop, seconds):
                return
            standing_by = False
        else:
            if not standing_by:
                log.warning("%s: another process does it, this one stands by", name)
            standing_by = True
            await _told(stop, seconds)


async def _while_leading(
    name: str, lead: Lead, work: Callable[[asyncio.Event], Awaitable[None]], stop: asyncio.Event, seconds: float
) -> bool:
    """Returns whether the work ended because the lead was lost, and not by itself."""
    ending, lost = asyncio.Event(), False
    working = asyncio.ensure_future(work(ending))
    try:
        while not ending.is_set() and not working.done():
            looking = asyncio.ensure_future(_told(stop, seconds))
            await asyncio.wait({working, looking}, return_when=asyncio.FIRST_COMPLETED)
            looking.cancel()
            if stop.is_set():
                ending.set()
            elif not working.done() and not await asyncio.to_thread(lead.leads):
                log.error("%s: the lead is lost to another process, or the database is away", name)
                lost = True
                ending.set()
        await working
        return lost
    finally:
        if not working.done():
            working.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await working


async def _told(stop: asyncio.Event, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)
