"""Prices and numbers of shares in the shares of before a split, once somebody has taken the split over.

What vendors send is kept as they send it. What is read from the day of a split on is brought back to the shares that
filings, lock-ups, offer prices and the levels of alerts count in, so that nothing has to be restated but this.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import Row

from bot.days import Day
from bot.facts.records import Bar, Claim, Listing, Quote
from bot.quantities import EXACT, Money, Quantity, Range, Shares, divided
from data.amounts import PRICE_SCALE, restored
from data.market_store import TAKEN

_PRICES: Final = frozenset({"share_price"})
_COUNTS: Final = frozenset({"shares_in_issue"})


class Splits:
    """The splits that were taken over, by company."""

    def __init__(self, taken: Mapping[str, Sequence[tuple[Day, Decimal]]]) -> None:
        self._taken = taken

    def ratio(self, company: str, day: Day) -> Decimal:
        """Returns how many shares of a day stand for one share of before every split."""
        found = Decimal(1)
        for split, ratio in self._taken.get(company, ()):
            found = EXACT.multiply(found, ratio) if split <= day else found
        return found

    def bar(self, company: str, bar: Bar) -> Bar:
        """Returns a session in the shares of before."""
        ratio = self.ratio(company, bar.session)
        if ratio == 1:
            return bar
        volume = None if bar.volume is None else int(divided(Decimal(bar.volume), ratio))
        first, high, low = (None if p is None else EXACT.multiply(p, ratio) for p in (bar.open, bar.high, bar.low))
        return replace(bar, close=EXACT.multiply(bar.close, ratio), open=first, high=high, low=low, volume=volume)

    def claim(self, claim: Claim) -> Claim:
        """Returns a price, or a number of shares in issue, in the shares of before; any other claim as it is."""
        if claim.measure not in _PRICES | _COUNTS:
            return claim
        ratio = self.ratio(claim.company, claim.as_of.end)
        value = claim.value
        if ratio == 1 or isinstance(value, Day | Range):
            return claim
        return replace(claim, value=_restated(value, ratio))

    def quote(self, quote: Quote) -> Quote:
        """Returns a price within a session in the shares of before."""
        return replace(quote, value=quote.value.times(self.ratio(quote.company, quote.day)))


NONE: Final = Splits({})


def splits_of(rows: Iterable[Row[Any]], listings: Iterable[Listing]) -> Splits:
    """Returns the splits that a person has taken over; what vendors merely report restates nothing."""
    companies = {listing.ticker: listing.company for listing in listings}
    found: dict[str, dict[Day, Decimal]] = defaultdict(dict)
    for row in rows:
        if row.kind == TAKEN:
            found[companies[row.ticker]].setdefault(Day(row.day), restored(row.amount, PRICE_SCALE))
    return Splits({company: tuple(splits.items()) for company, splits in found.items()})


def _restated(value: Quantity, ratio: Decimal) -> Quantity:
    match value:
        case Money():
            return value.times(ratio)
        case Shares():
            return Shares(divided(value.number, ratio))
        case _:
            return value
