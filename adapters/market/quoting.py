"""Prices within a session, asked for politely: few listings, one vendor, some minutes apart, only while it deals."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Protocol

from adapters.market.reaching import Reach
from bot.analysis.moments import last_closed
from bot.analysis.quotes import deals_now, doubt
from bot.clock import Clock
from bot.days import Day, Instant
from bot.facts.offers import Offer, Suspicion
from bot.facts.records import Bar, Listing
from bot.market import MarketData, UnknownShareError, VendorError

log = logging.getLogger(__name__)

PAUSE_SECONDS = 0.5
"""Between two questions of one round: a session lasts hours, and nobody waits for this."""


class Quotes(Protocol):
    """Where quotes are kept, and which are wanted."""

    def wanted(self) -> Sequence[Listing]:
        """Returns the listings of companies that a rule watches or somebody has asked about."""
        ...

    def keep(self, quotes: Sequence[Offer]) -> int:
        """Keeps those that are newer than the last, and returns how many were."""
        ...


class Closes(Protocol):
    """The closes that a quote is judged against, and where a doubtful one is put."""

    def believed(self, wanted: Mapping[str, Day | None], vendor: str) -> Mapping[str, Sequence[Bar]]:
        """Returns by ticker the sessions believed from the last one before a day on, oldest first."""
        ...

    def take(self, taken: Sequence[Offer], aside: Sequence[tuple[Offer, Suspicion]]) -> tuple[Sequence[str], int]:
        """Writes what is kept aside."""
        ...


class Quoting:
    """Asks for quotes. The first vendor that answers is the only one asked, and one that gives none is passed over.

    Whoever runs it asks `due` every minute or so, and then awaits `once`.
    """

    def __init__(
        self,
        quotes: Quotes,
        closes: Closes,
        vendors: Sequence[MarketData],
        is_session: Callable[[str, Day], bool],
        clock: Clock,
        every: timedelta,
        reach: Reach | None = None,
        pause: float = PAUSE_SECONDS,
    ) -> None:
        """`every` lies between two rounds, nothing for never; `reach` is shared with others who ask."""
        self._quotes, self._closes, self._clock = quotes, closes, clock
        self.vendors = tuple(vendors)
        self._is_session, self._every, self._pause = is_session, every, pause
        self._reach = reach or Reach()
        self._asked_at: Instant | None = None

    def due(self) -> bool:
        """Decides whether to ask now: an exchange deals of which a listing is wanted, and the last round is past."""
        now, before = self._clock.now(), self._asked_at
        if (
            not self.vendors
            or not self._every
            or (before is not None and timedelta() <= now.at - before.at < self._every)
        ):
            return False
        return bool(self._open(now))

    async def once(self) -> int:
        """Asks for a quote of each listing that is wanted and deals now, and returns how many are new."""
        now = self._asked_at = self._clock.now()
        listings = await asyncio.to_thread(self._open, now)
        try:
            for vendor in self.vendors:
                found = await self._of_vendor(vendor, listings)
                if found is not None:
                    return await asyncio.to_thread(self._judged, vendor.vendor, listings, found)
        finally:
            await asyncio.gather(*(vendor.close() for vendor in self.vendors))
        return 0

    def _open(self, now: Instant) -> list[Listing]:
        return [one for one in self._quotes.wanted() if deals_now(one, now, partial(self._is_session, one.venue))]

    async def _of_vendor(self, vendor: MarketData, listings: Sequence[Listing]) -> list[Offer] | None:
        """Returns what a vendor gave, None where it gives no quotes or cannot be asked."""
        found: list[Offer] = []
        for place, listing in enumerate(listings):
            if place:
                await asyncio.sleep(self._pause)
            try:
                offer = await vendor.quote(listing)
            except UnknownShareError:
                continue
            except VendorError as error:
                self._reach.fell(vendor.vendor, error.why)
                return None
            except Exception as error:
                # A fault of ours in reading one vendor must not stop the others.
                log.debug("quote of %s from %s", listing.ticker, vendor.vendor, exc_info=True)
                self._reach.fell(vendor.vendor, type(error).__name__)
                return None
            if offer is None:
                return None
            found.append(offer)
        if found:
            self._reach.rose(vendor.vendor)
        return found or None

    def _judged(self, vendor: str, listings: Sequence[Listing], found: Sequence[Offer]) -> int:
        now = self._clock.now()
        known = {listing.ticker: listing for listing in listings}
        believed = self._closes.believed({t: last_closed(one, now).plus(1) for t, one in known.items()}, vendor)
        good, aside = list[Offer](), list[tuple[Offer, Suspicion]]()
        for offer in found:
            listing, bars = known[offer.ticker], believed[offer.ticker]
            why = doubt(offer, listing, bars[-1] if bars else None, now, partial(self._is_session, listing.venue))
            if why is None:
                good.append(offer)
            else:
                aside.append((offer, why))
        if aside:
            self._closes.take([], aside)
        return self._quotes.keep(good)
