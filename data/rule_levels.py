"""Levels and values of all units as whole numbers of one scale, so that an index can put them in order."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final

from bot.quantities import EXACT

SCALE: Final = 4
MOST: Final = 9 * 10**18
RATIO: Final = 10**8
"""Numbers below this keep as many digits again behind the point: a ratio's fifth decimal is worth finding."""


def floor(number: Decimal) -> int:
    """Returns the place of a number in the order, rounded down."""
    return _placed(number, ROUND_FLOOR)


def ceiling(number: Decimal) -> int:
    """Returns the place of a number in the order, rounded up."""
    return _placed(number, ROUND_CEILING)


def _placed(number: Decimal, rounding: str) -> int:
    """Small numbers at twelve decimals, larger ones at four behind them: it rises with the number throughout."""
    size = abs(number)
    edge = RATIO // 10**4
    if size < edge:
        placed = int(EXACT.scaleb(number, 12).to_integral_value(rounding))
    else:
        start = edge * 10**12
        beyond = EXACT.subtract(size, Decimal(edge))
        up = rounding if number >= 0 else (ROUND_CEILING if rounding == ROUND_FLOOR else ROUND_FLOOR)
        placed = start + int(EXACT.scaleb(beyond, 2).to_integral_value(up))
        placed = placed if number >= 0 else -placed
    return max(-MOST, min(MOST, placed))
