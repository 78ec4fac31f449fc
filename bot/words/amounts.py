"""Figures of charts: a number with the chart's unit."""

from __future__ import annotations

from decimal import Decimal

from bot.quantities import Percent, UnitMismatchError, quantity
from bot.words.numbers import compact
from bot.words.writer import Writer


def amount(number: Decimal, unit: str, writer: Writer, *, signed: bool = False) -> str:
    """Returns a number with its unit, or bare where the unit is not one of the house's."""
    if signed and unit == "ratio":
        return writer.figure(Percent(number, signed=True))
    try:
        return writer.figure(quantity(number, unit))
    except UnitMismatchError:
        return compact(number, writer.language)


def part_figure(fraction: Decimal, writer: Writer) -> str:
    """Returns a part of a whole as a percentage."""
    return writer.figure(Percent(fraction))
