"""Rules and observations made by hand, and the fold over them, for tests of alerts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from bot.alerts.step import Observation, RuleState, Step, step
from bot.call import Person, Place
from bot.days import Instant
from bot.rule import LevelWatch, Rule, Side, Subject, Watch

START = Instant.of("2026-06-01T09:00Z")
PLACE = Place("slack", "T1", "C1")
PERSON = Person("slack", "T1", "U1")
SUBJECT = Subject("figure", ("star",), "run_rate_revenue", "USD")


def rule(watch: Watch, ident: str = "r1", **changes: Any) -> Rule:  # noqa: ANN401
    return replace(Rule(ident, "w", PERSON, (PLACE,), watch, START), **changes)


def level(
    number: str,
    side: Side = "above",
    recover: str | None = None,
    *,
    event: bool = True,
    **changes: Any,  # noqa: ANN401
) -> Rule:
    at = Decimal(number)
    return rule(LevelWatch(SUBJECT, side, at, Decimal(recover) if recover else at, event=event), **changes)


def seen(day: int, value: str | None, ident: str = "") -> Observation:
    """Returns the observation of the day so many days after the start; None is a gap."""
    if value is None:
        return Observation()
    number = Decimal(value)
    return Observation(ident or f"o{day}", ((START.day_in("UTC").plus(day)).iso,), number, number)


def after(days: float) -> Instant:
    return Instant(START.at + timedelta(days=days))


def fed(one: Rule, observations: Iterable[Observation], state: RuleState | None = None) -> list[Step]:
    """Returns the steps of a rule over observations, one a day."""
    steps = []
    state = state or RuleState()
    for day, observation in enumerate(observations):
        taken = step(one, state, observation, after(day))
        state = taken.new
        steps.append(taken)
    return steps


def series(*values: str | None) -> list[Observation]:
    return [seen(day, value) for day, value in enumerate(values)]


def told(steps: Iterable[Step]) -> list[str]:
    return [s.key for s in steps if s.key]
