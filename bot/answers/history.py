"""How a measure moved: its change, peak and trough, the day a level was first passed, and the line itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from bot.analysis import returns
from bot.analysis.divergence import divergence
from bot.analysis.measuring import drawdown_figure
from bot.analysis.moments import Moment
from bot.analysis.observed import observed, usual_length
from bot.analysis.paths import change, first_passed, last_beyond, peak, trough
from bot.analysis.returns import Return
from bot.analysis.reversals import reversals
from bot.analysis.series import Point, Series, month_ends
from bot.answer import Answer, Block, Cell, Column, Field, Fields, Notice, Table
from bot.answers import coincident, no_history, pictures, side_by_side, wording
from bot.answers.coincident import asks_why, beside
from bot.answers.scene import Scene, needs_of
from bot.days import AsOf, Day
from bot.facts.book import Needs
from bot.plan import Plan
from bot.ports import Vocabulary
from bot.quantities import Money, Multiple, Percent, divided
from bot.text import Argument, Message

MOST_MARKS = 12
RETURNS = frozenset({"price_return", "drawdown"})
"""Measures whose history is that of the share price below them."""


def needs(plan: Plan, vocabulary: Vocabulary) -> Needs:
    """Returns the facts a history reads; returns and drawdowns rest on prices."""
    basic = needs_of(plan.with_changes(measures=(*plan.measures, "share_price", "shares_in_issue")), vocabulary)
    return replace(basic, holdings=True, events=asks_why(plan))


def answer(plan: Plan, scene: Scene) -> Answer:
    """Returns the history of one measure of one or two companies."""
    when = scene.moment(plan)
    measure = plan.measures[0]
    drawn = "share_price" if measure in RETURNS else measure
    start, end = _stretch(plan, scene, when)
    at = Moment(end, when.known_at, when.now, when.replayed)
    common = _common(plan.companies, drawn, scene, at)
    length = usual_length(scene.book, plan.companies, drawn, at)

    def lines(currency: str | None) -> list[Series]:
        found = [observed(scene.evidence, c, drawn, at, currency=currency, precision=length) for c in plan.companies]
        return [s.between(start, end) if start else s for s in found]

    series = lines(plan.currency or common)
    notes = wording.Footnotes()
    shown = [s for s in series if s.points]
    read = wording.read_as(plan, scene)
    if not shown:
        return no_history.answer(plan, scene, drawn, (start, end))
    level = dict(plan.params).get("threshold")
    blocks: list[Block] = []
    newest = dict(plan.params).get("which") == "last"
    headline = _level(level, shown[0], scene, blocks, newest=newest) if level else None
    moved = coincident.move_of(shown[0], plan, scene) if asks_why(plan) and not level else None
    if moved is not None:
        headline, fields = moved
        blocks.append(fields)
    headline = headline or _headline(plan, shown, scene, at, start)
    for one in shown:
        blocks += _one(one, plan, scene, at, start, wording.own_day_rates(one, notes))
    apart = wording.apart(drawn, *shown, scene=scene) if len(shown) == 2 else None
    if apart is not None:
        blocks.append(apart)
    else:
        # Of amounts of different days a ratio hangs on the currency, so it is taken in the one nobody had to ask for.
        blocks += _ratio(lines(common), scene) if len(shown) == 2 else []
        blocks += wording.mixed_bases(shown)
    blocks += _pictures(shown, drawn, scene, at, one_unit=apart is None)
    if asks_why(plan):
        blocks += beside(plan, scene, when)
    for one in shown:
        blocks += _left_out(one, scene)
    blocks += _table(shown, dict(plan.params).get("step"), scene)
    return Answer(headline, tuple(blocks), side_by_side.choices(plan, []), notes.all(), read_as=read)


def _stretch(plan: Plan, scene: Scene, when: Moment) -> tuple[Day | None, Day]:
    """The first and last day asked for; None for the beginning of what is known."""
    match plan.when:
        case "since_listing":
            return scene.later_listing(plan.companies), when.at
        case "ytd":
            return Day.of(f"{when.at.date.year - 1}-12-31"), when.at
    stretch = scene.stretch(plan)
    return stretch if stretch else (None, when.at)


def _common(companies: Sequence[str], measure: str, scene: Scene, at: Moment) -> str | None:
    """Two companies of different currencies are drawn in one."""
    units = {observed(scene.evidence, c, measure, at).unit for c in companies} - {""}
    return "USD" if len(units) > 1 and all(len(u) == 3 for u in units) else None


def _headline(plan: Plan, shown: Sequence[Series], scene: Scene, at: Moment, start: Day | None) -> Message:
    first = shown[0]
    measure = plan.measures[0]
    name = scene.measure(measure).name
    company = scene.name(first.company)
    if measure == "drawdown":
        deepest = drawdown_figure(scene.evidence, first.company, at, deepest=True)
        if deepest.number is not None and deepest.as_of is not None:
            said: dict[str, Argument] = {"company": company, "depth": deepest.number, "day": deepest.as_of}
            return Message("history-drawdown", said)
    if measure == "price_return":
        found = _return(plan, first.company, scene, at, start)
        if isinstance(found, Return):
            return Message(
                "history-return", {"company": company, "change": found.change, "start": found.start, "end": found.end}
            )
    last, begin = first.points[-1], first.points[0]
    moved = change(first, begin.day, last.day)
    said = {"company": company, "measure": name, "value": wording.observation(first, last), "as_of": last.as_of}
    if moved is None or moved.ratio is None or begin.day == last.day:
        return Message("history-one", said)
    return Message("history-headline", {**said, "change": moved.ratio, "start": begin.as_of})


def _return(plan: Plan, company: str, scene: Scene, at: Moment, start: Day | None) -> Return | str:
    if plan.when == "ytd":
        return returns.year_to_date(scene.book, company, at)
    if plan.when in (None, "since_listing") or start is None:
        return returns.since_listing(scene.book, company, at)
    return returns.over(scene.book, company, start, at)


def _level(level: Any, series: Series, scene: Scene, blocks: list[Block], *, newest: bool) -> Message | None:  # noqa: ANN401
    """Says when a level was first passed, or when it last stood beyond it.

    A level in another currency than the line's cannot be held against it.
    """
    number = Decimal(str(level["value"]))
    wanted = level.get("currency") or series.unit
    value: Argument = series.quantity(Point(series.points[-1].as_of, number, ()))
    place: dict[str, Argument] = {"company": scene.name(series.company), "level": value}
    if wanted != series.unit:
        return Message("history-level-currency", {**place, "unit": Money(Decimal(1), series.unit)})
    side = "down" if level["op"].startswith("<") else "up"
    find = last_beyond if newest else first_passed
    passed = find(series, number, "down" if side == "down" else "up")
    if passed is None:
        beyond = series.points[0].value >= number if side == "up" else series.points[0].value <= number
        return Message(
            "history-level-always" if beyond else "history-level-never", {**place, "start": series.points[0].day}
        )
    blocks.append(Fields((Field(Message("field-value"), Cell(series.quantity(passed), passed.claims, passed.as_of)),)))
    return Message(f"history-level-{'last-' if newest else ''}{side}", {**place, "day": passed.as_of})


def _one(
    series: Series, plan: Plan, scene: Scene, at: Moment, start: Day | None, notes: tuple[int, ...]
) -> list[Block]:
    high, low = peak(series), trough(series)
    assert high is not None and low is not None
    first, last = series.points[0], series.points[-1]
    fields = [
        Field(Message("history-first"), _cell(series, first, notes)),
        Field(Message("history-last"), _cell(series, last, notes)),
        Field(Message("history-peak"), _cell(series, high, notes)),
        Field(Message("history-trough"), _cell(series, low, notes)),
    ]
    moved = change(series, first.day, last.day)
    if moved is not None and moved.ratio is not None and first is not last:
        fields.append(Field(Message("history-change"), Cell(moved.ratio, (*first.claims, *last.claims), last.as_of)))
    if plan.measures[0] == "price_return":
        found = _return(plan, series.company, scene, at, start)
        if isinstance(found, Return) and found.base_is == "offer":
            fields.append(Field(Message("history-from-offer"), Cell(found.change, found.claims, AsOf.day(found.end))))
    if plan.measures[0] == "drawdown":
        deepest = drawdown_figure(scene.evidence, series.company, at, deepest=True)
        fields.append(Field(Message("history-deepest"), wording.cell(deepest, scene)))
    name: Block = Notice(Message("history-of", {"company": scene.name(series.company), "count": len(series.points)}))
    return [name, Fields(tuple(fields))]


def _cell(series: Series, point: Point, notes: tuple[int, ...] = (), *, dated: bool = True) -> Cell:
    said = wording.qualifier_of(point)
    return Cell(series.quantity(point), point.claims, point.as_of, notes, dated=dated, qualifier=said)


def _pictures(shown: Sequence[Series], measure: str, scene: Scene, at: Moment, *, one_unit: bool) -> list[Block]:
    """The lines themselves; of two daily ones also how they moved apart, from one start."""
    pair = shown if len(shown) == 2 and one_unit and shown[0].unit == shown[1].unit else ()
    led = reversals(pair[0], pair[1]) if pair else None
    drawn: list[Block] = [pictures.lines(shown, measure, scene, at, led)]
    apart = divergence(pair[0], pair[1]) if pair and all(s.kind == "daily" for s in pair) else None
    if apart is not None:
        drawn += [pictures.rebased(apart, scene), Notice(pictures.swing(apart, scene))]
    return drawn


def _ratio(shown: Sequence[Series], scene: Scene) -> list[Block]:
    """How the ratio of two companies moved over the days both have, only where both are in one unit."""
    one, other = shown
    if one.unit != other.unit or not one.points or not other.points:
        return []
    start = max(one.points[0].day, other.points[0].day)
    first = one.at(start), other.at(start)
    last = one.points[-1], other.points[-1]
    if first[0] is None or first[1] is None or first[1].value <= 0 or last[1].value <= 0:
        return []
    was, now = (Multiple(divided(a.value, b.value)) for a, b in ((first[0], first[1]), last))
    end = max(last[0].day, last[1].day)
    names: dict[str, Argument] = {"first": scene.name(one.company), "second": scene.name(other.company)}
    said = Message("history-ratio", {**names, "was": was, "now": now, "start": start, "end": end})
    then = (*first[0].claims, *first[1].claims)
    latest = (*last[0].claims, *last[1].claims)
    ends = (
        Field(Message("history-ratio-first"), Cell(was, then, AsOf.day(start), dated=True)),
        Field(Message("history-ratio-last"), Cell(now, latest, AsOf.day(end), dated=True)),
    )
    return [Notice(said), Fields(ends)]


def _left_out(series: Series, scene: Scene) -> list[Block]:
    if not series.dropped:
        return []
    return [Notice(Message("history-left-out", {"company": scene.name(series.company), "count": len(series.dropped)}))]


def _table(shown: Sequence[Series], step: object, scene: Scene) -> list[Block]:
    """The marks of sparse series one by one; of daily ones the last session of each month."""
    tables: list[Block] = []
    for series in shown:
        sampled = series if series.kind == "marks" and step != "month" else month_ends(series)
        points = sampled.points[-MOST_MARKS:]
        rows = []
        for place, point in enumerate(points):
            earlier = points[place - 1] if place else None
            moved = (
                Percent(divided(point.value, earlier.value) - 1, signed=True) if earlier and earlier.value > 0 else None
            )
            rows.append(
                (
                    Cell(point.as_of),
                    _cell(series, point, dated=False),
                    Cell(moved, (*earlier.claims, *point.claims) if earlier else ()),
                )
            )
        columns = (
            Column(Message("field-as-of")),
            Column(scene.measure(series.measure).short, "number"),
            Column(Message("history-change"), "number"),
        )
        key = "history-marks" if series.kind == "marks" else "history-months"
        tables.append(Table(Message(key, {"company": scene.name(series.company)}), columns, tuple(rows)))
    return tables
