"""What studies found around the end of lock-ups, market by market, and single cases, which are no rate."""

from __future__ import annotations

from decimal import Decimal

from bot.answer import Answer, Block, Cell, Choice, Column, Notice, Table
from bot.answers import wording
from bot.answers.scene import Scene
from bot.call import Ask
from bot.facts.events import BaseRate
from bot.plan import Plan
from bot.quantities import Count, Percent, Range
from bot.text import Message, Raw, Term


def answer(plan: Plan, scene: Scene) -> Answer:
    """Returns the studies by market with n, window and figure, then the cases known by the day asked."""
    when = scene.moment(plan.with_changes(when=None))
    notes = wording.Footnotes()
    studies = scene.book.base_rates
    cases = [c for c in scene.book.cases if c.first_session <= when.known_at]
    markets = sorted({s.market for s in studies})
    blocks: list[Block] = []
    for market in markets:
        rows = tuple(_study(s, notes) for s in studies if s.market == market)
        blocks.append(Table(Message("rates-caption", {"market": Term("market", market)}), _COLUMNS, rows))
    blocks += [
        Notice(Message("rates-same", {"study": Raw(s.study), "other": Raw(s.same_as)})) for s in studies if s.same_as
    ]
    columns = (
        Column(Message("rates-column-case")),
        Column(Message("rates-column-market")),
        Column(Message("study-column-freed")),
        Column(Message("rates-column-first-day"), "number"),
        Column(Message("rates-column-confounders")),
    )
    rows = tuple(
        (
            Cell(Raw(c.name), (c.id,), notes=wording.cited_briefly([c.source], (c.id,), notes).notes),
            Cell(Term("market", c.market)),
            Cell(c.first_session),
            Cell(Percent(c.raw_return, signed=True), (c.id,))
            if c.raw_return is not None
            else Cell(None, why=Message("rates-no-close")),
            Cell(Raw(c.confounders) if c.confounders else None),
        )
        for c in cases
    )
    if rows:
        blocks.append(Table(Message("rates-cases", {"count": len(rows)}), columns, rows))
        blocks.append(Notice(Message("rates-cases-no-rate", {"count": len(rows)})))
    blocks.append(Notice(Message("study-no-cause")))
    headline = Message("rates-headline", {"count": len(studies) - sum(bool(s.same_as) for s in studies)})
    read = Message("read-as", {"parts": wording.joined([Term("operation", plan.operation), Message("rates-read")])})
    choices = tuple(
        Choice(Message("rates-choice", {"company": scene.name(c)}), Ask("study", c)) for c in ("zhipu", "minimax")
    )
    return Answer(headline, tuple(blocks), choices, notes.all(), read_as=read)


_COLUMNS = (
    Column(Message("rates-column-study")),
    Column(Message("rates-column-n"), "number"),
    Column(Message("rates-column-period")),
    Column(Message("rates-column-window")),
    Column(Message("rates-column-return"), "number"),
    Column(Message("rates-column-finding")),
)


def _study(study: BaseRate, notes: wording.Footnotes) -> tuple[Cell, ...]:
    cited = wording.cited_briefly([study.source], (study.id,), notes)
    n = Count(Decimal(study.n)) if study.n is not None else None
    return (
        Cell(Raw(study.study), (study.id,), notes=cited.notes),
        Cell(n, (study.id,)),
        Cell(Raw(study.period) if study.period else None),
        Cell(Raw(study.window)),
        _return(study),
        Cell(study.finding, (study.id,)),
    )


def _return(study: BaseRate) -> Cell:
    if not study.significant:
        return Cell(None, why=Message("rates-not-significant"))
    if study.abnormal_return is None:
        return Cell(None, why=Message("rates-no-figure"))
    one = Percent(study.abnormal_return, signed=True)
    if study.high is None:
        return Cell(one, (study.id,))
    low, high = sorted((study.abnormal_return, study.high))
    return Cell(Range(Percent(low, signed=True), Percent(high, signed=True)), (study.id,))
