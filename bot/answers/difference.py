"""How much one company has over another, in money, points or numbers."""

from __future__ import annotations

from decimal import Decimal

from bot.analysis.comparing import REFUSED, Comparison
from bot.analysis.conversion import Shown
from bot.answer import Answer, Block, Cell, Field, Fields
from bot.answers import side_by_side
from bot.answers.scene import Scene, needs_of
from bot.days import Day
from bot.facts.book import Needs
from bot.plan import Plan
from bot.ports import Vocabulary
from bot.quantities import (
    EXACT,
    Count,
    Money,
    Multiple,
    Percent,
    Points,
    Quantity,
    Shares,
    number_of,
    unit_of,
)
from bot.text import Argument, Message


def needs(plan: Plan, vocabulary: Vocabulary) -> Needs:
    """Returns the facts a difference reads."""
    return needs_of(plan, vocabulary)


def answer(plan: Plan, scene: Scene) -> Answer:
    """Returns the first company's figure less the second's, and who has more."""
    return side_by_side.of_two(plan, scene, _said)


def _said(comparison: Comparison, scene: Scene) -> tuple[Message, list[Block]]:
    one, other = comparison.shown[:2]
    names: dict[str, Argument] = {
        "first": scene.name(one.figure.company),
        "second": scene.name(other.figure.company),
        "measure": scene.measure(comparison.measure).name,
    }
    gap = None if comparison.verdict in REFUSED else gap_of(one, other)
    if gap is None:
        return Message("difference-none", names), []
    claims = (*one.figure.claims, *other.figure.claims)
    block = Fields((Field(Message("field-difference"), Cell(gap, claims)),))
    if number_of(gap) == 0:
        return Message("difference-level", names), [block]
    ahead, behind = ("first", "second") if number_of(gap) > 0 else ("second", "first")
    said = {"ahead": names[ahead], "behind": names[behind], "measure": names["measure"], "gap": _size(gap)}
    return Message("difference-headline", said), [block]


def gap_of(one: Shown, other: Shown) -> Quantity | None:
    """Returns the first value less the second; percentages differ by points. None where it cannot be taken."""
    a, b = one.value, other.value
    if isinstance(a, Day) and isinstance(b, Day):
        return Count(Decimal(a.since(b)))
    top, bottom = one.number, other.number
    if top is None or bottom is None or unit_of(top) != unit_of(bottom):
        return None
    return _like(top, EXACT.subtract(number_of(top), number_of(bottom)))


def _size(gap: Quantity) -> Quantity:
    """A gap without its sign, since the sentence says who is ahead."""
    size = number_of(gap).copy_abs()
    return Points(size) if isinstance(gap, Points) else _like(gap, size)


def _like(quantity: Quantity, value: Decimal) -> Quantity:
    match quantity:
        case Money(currency=currency):
            return Money(value, currency)
        case Percent():
            return Points(value * 100)
        case Multiple():
            return Multiple(value)
        case Shares():
            return Shares(value)
        case Points():
            return Points(value)
        case Count():
            return Count(value)
