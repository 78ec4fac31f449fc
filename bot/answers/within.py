"""One figure of a company divided by another of its own: revenue for each employee, what part of its users pay."""

from __future__ import annotations

from dataclasses import replace

from bot.analysis.conversion import Shown, shown_in
from bot.answer import Answer, Cell, Field, Fields
from bot.answers import lookup, wording
from bot.answers.scene import Scene
from bot.plan import Plan
from bot.quantities import Count, Money, Multiple, Percent, Quantity, Shares, divided, number_of
from bot.text import Argument, Message


def answer(plan: Plan, scene: Scene) -> Answer:
    """Returns both figures of one company with what the first comes to for each of the second, where they divide.

    Each figure keeps its own day, which stands beside it.
    """
    shown = lookup.shown_of(plan, scene)
    beside = lookup.of_figures(shown, plan, scene)
    part, whole = shown
    found = quotient(shown_in(part.figure, whole.currency or plan.currency, scene.evidence), whole)
    top, bottom = part.figure, whole.figure
    if found is None or top.as_of is None or bottom.as_of is None:
        return beside
    rough = any(wording.qualifier(each) for each in (top, bottom))
    said: dict[str, Argument] = {
        "company": scene.name(plan.companies[0]),
        "first": scene.measure(plan.measures[0]).name,
        "second": scene.measure(plan.measures[1]).name,
        "as_of": top.as_of,
        "second_as_of": bottom.as_of,
        "value": wording.as_put(found, "about" if rough else ""),
    }
    each = Field(Message("ratio-within-field", said), Cell(found, (*top.claims, *bottom.claims)))
    return replace(beside, headline=Message("ratio-within", said), blocks=(Fields((each,)), *beside.blocks))


def quotient(top: Shown, bottom: Shown) -> Quantity | None:
    """Returns one value for each of another: money for each head, a part of a whole; None where they do not divide."""
    above, below = top.number, bottom.number
    if above is None or below is None or number_of(below) <= 0:
        return None
    number = divided(number_of(above), number_of(below))
    match above, below:
        case Money(currency=currency), Count() | Shares():
            return Money(number, currency)
        case (Money(currency=one), Money(currency=other)) if one != other:
            return None
        case (Money(), Money()) | (Count(), Count()) | (Shares(), Shares()):
            return Percent(number) if number < 1 else Multiple(number)
        case _:
            return None
