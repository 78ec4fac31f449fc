"""Saying a ratio as people say it: less than one sixth, about twice, level."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal

from bot.analysis.conversion import Shown
from bot.answers.scene import Scene
from bot.quantities import Multiple, Percent, divided, number_of
from bot.text import Argument, Message, Raw, Term

LEVEL_WITHIN = Decimal("0.01")
"""Two values within 1 % of each other are called level."""
NEARLY_WHOLE = Decimal("0.03")
"""A ratio within 3 % of a whole number is called about that number."""
MOST_NAMED_FRACTION = 12


def times(one: Shown, other: Shown) -> Multiple | None:
    """Returns how many times the other value the first is; None where either is unknown or the other not above zero."""
    if one.number is None or other.number is None or number_of(other.number) <= 0:
        return None
    return Multiple(divided(number_of(one.number), number_of(other.number)))


def in_words(one: Shown, other: Shown, scene: Scene) -> Message | None:
    """Returns how the smaller of two values stands to the larger one, None where that cannot be said in words.

    Percentages and losses below zero have no sensible fraction, so only values above zero are put into words.
    """
    if one.number is None or other.number is None:
        return None
    a, b = number_of(one.number), number_of(other.number)
    if a <= 0 or b <= 0:
        return None
    larger, smaller = (one, other) if a >= b else (other, one)
    ratio = divided(max(a, b), min(a, b))
    names: dict[str, Argument] = {
        "smaller": scene.name(smaller.figure.company),
        "larger": scene.name(larger.figure.company),
    }
    if ratio - 1 <= LEVEL_WITHIN:
        return Message("words-level", names)
    if ratio < Decimal("1.9"):
        return Message("words-percent", {**names, "share": Percent(divided(Decimal(1), ratio))})
    whole = int(ratio.to_integral_value(ROUND_FLOOR))
    nearest = int(ratio.to_integral_value())
    if abs(divided(ratio, Decimal(nearest)) - 1) <= NEARLY_WHOLE:
        return Message("words-about", {**names, "fraction": _fraction(nearest)})
    return Message("words-less-than", {**names, "fraction": _fraction(whole)})


def _fraction(parts: int) -> Term | Raw:
    return Term("fraction", str(parts)) if parts <= MOST_NAMED_FRACTION else Raw(f"1/{parts}")
