"""Fetching the European Central Bank's reference rates, looked at before they replace what is held."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

import aiohttp

from adapters.fetching import body_of
from adapters.rates import EuropeanCentralBankRates, read_series
from bot.clock import Clock
from bot.days import Day, Instant

log = logging.getLogger(__name__)

PUBLISHED = (16, 15)
"""The bank publishes at around 16:00 on working days (ecb.europa.eu, euro reference exchange rates)."""
ZONE = ZoneInfo("Europe/Berlin")
AGAIN = timedelta(hours=1)
LARGEST = 20_000_000
TIMEOUT = aiohttp.ClientTimeout(total=60)


class Keeping(Protocol):
    """Where a fetched file is put."""

    def keep(self, packed: bytes, day: Day) -> None:
        """Keeps a file in place of the one before, given the last day of which it has rates."""
        ...


class RatesRefresh:
    """Fetches the rates after they were published. A failure is logged once, and once more when it is over."""

    def __init__(self, rates: EuropeanCentralBankRates, kept: Keeping, address: str, clock: Clock) -> None:
        """`kept` is where `rates` looks beside the packaged file; without an address it is never due."""
        self._rates, self._kept, self._address, self._clock = rates, kept, address, clock
        self._asked_at: Instant | None = None
        self._down = False

    def due(self) -> bool:
        """Decides whether to fetch now: rates of a day were published that are not held, at most once an hour."""
        now = self._clock.now()
        if not self._address or (self._asked_at is not None and now.at - self._asked_at.at < AGAIN):
            return False
        return self._rates.last_day() < published(now)

    async def once(self) -> bool:
        """Fetches the rates and returns whether they are now newer; what cannot be used changes nothing."""
        self._asked_at = self._clock.now()
        await asyncio.to_thread(self._rates.renew)
        before = self._rates.last_day()
        if before >= published(self._asked_at):
            # Another process has them already, and this one only now has the lead.
            return False
        try:
            async with aiohttp.ClientSession(timeout=TIMEOUT) as session, session.get(self._address) as reply:
                packed = await body_of(reply, LARGEST)
                if reply.status != 200:
                    raise ValueError(f"HTTP {reply.status}")
            await asyncio.to_thread(self._keep, packed)
        except (aiohttp.ClientError, TimeoutError, ValueError, OSError) as error:
            if not self._down:
                log.warning("exchange rates cannot be had (%s); those held stay, with their day", _said(error))
            self._down = True
            return False
        if self._down:
            log.warning("exchange rates are back")
        self._down = False
        return self._rates.last_day() > before

    def _keep(self, packed: bytes) -> None:
        fetched = Day(read_series(packed)["USD"][0][-1])
        if fetched > Day(self._clock.now().at.astimezone(ZONE).date()):
            raise ValueError("rates of a day to come")
        if fetched > self._rates.last_day():
            self._kept.keep(packed, fetched)
            self._rates.renew()


def published(now: Instant) -> Day:
    """Returns the last weekday of which rates should be out by now; on the bank's few holidays it is one too many."""
    local = now.at.astimezone(ZONE)
    day = Day(local.date())
    if (local.hour, local.minute) < PUBLISHED:
        day = day.plus(-1)
    while day.date.weekday() > 4:
        day = day.plus(-1)
    return day


def _said(error: Exception) -> str:
    # An address of one's own may hold a key, so of what the connection says only the kind is told.
    return str(error) if isinstance(error, ValueError) else type(error).__name__
