"""Whether the order of companies survives the disagreement of their sources, and which claims turn it round if not.

Every company has the figure that was chosen and the live ones that dispute it. An order survives when it holds for
every way of picking one figure for each company; the decision needs only the ends: each company's lowest must lie above
the highest of the next.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal

Verdict = Literal["survives", "flips", "undecided"]
"""Undecided: the chosen figures themselves tie or overlap, so that there is no order to survive."""

_NOTHING, _EVERYTHING = Decimal("-Infinity"), Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure that a company could be said to have: from `low` to `high`, equal for a single value.

    None leaves an end open, as "at least" does. `claims` are what it rests on.
    """

    claims: tuple[str, ...]
    low: Decimal | None
    high: Decimal | None

    @property
    def bottom(self) -> Decimal:
        """Returns the lowest number it allows."""
        return _NOTHING if self.low is None else self.low

    @property
    def top(self) -> Decimal:
        """Returns the highest number it allows."""
        return _EVERYTHING if self.high is None else self.high


@dataclass(frozen=True, slots=True)
class Contender:
    """A company with the figure chosen for it and those that dispute it."""

    company: str
    chosen: Candidate
    disputed_by: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Deviation:
    """A candidate taken in place of a company's chosen one."""

    company: str
    candidate: Candidate


Pivot = frozenset[Deviation]
"""Candidates that together turn the order round while all others stay as chosen: one, or two of neighbours."""


@dataclass(frozen=True, slots=True)
class Stability:
    """The order of companies by their chosen figures, highest first, and whether it survives.

    `pivots` are the smallest sets of candidates that break it: all single ones, or where no single one does, all pairs.
    `overlapping` are neighbours whose chosen figures tie or overlap, to be marked rather than ranked.
    """

    order: tuple[str, ...]
    verdict: Verdict
    pivots: frozenset[Pivot] = frozenset()
    overlapping: tuple[tuple[str, str], ...] = ()


def order_stability(contenders: Iterable[Contender]) -> Stability:
    """Returns whether the order of companies survives every combination of their candidates.

    A tie breaks an order, for nobody is ahead in it. Linear in the candidates for the verdict and the single pivots;
    pairs are named without trying those that cannot matter.
    """
    ranked = sorted(contenders, key=lambda c: (-c.chosen.bottom, -c.chosen.top, c.company))
    order = tuple(c.company for c in ranked)
    overlapping = tuple(
        (upper.company, lower.company) for upper, lower in pairwise(ranked) if upper.chosen.bottom <= lower.chosen.top
    )
    if overlapping:
        return Stability(order, "undecided", overlapping=overlapping)
    if all(_lowest(upper) > _highest(lower) for upper, lower in pairwise(ranked)):
        return Stability(order, "survives")
    single = frozenset(frozenset({d}) for d in _single(ranked))
    if single:
        return Stability(order, "flips", single)
    return Stability(order, "flips", frozenset(p for pair in pairwise(ranked) for p in _double(*pair)))


def _lowest(contender: Contender) -> Decimal:
    return min(c.bottom for c in (contender.chosen, *contender.disputed_by))


def _highest(contender: Contender) -> Decimal:
    return max(c.top for c in (contender.chosen, *contender.disputed_by))


def _single(ranked: Sequence[Contender]) -> Iterable[Deviation]:
    """Only the chosen figures of the neighbours matter: those further off lie beyond them."""
    for place, contender in enumerate(ranked):
        floor = ranked[place + 1].chosen.top if place + 1 < len(ranked) else None
        ceiling = ranked[place - 1].chosen.bottom if place else None
        for candidate in contender.disputed_by:
            sinks = floor is not None and candidate.bottom <= floor
            rises = ceiling is not None and candidate.top >= ceiling
            if sinks or rises:
                yield Deviation(contender.company, candidate)


def _double(upper: Contender, lower: Contender) -> Iterable[Pivot]:
    """With no single pivot left only neighbours can meet: to reach past a third one would break the order alone."""
    rising = sorted(lower.disputed_by, key=lambda c: c.top)
    tops = [c.top for c in rising]
    for candidate in upper.disputed_by:
        for other in rising[bisect_left(tops, candidate.bottom) :]:
            yield frozenset({Deviation(upper.company, candidate), Deviation(lower.company, other)})
