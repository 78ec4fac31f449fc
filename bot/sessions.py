"""The trading days of an exchange: which days are sessions, which are half ones, and how far that is published."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

from bot.days import Day

Closure = Literal["holiday", "weather", "half", "late"]
"""Why a weekday is no full session: a holiday, a cancelled day, no afternoon, or no morning."""


class OutOfBoundsError(LookupError):
    """Says that a day lies outside what a calendar covers; `day` is the one asked for."""

    def __init__(self, venue: str, day: Day) -> None:
        super().__init__(f"{venue} has no calendar for {day.iso}")
        self.venue, self.day = venue, day


@dataclass(frozen=True, slots=True)
class Sessions:
    """The sessions of one exchange from its first to its last covered day, both included.

    `closed` are weekdays without any trading, `short` those with half a day of it; Saturdays and Sundays are never
    sessions. Holidays after `published_to` are worked out by the exchange's rules and not announced yet, so that a
    date that rests on them is provisional. Every question about a day outside the bounds raises OutOfBoundsError.
    """

    venue: str
    first: Day
    last: Day
    published_to: Day
    closed: Mapping[Day, Closure] = field(default_factory=dict)
    short: Mapping[Day, Closure] = field(default_factory=dict)
    _gone: tuple[Day, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        """Puts the weekdays without trading in order, so that those of a stretch are counted without a look at each."""
        object.__setattr__(self, "_gone", tuple(sorted(day for day in self.closed if day.date.weekday() < 5)))

    def covers(self, day: Day) -> bool:
        """Decides whether a day lies within the bounds."""
        return self.first <= day <= self.last

    def deals(self, day: Day) -> bool:
        """Decides whether shares trade on a day; outside the bounds Mondays to Fridays count."""
        return self.is_session(day) if self.covers(day) else day.date.weekday() < 5

    def is_session(self, day: Day) -> bool:
        """Decides whether shares trade on a day, be it for half of it."""
        if not self.covers(day):
            raise OutOfBoundsError(self.venue, day)
        return day.date.weekday() < 5 and day not in self.closed

    def is_half(self, day: Day) -> bool:
        """Decides whether a day is a session of half a day."""
        return self.is_session(day) and day in self.short

    def is_provisional(self, day: Day) -> bool:
        """Decides whether the holidays around a day are not published yet."""
        return day > self.published_to

    def on_or_after(self, day: Day) -> Day:
        """Returns the first session that is not before a day."""
        while not self.is_session(day):
            day = day.plus(1)
        return day

    def on_or_before(self, day: Day) -> Day:
        """Returns the last session that is not after a day."""
        while not self.is_session(day):
            day = day.plus(-1)
        return day

    def shifted(self, day: Day, count: int) -> Day:
        """Returns the session that many sessions after a day, or before it when negative; 0 is the day or the next."""
        if count == 0:
            return self.on_or_after(day)
        step = 1 if count > 0 else -1
        for _ in range(abs(count)):
            day = self.on_or_after(day.plus(1)) if step > 0 else self.on_or_before(day.plus(-1))
        return day

    def count(self, after: Day, upto: Day) -> int:
        """Returns how many sessions lie after a day, up to and with another; 0 where that one is not later."""
        days = max(0, upto.since(after))
        if days and not (self.covers(after) and self.covers(upto)):
            raise OutOfBoundsError(self.venue, after if self.covers(upto) else upto)
        weeks, rest = divmod(days, 7)
        start = after.date.weekday()
        weekdays = weeks * 5 + sum((start + step) % 7 < 5 for step in range(1, rest + 1))
        return weekdays - max(0, bisect_right(self._gone, upto) - bisect_right(self._gone, after))

    def days(self, first: Day, last: Day) -> tuple[Day, ...]:
        """Returns every session of a stretch of days, both ends included."""
        span = (first.date + timedelta(days=n) for n in range(last.since(first) + 1))
        return tuple(day for day in map(Day, span) if self.is_session(day))
