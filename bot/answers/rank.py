"""An order of companies on one measure; ties, unknowns and pairs whose ranges overlap are marked, never forced."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from bot.analysis.comparing import Comparison, compared, of_one_length
from bot.analysis.conversion import Shown
from bot.answer import Answer, Block, Cell, Column, Notice, Table
from bot.answers import side_by_side, wording
from bot.answers.scene import Scene, needs_of
from bot.answers.together import together
from bot.facts.book import Needs
from bot.plan import Plan
from bot.ports import Vocabulary
from bot.quantities import Count, Money, Multiple, Percent, Quantity, Range, number_of
from bot.text import Argument, Message, Several, Term


def needs(plan: Plan, vocabulary: Vocabulary) -> Needs:
    """Returns the facts an order reads."""
    return needs_of(plan, vocabulary)


def answer(plan: Plan, scene: Scene) -> Answer:
    """Returns companies in order, those that cannot be placed below with the reason."""
    when = scene.moment(plan)
    companies = plan.companies or tuple(scene.vocabulary.companies)
    comparison = compared(scene.evidence, companies, plan.measures[0], when, plan.currency, scene.return_from(plan))
    apart: tuple[Shown, ...] = ()
    if plan.when is None and "aggregate" not in dict(plan.params):
        comparison, apart = of_one_length(scene.evidence, comparison, when, plan.currency)
    notes = wording.Footnotes()
    order = list(comparison.ordered)
    if plan.direction == "lowest":
        order.reverse()
    limit = dict(plan.params).get("n", 0)
    kept = order[: int(limit)] if limit else order
    level = dict(plan.params).get("threshold")
    beyond = [s for s in order if level and _is_beyond(s, level)]
    if level and plan.currency == level.get("currency", plan.currency):
        kept = beyond or kept
    measure = scene.measure(plan.measures[0])
    blocks: list[Block] = []
    if kept:
        blocks.append(_table(kept, comparison, scene, notes))
        first = kept[0]
        assert first.value is not None
        said: dict[str, Argument] = {
            "company": scene.name(first.figure.company),
            "value": wording.qualified(first),
            "measure": measure.name,
            "count": len(order),
        }
        headline = Message(f"rank-{plan.direction or 'highest'}", said)
        place = dict(plan.params).get("position")
        if place and place <= len(order):
            at_place = order[place - 1]
            named: dict[str, Argument] = {"company": scene.name(at_place.figure.company), "place": place}
            named["value"] = wording.qualified(at_place)
            headline = Message(f"rank-place-{plan.direction or 'highest'}", {**said, **named})
        if level and (asked := _as_level(first, level)) is not None:
            names = Several(tuple(scene.name(s.figure.company) for s in beyond))
            key = f"rank-{'below' if level['op'].startswith('<') else 'above'}" if beyond else "rank-none-there"
            headline = Message(key, {**said, "level": asked, "found": len(beyond), "companies": names})
        if (summed := together(plan, comparison, scene)) is not None:
            headline, above = summed
            blocks = [*above, *blocks]
    else:
        headline = Message("rank-none", {"measure": measure.name})
        blocks.append(side_by_side.table_of(comparison, scene, notes))
    blocks += [*_left_out(comparison, order, scene), *_of_other_lengths(apart, scene)]
    if comparison.verdict != "comparable" or comparison.dates_differ:
        blocks += [r for r in side_by_side.remarks(comparison, scene) if not _is_unknown(r, comparison, scene)]
    choices = side_by_side.choices(plan, [comparison])
    return Answer(headline, tuple(blocks), choices, notes.all(), read_as=wording.read_as(plan, scene))


def _is_beyond(shown: Shown, level: Mapping[str, Any]) -> bool:
    """Decides whether a figure lies on the asked side of a level; never one of another currency."""
    if shown.number is None or level.get("currency") not in (None, shown.currency):
        return False
    number, wanted = number_of(shown.number), Decimal(str(level["value"]))
    return number < wanted if level["op"].startswith("<") else number > wanted


def _as_level(shown: Shown, level: Mapping[str, Any]) -> Quantity | None:
    """The level as asked, in the unit of the figures held against it; None where these have another currency."""
    number = Decimal(str(level["value"]))
    match shown.number:
        case Money(currency=currency) if level.get("currency") in (None, currency):
            return Money(number, currency)
        case Percent():
            return Percent(number)
        case Multiple():
            return Multiple(number)
        case Count():
            return Count(number)
        case _:
            return None


def _table(kept: list[Shown], comparison: Comparison, scene: Scene, notes: wording.Footnotes) -> Table:
    rows = []
    for place, shown in enumerate(kept, 1):
        tied = _ties(shown, kept, comparison)
        position = Count(Decimal(min(tied) + 1 if tied else place))
        mark = () if not tied else (notes.number(Message("note-tied")),)
        value = side_by_side.cell_of(shown, scene, notes)
        weighed_in = comparison.weighed_apart
        weight = [side_by_side.weight_cell(comparison.weight_of(shown), weighed_in, notes)] if weighed_in else []
        rows.append(
            (
                Cell(position, notes=mark),
                Cell(scene.name(shown.figure.company)),
                value,
                *weight,
                Cell(shown.figure.as_of),
                Cell(Message("plain", {"text": wording.basis(shown.figure)})),
            )
        )
    apart = comparison.weighed_apart
    common = [Column(Message("card-common-value", {"currency": Term("currency", apart)}), "number")] if apart else []
    columns = (
        Column(Message("column-place"), "number"),
        Column(Message("column-company")),
        Column(scene.measure(comparison.measure).short, "number"),
        *common,
        Column(Message("field-as-of")),
        Column(Message("field-basis")),
    )
    return Table(Message("rank-caption", {"measure": scene.measure(comparison.measure).name}), columns, tuple(rows))


def _ties(shown: Shown, kept: list[Shown], comparison: Comparison) -> list[int]:
    """The places of all that share a value with one, its own among them; empty where none does."""
    value = comparison.weight_of(shown).number
    assert value is not None
    weights = [comparison.weight_of(s).number for s in kept]
    same = [i for i, other in enumerate(weights) if other is not None and number_of(other) == number_of(value)]
    return same if len(same) > 1 else []


def _left_out(comparison: Comparison, order: list[Shown], scene: Scene) -> list[Block]:
    placed = {s.figure.company for s in order}
    ranges = [s for s in comparison.shown if isinstance(s.value, Range)]
    unknown = [s for s in comparison.shown if s.value is None]
    said: list[Block] = []
    if ranges:
        names = Several(tuple(scene.name(s.figure.company) for s in ranges if s.figure.company not in placed))
        said.append(Notice(Message("rank-ranges", {"companies": names})))
    if unknown:
        names = Several(tuple(scene.name(s.figure.company) for s in unknown))
        said.append(Notice(Message("rank-unknown", {"companies": names, "count": len(unknown)})))
    return said


def _of_other_lengths(apart: Sequence[Shown], scene: Scene) -> list[Block]:
    """Who has figures, but of longer or shorter periods than those that are in order."""
    periods = tuple(
        Message("company-and-what", {"company": scene.name(each.figure.company), "what": each.figure.as_of})
        for each in apart
        if each.figure.as_of is not None
    )
    return [Notice(Message("rank-other-lengths", {"each": Several(periods)}))] if periods else []


def _is_unknown(remark: Notice, comparison: Comparison, scene: Scene) -> bool:
    unknown = [wording.unknown(s.figure, scene) for s in comparison.shown if s.value is None]
    return remark.sentence in unknown
