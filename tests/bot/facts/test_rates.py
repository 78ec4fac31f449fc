"""Exchange rates: of the figure's own day, never older than a week, crossed through the euro."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.rates import EuropeanCentralBankRates
from bot.days import AsOf, Day
from bot.facts.rates import converted, rate_for, rate_on
from bot.quantities import Money
from tests.bot.facts_book import FixedRates

ECB = EuropeanCentralBankRates()
RATES = FixedRates(USD="1.25", HKD="10", CNY="8")


def test_two_currencies_are_crossed_through_the_euro() -> None:
    rate = rate_on(RATES, "USD", "HKD", Day.of("2026-06-24"))
    assert rate is not None
    assert (rate.value, rate.day.iso) == (Decimal(8), "2026-06-24")


@pytest.mark.parametrize(("published", "found"), [("2026-06-17", True), ("2026-06-16", False)])
def test_a_rate_older_than_seven_days_is_missing_not_guessed(published: str, found: bool) -> None:
    rates = FixedRates(Day.of(published), USD="1.25", HKD="10")
    for of, to in (("USD", "HKD"), ("EUR", "USD"), ("USD", "EUR")):
        assert (rate_on(rates, of, to, Day.of("2026-06-24")) is not None) is found


def test_a_currency_without_rates_is_not_converted() -> None:
    assert rate_on(RATES, "USD", "XAU", Day.of("2026-06-24")) is None


def test_a_period_figure_takes_the_average_of_its_period_and_a_day_its_own_rate() -> None:
    year, day = AsOf.of("FY2025"), AsOf.of("2025-12-31")
    average = rate_for(ECB, "USD", "HKD", year, period=True)
    last = rate_for(ECB, "USD", "HKD", year, period=False)
    of_day = rate_for(ECB, "USD", "HKD", day, period=True)
    assert average is not None and last is not None and of_day is not None
    assert average.averaged_from == year.start
    assert last.averaged_from is None
    assert of_day == last
    assert average.value != last.value


def test_a_period_that_rates_do_not_reach_is_not_converted() -> None:
    assert rate_for(ECB, "USD", "HKD", AsOf.of("FY2035"), period=True) is None
    assert rate_for(ECB, "USD", "HKD", AsOf.of("FY2010"), period=True) is None


@pytest.mark.parametrize(
    ("asked", "published"), [("2026-06-24", "2026-06-24"), ("2026-06-21", "2026-06-19"), ("2026-01-01", "2025-12-31")]
)
def test_on_a_day_without_rates_the_last_published_ones_hold(asked: str, published: str) -> None:
    rate = rate_on(ECB, "HKD", "USD", Day.of(asked))
    assert rate is not None
    assert rate.day.iso == published


def test_the_dollar_of_hong_kong_stays_in_its_band() -> None:
    """A check of the reading of the shipped set: the peg holds the dollar between 7.75 and 7.85 (hkma.gov.hk)."""
    for month in range(1, 7):
        rate = rate_on(ECB, "USD", "HKD", Day.of(f"2026-{month:02}-15"))
        assert rate is not None
        assert Decimal("7.74") < rate.value < Decimal("7.86")


@given(amount=st.decimals(min_value=1, max_value=10**13, places=2), of=st.sampled_from(["USD", "HKD", "CNY", "EUR"]))
def test_there_and_back_loses_nothing_that_is_written(amount: Decimal, of: str) -> None:
    there, back = rate_on(RATES, of, "HKD", LATE), rate_on(RATES, "HKD", of, LATE)
    assert there is not None and back is not None
    result = converted(converted(Money(amount, of), there), back)
    assert result.currency == of
    assert abs(result.amount - amount) < Decimal("1e-15") * amount


LATE = Day.of("2026-06-24")
