"""Bringing prices up to date: each vendor asked for what it has not given yet, and believed only after a look."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from adapters.market.reaching import Reach
from bot.analysis.moments import last_closed
from bot.analysis.suspicion import judged
from bot.clock import Clock
from bot.days import Day, Instant
from bot.facts.offers import Offer, Suspicion
from bot.facts.records import Bar, Listing
from bot.market import MarketData, UnknownShareError, VendorError

log = logging.getLogger(__name__)

AT_ONCE = 4
"""Listings of one vendor asked for at the same time: few enough that nobody takes it for an attack."""

LOOK_BACK_DAYS = 7
"""How far back a vendor is asked for a listing of which nothing is held yet, unless somebody asks for more."""

BATCH = 100
"""Listings that are read and written together: each transaction waits for the disk."""

FAILURES = 3
"""Listings in a row after which a vendor is left alone for this round: it is down, not one listing of it unknown."""

AGAIN = timedelta(minutes=15)
AGAIN_LATER = timedelta(hours=1)
PATIENCE = 8
"""A vendor may publish long after the close: what is missing is asked for every quarter of an hour, and each hour once
that many rounds have brought nothing."""

UNREADABLE = "it sent what cannot be read"


class Held(Protocol):
    """What is held of one listing from one vendor."""

    @property
    def ticker(self) -> str:
        """Returns the listing."""
        ...

    @property
    def vendor(self) -> str:
        """Returns the vendor."""
        ...

    @property
    def last(self) -> Day:
        """Returns the last session that the vendor gave and that was believed."""
        ...


class Prices(Protocol):
    """Where believed prices and doubtful ones are kept."""

    def listings(self) -> Sequence[Listing]:
        """Returns every listing."""
        ...

    def held(self) -> Sequence[Held]:
        """Returns what is held of each listing from each vendor that gave any of it."""
        ...

    def shipped(self) -> Mapping[str, Day]:
        """Returns the last shipped session of each listing that has any."""
        ...

    def believed(self, wanted: Mapping[str, Day | None], vendor: str) -> Mapping[str, Sequence[Bar]]:
        """Returns by ticker the sessions that offers of a vendor are judged against, oldest first.

        Each ticker wanted has its day: they begin with the last session before it, None for all of them.
        """
        ...

    def take(self, taken: Sequence[Offer], aside: Sequence[tuple[Offer, Suspicion]]) -> tuple[Sequence[str], int]:
        """Writes both, and returns the listing of each new session and how many were newly kept aside."""
        ...


@dataclass(frozen=True, slots=True)
class _Asked:
    """The days that a vendor is asked for of a listing; `expected` is the last session among them."""

    listing: Listing
    first: Day
    last: Day
    expected: Day


@dataclass(frozen=True, slots=True)
class _Came:
    """What came of one listing, judged and not written yet; `fault` says why nothing did, empty where it did."""

    taken: Sequence[Offer] = ()
    aside: Sequence[tuple[Offer, Suspicion]] = ()
    fault: str = ""
    lacking: int = 0


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
        self.reach = Reach()
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
        listings, held, shipped = await asyncio.to_thread(self._read)
        self._listings = listings
        rounds = []
        for vendor in self.vendors:
            # A vendor that is new goes on where the shipped sessions end.
            had = {**shipped, **{h.ticker: h.last for h in held if h.vendor == vendor.vendor}}
            rounds.append(self._of_vendor(vendor, listings, had, since, told))
        found = Refreshed()
        try:
            for one in await asyncio.gather(*rounds):
                found = found.plus(one)
        finally:
            await asyncio.gather(*(vendor.close() for vendor in self.vendors))
        self._in_vain = 0 if found.taken or not found.lacking else self._in_vain + 1
        self._last = found
        if found.companies:
            await asyncio.to_thread(self._moved, found.companies)
        return found

    def _read(self) -> tuple[Sequence[Listing], Sequence[Held], Mapping[str, Day]]:
        return self._prices.listings(), self._prices.held(), self._prices.shipped()

    async def _of_vendor(
        self,
        vendor: MarketData,
        listings: Sequence[Listing],
        had: Mapping[str, Day],
        since: Day | None,
        told: Callable[[str, Listing], None],
    ) -> Refreshed:
        found, faults, answered = Refreshed(), 0, False
        for start in range(0, len(listings), BATCH):
            part = listings[start : start + BATCH]
            asked = [a for each in part if (a := self._asked(each, had.get(each.ticker), since)) is not None]
            for listing in set(part) - {one.listing for one in asked}:
                told(vendor.vendor, listing)
            wanted = {one.listing.ticker: one.first for one in asked}
            believed = await asyncio.to_thread(self._prices.believed, wanted, vendor.vendor) if asked else {}
            came: list[_Came] = []
            for four in (asked[n : n + AT_ONCE] for n in range(0, len(asked), AT_ONCE)):
                answers = await asyncio.gather(*(self._came(vendor, one, believed[one.listing.ticker]) for one in four))
                came += answers
                for one, answer in zip(four, answers, strict=True):
                    told(vendor.vendor, one.listing)
                    if answer.fault:
                        log.info("prices of %s from %s: %s", one.listing.ticker, vendor.vendor, answer.fault)
                    faults, answered = (faults + 1, answered) if answer.fault else (0, True)
                if faults >= min(FAILURES, len(listings)):
                    self.reach.fell(vendor.vendor, next(each.fault for each in reversed(came) if each.fault))
                    return found.plus(await self._written(part, came)).plus(Refreshed(failed=(vendor.vendor,)))
            found = found.plus(await self._written(part, came))
        if answered:
            self.reach.rose(vendor.vendor)
        return found

    async def _written(self, listings: Sequence[Listing], came: Sequence[_Came]) -> Refreshed:
        """Writes what came of several listings in one transaction, since each waits for the disk."""
        taken = [offer for one in came for offer in one.taken]
        aside = [each for one in came for each in one.aside]
        new, doubted = await asyncio.to_thread(self._prices.take, taken, aside) if taken or aside else ((), 0)
        companies = frozenset(listing.company for listing in listings if listing.ticker in new)
        return Refreshed(len(new), doubted, companies, lacking=sum(one.lacking for one in came))

    def _asked(self, listing: Listing, had: Day | None, since: Day | None) -> _Asked | None:
        """Returns what a vendor is to be asked for of a listing, None where nothing can have come."""
        last = last_closed(listing, self._clock.now())
        first = since or (had.plus(1) if had else last.plus(-LOOK_BACK_DAYS))
        if listing.listed_on is not None:
            first = max(first, listing.listed_on)
        days = (last.plus(-n) for n in range(last.since(first) + 1))
        expected = next((day for day in days if self._is_session(listing.venue, day)), None)
        return None if expected is None else _Asked(listing, first, last, expected)

    async def _came(self, vendor: MarketData, asked: _Asked, believed: Sequence[Bar]) -> _Came:
        """Returns what came, judged."""
        listing = asked.listing
        try:
            offers = await vendor.bars(listing, asked.first, asked.last)
        except UnknownShareError:
            # It is asked for again when the next session has closed.
            return _Came()
        except VendorError as error:
            return _Came(fault=error.why, lacking=1)
        except Exception as error:
            # A fault of ours in reading one vendor must not stop the others.
            log.debug("prices of %s from %s", listing.ticker, vendor.vendor, exc_info=True)
            return _Came(fault=type(error).__name__, lacking=1)
        taken, aside = judged(offers, listing, believed, asked.last, lambda day: self._is_session(listing.venue, day))
        here = any(offer.session is not None and offer.session >= asked.expected for offer in offers)
        garbled = bool(offers) and all(offer.session is None for offer in offers)
        return _Came(taken, aside, UNREADABLE if garbled else "", lacking=0 if here else 1)
