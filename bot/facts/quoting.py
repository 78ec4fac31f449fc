"""How a figure is quoted: the numbers by which people repeat it, and how far they round."""

from __future__ import annotations

from decimal import Decimal

from bot.days import Day
from bot.quantities import Money, Quantity, Range, number_of

CLOSE = Decimal("0.006")
"""How far a quoted figure may lie from the claim it quotes: people round to two or three digits."""


def numbers_quoted(value: Quantity | Range | Day, currency: str | None) -> list[Decimal]:
    """Returns the numbers a value is quoted by, those of a range at both its ends; none of another currency."""
    if isinstance(value, Day):
        return []
    ends = (value.low, value.high) if isinstance(value, Range) else (value,)
    fitting = [e for e in ends if e is not None and not (isinstance(e, Money) and currency not in (None, e.currency))]
    return [number for e in fitting if (number := number_of(e))]
