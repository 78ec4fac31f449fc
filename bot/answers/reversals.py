"""Who overtook whom, when, and for how long: by the day on closes, within an interval between sparse marks."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from bot.analysis.contests import contested_from, contests
from bot.analysis.moments import Moment
from bot.analysis.observed import observed, usual_length
from bot.analysis.reversals import LeadChange, Reversals, closing, reversals
from bot.analysis.series import Series
from bot.answer import Answer, Block, Cell, Column, Notice, Table
from bot.answers import pictures, side_by_side, wording
from bot.answers.scene import Scene, needs_of
from bot.days import Day
from bot.facts.book import Needs
from bot.plan import Plan
from bot.ports import Vocabulary
from bot.quantities import Count, Percent, quantity
from bot.text import Argument, Message

NEAR = Decimal("0.25")
"""A gap below this log-ratio (about 28 %) is near enough for its closing speed to be worth a sentence."""
CLOSING_SESSIONS = 20


def needs(plan: Plan, vocabulary: Vocabulary) -> Needs:
    """Returns the facts that changes of lead are read from."""
    basic = needs_of(plan.with_changes(measures=(*plan.measures, "shares_in_issue")), vocabulary)
    return replace(basic, holdings=True)


def answer(plan: Plan, scene: Scene) -> Answer:
    """Returns every change of lead between two companies on one measure."""
    when = scene.moment(plan)
    stretch = scene.stretch(plan)
    if stretch:
        when = Moment(stretch[1], when.known_at, when.now, when.replayed)
    measure = plan.measures[0]
    one, other = _series(plan, measure, scene, when)
    if stretch:
        one, other = one.between(*stretch), other.between(*stretch)
    place: dict[str, Argument] = {
        "first": scene.name(plan.companies[0]),
        "second": scene.name(plan.companies[1]),
        "measure": scene.measure(measure).name,
    }
    read = wording.read_as(plan, scene)
    if not one.points or not other.points or one.unit != other.unit:
        missing = [s.company for s in (one, other) if not s.points]
        unknown = tuple(Notice(wording.unlisted_or_unknown(c, measure, scene)) for c in missing)
        return Answer(Message("reversals-none-known", place), unknown, read_as=read)
    if (apart := wording.apart(measure, one, other, scene=scene)) is not None:
        return Answer(Message("reversals-none-known", place), (apart,), read_as=read)
    held, band = _conditions(dict(plan.params))
    found = reversals(one, other, held=held, band=band)
    if not found.pairs:
        return Answer(
            Message("reversals-none-known", place), (Notice(Message("reversals-no-common-day")),), read_as=read
        )
    notes = wording.Footnotes()
    drawn = pictures.lines((one, other), measure, scene, when, found)
    blocks = (*_blocks(found, one, other, plan, scene, when, notes), drawn)
    choices = side_by_side.choices(plan, [])
    return Answer(_headline(found, place, scene), blocks, choices, notes.all(), read_as=read)


def _series(plan: Plan, measure: str, scene: Scene, when: Moment) -> tuple[Series, Series]:
    """Both lines in the currency they share, else in dollars; figures of periods by the length that both state.

    Never in a currency that was asked for: at the rates of different days a lead could change hands by that alone.
    """
    companies = plan.companies[:2]
    length = usual_length(scene.book, companies, measure, when)
    own = [observed(scene.evidence, c, measure, when, precision=length) for c in companies]
    units = {s.unit for s in own if s.unit}
    if len(units) < 2 or not all(len(u) == 3 for u in units):
        return own[0], own[1]
    one, other = (observed(scene.evidence, c, measure, when, currency="USD", precision=length) for c in companies)
    return one, other


def _in_asked(series: Series, plan: Plan, scene: Scene, when: Moment) -> Series:
    """The same line in the currency asked for, in which its values are shown."""
    if plan.currency is None or len(series.unit) != 3 or series.unit == plan.currency:
        return series
    return observed(
        scene.evidence, series.company, series.measure, when, currency=plan.currency, precision=series.precision
    )


def _conditions(params: dict[str, Any]) -> tuple[int, Decimal]:
    return int(params.get("held", 1)), Decimal(str(params.get("band", "0")))


def _headline(found: Reversals, place: dict[str, Argument], scene: Scene) -> Message:
    leader = found.leader
    last = found.pairs[-1]
    said = {**place, "count": len(found.changes), "start": found.pairs[0].day, "end": last.day}
    if leader is None:
        return Message("reversals-level", said)
    said["leader"] = scene.name(leader)
    return Message("reversals-headline" if found.changes else "reversals-never", said)


def _blocks(
    found: Reversals,
    one: Series,
    other: Series,
    plan: Plan,
    scene: Scene,
    when: Moment,
    notes: wording.Footnotes,
) -> list[Block]:
    blocks: list[Block] = []
    if found.changes:
        lines = _in_asked(one, plan, scene, when), _in_asked(other, plan, scene, when)
        blocks.append(_table(found, *lines, scene, notes))
    if found.kind == "marks" and found.changes:
        blocks += [Notice(_interval(c, scene)) for c in found.changes]
        against = contests(scene.evidence, one, other, when)
        blocks += [
            Notice(
                Message(
                    "reversals-contested",
                    {
                        "company": scene.name(contest.claim.company),
                        "value": quantity(contest.said.value, one.unit),
                        "day": contest.claim.as_of,
                        "source": wording.cited(contest.claim.source),
                    },
                ),
                "warning",
            )
            for change in found.changes
            if (contest := contested_from(change, against)) is not None
        ]
    blocks.append(_spells(found, scene))
    if found.pending is not None:
        said: dict[str, Argument] = {"leader": scene.name(found.pending.leader), "day": found.pending.day}
        blocks.append(Notice(Message("reversals-pending", said)))
    blocks += _closing(found, scene)
    blocks += wording.mixed_bases((one, other))
    if plan.measures[0] == "market_value" and found.kind == "marks":
        blocks.append(Notice(Message("reversals-two-events")))
    return blocks


def _table(found: Reversals, one: Series, other: Series, scene: Scene, notes: wording.Footnotes) -> Table:
    rows = []
    for change in found.changes:
        cells = [_stood(series, change.day, notes) for series in (one, other)]
        rows.append((Cell(change.day), Cell(scene.name(change.leader)), *cells))
    columns = (
        Column(Message("reversals-day")),
        Column(Message("reversals-new-leader")),
        Column(scene.name(one.company), "number"),
        Column(scene.name(other.company), "number"),
    )
    return Table(Message("reversals-caption"), columns, tuple(rows))


def _stood(series: Series, day: Day, notes: wording.Footnotes) -> Cell:
    point = series.at(day)
    if point is None:
        return Cell(None)
    rates, said = wording.own_day_rates(series, notes), wording.qualifier_of(point)
    return Cell(series.quantity(point), point.claims, point.as_of, rates, qualifier=said)


def _interval(change: LeadChange, scene: Scene) -> Message:
    said: dict[str, Argument] = {
        "leader": scene.name(change.leader),
        "trailing": scene.name(change.trailing),
        "after": change.after,
        "day": change.day,
    }
    if change.interpolated is None or change.interpolated in (change.after, change.day):
        return Message("reversals-interval", said)
    return Message("reversals-interval-guess", {**said, "guess": change.interpolated})


def _spells(found: Reversals, scene: Scene) -> Table:
    rows = []
    for company in (found.first, found.second):
        days, observations = found.led(company)
        longest = max((s.days for s in found.spells if s.leader == company), default=0)
        rows.append(
            (
                Cell(scene.name(company)),
                Cell(Count(Decimal(days))),
                Cell(Count(Decimal(observations))),
                Cell(Count(Decimal(longest))),
            )
        )
    columns = (
        Column(Message("column-company")),
        Column(Message("reversals-days-led"), "number"),
        Column(Message("reversals-closes-led" if found.kind == "daily" else "reversals-marks-led"), "number"),
        Column(Message("reversals-longest"), "number"),
    )
    return Table(Message("reversals-led-caption"), columns, tuple(rows))


def _closing(found: Reversals, scene: Scene) -> list[Block]:
    """The gap of a near overtake and how fast it closes; a projection is called one."""
    speed = closing(found, CLOSING_SESSIONS) if found.kind == "daily" else None
    if speed is None or not 0 < speed.gap < NEAR or speed.per_day >= 0:
        return []
    gap = Percent(speed.gap.exp() - 1)
    said: dict[str, Argument] = {"leader": scene.name(speed.leader), "trailing": scene.name(speed.trailing), "gap": gap}
    if speed.projected is None:
        return [Notice(Message("reversals-near", said))]
    return [Notice(Message("reversals-near-projected", {**said, "day": speed.projected}))]
