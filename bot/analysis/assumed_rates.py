"""Exchange rates with one pair assumed: published rates otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bot.days import Day
from bot.facts.rates import Rates
from bot.quantities import EXACT


@dataclass(frozen=True, slots=True)
class AssumedRates:
    """Published rates, but one unit of `of` buys `value` units of `to` on every day."""

    published: Rates
    of: str
    to: str
    value: Decimal

    def per_euro(self, currency: str, day: Day) -> tuple[Decimal, Day] | None:
        """Returns the published rate; of `to` the assumed multiple of the published rate of `of`."""
        if currency != self.to:
            return self.published.per_euro(currency, day)
        found = self.published.per_euro(self.of, day)
        return None if found is None else (EXACT.multiply(found[0], self.value), found[1])

    def average_per_euro(self, currency: str, first: Day, last: Day) -> Decimal | None:
        """Returns the published average; of `to` the assumed multiple of that of `of`."""
        if currency != self.to:
            return self.published.average_per_euro(currency, first, last)
        found = self.published.average_per_euro(self.of, first, last)
        return None if found is None else EXACT.multiply(found, self.value)

    def currencies(self) -> frozenset[str]:
        """Returns the currencies that have rates."""
        return self.published.currencies()
