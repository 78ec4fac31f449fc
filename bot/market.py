"""Prices from outside, as the core needs them: a vendor that is asked, and what of its answers was not believed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.call import Person
from bot.days import Day
from bot.facts.offers import About, Offer, Quarantined
from bot.facts.records import Listing


class VendorError(Exception):
    """Says that a vendor of prices could not be asked; `why` is for the log and names no address and no token."""

    def __init__(self, vendor: str, why: str) -> None:
        super().__init__(f"{vendor}: {why}")
        self.vendor, self.why = vendor, why


class UnknownShareError(VendorError):
    """Says that a vendor answered, and has no prices of that listing: no reason to think that it is down."""


class MarketData(Protocol):
    """Prices of one vendor, as it gives them: nothing is believed before it was judged."""

    @property
    def vendor(self) -> str:
        """Returns the vendor's name, as offers carry it."""
        ...

    async def bars(self, listing: Listing, first: Day, last: Day) -> Sequence[Offer]:
        """Returns the sessions of a listing between two days, both included.

        What came and could not be read is an offer without a session. Raises VendorError when nothing came,
        UnknownShareError where the vendor does not know the listing.
        """
        ...

    async def quote(self, listing: Listing) -> Offer | None:
        """Returns the last price within the session, with its time; None where the vendor gives no such thing.

        Raises VendorError when nothing came, UnknownShareError where the vendor does not know the listing.
        """
        ...

    async def about(self, listing: Listing, first: Day, last: Day) -> About:
        """Returns shares in issue by day, splits and dividends between two days, both included.

        Raises VendorError when nothing came, UnknownShareError where the vendor does not know the listing.
        """
        ...

    async def close(self) -> None:
        """Lets go of connections and processes after a round; it may be asked again."""
        ...


class Quarantine(Protocol):
    """What vendors offered and was not believed."""

    def waiting(self) -> Sequence[Quarantined]:
        """Returns what is kept aside, the newest first."""
        ...

    def count(self) -> int:
        """Returns how much is kept aside."""
        ...

    def may_release(self, person: Person) -> bool:
        """Decides whether a person's word lets a price in, which then counts for every workspace."""
        ...

    def release(self, id: int, person: Person, *, as_split: bool = False) -> bool:
        """Lets one in and returns whether it was still there to be let in.

        With `as_split` the shares were split by the offer's ratio on that session, and it and all later ones are
        restated to the shares of before (docs/decisions/prices-believed.md).
        """
        ...
