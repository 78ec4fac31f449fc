"""Series made by hand and drawn at random, for tests of what is computed on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import accumulate

from hypothesis import strategies as st

from bot.analysis.series import Kind, Point, Series
from bot.days import AsOf, Day

FIRST = Day.of("2026-01-05")


def line(company: str, values: Mapping[str, str | int], kind: Kind = "daily", unit: str = "HKD") -> Series:
    points = (
        Point(AsOf.day(Day.of(day)), Decimal(value), (f"{company}:{day}",)) for day, value in sorted(values.items())
    )
    return Series(company, "market_value", unit, kind, tuple(points), from_start=kind == "daily")


def run(company: str, values: Iterable[int | str], kind: Kind = "daily") -> Series:
    """Returns a series with one value on each of consecutive days."""
    return line(company, {FIRST.plus(n).iso: value for n, value in enumerate(values)}, kind)


def nth(number: int) -> Day:
    """Returns the day of the value at a place of a run, counted from 0."""
    return FIRST.plus(number)


@st.composite
def drawn(draw: st.DrawFn, company: str, kind: Kind = "daily", highest: int = 6) -> Series:
    """Draws a series of small values on days with gaps, so that ties and changes of lead are many."""
    gaps = draw(st.lists(st.integers(1, 3), max_size=25))
    days = accumulate(gaps)
    return line(company, {FIRST.plus(n).iso: draw(st.integers(1, highest)) for n in days}, kind)
