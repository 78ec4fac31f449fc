"""Exchange rates: whose they are, of which day, and when a rate is too old to use."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from bot.days import AsOf, Day
from bot.quantities import EXACT, Money

OLDEST_RATE_DAYS = 7
"""A rate published longer before the figure is said to be missing, not guessed (SEMANTICS rule 14)."""


@dataclass(frozen=True, slots=True)
class Rate:
    """How many units of `to` one unit of `of` bought, by the rate published on `day` (the last day of an average)."""

    of: str
    to: str
    value: Decimal
    day: Day
    averaged_from: Day | None = None


class Rates(Protocol):
    """Published reference rates, in units of each currency for one euro, as the European Central Bank states them."""

    def per_euro(self, currency: str, day: Day) -> tuple[Decimal, Day] | None:
        """Returns the last rate published on or before a day, with its own day; None when there is none."""
        ...

    def average_per_euro(self, currency: str, first: Day, last: Day) -> Decimal | None:
        """Returns the mean of the daily rates published in a period; None unless it is published to the end."""
        ...

    def currencies(self) -> frozenset[str]:
        """Returns the currencies that have rates, the euro among them."""
        ...


def rate_on(rates: Rates, of: str, to: str, day: Day) -> Rate | None:
    """Returns the rate of one currency in another on a day, crossed through the euro; None when older than 7 days."""
    if of == to:
        return Rate(of, to, Decimal(1), day)
    base, other = rates.per_euro(of, day), rates.per_euro(to, day)
    if base is None or other is None:
        return None
    published = min(base[1], other[1]) if "EUR" not in (of, to) else (other[1] if of == "EUR" else base[1])
    if day.since(published) > OLDEST_RATE_DAYS:
        return None
    return Rate(of, to, EXACT.divide(other[0], base[0]), published)


def rate_for(rates: Rates, of: str, to: str, as_of: AsOf, *, period: bool) -> Rate | None:
    """Returns the rate for a figure: its own day's, or for a period figure the average over the period."""
    if of == to or not period or as_of.precision == "day":
        return rate_on(rates, of, to, as_of.end)
    base = rates.average_per_euro(of, as_of.start, as_of.end)
    other = rates.average_per_euro(to, as_of.start, as_of.end)
    if base is None or other is None:
        return None
    return Rate(of, to, EXACT.divide(other, base), as_of.end, as_of.start)


def converted(money: Money, rate: Rate) -> Money:
    """Returns an amount in the rate's other currency, to 34 significant digits."""
    return Money(EXACT.multiply(money.amount, rate.value), rate.to)
