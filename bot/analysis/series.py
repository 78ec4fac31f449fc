"""A measure of one company over time: what was observed when, in one unit, and what had to be left out."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from bot.days import AsOf, Day, Precision
from bot.facts.rates import Rate
from bot.facts.records import Qualifier
from bot.quantities import EXACT, Quantity, UnitMismatchError, divided, quantity

Kind = Literal["daily", "marks"]
"""Closes of sessions, or single figures that stand until the next one."""

WhyDropped = Literal["no_rate", "no_shares", "range", "not_a_number"]


@dataclass(frozen=True, slots=True)
class Point:
    """One observation: what it speaks of, its number in the series' unit, and the ids of what it rests on.

    `rate` is the exchange rate it was converted at, None where it was stated in the series' own unit.
    """

    as_of: AsOf
    value: Decimal
    claims: tuple[str, ...]
    basis: str = ""
    qualifier: Qualifier = "exact"
    rate: Rate | None = None

    @property
    def day(self) -> Day:
        """Returns the day the observation counts for: the last one of a month or period (SEMANTICS rule 4)."""
        return self.as_of.end


@dataclass(frozen=True, slots=True)
class Dropped:
    """An observation that could not be used, and why: it is counted and said, never guessed."""

    as_of: AsOf
    why: WhyDropped
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """Observations of one company's measure, oldest first, at most one a day, all in `unit`.

    `from_start` says that a daily series reaches back to the first session; without it a highest close is only the
    highest of those at hand. `precision` is the length of period of a series of periods, which are never mixed.
    `stands` is for how many days a mark may be put against another's: None until the next one, 0 its own day only.
    """

    company: str
    measure: str
    unit: str
    kind: Kind
    points: tuple[Point, ...]
    dropped: tuple[Dropped, ...] = ()
    from_start: bool = False
    scope: str = ""
    precision: Precision | None = None
    stands: int | None = None

    def at(self, day: Day) -> Point | None:
        """Returns the last observation on or before a day, None before the first."""
        place = bisect_right(self.points, day, key=_day)
        return self.points[place - 1] if place else None

    def standing(self, day: Day) -> Point | None:
        """Returns the last observation on or before a day that may still be put against another company's."""
        point = self.at(day)
        return point if point is None or self.stands is None or day.since(point.day) <= self.stands else None

    def between(self, first: Day, last: Day) -> Series:
        """Returns the observations of a stretch of days, both ends included."""
        start = bisect_right(self.points, first.plus(-1), key=_day)
        kept = self.points[start : bisect_right(self.points, last, key=_day)]
        reaches = self.from_start and kept[:1] == self.points[:1]
        return replace(self, points=kept, from_start=reaches)

    def quantity(self, point: Point) -> Quantity:
        """Returns an observation's number with the series' unit."""
        return quantity(point.value, self.unit)

    @property
    def bases(self) -> frozenset[str]:
        """Returns the bases of the observations; more than one has to be footnoted (DESIGN section 4)."""
        return frozenset(p.basis for p in self.points)


def same_unit(*series: Series) -> None:
    """Raises UnitMismatchError for series of different units, currencies or lengths of period."""
    units = {f"{s.unit} a {s.precision}" if s.precision else s.unit for s in series}
    if len(units) > 1:
        raise UnitMismatchError(" beside ".join(sorted(units)))


def month_ends(series: Series) -> Series:
    """Returns the last observation of every month; of the running month the last one so far."""
    last = {p.day.date.timetuple()[:2]: p for p in series.points}
    return replace(series, points=tuple(last.values()), from_start=False)


def rebased(series: Series, first: Day) -> tuple[tuple[Day, Decimal], ...]:
    """Returns the observations from a day on as an index, the one standing on that day being 100.

    Empty where nothing stands on that day yet, or where that observation is not above zero.
    """
    base = series.at(first)
    if base is None or base.value <= 0:
        return ()
    later = series.points[bisect_right(series.points, first, key=_day) :]
    rest = tuple((p.day, divided(EXACT.multiply(p.value, Decimal(100)), base.value)) for p in later)
    return ((first, Decimal(100)), *rest)


def _day(point: Point) -> Day:
    return point.day
