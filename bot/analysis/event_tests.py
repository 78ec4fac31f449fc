"""Tests of several events together: standardised cross-section (BMP), ranks (Corrado), signs (Cowan).

Boehmer, Musumeci and Poulsen 1991 (10.1016/0304-405X(91)90032-F); the correction for events whose dates lie together
by Kolari and Pynnönen 2010 (10.1093/rfs/hhq072); Corrado 1989 (10.1016/0304-405X(89)90064-0); Cowan 1992
(10.1007/BF00939016). Each is refused where the number of events does not bear it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt
from statistics import NormalDist, fmean, stdev
from typing import Literal

FEWEST_EVENTS = 8
"""Below eight events a cross-section says nothing that its members do not; FEATURES (UNL-21) sets the same bound."""

FEWEST_ESTIMATED = 10
"""Returns before an event that its usual scatter is estimated from."""

Test = Literal["bmp", "rank", "sign"]
Refusal = Literal["too_few_events", "too_few_estimated", "unequal_lengths", "no_scatter"]


@dataclass(frozen=True, slots=True)
class Sample:
    """One event of several: abnormal returns before it, which show its usual scatter, and those of the window."""

    before: tuple[float, ...]
    window: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a test gives: its statistic, and the two-sided probability of one as large by chance; or why not.

    `needed` is the fewest of what was too few.
    """

    test: Test
    n: int
    statistic: float | None = None
    chance: float | None = None
    refused: Refusal | None = None
    needed: int = 0


def bmp(samples: Sequence[Sample]) -> Outcome:
    """Returns the standardised cross-sectional test with the correction for correlated events, or its refusal."""
    refused = _refused("bmp", samples)
    if refused:
        return refused
    scaled = [_standardised(sample) for sample in samples]
    n = len(scaled)
    scatter = stdev(scaled)
    if not scatter:
        return Outcome("bmp", n, refused="no_scatter")
    statistic = fmean(scaled) * sqrt(n) / scatter
    together = min(max(_correlation([s.before for s in samples]), 0.0), 0.99)
    statistic *= sqrt((1 - together) / (1 + (n - 1) * together))
    return _outcome("bmp", n, statistic)


def rank(samples: Sequence[Sample]) -> Outcome:
    """Returns Corrado's rank test over the whole window, or its refusal."""
    refused = _refused("rank", samples)
    if refused:
        return refused
    if len({(len(s.before), len(s.window)) for s in samples}) > 1:
        return Outcome("rank", len(samples), refused="unequal_lengths")
    ranks = [_ranks((*s.before, *s.window)) for s in samples]
    length, width = len(ranks[0]), len(samples[0].window)
    middle = (length + 1) / 2
    means = [fmean(r[day] - middle for r in ranks) for day in range(length)]
    scatter = sqrt(fmean(m * m for m in means))
    if not scatter:
        return Outcome("rank", len(samples), refused="no_scatter")
    return _outcome("rank", len(samples), sum(means[-width:]) / (sqrt(width) * scatter))


def sign(samples: Sequence[Sample]) -> Outcome:
    """Returns the generalised sign test: sums above zero against the share usual before the events, or its refusal."""
    refused = _refused("sign", samples)
    if refused:
        return refused
    n = len(samples)
    usual = fmean(fmean(change > 0 for change in s.before) for s in samples)
    if not 0 < usual < 1:
        return Outcome("sign", n, refused="no_scatter")
    positive = sum(sum(s.window) > 0 for s in samples)
    return _outcome("sign", n, (positive - n * usual) / sqrt(n * usual * (1 - usual)))


def all_tests(samples: Sequence[Sample]) -> tuple[Outcome, ...]:
    """Returns the three tests, or their refusals."""
    return bmp(samples), rank(samples), sign(samples)


def _refused(test: Test, samples: Sequence[Sample]) -> Outcome | None:
    n = len(samples)
    if n < FEWEST_EVENTS:
        return Outcome(test, n, refused="too_few_events", needed=FEWEST_EVENTS)
    if any(len(s.before) < FEWEST_ESTIMATED or not s.window for s in samples):
        return Outcome(test, n, refused="too_few_estimated", needed=FEWEST_ESTIMATED)
    if any(not stdev(s.before) for s in samples):
        return Outcome(test, n, refused="no_scatter")
    return None


def _standardised(sample: Sample) -> float:
    """A window's sum over its scatter; the forecast error of the estimated mean widens it by length squared over n."""
    length = len(sample.window)
    return sum(sample.window) / (stdev(sample.before) * sqrt(length + length * length / len(sample.before)))


def _correlation(columns: Sequence[tuple[float, ...]]) -> float:
    """The mean correlation of the events' returns before them, session by session."""
    pairs = [_pearson(one, other) for one, other in combinations(columns, 2) if len(one) == len(other)]
    return fmean(pairs) if pairs else 0.0


def _pearson(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    a, b = fmean(one), fmean(other)
    top = sum((x - a) * (y - b) for x, y in zip(one, other, strict=True))
    bottom = sqrt(sum((x - a) ** 2 for x in one) * sum((y - b) ** 2 for y in other))
    return top / bottom if bottom else 0.0


def _ranks(values: tuple[float, ...]) -> list[float]:
    """Ranks from 1 upward, equal values sharing the mean of theirs."""
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end + 1 < len(order) and values[order[end + 1]] == values[order[start]]:
            end += 1
        for place in order[start : end + 1]:
            ranks[place] = (start + end) / 2 + 1
        start = end + 1
    return ranks


def _outcome(test: Test, n: int, statistic: float) -> Outcome:
    return Outcome(test, n, statistic, 2 * (1 - NormalDist().cdf(abs(statistic))))
