"""Bringing prices up to date: each vendor asked for what it has not given yet, and believed only after a look."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from bot.analysis.moments import last_closed
from bot.analysis.suspicion import judged
from bot.clock import Clock
from bot.days import Day, Instant
from bot.facts.offers import Offer, Suspicion
from bot.facts.records import Bar, Listing
from bot.ports import MarketData, UnknownShareError, VendorError

log = logging.getLogger(__name__)

AT_ONCE = 4
"""Listings of one vendor asked for at the same time: few enough that nobody takes it for an attack."""

LOOK_BACK_DAYS = 7
"""How far back a vendor is asked for a listing of which nothing is held yet, unless somebody asks for more."""

FAILURES = 3
"""Listings in a row after which a vendor is left alone for this round: it is down, not one listing of it unknown."""

AGAIN = timedelta(minutes=15)
AGAIN_LATER = timedelta(hours=1)
PATIENCE = 8
"""A vendor may publish long after the close: what is missing is asked for every quarter of an hour, and each hour once
that many rounds have brought nothing."""

UNREADABLE = "it sent what cannot be read"


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
    """What one round brought: new sessions, offers newly kept aside, companies of which a price changed, and faults.

    `lacking` counts the listings of which a vendor has not given the last session that has closed.
    """

    taken: int = 0
    aside: int = 0
    companies: frozenset[str] = frozenset()
    failed: tuple[str, ...] = ()
    lacking: int = 0

    def plus(self, other: Refreshed) -> Refreshed:
        """Returns two rounds as one."""
        return Refreshed(
            self.taken + other.taken,
            self.aside + other.aside,
            self.companies | other.companies,
            tuple(dict.fromkeys((*self.failed, *other.failed))),
            self.lacking + other.lacking,
        )


Moved = Callable[[frozenset[str]], None]
"""Hears, off the event loop, of which companies a price has changed."""


def nobody(companies: frozenset[str]) -> None:
    """Hears of companies and does nothing."""


class Refresh:
    """Asks vendors for prices. A vendor that fails is logged once, and once more when it is back.

    Whoever runs it asks `due` every minute or so, and then awaits `once`. Without vendors it is never due.
    """

    def __init__(
        self,
        prices: Prices,
        vendors: Sequence[MarketData],
        is_session: Callable[[str, Day], bool],
        clock: Clock,
        moved: Moved = nobody,
    ) -> None:
        """`is_session` says of an exchange, by its ISO code, whether it deals on a day."""
        self._prices, self._clock, self._moved = prices, clock, moved
        self.vendors = tuple(vendors)
        self._is_session = is_session
        self._down: set[str] = set()
        self._listings: Sequence[Listing] = ()
        self._asked_at: Instant | None = None
        self._last = Refreshed()
        self._in_vain = 0

    def due(self) -> bool:
        """Decides whether vendors should be asked now: a session has closed, or one is still missing from before."""
        if not self.vendors:
            return False
        if self._asked_at is None:
            return True
        now, before = self._clock.now(), self._asked_at
        if any(self._closed_since(listing, before, now) for listing in self._listings):
            return True
        pause = AGAIN if self._in_vain < PATIENCE else AGAIN_LATER
        return bool(self._last.lacking) and now.at - before.at >= pause

    def _closed_since(self, listing: Listing, before: Instant, now: Instant) -> bool:
        then, last = last_closed(listing, before), last_closed(listing, now)
        return any(self._is_session(listing.venue, then.plus(n)) for n in range(1, last.since(then) + 1))

    async def once(
        self, since: Day | None = None, told: Callable[[str, Listing], None] = lambda vendor, listing: None
    ) -> Refreshed:
        """Asks every vendor for the sessions that closed since its last one, or since a day, and returns what came.

        `told` hears of each listing that is done. One vendor's fault never holds back another's prices.
        """
        self._asked_at = self._clock.now()
        listings = self._listings = await asyncio.to_thread(self._prices.listings)
        rounds = await asyncio.gather(*(self._of_vendor(vendor, listings, since, told) for vendor in self.vendors))
        found = Refreshed()
        for one in rounds:
            found = found.plus(one)
        self._in_vain = 0 if found.taken or not found.lacking else self._in_vain + 1
        self._last = found
        if found.companies:
            await asyncio.to_thread(self._moved, found.companies)
        return found

    def close(self) -> None:
        """Ends what vendors keep running."""
        for vendor in self.vendors:
            vendor.close()

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
            for listing, (came, fault) in zip(part, asked, strict=True):
                told(vendor.vendor, listing)
                found = found.plus(came or Refreshed())
                if fault:
                    faults, why = faults + 1, fault
                    log.info("prices of %s from %s: %s", listing.ticker, vendor.vendor, fault)
                elif came is not None:
                    faults, answered = 0, True
            if faults >= min(FAILURES, len(listings)):
                self._fell(vendor.vendor, why)
                return found.plus(Refreshed(failed=(vendor.vendor,)))
        if answered:
            self._rose(vendor.vendor)
        return found

    async def _of_listing(
        self, vendor: MarketData, listing: Listing, since: Day | None
    ) -> tuple[Refreshed | None, str]:
        """Returns what came, None where nothing was to be asked for, and why it failed, empty where it did not."""
        last = last_closed(listing, self._clock.now())
        believed = await asyncio.to_thread(self._prices.believed, listing.ticker, vendor.vendor)
        had = await asyncio.to_thread(self._prices.offered, listing.ticker, vendor.vendor)
        # A vendor that is new goes on where the shipped sessions end.
        had = had or (believed[-1].session if believed else None)
        first = since or (had.plus(1) if had else last.plus(-LOOK_BACK_DAYS))
        if listing.listed_on is not None:
            first = max(first, listing.listed_on)
        expected = [day for n in range(last.since(first) + 1) if self._is_session(listing.venue, day := first.plus(n))]
        if not expected:
            return None, ""
        lacking = Refreshed(lacking=1)
        try:
            offers = await vendor.bars(listing, first, last)
        except UnknownShareError:
            # It is asked for again when the next session has closed.
            return Refreshed(), ""
        except VendorError as error:
            return lacking, error.why
        except Exception as error:
            # A fault of ours in reading one vendor must not stop the others.
            log.debug("prices of %s from %s", listing.ticker, vendor.vendor, exc_info=True)
            return lacking, type(error).__name__
        taken, aside = judged(offers, listing, believed, last, lambda day: self._is_session(listing.venue, day))
        new, doubted = await asyncio.to_thread(self._prices.take, taken, aside)
        companies = frozenset({listing.company} if new else ())
        here = any(offer.session is not None and offer.session >= expected[-1] for offer in offers)
        found = Refreshed(new, doubted, companies, lacking=0 if here else 1)
        garbled = bool(offers) and all(offer.session is None for offer in offers)
        return found, UNREADABLE if garbled else ""

    def _fell(self, vendor: str, why: str) -> None:
        if vendor not in self._down:
            self._down.add(vendor)
            log.warning("prices of %s cannot be had (%s); the last ones stay, marked with their age", vendor, why)

    def _rose(self, vendor: str) -> None:
        if vendor in self._down:
            self._down.discard(vendor)
            log.warning("prices of %s are back", vendor)
