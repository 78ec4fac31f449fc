"""What a vendor of prices offers, before it is believed, and why an offer may be kept aside."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bot.days import Day, Instant

Suspicion = Literal[
    "unreadable",
    "wrong_currency",
    "not_positive",
    "inconsistent",
    "not_closed",
    "no_session",
    "before_listing",
    "repeated",
    "suspended",
    "split",
    "jump",
    "revised",
    "shares",
]
"""Why an offer is not taken for a price: a catalogue term of the family `suspicion`."""


SMALLEST = Decimal("0.0001")
"""The least that is a price; below it is a zero that went through floating point."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One session of a listing as a vendor gives it; prices in `currency`, volume in shares.

    `split` is how many shares one share became on that session, as the vendor reports it or as its price looks; None
    where neither speaks of one. `text` is
    what the vendor sent, shortened, for the person who looks at it later. `at` is when the price was taken within a
    session that still runs, None for a close: such an offer is a quote and never becomes a session.
    """

    vendor: str
    ticker: str
    session: Day | None
    close: Decimal | None
    open: Decimal | None = None
    high: Decimal | None = None
    low: Decimal | None = None
    volume: int | None = None
    currency: str = ""
    split: Decimal | None = None
    text: str = ""
    at: Instant | None = None


def usable(offer: Offer) -> bool:
    """Decides whether an offer can become a price on a person's word: it names a day and more than nothing.

    A quote does not: the next one or the close takes its place.
    """
    priced = offer.close is not None and offer.close.is_finite() and offer.close >= SMALLEST
    return priced and offer.session is not None and offer.at is None


@dataclass(frozen=True, slots=True)
class Count:
    """Shares in issue of a listing's company on a day, as a vendor gives them."""

    vendor: str
    ticker: str
    day: Day
    shares: int


@dataclass(frozen=True, slots=True)
class Action:
    """What a vendor says was done to a share on a day: a split into `amount` shares, or so much money for each."""

    vendor: str
    ticker: str
    day: Day
    kind: Literal["split", "dividend"]
    amount: Decimal


@dataclass(frozen=True, slots=True)
class About:
    """What a vendor says about a share beside its prices; empty where it says nothing."""

    counts: tuple[Count, ...] = ()
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class Quarantined:
    """An offer kept aside with its reason. `id` is what a person names to look at it or to let it in."""

    id: int
    offer: Offer
    suspicion: Suspicion
    at: Instant
