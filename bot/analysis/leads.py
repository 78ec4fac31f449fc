"""Lead and lag: which of two series moves first, where there are enough changes to tell.

Two series need not be observed on the same days. Their changes are put against each other in event time, as Hayashi
and Yoshida (2005, Bernoulli 11(2), 359-379) pair them: two changes belong together where their intervals overlap, once
one series has been shifted by the lag. So a price of every session can be set beside a round a quarter.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from random import Random
from typing import Literal

FEWEST_CHANGES = 8
"""Below this many changes of the sparser series no lead is named: seven can line up by chance at some lag."""

SHUFFLES = 199
"""With so many shuffled copies the smallest share that chance can show is 1 in 200."""

SURE_BELOW = 0.05

Observed = Sequence[tuple[int, float]]
"""Days, counted from any day on and rising, with the value that held from each."""

WhyNot = Literal["too_few", "no_movement", "chance"]


@dataclass(frozen=True, slots=True)
class Lead:
    """By how many days the first series goes before the second; negative where it follows.

    `correlation` is that of the changes at this lag, `chance` the share of shuffled copies whose best lag fits at least
    as well, and `changes` how many of each there were. `why` says why no lead is to be named.
    """

    days: int
    correlation: float
    chance: float
    changes: tuple[int, int]
    why: WhyNot | None = None


def lead(first: Observed, second: Observed, *, most: int = 60, seed: int = 20260625) -> Lead:
    """Returns the lag, of up to `most` days either way, at which the changes of two series fit best.

    The changes of the sparser series are shuffled to tell a lead from chance; every copy may choose its own best lag,
    because the search did too. Of equal fits the smallest shift is taken. Fixed by the seed.
    """
    counts = (max(0, len(first) - 1), max(0, len(second) - 1))
    if min(counts) < FEWEST_CHANGES:
        return Lead(0, 0.0, 1.0, counts, "too_few")
    swapped = counts[0] < counts[1]
    sparse, dense = (first, second) if swapped else (second, first)
    changes = [b[1] - a[1] for a, b in pairwise(sparse)]
    size = sqrt(sum(c * c for c in changes))
    if size == 0.0 or all(a[1] == b[1] for a, b in pairwise(dense)):
        return Lead(0, 0.0, 1.0, counts, "no_movement")
    shifts = sorted(range(-most, most + 1), key=lambda s: (abs(s), s))
    moves = [_scaled(_moves(sparse, dense, shift), size) for shift in shifts]
    fits = [_fit(changes, move) for move in moves]
    best = max(range(len(shifts)), key=lambda place: abs(fits[place]))
    draw = Random(seed)  # noqa: S311  a shuffle for statistics, to be the same each time
    beaten = 0
    for _ in range(SHUFFLES):
        draw.shuffle(changes)
        beaten += max(abs(_fit(changes, move)) for move in moves) >= abs(fits[best])
    chance = (1 + beaten) / (1 + SHUFFLES)
    days = -shifts[best] if swapped else shifts[best]
    return Lead(days, fits[best], chance, counts, None if chance <= SURE_BELOW else "chance")


def _fit(changes: Sequence[float], moves: Sequence[float]) -> float:
    return sum(c * m for c, m in zip(changes, moves, strict=True))


def _scaled(moves: Sequence[float], size: float) -> list[float]:
    """Brings moves to a scale on which their fit with changes of that size is a correlation, at most 1."""
    own = sqrt(sum(m * m for m in moves))
    return [m / (own * size) if own else 0.0 for m in moves]


def _moves(sparse: Observed, dense: Observed, shift: int) -> list[float]:
    """How far the denser series, moved later by `shift` days, went in the intervals that overlap each sparse one.

    An interval runs from one observation, left out, to the next, taken in.
    """
    days = [day + shift for day, _ in dense]
    found = []
    for (start, _), (end, _) in pairwise(sparse):
        opens = max(0, bisect_right(days, start) - 1)
        closes = min(len(days) - 1, bisect_left(days, end))
        found.append(dense[closes][1] - dense[opens][1] if closes > opens else 0.0)
    return found
