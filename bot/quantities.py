"""Amounts with their units, in exact decimal arithmetic.

Every product and quotient is taken to 34 significant digits, the last one rounded half to even (IEEE 754 decimal128);
amounts are rounded for a reader only where they are written, in bot.words.numbers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_HALF_EVEN, Context, Decimal

EXACT = Context(prec=34, rounding=ROUND_HALF_EVEN)


class UnitMismatchError(ValueError):
    """Says that two amounts of different units or currencies were put together."""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of one currency, in base units (1 is one dollar); the currency is an ISO 4217 code."""

    amount: Decimal
    currency: str

    def times(self, factor: Decimal) -> Money:
        """Returns the amount multiplied by a pure number."""
        return Money(EXACT.multiply(self.amount, factor), self.currency)

    def minus(self, other: Money) -> Money:
        """Returns the difference in the same currency; raises UnitMismatchError across currencies."""
        self._same_currency(other)
        return Money(EXACT.subtract(self.amount, other.amount), self.currency)

    def over(self, other: Money) -> Decimal:
        """Returns this amount divided by another of the same currency.

        Raises UnitMismatchError across currencies and ZeroDivisionError (as decimal does) for a zero divisor.
        """
        self._same_currency(other)
        return EXACT.divide(self.amount, other.amount)

    def _same_currency(self, other: Money) -> None:
        if self.currency != other.currency:
            raise UnitMismatchError(f"{self.currency} beside {other.currency}")


@dataclass(frozen=True, slots=True)
class Shares:
    """A number of shares."""

    number: Decimal


@dataclass(frozen=True, slots=True)
class Percent:
    """A share or a change as a fraction: 0.0583 is 5.83 %. A signed one is a change and always carries its sign."""

    fraction: Decimal
    signed: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Points:
    """A gap between two percentages, or a score, in points: 5 is five points."""

    number: Decimal


@dataclass(frozen=True, slots=True)
class Multiple:
    """How many times one quantity holds another: 20.5 is 20.5x."""

    times: Decimal


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things that are not shares: users, people, countries, days."""

    number: Decimal


Quantity = Money | Shares | Percent | Points | Multiple | Count


@dataclass(frozen=True, slots=True)
class Range:
    """A lowest and a highest value of one unit; None at an end means the source left it open.

    Raises UnitMismatchError for ends of different units and ValueError for none at all or for ends in the wrong order.
    """

    low: Quantity | None
    high: Quantity | None

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise ValueError("a range needs at least one end")
        if self.low is not None and self.high is not None:
            if unit_of(self.low) != unit_of(self.high):
                raise UnitMismatchError(f"{unit_of(self.low)} beside {unit_of(self.high)}")
            if number_of(self.low) > number_of(self.high):
                raise ValueError("a range runs from its lower end to its higher one")


def number_of(quantity: Quantity) -> Decimal:
    """Returns the bare number of a quantity, in the base unit of its kind."""
    match quantity:
        case Money(amount=number) | Percent(fraction=number) | Multiple(times=number):
            return number
        case Shares(number=number) | Points(number=number) | Count(number=number):
            return number


def unit_of(quantity: Quantity) -> str:
    """Returns a quantity's unit as the fact files write it: a currency, shares, ratio, points, multiple or count."""
    match quantity:
        case Money(currency=currency):
            return currency
        case Shares():
            return "shares"
        case Percent():
            return "ratio"
        case Points():
            return "points"
        case Multiple():
            return "multiple"
        case Count():
            return "count"


def quantity(number: Decimal, unit: str) -> Quantity:
    """Returns the quantity of a number in a unit as the fact files write it.

    Raises UnitMismatchError for a unit that is neither one of ours nor three capital letters.
    """
    match unit:
        case "shares":
            return Shares(number)
        case "ratio":
            return Percent(number)
        case "points":
            return Points(number)
        case "multiple":
            return Multiple(number)
        case "count" | "days":
            return Count(number)
        case _ if len(unit) == 3 and unit.isascii() and unit.isalpha() and unit.isupper():
            return Money(number, unit)
    raise UnitMismatchError(f"no such unit: {unit}")


def divided(top: Decimal, bottom: Decimal) -> Decimal:
    """Returns the quotient to 34 significant digits; raises ZeroDivisionError (as decimal does) for a zero divisor."""
    return EXACT.divide(top, bottom)
