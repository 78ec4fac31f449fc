"""What a rule's series stands at on a day, as known then: one observation, with the figures it was read from.

One function serves the running clock, the preview and the replay of the past, so that they cannot disagree.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.alerts.step import Observation
from bot.analysis.candidates import contender
from bot.analysis.comparing import ON_PRICES, REFUSED, compared
from bot.analysis.contests import NOT_WORTH
from bot.analysis.conversion import Shown, shown_in
from bot.analysis.figures import Evidence, Figure
from bot.analysis.measuring import figure
from bot.analysis.moments import Moment, last_closed, sessions_between
from bot.analysis.observed import as_point, closes, observed
from bot.analysis.series import Point
from bot.analysis.stability import Candidate
from bot.days import Day, Instant
from bot.facts.book import FactBook, Needs
from bot.facts.measures import Measure
from bot.facts.records import Bars
from bot.quantities import EXACT, Percent, Quantity, divided, number_of, quantity, unit_of
from bot.rule import Subject

OLDEST_PRICE_SESSIONS = 3
"""A price further back, counted in sessions of its exchange, is no observation of an alert (SEMANTICS rule 6)."""

LONGEST_WAIT_DAYS = 31
"""How far back closes that come late are each judged in their turn; those before count as history."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An observation with what it was read from: the figures of each company and the value with its unit."""

    seen: Observation
    value: Quantity | None = None
    figures: tuple[Figure, ...] = ()


GAP = Reading(Observation())


def needs_of(subject: Subject, measures: dict[str, Measure] | None = None) -> Needs:
    """Returns the facts that a series is read from: with the declared measures, the inputs of formulas too."""
    wanted: dict[str, None] = {}
    waiting = [subject.measure]
    while waiting:
        key = waiting.pop()
        if key in wanted:
            continue
        wanted[key] = None
        declared = (measures or {}).get(key)
        waiting += declared.formula.inputs if declared and declared.formula else ()
        waiting += ("shares_in_issue",) if key == "market_value" else ()
    return Needs(subject.companies, tuple(wanted), bars=True)


def read(subject: Subject, evidence: Evidence, moment: Moment) -> Reading:
    """Returns what a series stands at; a gap where it is unknown, too old, or may not be compared."""
    match subject.kind:
        case "figure":
            return _figure(subject, evidence, moment)
        case "ratio":
            return _ratio(subject, evidence, moment)
        case "age":
            return _age(subject, evidence, moment)
        case "drawdown":
            found = figure(evidence, subject.companies[0], "drawdown", moment)
            return _of((found,), found.number, moment, evidence)
        case _:
            return _path(subject, evidence, moment)


def days_of_change(subject: Subject, book: FactBook, measures: Iterable[str], first: Day, last: Day) -> list[Day]:
    """Returns the days of a stretch on which the series can have changed: sessions, and days of claims, in order."""
    found: set[Day] = set()
    for company in subject.companies:
        bars = book.bars_of(company)
        if bars is not None:
            found.update(bar.session for bar in bars.sessions)
        for measure in measures:
            for claim in book.claims_of(company, measure):
                found.update((claim.known_at, claim.as_of.end))
    if subject.kind == "age":
        found.update(first.plus(step) for step in range(max(0, last.since(first)) + 1))
    return sorted(day for day in found if first <= day <= last)


def seen_through(subject: Subject, book: FactBook, now: Instant) -> Day:
    """Returns the day from which on something may still come that was not seen: the one after the last close, or today.

    Closes come late, after a vendor or this machine stood still; until one is held, its day is not behind us. A listing
    that brings no close for LONGEST_WAIT_DAYS holds nothing up any more.
    """
    today = now.day_in("UTC")
    if subject.kind == "age":
        return today
    held = [_last_close(bars, now) for c in subject.companies if (bars := book.bars_of(c)) is not None]
    return min([today, *(max(day.plus(1), today.plus(-LONGEST_WAIT_DAYS)) for day in held if day is not None)])


def _last_close(bars: Bars, now: Instant) -> Day | None:
    final = last_closed(bars.listing, now)
    return next((bar.session for bar in reversed(bars.sessions) if bar.session <= final), None)


def _figure(subject: Subject, evidence: Evidence, moment: Moment) -> Reading:
    shown = shown_in(
        figure(evidence, subject.companies[0], subject.measure, moment), subject.currency or None, evidence
    )
    return GAP if shown.lacks_rate else _of((shown.figure,), shown.number, moment, evidence)


