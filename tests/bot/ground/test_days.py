"""Days are not moments, moments have a zone, and a period covers the days its source meant."""

from __future__ import annotations

from datetime import date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.days import AsOf, Day, Instant

PERIODS = [
    # label, end of the fiscal year, first day, last day, precision
    ("2026-06-24", "12-31", "2026-06-24", "2026-06-24", "day"),
    ("2024-02", "12-31", "2024-02-01", "2024-02-29", "month"),
    ("2026-12", "12-31", "2026-12-01", "2026-12-31", "month"),
    ("Q1 2026", "12-31", "2026-01-01", "2026-03-31", "quarter"),
    ("Q4 2025", "12-31", "2025-10-01", "2025-12-31", "quarter"),
    ("H1 2026", "12-31", "2026-01-01", "2026-06-30", "half"),
    ("9M 2025", "12-31", "2025-01-01", "2025-09-30", "nine_months"),
    ("FY2025", "12-31", "2025-01-01", "2025-12-31", "year"),
    ("2025", "12-31", "2025-01-01", "2025-12-31", "year"),
    # A fiscal year is named after the year in which it ends.
    ("FY2026", "03-31", "2025-04-01", "2026-03-31", "year"),
    ("H1 FY2026", "03-31", "2025-04-01", "2025-09-30", "half"),
    ("H2 FY2026", "03-31", "2025-10-01", "2026-03-31", "half"),
    ("Q4 FY2026", "03-31", "2026-01-01", "2026-03-31", "quarter"),
    ("9M FY2026", "03-31", "2025-04-01", "2025-12-31", "nine_months"),
    ("Q1 FY2026", "06-30", "2025-07-01", "2025-09-30", "quarter"),
    ("Q2 FY2026", "11-30", "2026-03-01", "2026-05-31", "quarter"),
    # Without FY the company's own year does not matter.
    ("Q4 2025", "03-31", "2025-10-01", "2025-12-31", "quarter"),
    ("2025", "03-31", "2025-01-01", "2025-12-31", "year"),
]


@pytest.mark.parametrize(("label", "year_end", "first", "last", "precision"), PERIODS)
def test_what_a_period_covers(label: str, year_end: str, first: str, last: str, precision: str) -> None:
    found = AsOf.of(label, year_end)
    assert (found.start.iso, found.end.iso, found.precision, found.label) == (first, last, precision, label)


@pytest.mark.parametrize("label", ["", "Q5 2026", "H3 2026", "2026-13", "2026-02-30", "FY26", "last year", "6M 2025"])
def test_a_label_that_is_no_period_is_refused(label: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        AsOf.of(label)


@given(year=st.integers(1990, 2090), month=st.integers(1, 12))
def test_the_quarters_of_a_fiscal_year_are_that_year_without_gap_or_overlap(year: int, month: int) -> None:
    whole = AsOf.of(f"FY{year}", f"{month:02}-28")
    quarters = [AsOf.of(f"Q{n} FY{year}", f"{month:02}-28") for n in (1, 2, 3, 4)]
    assert (quarters[0].start, quarters[3].end) == (whole.start, whole.end)
    assert all(a.end.plus(1) == b.start for a, b in pairwise(quarters))
    assert (whole.end.date.year, whole.end.date.month) == (year, month)


def test_a_day_is_not_made_of_a_moment() -> None:
    with pytest.raises(ValueError, match="instant"):
        Day(datetime.fromisoformat("2026-06-24T00:00:00+00:00"))


def test_a_moment_needs_a_zone() -> None:
    with pytest.raises(ValueError, match="zone"):
        Instant.of("2026-06-24T09:00")


@pytest.mark.parametrize(
    ("zone", "day"), [("Asia/Hong_Kong", "2026-06-25"), ("UTC", "2026-06-24"), ("Pacific/Kiritimati", "2026-06-25")]
)
def test_one_moment_falls_on_the_day_of_each_zone(zone: str, day: str) -> None:
    assert Instant.of("2026-06-24T17:00Z").day_in(zone).iso == day


def test_moments_of_two_zones_are_one_when_they_are_one() -> None:
    assert Instant.of("2026-06-24T17:00+08:00") == Instant.of("2026-06-24T09:00Z")
    assert Instant.of("2026-06-24T17:00+08:00").iso == "2026-06-24T09:00:00Z"


@given(day=st.dates(date(1990, 1, 1), date(2090, 1, 1)), days=st.integers(-9000, 9000))
def test_days_are_counted_back(day: date, days: int) -> None:
    assert Day(day).plus(days).since(Day(day)) == days
