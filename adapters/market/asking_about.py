"""Shares in issue, splits and dividends, asked of vendors once a day."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Protocol

from adapters.market.reaching import Reach
from bot.analysis.moments import last_closed
from bot.clock import Clock
from bot.days import Instant
from bot.facts.offers import About
from bot.facts.records import Listing
from bot.market import MarketData, UnknownShareError, VendorError
from data.share_store import ASKED_EVERY

log = logging.getLogger(__name__)

LOOK_BACK_DAYS = 400
"""How far back vendors are asked each time: what they correct of the last year comes with it."""


AGAIN = timedelta(hours=1)
"""How long vendors that said nothing at all are left alone."""


class Listings(Protocol):
    """Where listings stand."""

    def listings(self) -> Sequence[Listing]:
        """Returns every listing."""
        ...


class Shares(Protocol):
    """Where what vendors say about shares is kept."""

    def asked_at(self) -> Instant | None:
        """Returns when vendors were last asked, by whatever process."""
        ...

    def keep(self, found: Iterable[About]) -> int:
        """Keeps it, and returns how much is new."""
        ...


class AskingAbout:
    """Asks every vendor about every listing. Whoever runs it asks `due` every minute or so, and then awaits `once`."""

    def __init__(
        self, shares: Shares, listings: Listings, vendors: Sequence[MarketData], clock: Clock, reach: Reach
    ) -> None:
        """`reach` is shared with whoever else asks these vendors."""
        self._shares, self._listings, self._clock, self._reach = shares, listings, clock, reach
        self.vendors = tuple(vendors)
        self._asked_at: Instant | None = None

    def due(self) -> bool:
        """Decides whether to ask now: a day has passed since any process did."""
        if not self.vendors:
            return False
        now = self._clock.now().at
        if self._asked_at is not None and timedelta() <= now - self._asked_at.at < AGAIN:
            return False
        before = self._shares.asked_at()
        return before is None or now - before.at >= ASKED_EVERY

    async def once(self) -> int:
        """Asks, and returns how much of what came is new. A vendor that fails holds back no other."""
        self._asked_at = self._clock.now()
        listings = await asyncio.to_thread(self._listings.listings)
        try:
            rounds = await asyncio.gather(*(self._of_vendor(vendor, listings) for vendor in self.vendors))
        finally:
            await asyncio.gather(*(vendor.close() for vendor in self.vendors))
        found = [about for of_vendor in rounds for about in of_vendor]
        return await asyncio.to_thread(self._shares.keep, found) if found else 0

    async def _of_vendor(self, vendor: MarketData, listings: Sequence[Listing]) -> list[About]:
        found: list[About] = []
        for listing in listings:
            last = last_closed(listing, self._clock.now())
            try:
                found.append(await vendor.about(listing, last.plus(-LOOK_BACK_DAYS), last))
            except UnknownShareError:
                continue
            except VendorError as error:
                self._reach.fell(vendor.vendor, error.why)
                break
            except Exception as error:
                # A fault of ours in reading one vendor must not stop the others.
                log.debug("shares of %s from %s", listing.ticker, vendor.vendor, exc_info=True)
                self._reach.fell(vendor.vendor, type(error).__name__)
                break
        return found
