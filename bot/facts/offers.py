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
]
"""Why an offer is not taken for a price: a catalogue term of the family `suspicion`."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One session of a listing as a vendor gives it; prices in `currency`, volume in shares.

    `split` is how many shares one share became on that session, None where the vendor reports no such action. `text` is
    what the vendor sent, shortened, for the person who looks at it later.
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


@dataclass(frozen=True, slots=True)
class Quarantined:
    """An offer kept aside with its reason. `id` is what a person names to look at it or to let it in."""

    id: int
    offer: Offer
    suspicion: Suspicion
    at: Instant
