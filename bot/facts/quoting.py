"""How a figure is quoted: the numbers by which people repeat it, and how far they round."""

from __future__ import annotations

import re
from collections.abc import Mapping
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


_SCALES: Mapping[str, int] = {"%": -2, "m": 6, "million": 6, "bn": 9, "billion": 9, "tn": 12, "trillion": 12}
_NUMBER = re.compile(
    r"(?<![\w.])(?:[A-Z]{2,3}\$|\$)?(\d+(?:,\d{3})*(?:\.\d+)?) ?(%|bn|tn|m(?!\w)|million|billion|trillion)?"
)


def is_said_in(text: str, number: Decimal) -> bool:
    """Decides whether an English text says a number, as people round it; a part is a fraction of one."""
    for match in _NUMBER.finditer(text):
        said = Decimal(match[1].replace(",", "")).scaleb(_SCALES.get(match[2] or "", 0))
        if said and abs(said - number) <= abs(said) * CLOSE:
            return True
    return False
