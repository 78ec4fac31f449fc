"""Scales of numbers: from a value to a height, with ticks that are round, distinct when written, and few."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

LARGEST = 1e24
"""Numbers beyond this are left out of pictures: no figure of a company comes near, and they could not be written."""

SMALLEST = 1e-12
"""Numbers below this have no place on a scale of equal multiples, and no name."""

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5))


@dataclass(frozen=True, slots=True)
class Tick:
    """A round number on an axis, as it is written."""

    number: float
    words: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers from `low` to `high`, of equal differences or, when logarithmic, of equal multiples."""

    low: float
    high: float
    ticks: tuple[Tick, ...]
    logarithmic: bool = False

    def share(self, number: float) -> float:
        """Returns where a number lies between the ends, from 0 to 1; outside numbers are set on the nearer end."""
        low, high = self.low, self.high
        if self.logarithmic:
            low, high, number = math.log(low), math.log(high), math.log(max(number, self.low))
        return min(1.0, max(0.0, (number - low) / (high - low)))


def drawable(number: Decimal) -> float | None:
    """Returns a number as floating point, precise enough to place a pixel; None where no picture can hold it."""
    if not number.is_finite() or abs(number) > LARGEST:
        return None
    return float(number)


def linear(numbers: Sequence[float], written: Callable[[Decimal], str], about: int = 5) -> Scale:
    """Returns a scale of some five round ticks that holds all numbers, from zero where they lie near it."""
    low, high = min(numbers), max(numbers)
    if 0 <= low <= 0.4 * high:
        low = 0.0
    elif 0.4 * low <= high <= 0:
        high = 0.0
    if high - low <= max(abs(low), abs(high)) * 1e-9:
        reach = abs(high) * 0.1 or 1.0
        low, high = low - reach, high + reach
    ticks: tuple[Tick, ...] = ()
    for step in _round_steps((high - low) / about):
        first, last = math.floor(low / float(step) + 1e-9), math.ceil(high / float(step) - 1e-9)
        if last - first > 4 * about:
            continue
        numbers_at = [Decimal(n) * step for n in range(first, max(last, first + 1) + 1)]
        ticks = tuple(Tick(float(n), written(n)) for n in numbers_at)
        # A tiny range written to four digits would repeat one label: the scale widens until all differ.
        if len({tick.words for tick in ticks}) == len(ticks):
            break
    return Scale(ticks[0].number, ticks[-1].number, ticks)


def logarithmic(numbers: Sequence[float], written: Callable[[Decimal], str]) -> Scale:
    """Returns a scale of powers of ten, with 2 and 5 between them where there is room; all numbers are above zero."""
    low, high = math.log10(min(numbers)), math.log10(max(numbers))
    decades = high - low
    digits = (1, 2, 5) if decades <= 2.2 else (1,)
    every = max(1, math.ceil(decades / 7))
    found = [
        Decimal(digit).scaleb(power) for power in range(math.floor(low) - every, math.ceil(high) + every + 1)
        if power % every == 0 for digit in digits
    ]  # fmt: skip
    below = [n for n in found if float(n) <= min(numbers) * (1 + 1e-9)][-1:]
    above = [n for n in found if float(n) >= max(numbers) * (1 - 1e-9)][:1]
    first, last = (below or found[:1])[0], (above or found[-1:])[0]
    if first == last:
        last = found[min(found.index(first) + 1, len(found) - 1)]
    ticks = tuple(Tick(float(n), written(n)) for n in found if first <= n <= last)
    shown = tuple({tick.words: tick for tick in ticks}.values())
    return Scale(float(first), float(last), shown, logarithmic=True)


def _round_steps(least: float) -> Iterator[Decimal]:
    """Yields round numbers upwards from the least step that may do."""
    power = math.floor(math.log10(least)) if least > 0 else -12
    for exponent in range(power, power + 40):
        for digit in _STEPS:
            step = digit.scaleb(exponent)
            if float(step) >= least * 0.8:
                yield step
