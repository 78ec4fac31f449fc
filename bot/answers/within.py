"""One figure of a company divided by another of its own: revenue for each employee, what part of its users pay."""

from __future__ import annotations

from dataclasses import replace

from bot.analysis.conversion import Shown, shown_in
from bot.analysis.measuring import figure
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
    beside = lookup.answer(plan.with_changes(operation="lookup"), scene)
    when = scene.moment(plan)
    top, bottom = (figure(scene.evidence, plan.companies[0], measure, when) for measure in plan.measures)
    whole = shown_in(bottom, plan.currency, scene.evidence)
    part = shown_in(top, whole.currency or plan.currency, scene.evidence)
    found = quotient(part, whole)
    read = replace(beside, read_as=wording.read_as(plan, scene))
    if found is None:
        return read
    assert top.as_of is not None and bottom.as_of is not None
    rough = any(wording.qualifier(each) for each in (top, bottom))
    said: dict[str, Argument] = {
        "company": scene.name(plan.companies[0]),
        "first": scene.measure(plan.measures[0]).name,
        "second": scene.measure(plan.measures[1]).name,
        "as_of": top.as_of,
        "second_as_of": bottom.as_of,
        "value": wording.as_put(found, "about" if rough else ""),
    }
    shown = Field(Message("ratio-within-field", said), Cell(found, (*top.claims, *bottom.claims)))
    return replace(read, headline=Message("ratio-within", said), blocks=(Fields((shown,)), *beside.blocks))


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
