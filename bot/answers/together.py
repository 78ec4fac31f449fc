"""Saying what several companies come to together: the total, the average or the median of one measure."""

from __future__ import annotations

from bot.analysis.aggregating import Aggregated, aggregated
from bot.analysis.comparing import Comparison
from bot.answer import Block, Cell, Column, Notice, Table
from bot.answers import wording
from bot.answers.scene import Scene
from bot.plan import Plan
from bot.quantities import Multiple, divided, number_of, unit_of
from bot.text import Argument, Message, Several


def together(plan: Plan, comparison: Comparison, scene: Scene) -> tuple[Message, list[Block]] | None:
    """Returns the headline and what stands above the table where a plan asks for one number of several companies.

    None where none is asked for. Where the figures may not be put together the headline says so, and the table below
    says why.
    """
    params = dict(plan.params)
    kind = params.get("aggregate")
    if kind not in ("sum", "mean", "median"):
        return None
    measure = scene.measure(comparison.measure)
    among = tuple(params.get("of", ()))
    made = aggregated(comparison, kind, measure.unit, asked=plan.currency is not None, among=among)
    if made is None:
        return Message("together-none", {"measure": measure.name}), []
    names = Several(tuple(scene.name(s.figure.company) for s in made.counted))
    said: dict[str, Argument] = {
        "measure": measure.name, "value": made.value, "companies": names, "count": len(made.counted),
    }  # fmt: skip
    row = (Cell(Message(f"together-row-{made.kind}")), Cell(made.value, made.claims), Cell(names))
    columns = (Column(Message("column-measure")), Column(measure.short, "number"), Column(Message("column-company")))
    blocks: list[Block] = [Table(Message(f"together-caption-{made.kind}", {"measure": measure.name}), columns, (row,))]
    if made.kind != kind:
        blocks.append(Notice(Message("together-not-added", {"measure": measure.name})))
    if among:
        blocks += _beside(made, comparison, scene)
    return Message(f"together-{made.kind}", said), blocks


def _beside(made: Aggregated, comparison: Comparison, scene: Scene) -> list[Block]:
    """How many times each company outside is what those inside come to together."""
    inside = {s.figure.company for s in made.counted}
    said: list[Block] = []
    for other in comparison.weighed:
        number = other.number
        if other.figure.company in inside or number is None or unit_of(number) != unit_of(made.value):
            continue
        if not number_of(number):
            continue
        times = Multiple(divided(number_of(made.value), number_of(number)))
        value = wording.qualified(other)
        each: dict[str, Argument] = {"company": scene.name(other.figure.company), "value": value, "times": times}
        said.append(Notice(Message("together-beside", each)))
    return said
