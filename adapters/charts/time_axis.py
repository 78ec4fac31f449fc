"""The axis of days: ticks on days, months or years, as many as have room for their words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_date

from bot.days import Day
from bot.text import Language

_LOCALE: dict[Language, str] = {"en": "en_GB", "zh": "zh_Hans_CN"}
_DAY: dict[Language, str] = {"en": "d MMM", "zh": "M月d日"}
_DAY_AND_YEAR: dict[Language, str] = {"en": "d MMM y", "zh": "y年M月d日"}
_MONTH: dict[Language, str] = {"en": "MMM", "zh": "M月"}
_MONTH_AND_YEAR: dict[Language, str] = {"en": "MMM y", "zh": "y年M月"}
_YEAR: dict[Language, str] = {"en": "y", "zh": "y年"}

_APART = 28
"""Pixels between the words of two ticks."""


@dataclass(frozen=True, slots=True)
class DayTick:
    """A day on the axis, its words, and where they stand: centred on the day, moved inwards at the ends."""

    day: Day
    words: str
    x: float
    left: float


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Days from `first` to `last` across pixels from `left` to `right`."""

    first: Day
    last: Day
    left: float
    right: float

    def x(self, day: Day) -> float:
        """Returns where a day stands; days outside are set on the nearer end. A single day stands in the middle."""
        span = self.last.since(self.first)
        share = day.since(self.first) / span if span else 0.5
        return self.left + (self.right - self.left) * min(1.0, max(0.0, share))

    def ticks(self, language: Language, width: Callable[[str], float]) -> tuple[DayTick, ...]:
        """Returns the finest ticks whose words stand apart; at least one for any span."""
        for kind, every in _CHOICES:
            placed = self._placed(_days(kind, every, self.first.date, self.last.date), kind, language, width)
            if placed:
                return placed
        return self._placed(iter([self.first.date]), "day", language, width)

    def _placed(
        self, days: Iterator[date], kind: str, language: Language, width: Callable[[str], float]
    ) -> tuple[DayTick, ...]:
        ticks: list[DayTick] = []
        year = 0
        for day in days:
            words = _written(day, kind, language, with_year=day.year != year)
            year = day.year
            x = self.x(Day(day))
            left = min(max(x - width(words) / 2, self.left), self.right - width(words))
            if ticks and left < ticks[-1].left + width(ticks[-1].words) + _APART:
                return ()
            ticks.append(DayTick(Day(day), words, x, left))
            if len(ticks) > _MOST:
                return ()
        return tuple(ticks)


_MOST = 12

_CHOICES = (
    *(("day", every) for every in (1, 2, 7, 14)),
    *(("month", every) for every in (1, 2, 3, 6)),
    *(("year", every) for every in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)),
)


def short_day(day: Day, language: Language) -> str:
    """Returns a day without its year, for labels inside a picture whose axis shows the year."""
    return format_date(day.date, _DAY[language], locale=_LOCALE[language])


def _days(kind: str, every: int, first: date, last: date) -> Iterator[date]:
    if kind == "day":
        for ordinal in range(first.toordinal(), last.toordinal() + 1, every):
            yield date.fromordinal(ordinal)
            if ordinal - first.toordinal() > 400:
                return
        return
    year, month = first.year, 1
    months = every if kind == "month" else 12 * every
    year -= year % every if kind == "year" else 0
    place = year * 12
    while place // 12 <= last.year:
        year, month = place // 12, place % 12 + 1
        if year >= 1 and first <= date(year, month, 1) <= last:
            yield date(year, month, 1)
        place += months


def _written(day: date, kind: str, language: Language, *, with_year: bool) -> str:
    pattern = {
        "day": _DAY_AND_YEAR if with_year else _DAY,
        "month": _MONTH_AND_YEAR if with_year else _MONTH,
        "year": _YEAR,
    }[kind]
    return format_date(day, pattern[language], locale=_LOCALE[language])


def padded(first: Day, last: Day) -> tuple[Day, Day]:
    """Returns two ends with some days between them, for a chart of a single day."""
    if first != last:
        return first, last
    earliest, latest = date.min + timedelta(days=3), date.max - timedelta(days=3)
    middle = min(max(first.date, earliest), latest)
    return Day(middle - timedelta(days=3)), Day(middle + timedelta(days=3))