def _ratio(subject: Subject, evidence: Evidence, moment: Moment) -> Reading:
    found = compared(evidence, subject.companies, subject.measure, moment, None)
    first, second = found.weighed
    if found.verdict in REFUSED or first.number is None or second.number is None or number_of(second.number) <= 0:
        return Reading(GAP.seen, None, tuple(s.figure for s in found.weighed))
    ratio = divided(number_of(first.number), number_of(second.number))
    unit = unit_of(first.number)
    least, most = _ends(evidence, first, unit), _ends(evidence, second, unit)
    figures = (first.figure, second.figure)
    reading = _of(figures, quantity(ratio, "multiple"), moment, evidence)
    if reading.seen.value is None or least is None or most is None or most[0] <= 0 or most[1] <= 0:
        return reading
    low, high = divided(least[0], most[1]), divided(least[1], most[0])
    seen = reading.seen
    seen = replace(seen, value=min(low, ratio), beside=max(high, ratio))
    return Reading(seen, reading.value, figures)


def _ends(evidence: Evidence, shown: Shown, unit: str) -> tuple[Decimal, Decimal] | None:
    """The lowest and highest number that a live claim of a company allows; an open end counts as the number said."""
    found = contender(evidence, shown.figure, unit)
    if found is None:
        return None
    numbers = [n for c in (found.chosen, *found.disputed_by) for n in _said(c)]
    if not shown.figure.formula:
        for claim in shown.figure.also:
            point = as_point(evidence, claim, unit) if claim.basis not in NOT_WORTH else None
            numbers += [point.value] if isinstance(point, Point) else []
    return (min(numbers), max(numbers)) if numbers else None


def _said(candidate: Candidate) -> list[Decimal]:
    return [end for end in (candidate.low, candidate.high) if end is not None]


def _path(subject: Subject, evidence: Evidence, moment: Moment) -> Reading:
    company = subject.companies[0]
    now = figure(evidence, company, subject.measure, moment)
    if subject.measure == "share_price":
        points = closes(evidence, company, moment).points
    else:
        points = observed(evidence, company, subject.measure, moment).points
    if len(points) < 2 or now.as_of is None:
        return GAP
    last, earlier = points[-1], points[:-1]
    match subject.kind:
        case "high":
            base = max(earlier, key=lambda p: p.value)
        case "low":
            base = min(earlier, key=lambda p: p.value)
        case _:
            if len(points) <= subject.sessions:
                return GAP
            base = points[-1 - subject.sessions]
    if base.value <= 0:
        return GAP
    number = EXACT.subtract(divided(last.value, base.value), Decimal(1))
    change = Percent(number, signed=subject.kind in ("move", "swing"))
    reading = _of((now,), change, moment, evidence)
    if subject.kind == "swing" and reading.seen.value is not None:
        # Held against the level either way; which way it went is said all the same.
        size = abs(number)
        return replace(reading, seen=replace(reading.seen, value=size, beside=size))
    return reading


def _age(subject: Subject, evidence: Evidence, moment: Moment) -> Reading:
    found = figure(evidence, subject.companies[0], subject.measure, moment)
    if found.as_of is None:
        return GAP
    days = Decimal(found.age(moment.at))
    seen = Observation(f"age:{moment.at.iso}", (moment.at.iso,), days, days)
    return Reading(seen, quantity(days, "days"), (found,))


def _of(figures: Sequence[Figure], value: Quantity | None, moment: Moment, evidence: Evidence) -> Reading:
    if value is None or any(f.as_of is None or _too_old(f, moment, evidence.book) for f in figures):
        return Reading(GAP.seen, None, tuple(figures))
    order = tuple(f.as_of.end.iso for f in figures if f.as_of is not None)
    number = number_of(value)
    kind = "|".join(f.formula or "stated" for f in figures)
    return Reading(Observation(_id(figures), order, number, number, kind=kind), value, tuple(figures))


def _id(figures: Sequence[Figure]) -> str:
    """Returns the claims that an observation rests on, the first by name and any others by what they come to."""
    ids = [claim for f in figures for claim in f.claims]
    if len(ids) < 2:
        return ids[0] if ids else ""
    return f"{ids[0]}+{hashlib.sha256(' '.join(ids[1:]).encode()).hexdigest()[:8]}"


def _too_old(found: Figure, moment: Moment, book: FactBook) -> bool:
    priced = found.measure in ON_PRICES and bool(found.formula or found.measure == "share_price")
    if not priced or found.as_of is None or book.bars_of(found.company) is None:
        return False
    return sessions_between(book, found.company, found.as_of.end, moment.at) > OLDEST_PRICE_SESSIONS
