"""A digest: what moved, what unlocks next, what was newly stated, what is disputed, what fired, what falls due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.alert_ports import ToldBefore
from bot.alerts.timing import local_instant, reached
from bot.analysis.due import Due, due
from bot.analysis.measuring import figure
from bot.analysis.moments import Moment
from bot.analysis.observed import closes
from bot.analysis.returns import Return, over
from bot.answer import Answer, Block, Calendar, Cell, Choice, Column, Entry, Notice, Table
from bot.answers import wording
from bot.answers.scene import Scene, inputs_of
from bot.answers.unlock_words import upcoming
from bot.call import Ask
from bot.days import AsOf, Day, Instant
from bot.digest import Cadence, Digest
from bot.facts.book import Needs
from bot.ports import Vocabulary
from bot.quantities import Percent
from bot.text import Argument, Message, Several

STATED = ("market_value", "run_rate_revenue", "revenue")
"""Figures whose new or contested values belong in a digest."""

UNLOCK_DAYS, DUE_DAYS = 120, 45
_MOST = 6
_NAMED = 3


def needs(vocabulary: Vocabulary) -> Needs:
    """Returns the facts that a digest looks at: of every company, prices, lock-ups, the main figures and statements."""
    measures = inputs_of((*STATED, "unlock_date", "unlock_ratio", "unlock_value", "shares_in_issue"), vocabulary)
    return Needs(tuple(vocabulary.companies), measures, bars=True, holdings=True, statements=True)


def digest(
    scene: Scene,
    cadence: Cadence,
    zone: str,
    since: Instant,
    told: Sequence[ToldBefore],
    asked: Sequence[Block] = (),
) -> Answer:
    """Returns a digest as of the scene's own moment.

    `told` are the alerts since the last one, `asked` the answers to the channel's own questions.
    """
    today = scene.now.day_in(zone)
    moment = Moment(today, today, scene.now)
    notes = wording.Footnotes()
    moved = _moved(scene, cadence, moment)
    blocks: list[Block] = []
    if moved:
        blocks.append(_moves(moved, scene))
    else:
        blocks.append(Notice(_last_close(scene, moment)))
    coming = due(scene.evidence, tuple(scene.book.listings), moment, (today, today.plus(UNLOCK_DAYS)))
    if coming:
        blocks.append(upcoming(coming[:_MOST], moment, scene, Message("digest-unlocks", {"count": UNLOCK_DAYS})))
    else:
        blocks.append(Notice(Message("digest-no-unlocks", {"count": UNLOCK_DAYS})))
    blocks += _stated(scene, since.day_in(zone), today, notes)
    blocks += _disputed(scene, moment)
    blocks += _fired(told)
    blocks += _due(scene, today)
    blocks += asked
    said: dict[str, Argument] = {"day": today, "what": _in_short(moved, coming, scene)}
    headline = Message(f"digest-{cadence}", said)
    other: Cadence = "weekly" if cadence == "daily" else "daily"
    choices = (
        Choice(Message("choice-unlocks"), Ask("unlocks")),
        Choice(Message("choice-open"), Ask("alert", "open")),
        Choice(Message(f"choice-digest-{other}"), Ask("digest", other)),
    )
    return Answer(headline, tuple(blocks), choices, notes.all(), AsOf.of(today.iso))


def next_time(cadence: Cadence, hour: str, zone: str, now: Instant) -> Instant:
    """Returns when the next digest is told: the hour of a weekday, of a Friday for a weekly one, after now."""
    day = reached(now, hour, zone).plus(1)
    while day.date.weekday() >= 5 or (cadence == "weekly" and day.date.weekday() != 4):
        day = day.plus(1)
    return local_instant(day, hour, zone)


def told_next(one: Digest, now: Instant) -> Digest:
    """Returns a digest after it was told."""
    return replace(one, next_at=next_time(one.cadence, one.hour, one.zone, now), since=now)


def look_back(cadence: Cadence, now: Instant) -> Instant:
    """Returns since when a digest that nobody was told before looks at alerts and new figures."""
    return Instant(now.at - timedelta(days=7 if cadence == "weekly" else 1))


def _moved(scene: Scene, cadence: Cadence, moment: Moment) -> list[Return]:
    """The changes of listed shares since the close before, or of a week ago, the widest first."""
    found: list[Return] = []
    for company in scene.book.listings:
        points = closes(scene.evidence, company, moment).points
        if len(points) < 2 or moment.at.since(points[-1].day) > 4:
            continue
        start = points[-2].day if cadence == "daily" else points[-1].day.plus(-7)
        one = over(scene.book, company, start, moment)
        if isinstance(one, Return):
            found.append(one)
    return sorted(found, key=lambda r: (-abs(r.change.fraction), r.company))


def _moves(moved: Sequence[Return], scene: Scene) -> Table:
    rows = tuple(
        (
            Cell(scene.name(one.company)),
            Cell(Percent(one.change.fraction, signed=True), one.claims),
            Cell(one.close, one.claims[-1:], AsOf.of(one.end.iso)),
            Cell(one.end),
            Cell(one.start),
        )
        for one in moved
    )
    columns = (
        Column(Message("column-company")),
        Column(Message("digest-change"), "number"),
        Column(Message("digest-close"), "number"),
        Column(Message("field-as-of")),
        Column(Message("column-since")),
    )
    return Table(Message("digest-moved"), columns, rows)


def _last_close(scene: Scene, moment: Moment) -> Message:
    points = [p for c in scene.book.listings for p in closes(scene.evidence, c, moment).points[-1:]]
    last = max((p.day for p in points), default=None)
    return Message("digest-no-closes") if last is None else Message("digest-closes-end", {"day": last})


def _in_short(moved: Sequence[Return], coming: Sequence[Due], scene: Scene) -> Argument:
    """What a notification shows of it: the widest moves, else what unlocks next."""
    if not moved and coming:
        return Message("digest-next-unlock", {"company": scene.name(coming[0].release.company), "day": coming[0].day})
    if not moved:
        return Message("digest-no-closes-short")
    named: list[Argument] = []
    for one in moved[:_NAMED]:
        args: dict[str, Argument] = {
            "company": scene.name(one.company),
            "change": Percent(one.change.fraction, signed=True),
        }
        named.append(Message("digest-one-moved", args))
    return Several(tuple(named))


def _stated(scene: Scene, first: Day, last: Day, notes: wording.Footnotes) -> list[Block]:
    """Figures that became public since the last digest, however old what they speak of is."""
    found = [
        c
        for company in scene.vocabulary.companies
        for measure in STATED
        for c in scene.book.claims_of(company, measure)
        if first < c.known_at <= last
    ]
    if not found:
        return []
    found.sort(key=lambda c: (c.known_at, c.as_of.end, c.id), reverse=True)
    rows = tuple(
        (
            Cell(scene.name(c.company)),
            Cell(scene.measure(c.measure).name),
            Cell(c.value, (c.id,), c.as_of, qualifier=wording.qualifier_of(c)),
            Cell(c.as_of),
            wording.cited_briefly((c.source,), (c.id,), notes),
        )
        for c in found[:_MOST]
    )
    columns = (
        Column(Message("column-company")),
        Column(Message("column-measure")),
        Column(Message("field-value"), "number"),
        Column(Message("field-as-of")),
        Column(Message("field-source")),
    )
    return [Table(Message("digest-stated", {"count": len(found)}), columns, rows)]


def _disputed(scene: Scene, moment: Moment) -> list[Block]:
    rows = []
    for company in scene.vocabulary.companies:
        for measure in STATED:
            found = figure(scene.evidence, company, measure, moment)
            if found.value is None or not found.disputes:
                continue
            others = Several(wording.disputing(found))
            name = scene.measure(measure).name
            rows.append((Cell(scene.name(company)), Cell(name), wording.cell(found, scene), Cell(others)))
    if not rows:
        return []
    columns = (
        Column(Message("column-company")),
        Column(Message("column-measure")),
        Column(Message("field-value"), "number"),
        Column(Message("digest-others")),
    )
    return [Table(Message("digest-disputed"), columns, tuple(rows[:_MOST]))]


def _fired(told: Sequence[ToldBefore]) -> list[Block]:
    if not told:
        return [Notice(Message("digest-nothing-fired"))]
    rows = tuple((Cell(Message("plain", {"text": t.at})), Cell(t.headline)) for t in told[-_MOST:])
    columns = (Column(Message("column-when")), Column(Message("column-happened")))
    return [Table(Message("digest-fired", {"count": len(told)}), columns, rows)]


def _due(scene: Scene, today: Day) -> list[Block]:
    """What was said and has to show soon."""
    entries = [
        Entry(s.due_on, Message("digest-said", {"speaker": s.speaker.name, "said": s.said}))
        for s in scene.book.statements
        if s.due_on is not None
        and today <= s.due_on <= today.plus(DUE_DAYS)
        and s.known(today)
        and not (s.resolved_on and s.settled(today))
    ]
    if not entries:
        return []
    entries.sort(key=lambda e: e.day)
    return [Calendar(Message("digest-due", {"count": DUE_DAYS}), tuple(entries[:_MOST]))]
