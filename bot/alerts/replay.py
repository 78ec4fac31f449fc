"""When a rule would have told something over a stretch of days, with the facts as they were known on each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time

from bot.alerts.evaluating import Seen, Told, run
from bot.alerts.series import days_of_change, needs_of, read
from bot.alerts.step import RuleState
from bot.analysis.figures import Evidence
from bot.analysis.moments import Moment
from bot.days import Day, Instant
from bot.rule import Rule

REPLAYED_DAYS = 365


@dataclass(frozen=True, slots=True)
class Replay:
    """What a rule would have told between two days; `state` is where it would stand now."""

    first: Day
    last: Day
    told: tuple[Told, ...]
    state: RuleState
    observed: int


def replay(rule: Rule, evidence: Evidence, first: Day, last: Day, zone: str) -> Replay:
    """Returns what a rule would have told; it is armed on the first day, so that what held by then fires nothing.

    Facts of each day are those known on it. Raises TypeError for a rule that watches no series.
    """
    seen = list(readings(rule, evidence, first, last))
    state, told = run(rule, RuleState(), seen, zone)
    return Replay(first, last, told, state, sum(s.reading.seen.value is not None for s in seen))


def readings(rule: Rule, evidence: Evidence, first: Day, last: Day) -> Iterator[Seen]:
    """Yields the reading of every day of a stretch on which the rule's series can have changed."""
    subject = rule.subject
    if subject is None:
        raise TypeError(f"{type(rule.watch).__name__} watches no series")
    measures = needs_of(subject, dict(evidence.book.measures)).measures
    for day in days_of_change(subject, evidence.book, measures, first, last):
        yield Seen(read(subject, evidence, as_then(day)), end_of(day))


def as_then(day: Day) -> Moment:
    """Returns the moment of a day gone by, with nothing known that was not public on it."""
    return Moment(day, day, end_of(day), replayed=True)


def end_of(day: Day) -> Instant:
    """Returns the last second of a day in UTC."""
    return Instant(datetime.combine(day.date, time(23, 59, 59), UTC))


def keys(told: Iterable[Told]) -> tuple[str, ...]:
    """Returns the keys of what was told, in order."""
    return tuple(one.step.key for one in told)
