"""Adding up one measure of several companies, and its average and median, where that means anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bot.analysis.comparing import REFUSED, Comparison
from bot.analysis.conversion import Shown
from bot.quantities import EXACT, Quantity, divided, number_of, quantity, unit_of

Aggregate = Literal["sum", "mean", "median"]

ADDED: frozenset[str] = frozenset({"money", "shares", "count"})
"""Kinds of units whose amounts add up; prices, multiples and parts of a whole do not, only their middle says something.
"""


@dataclass(frozen=True, slots=True)
class Aggregated:
    """What came of several figures: the value, the figures that went in, and the kind: the mean where a sum is none."""

    kind: Aggregate
    value: Quantity
    counted: tuple[Shown, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        """Returns the claims of every figure that went in, each once."""
        return tuple(dict.fromkeys(c for s in self.counted for c in s.figure.claims))


def aggregated(
    comparison: Comparison, kind: Aggregate, unit: str, *, asked: bool, among: Sequence[str] = ()
) -> Aggregated | None:
    """Returns one measure of several companies as one number, None where the figures may not be put together.

    `unit` is the kind of unit that the measure is declared with. Where a currency was `asked` for the figures count in
    it, else in the one they are ordered in. Unknown figures and ranges are left out. `among` narrows whose count.
    """
    if comparison.verdict in REFUSED:
        return None
    figures = comparison.shown if asked else comparison.weighed
    counted = tuple(f for f in figures if f.number is not None and (not among or f.figure.company in among))
    if not counted or len({unit_of(f.number) for f in counted if f.number is not None}) > 1:
        return None
    kind = "mean" if kind == "sum" and unit not in ADDED else kind
    numbers = sorted(number_of(f.number) for f in counted if f.number is not None)
    first = counted[0].number
    assert first is not None
    return Aggregated(kind, quantity(_one(numbers, kind), unit_of(first)), counted)


def _one(numbers: list[Decimal], kind: Aggregate) -> Decimal:
    total = Decimal(0)
    for number in numbers:
        total = EXACT.add(total, number)
    if kind == "sum":
        return total
    if kind == "mean":
        return divided(total, Decimal(len(numbers)))
    middle = len(numbers) // 2
    if len(numbers) % 2:
        return numbers[middle]
    return divided(EXACT.add(numbers[middle - 1], numbers[middle]), Decimal(2))
