from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.amounts import LARGEST, AmountError, restored, scale_of, stored

UNITS = ("HKD", "USD", "shares", "ratio", "points", "multiple", "count", "days")


@given(st.integers(-LARGEST, LARGEST), st.sampled_from(UNITS))
def test_every_kept_number_comes_back_digit_by_digit(whole: int, unit: str) -> None:
    scale = scale_of(unit)
    number = restored(whole, scale)
    assert number * 10**scale == Decimal(whole)
    assert stored(number, scale) == whole


@given(st.decimals(allow_nan=True, allow_infinity=True), st.sampled_from(UNITS))
def test_a_number_is_kept_exactly_or_refused(number: Decimal, unit: str) -> None:
    try:
        whole = stored(number, scale_of(unit))
    except AmountError:
        return
    assert restored(whole, scale_of(unit)) == number


@given(st.integers(-LARGEST, LARGEST), st.sampled_from(UNITS))
def test_numbers_come_back_without_trailing_zeros_and_never_as_powers_of_ten(whole: int, unit: str) -> None:
    exponent = restored(whole, scale_of(unit)).as_tuple().exponent
    assert isinstance(exponent, int)
    assert exponent <= 0
    assert exponent == 0 or restored(whole, scale_of(unit)).as_tuple().digits[-1] != 0


def test_a_digit_that_doubles_lose_is_kept() -> None:
    number = Decimal("96926287766012.1235")
    assert restored(stored(number, scale_of("HKD")), scale_of("HKD")) == number


@pytest.mark.parametrize("number", ["0.00001", "1E+15", "922337203685478", "NaN", "Infinity", "1E-400000", "1E+400000"])
def test_what_cannot_be_kept_exactly_is_refused(number: str) -> None:
    with pytest.raises(AmountError):
        stored(Decimal(number), scale_of("USD"))
