"""Amounts are exact, know their unit, and are never mixed with another."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.quantities import (
    Count,
    Money,
    Multiple,
    Percent,
    Points,
    Quantity,
    Range,
    Shares,
    UnitMismatchError,
    divided,
    number_of,
    quantity,
    unit_of,
)

amounts = st.decimals(min_value=-(10**15), max_value=10**15, places=4)


@given(amount=amounts, factor=st.integers(-(10**10), 10**10))
def test_a_product_is_exact(amount: Decimal, factor: int) -> None:
    exact = int(amount * 10_000) * factor
    assert int(Money(amount, "HKD").times(Decimal(factor)).amount * 10_000) == exact


@given(a=amounts, b=amounts)
def test_a_difference_is_exact(a: Decimal, b: Decimal) -> None:
    assert Money(a, "USD").minus(Money(b, "USD")).amount + b == a


def test_the_market_value_of_the_article_is_exact_to_the_cent() -> None:
    assert Money(Decimal("2174"), "HKD").times(Decimal(445_843_090)) == Money(Decimal(969_262_877_660), "HKD")


def test_a_quotient_has_34_digits_and_rounds_the_last_half_to_even() -> None:
    assert divided(Decimal(2), Decimal(3)) == Decimal("0." + "6" * 33 + "7")


def test_dividing_by_nothing_is_an_error_not_infinity() -> None:
    with pytest.raises(ZeroDivisionError):
        Money(Decimal(1), "USD").over(Money(Decimal(0), "USD"))


def test_two_currencies_are_never_put_together() -> None:
    dollars, yuan = Money(Decimal(1), "USD"), Money(Decimal(1), "CNY")
    with pytest.raises(UnitMismatchError):
        dollars.minus(yuan)
    with pytest.raises(UnitMismatchError):
        dollars.over(yuan)


def test_a_range_has_ends_of_one_unit_in_order() -> None:
    assert Range(None, Count(Decimal(5))).high == Count(Decimal(5))
    with pytest.raises(UnitMismatchError):
        Range(Money(Decimal(1), "USD"), Money(Decimal(2), "HKD"))
    with pytest.raises(UnitMismatchError):
        Range(Percent(Decimal(1)), Points(Decimal(2)))
    with pytest.raises(ValueError, match="lower end"):
        Range(Count(Decimal(2)), Count(Decimal(1)))
    with pytest.raises(ValueError, match="one end"):
        Range(None, None)


@pytest.mark.parametrize(
    "one",
    [
        Money(Decimal("1.5"), "JPY"),
        Shares(Decimal(3)),
        Percent(Decimal("0.0583")),
        Points(Decimal(2)),
        Multiple(Decimal(20)),
        Count(Decimal(7)),
    ],
)
def test_a_quantity_comes_back_from_its_number_and_unit(one: Quantity) -> None:
    assert quantity(number_of(one), unit_of(one)) == one


@pytest.mark.parametrize("unit", ["", "usd", "US", "USDT", "percent", "美元", "shares "])
def test_an_unknown_unit_is_refused(unit: str) -> None:
    with pytest.raises(UnitMismatchError):
        quantity(Decimal(1), unit)


def test_a_change_equals_the_same_share() -> None:
    assert Percent(Decimal("0.1"), signed=True) == Percent(Decimal("0.1"))
