"""What waits for a rule: the rungs of its ladder, the end of a wait, the next daily hour, its own end."""

from __future__ import annotations

from datetime import timedelta

from bot.alerts.knowing import falling_due
from bot.alerts.ladder import Due
from bot.alerts.step import RuleState
from bot.alerts.timing import local_instant, reached
from bot.days import Day, Instant
from bot.facts.records import Statement
from bot.rule import Rule, StatementWatch

AGAIN_AFTER = timedelta(minutes=10)
"""How long a rule that could not be worked out is left alone: facts and prices come about as often."""

NOTICE_DAYS = 7
"""How long before its end a rule's people are asked whether it shall go on."""


def of_rule(rule: Rule, now: Instant, zone: str) -> tuple[Due, ...]:
    """Returns the notice of a rule's end and the end itself, as far as they lie ahead."""
    if rule.expires_at is None:
        return ()
    end = rule.expires_at
    notice = Instant(end.at - timedelta(days=NOTICE_DAYS))
    found = [_at(rule, f"ending:{rule.id}:{end.iso}", notice, "ending", zone)]
    found.append(_at(rule, f"ended:{rule.id}:{end.iso}", end, "ended", zone))
    return tuple(due for due in found if due.at.at > now.at)


def of_state(rule: Rule, state: RuleState, now: Instant, zone: str) -> tuple[Due, ...]:
    """Returns when time alone moves a rule on a series: its wait is over, or it is told again tomorrow."""
    place = rule.zone or zone
    if state.phase == "pending" and rule.pending_minutes and state.since is not None:
        at = Instant(state.since.at + timedelta(minutes=rule.pending_minutes))
        return (_at(rule, f"wait:{rule.id}:{state.episode}", at, "wait", place),)
    if state.phase == "firing" and state.told and rule.frequency == "daily":
        day = reached(now, rule.morning, place).plus(1)
        at = local_instant(day, rule.morning, place)
        key = f"daily:{rule.id}:{day.iso}"
        return (Due(rule.workspace, rule.id, key, at, "daily", day, place, rule.morning),)
    return ()


def of_statements(rule: Rule, statements: tuple[Statement, ...], now: Instant, zone: str) -> tuple[Due, ...]:
    """Returns the days on which statements fall due, as far as they lie ahead; nothing for another kind of rule."""
    if not isinstance(rule.watch, StatementWatch):
        return ()
    place = rule.zone or zone
    dues = []
    for statement, day in falling_due(rule.watch, statements, now.day_in(place)):
        at = local_instant(day, rule.morning, place)
        assert statement.due_on is not None
        key = f"statement:{statement.id}:{statement.due_on.iso}:T-{rule.watch.before}"
        if at.at > now.at:
            dues.append(
                Due(rule.workspace, rule.id, key, at, "statement", day, place, rule.morning, subject=statement.id)
            )
    return tuple(dues)


def arming(rule: Rule) -> Due:
    """Returns what makes the clock look at a rule for the first time."""
    return _at(rule, f"arm:{rule.id}", rule.made_at, "arm", "UTC")


def another_look(rule: Rule, now: Instant) -> Due:
    """Returns what makes the clock look again, after a while, at a rule that could not be worked out."""
    return _at(rule, f"again:{rule.id}", Instant(now.at + AGAIN_AFTER), "arm", "UTC")


def _at(rule: Rule, key: str, at: Instant, kind: str, zone: str) -> Due:
    day: Day = at.day_in(zone)
    return Due(rule.workspace, rule.id, key, at, kind, day, zone, "")
