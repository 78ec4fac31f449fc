"""Amounts as the database keeps them: whole numbers at a fixed scale per unit.

SQLite turns a Numeric column into floating point and loses digits past the fifteenth, so no amount is stored as one.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from bot.quantities import EXACT

MONEY_SCALE: Final = 4
PRICE_SCALE: Final = 6
LARGEST: Final = 2**63 - 1
"""The largest whole number that both databases keep (SQLite INTEGER, PostgreSQL bigint)."""

_SCALES: Final = {"shares": 3, "ratio": 9, "points": 6, "multiple": 6, "count": 3, "days": 3}


class AmountError(ValueError):
    """Says that a number has more decimals than its unit is kept with, or is too large to be kept."""


def scale_of(unit: str) -> int:
    """Returns how many decimals amounts of a unit are kept with; every unit that is not listed is a currency."""
    return _SCALES.get(unit, MONEY_SCALE)


def stored(number: Decimal, scale: int) -> int:
    """Returns a number as the whole number that is kept for it.

    Raises AmountError rather than rounding: what a source stated comes back digit by digit or not at all.
    """
    if not number.is_finite():
        raise AmountError(f"{number} is not a number")
    if number.adjusted() + scale > 18:
        raise AmountError(f"{number} is too large to be kept with {scale} decimals")
    scaled = EXACT.scaleb(number, scale)
    whole = int(scaled)
    if whole != scaled:
        raise AmountError(f"{number} has more than {scale} decimals")
    if not -LARGEST <= whole <= LARGEST:
        raise AmountError(f"{number} is too large to be kept with {scale} decimals")
    return whole


def restored(whole: int, scale: int) -> Decimal:
    """Returns the number that a kept whole number stands for: 1500, not 1500.0000 and not 1.5E+3."""
    units, rest = divmod(whole, 10**scale)
    return EXACT.scaleb(Decimal(whole), -scale).normalize(EXACT) if rest else Decimal(units)
