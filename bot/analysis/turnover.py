"""Average daily volume as SEMANTICS rule 18 counts it, and the usual size of a day's move beside it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from math import sqrt
from statistics import stdev

from bot.analysis.figures import bar_id
from bot.analysis.moments import Moment
from bot.days import Day
from bot.facts.book import FactBook
from bot.facts.records import Bar
from bot.quantities import Shares, divided

SPANS = (10, 20, 60)
EVENT_SESSIONS = 3
"""A release's first sessions, which are left out and refilled from before (rule 18)."""


@dataclass(frozen=True, slots=True)
class Turnover:
    """The mean volume of the last `n` sessions with known volume; `last` is the newest of them.

    `n` is less than `wanted` where there are not that many. `left_out` is how many sessions were skipped for a release.
    """

    wanted: int
    n: int
    mean: Shares
    first: Day
    last: Day
    left_out: int
    claims: tuple[str, ...]


def turnover(book: FactBook, company: str, moment: Moment, release_days: Collection[Day], span: int) -> Turnover | None:
    """Returns the average daily volume before a moment's day, None where no volume is known."""
    bars = book.bars_of(company)
    if bars is None:
        return None
    last = moment.last_session(bars.listing)
    before = [b for b in bars.sessions if b.session <= last and b.session < moment.at]
    busy = _busy(before, release_days)
    kept: list[Bar] = []
    left_out = 0
    for bar in reversed(before):
        if len(kept) == span:
            break
        if bar.volume is None:
            continue
        if bar.session in busy:
            left_out += 1
            continue
        kept.append(bar)
    if not kept:
        return None
    mean = divided(Decimal(sum(b.volume or 0 for b in kept)), Decimal(len(kept)))
    ids = tuple(bar_id(bars.listing, b) for b in kept)
    return Turnover(span, len(kept), Shares(mean), kept[-1].session, kept[0].session, left_out, ids)


def usual_move(
    book: FactBook, company: str, moment: Moment, release_days: Collection[Day], span: int
) -> tuple[Decimal, tuple[str, ...]] | None:
    """Returns the standard deviation of the daily returns of the last sessions before a moment's day, with their bars.

    A release's first sessions are left out as they are of the volume. None with fewer than two returns.
    """
    bars = book.bars_of(company)
    if bars is None:
        return None
    last = moment.last_session(bars.listing)
    before = [b for b in bars.sessions if b.session <= last and b.session < moment.at]
    busy = _busy(before, release_days)
    pairs = [(a, b) for a, b in pairwise(before) if b.session not in busy][-span:]
    if len(pairs) < 2:
        return None
    moves = [float(b.close / a.close) - 1 for a, b in pairs]
    return Decimal(repr(stdev(moves))), tuple(bar_id(bars.listing, b) for _, b in pairs)


def _busy(sessions: Collection[Bar], release_days: Collection[Day]) -> frozenset[Day]:
    """The first sessions of every release."""
    found: set[Day] = set()
    for day in release_days:
        found.update([b.session for b in sessions if b.session >= day][:EVENT_SESSIONS])
    return frozenset(found)


def square_root_impact(sold: Decimal, daily: Decimal, move: Decimal) -> float:
    """Returns the square-root law's move for shares sold against daily volume: sigma * sqrt(sold / daily), Y = 1.

    An order of magnitude and nothing more: the law was measured on orders of a few per cent of a day's volume (Almgren
    et al. 2005; Tóth et al. 2011), far below a release.
    """
    return float(move) * sqrt(float(sold) / float(daily))
