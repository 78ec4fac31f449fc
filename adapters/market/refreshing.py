"""Bringing prices up to date: each vendor asked for what it has not given yet, and believed only after a look."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.analysis.moments import last_closed
from bot.analysis.suspicion import judged
from bot.clock import Clock
from bot.days import Day
from bot.facts.offers import Offer, Suspicion
from bot.facts.records import Bar, Listing
from bot.ports import MarketData, VendorError

log = logging.getLogger(__name__)

AT_ONCE = 4
"""Listings of one vendor asked for at the same time: few enough that nobody takes it for an attack."""

LOOK_BACK_DAYS = 7
"""How far back a vendor is asked for a listing of which nothing is held yet, unless somebody asks for more."""

FAILURES = 3
"""Listings in a row after which a vendor is left alone for this round: it is down, not one listing of it unknown."""


class Prices(Protocol):
    """Where believed prices and doubtful ones are kept."""

    def listings(self) -> Sequence[Listing]:
        """Returns every listing."""
        ...

    def believed(self, ticker: str, vendor: str) -> Sequence[Bar]:
        """Returns the sessions that an offer of a vendor is judged against, oldest first."""
        ...

    def offered(self, ticker: str, vendor: str) -> Day | None:
        """Returns the last session that a vendor gave of a listing and that was believed."""
        ...

    def take(self, taken: Sequence[Offer], aside: Sequence[tuple[Offer, Suspicion]]) -> tuple[int, int]:
        """Writes both and returns how many of each were new."""
        ...


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What one round brought: new sessions, offers newly kept aside, companies of which a price changed, and faults."""

    taken: int = 0
    aside: int = 0
    companies: frozenset[str] = frozenset()
    failed: tuple[str, ...] = ()

    def plus(self, other: Refreshed) -> Refreshed:
        """Returns two rounds as one."""
        return Refreshed(
            self.taken + other.taken,
            self.aside + other.aside,
            self.companies | other.companies,
            tuple(dict.fromkeys((*self.failed, *other.failed))),
        )


class Refresh:
    """Asks vendors for prices. A vendor that fails is logged once, and once more when it is back."""

    def __init__(
        self, prices: Prices, vendors: Sequence[MarketData], is_session: Callable[[str, Day], bool], clock: Clock
    ) -> None:
        """`is_session` says of an exchange, by its ISO code, whether it deals on a day."""
        self._prices, self._vendors, self._clock = prices, vendors, clock
        self._is_session = is_session
        self._down: set[str] = set()

    async def once(
        self, since: Day | None = None, told: Callable[[str, Listing], None] = lambda vendor, listing: None
    ) -> Refreshed:
        """Asks every vendor for the sessions that closed since its last one, or since a day, and returns what came.

        `told` hears of each listing that is done. One vendor's fault never holds back another's prices.
        """
        listings = await asyncio.to_thread(self._prices.listings)
        rounds = await asyncio.gather(*(self._of_vendor(vendor, listings, since, told) for vendor in self._vendors))
        found = Refreshed()
        for one in rounds:
            found = found.plus(one)
        return found

    async def _of_vendor(
        self,
        vendor: MarketData,
        listings: Sequence[Listing],
        since: Day | None,
        told: Callable[[str, Listing], None],
    ) -> Refreshed:
        found, faults, answered = Refreshed(), 0, False
        for start in range(0, len(listings), AT_ONCE):
            part = listings[start : start + AT_ONCE]
            asked = await asyncio.gather(*(self._of_listing(vendor, each, since) for each in part))
            for listing, came in zip(part, asked, strict=True):
                told(vendor.vendor, listing)
                if isinstance(came, VendorError):
                    faults, why = faults + 1, came.why
                elif came is not None:
                    found, faults, answered = found.plus(came), 0, True
            if faults >= min(FAILURES, len(listings)):
                self._fell(vendor.vendor, why)
                return found.plus(Refreshed(failed=(vendor.vendor,)))
        if answered:
            self._rose(vendor.vendor)
        return found

    async def _of_listing(
        self, vendor: MarketData, listing: Listing, since: Day | None
    ) -> Refreshed | VendorError | None:
        last = last_closed(listing, self._clock.now())
        believed = await asyncio.to_thread(self._prices.believed, listing.ticker, vendor.vendor)
        had = await asyncio.to_thread(self._prices.offered, listing.ticker, vendor.vendor)
        # A vendor that is new goes on where the shipped sessions end.
        had = had or (believed[-1].session if believed else None)
        first = since or (had.plus(1) if had else last.plus(-LOOK_BACK_DAYS))
        if listing.listed_on is not None:
            first = max(first, listing.listed_on)
        if not any(self._is_session(listing.venue, first.plus(n)) for n in range(last.since(first) + 1)):
            return None
        try:
            offers = await vendor.bars(listing, first, last)
        except VendorError as error:
            return error
        taken, aside = judged(offers, listing, believed, last, lambda day: self._is_session(listing.venue, day))
        new, doubted = await asyncio.to_thread(self._prices.take, taken, aside)
        return Refreshed(new, doubted, frozenset({listing.company}) if new else frozenset())

    def _fell(self, vendor: str, why: str) -> None:
        if vendor not in self._down:
            self._down.add(vendor)
            log.warning("prices of %s cannot be had (%s); the last ones stay, marked with their age", vendor, why)

    def _rose(self, vendor: str) -> None:
        if vendor in self._down:
            self._down.discard(vendor)
            log.warning("prices of %s are back", vendor)
