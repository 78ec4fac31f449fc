"""What a rule would do now, worked out by the evaluator itself, and the band that its series' own noise suggests."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_UP, Decimal
from itertools import pairwise

from bot.alerts.evaluating import Seen, Told, run
from bot.alerts.series import Reading, read
from bot.alerts.step import RuleState
from bot.analysis.figures import Evidence
from bot.analysis.moments import Moment
from bot.days import Instant
from bot.quantities import EXACT, divided
from bot.rule import Rule

FEWEST_FOR_NOISE = 10
LARGEST_BAND = Decimal("0.2")


@dataclass(frozen=True, slots=True)
class Preview:
    """What a rule made now would see and where it would stand; `told` is what it would send at once."""

    reading: Reading
    state: RuleState
    told: tuple[Told, ...]


def preview(rule: Rule, evidence: Evidence, now: Instant, zone: str) -> Preview:
    """Returns what a rule would do at its first look; raises TypeError for one that watches no series."""
    if rule.subject is None:
        raise TypeError(f"{type(rule.watch).__name__} watches no series")
    today = now.day_in("UTC")
    reading = read(rule.subject, evidence, Moment(today, today, now))
    state, told = run(rule, RuleState(), [Seen(reading, now)], zone)
    return Preview(reading, state, told)


def proposed_band(seen: Sequence[Seen]) -> Decimal | None:
    """Returns the width below which a series moves back and forth by itself, as a fraction of the level.

    It is the median size of a step between observations, rounded up to half a per cent; None with too few to tell.
    """
    values = [s.reading.seen.value for s in seen if s.reading.seen.value]
    pairs = [(a, b) for a, b in pairwise(values) if a and b and a > 0]
    steps = [abs(EXACT.subtract(divided(b, a), Decimal(1))) for a, b in pairs if a != b]
    if len(steps) < FEWEST_FOR_NOISE:
        return None
    typical = statistics.median(steps)
    halves = (typical / Decimal("0.005")).to_integral_value(ROUND_UP)
    return min(LARGEST_BAND, halves * Decimal("0.005"))
