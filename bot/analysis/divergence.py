"""The K: two companies drawn from one start, how far they moved apart, and whether that exceeds their own noise."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from itertools import pairwise
from typing import Literal

from bot.analysis.reversals import log_ratio, paired
from bot.analysis.series import Series, rebased
from bot.days import Day
from bot.quantities import EXACT, divided

FEWEST_CHANGES = 20
"""Below this many changes no size is given: a standard deviation of fewer says too little (about 16 % off at 20)."""

WhyNoSize = Literal["too_few", "no_noise"]


@dataclass(frozen=True, slots=True)
class Divergence:
    """How two companies moved apart between two common sessions.

    `lines` are each one's index from 100 at `first`. `swing` is the change of ln(A/B); `noise` the standard deviation
    of its change from one session to the next; `size` is swing / (noise * sqrt(n)), with `n` changes. Where `size` is
    None, `no_size` says why.
    """

    companies: tuple[str, str]
    first: Day
    last: Day
    lines: tuple[tuple[tuple[Day, Decimal], ...], tuple[tuple[Day, Decimal], ...]]
    swing: Decimal
    n: int
    noise: Decimal | None = None
    size: Decimal | None = None
    no_size: WhyNoSize | None = None


def divergence(a: Series, b: Series, changes: int | None = None) -> Divergence | None:
    """Returns how two series moved apart over their last `changes` common observations, over all of them without it.

    The noise is the sample standard deviation of the window's own changes about their mean. Both lines hold common
    observations only. None with fewer than two of them or with a value not above zero. Raises UnitMismatchError for
    different units.
    """
    pairs = paired(a, b)
    window = pairs if changes is None else pairs[-(changes + 1) :]
    if len(window) < 2 or any(min(p.first.value, p.second.value) <= 0 for p in window):
        return None
    first, last = window[0].day, window[-1].day
    logs = [log_ratio(p) for p in window]
    swing, n = EXACT.subtract(logs[-1], logs[0]), len(window) - 1
    common = {p.day for p in window}
    lines = tuple(tuple(p for p in rebased(s, first) if p[0] in common) for s in (a, b))
    found = Divergence((a.company, b.company), first, last, (lines[0], lines[1]), swing, n)
    if n < FEWEST_CHANGES:
        return _sized(found, None, "too_few")
    noise = _deviation([EXACT.subtract(later, earlier) for earlier, later in pairwise(logs)])
    return _sized(found, noise, None if noise > 0 else "no_noise")


def _sized(found: Divergence, noise: Decimal | None, why: WhyNoSize | None) -> Divergence:
    size = None
    if why is None and noise is not None:
        size = divided(found.swing, EXACT.multiply(noise, EXACT.sqrt(Decimal(found.n))))
    return Divergence(found.companies, found.first, found.last, found.lines, found.swing, found.n, noise, size, why)


def _deviation(changes: list[Decimal]) -> Decimal:
    count = Decimal(len(changes))
    mean = divided(reduce(EXACT.add, changes), count)
    gaps = [EXACT.subtract(change, mean) for change in changes]
    squares = reduce(EXACT.add, (EXACT.multiply(gap, gap) for gap in gaps))
    return EXACT.sqrt(divided(squares, count - 1))
