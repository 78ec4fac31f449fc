"""One rule over observations in the order they came: the fold that the clock, the preview and the replay share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.alerts.episodes import Course
from bot.alerts.series import Reading
from bot.alerts.step import RuleState, Step, passed, step
from bot.alerts.timing import local_instant, reached
from bot.days import Instant
from bot.rule import LevelWatch, Rule


@dataclass(frozen=True, slots=True)
class Seen:
    """A reading with when it should have been noticed, and whether it was already history when it was."""

    reading: Reading
    due_at: Instant


@dataclass(frozen=True, slots=True)
class Told:
    """A step that tells something, with the reading it was taken on."""

    step: Step
    reading: Reading
    due_at: Instant


def run(rule: Rule, state: RuleState, seen: Iterable[Seen], zone: str) -> tuple[RuleState, tuple[Told, ...]]:
    """Returns where a rule stands after observations, and every step of it that tells something, in order."""
    told: list[Told] = []
    for one in seen:
        for taken in _steps(rule, state, one, zone):
            state = taken.new
            if taken.key:
                told.append(Told(taken, one.reading, one.due_at))
    return state, tuple(told)


def withdrawn(state: RuleState, seen: Reading) -> Reading:
    """Returns the newest reading marked as a correction where it speaks of an earlier day than the one before.

    The newest of a book is what holds now: what it falls back behind was withdrawn.
    """
    new, old = seen.seen.order, state.order
    if not new or not old or len(new) != len(old) or any(n > o for n, o in zip(new, old, strict=True)) or new == old:
        return seen
    return replace(seen, seen=replace(seen.seen, corrects=True))


def _steps(rule: Rule, state: RuleState, one: Seen, zone: str) -> Iterable[Step]:
    taken = step(rule, state, one.reading.seen, one.due_at)
    yield taken
    yield passed(rule, taken.new, one.due_at, hour_of(rule, one.due_at, zone))


def course(rule: Rule, state: RuleState, seen: Iterable[Seen], now: Instant) -> Course:
    """Returns how far a rule's crossing has gone, and whether it still goes on."""
    falling = isinstance(rule.watch, LevelWatch) and rule.watch.side == "below"
    known = [(s.reading.seen.value, s) for s in seen if s.reading.seen.value is not None]
    going_on = f"value:{rule.id}:{state.episode}" if state.standing == "firing" and state.told else ""
    if not known:
        return Course(rule.workspace, rule.id, going_on, now)
    number, furthest = (min if falling else max)(known, key=lambda pair: pair[0])
    day = max((f.as_of.end for f in furthest.reading.figures if f.as_of is not None), default=None)
    return Course(rule.workspace, rule.id, going_on, now, number, furthest.reading.value, day)


def hour_of(rule: Rule, now: Instant, zone: str) -> tuple[str, Instant]:
    """Returns the latest local day on which the rule's hour was reached, and when that was."""
    place = rule.zone or zone
    day = reached(now, rule.morning, place)
    return day.iso, local_instant(day, rule.morning, place)
