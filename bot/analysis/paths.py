"""What a series did: drawdown from the highest close, peak and trough, change, the day a level was first passed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bot.analysis.series import Point, Series
from bot.days import Day
from bot.quantities import EXACT, Percent, divided

Direction = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Drawdown:
    """How far a series lies below an earlier highest observation: `depth` 0.3 is 30 % below the peak.

    `since_listing` is false where the series does not reach back to the first session, so that the peak is only the
    highest of the closes at hand.
    """

    peak: Point
    trough: Point
    depth: Percent
    since_listing: bool


@dataclass(frozen=True, slots=True)
class Change:
    """The change of a series between two observations; `ratio` is the later over the earlier, less one."""

    start: Point
    end: Point
    difference: Decimal
    ratio: Percent | None


def drawdown(series: Series) -> Drawdown | None:
    """Returns how far the last observation lies below the highest one so far (SEMANTICS rule 10); None when empty.

    Formula: 1 - last / max(all up to it). Of several equally high ones the latest is the peak.
    """
    if not series.points:
        return None
    peak = max(series.points, key=lambda p: (p.value, p.day))
    return _drawdown(peak, series.points[-1], series)


def maximum_drawdown(series: Series) -> Drawdown | None:
    """Returns the deepest fall from a highest observation to a later one; None when no peak is above zero.

    Of equally deep ones the earliest is returned.
    """
    peak: Point | None = None
    found: Drawdown | None = None
    for point in series.points:
        if peak is None or point.value >= peak.value:
            peak = point
        fall = _drawdown(peak, point, series)
        if fall is not None and (found is None or fall.depth.fraction > found.depth.fraction):
            found = fall
    return found


def peak(series: Series) -> Point | None:
    """Returns the highest observation, the earliest of equal ones."""
    return max(series.points, key=lambda p: p.value, default=None)


def trough(series: Series) -> Point | None:
    """Returns the lowest observation, the earliest of equal ones."""
    return min(series.points, key=lambda p: p.value, default=None)


def change(series: Series, start: Day, end: Day) -> Change | None:
    """Returns the change between the observations standing on two days; None where nothing stands on the first.

    The ratio is None where the earlier observation is not above zero.
    """
    first, last = series.at(start), series.at(end)
    if first is None or last is None or last.day < first.day:
        return None
    ratio = None
    if first.value > 0:
        ratio = Percent(EXACT.subtract(divided(last.value, first.value), Decimal(1)), signed=True)
    return Change(first, last, EXACT.subtract(last.value, first.value), ratio)


def first_passed(series: Series, level: Decimal, direction: Direction = "up") -> Point | None:
    """Returns the first observation at or beyond a level that an earlier one had not reached.

    A series that begins beyond the level has not passed it then: it must first stand on the near side.
    """
    near = False
    for point in series.points:
        beyond = point.value >= level if direction == "up" else point.value <= level
        if beyond and near:
            return point
        near = near or not beyond
    return None


def last_beyond(series: Series, level: Decimal, direction: Direction = "up") -> Point | None:
    """Returns the newest observation at or beyond a level, None where none ever was."""
    beyond = (p for p in reversed(series.points) if (p.value >= level if direction == "up" else p.value <= level))
    return next(beyond, None)


def _drawdown(high: Point, low: Point, series: Series) -> Drawdown | None:
    if high.value <= 0:
        return None
    depth = Percent(EXACT.subtract(Decimal(1), divided(low.value, high.value)))
    return Drawdown(high, low, depth, series.from_start)
