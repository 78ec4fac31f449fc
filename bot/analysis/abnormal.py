"""Abnormal returns: what is left of a share's daily returns after its usual, its market's or a peer's are taken off.

Simple daily returns of closes in floating point; sums over a window are cumulative abnormal returns (MacKinlay 1997).
A market model with a slope needs some 250 sessions before the event, which neither company of the pair has, so the
market method takes the proxy's return off as it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median
from typing import Literal

from bot.days import Day
from bot.facts.records import Bar

Method = Literal["raw", "mean", "market", "peer"]
METHODS: tuple[Method, ...] = ("raw", "mean", "market", "peer")


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """Sessions around an event, counted from it: 0 is the event's own, -1 the one before. Both ends are included."""

    first: int
    last: int

    @property
    def length(self) -> int:
        """Returns how many sessions the window holds."""
        return self.last - self.first + 1

    @property
    def text(self) -> str:
        """Returns the window as it is typed, such as -5:-1."""
        return f"{self.first}:{self.last}"

    @classmethod
    def of(cls, text: str) -> Window:
        """Returns the window typed as FIRST:LAST; raises ValueError for anything else or ends in the wrong order."""
        first, _, last = text.partition(":")
        window = cls(int(first), int(last))
        if window.first > window.last:
            raise ValueError(f"{text}: the window ends before it begins")
        return window


ESTIMATION = Window(-20, -6)
WINDOWS = (Window(-5, -1), Window(0, 1), Window(2, 10))


@dataclass(frozen=True, slots=True)
class Track:
    """A share's sessions, oldest first: days, closes, and volumes where they are known."""

    days: tuple[Day, ...]
    closes: tuple[float, ...]
    volumes: tuple[int | None, ...]

    @classmethod
    def of(cls, bars: Sequence[Bar], last: Day) -> Track:
        """Returns the sessions up to a day."""
        kept = [bar for bar in bars if bar.session <= last]
        return cls(
            tuple(bar.session for bar in kept),
            tuple(float(bar.close) for bar in kept),
            tuple(bar.volume for bar in kept),
        )

    def place(self, day: Day) -> int | None:
        """Returns where the first session on or after a day stands, None after the last one."""
        place = bisect_left(self.days, day)
        return place if place < len(self.days) else None

    def returns(self) -> tuple[float | None, ...]:
        """Returns each session's close over the one before, less one; None for the first, which has none before."""
        changes = [after / before - 1 for before, after in zip(self.closes, self.closes[1:], strict=False)]
        return (None, *changes) if self.closes else ()

    def returns_by_day(self) -> Mapping[Day, tuple[Day, float]]:
        """Returns each session's return with the session that it starts from."""
        found: dict[Day, tuple[Day, float]] = {}
        for place, change in enumerate(self.returns()):
            if change is not None:
                found[self.days[place]] = (self.days[place - 1], change)
        return found


def expected(track: Track, references: Sequence[Track]) -> tuple[float | None, ...]:
    """Returns for each session the mean return of the references on that day, None where one of them has none.

    A reference whose last close before is of another day than the share's covers another stretch and has none either.
    """
    tables = [reference.returns_by_day() for reference in references]
    found: list[float | None] = []
    for place, day in enumerate(track.days):
        changes = [table[day] for table in tables if day in table]
        alike = place > 0 and len(changes) == len(tables) and all(b == track.days[place - 1] for b, _ in changes)
        found.append(fmean(change for _, change in changes) if alike and changes else None)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Course:
    """A share's returns and what is expected of them on the same sessions: nothing, a reference, or its own mean.

    `usual` says that the mean of the estimation window is taken off, which differs from event to event.
    """

    returns: tuple[float | None, ...]
    expected: tuple[float | None, ...] | None = None
    usual: bool = False

    def differences(self) -> tuple[float | None, ...]:
        """Returns each session's return less the reference's, None where either is missing."""
        if self.expected is None:
            return self.returns
        pairs = zip(self.returns, self.expected, strict=True)
        return tuple(None if r is None or e is None else r - e for r, e in pairs)

    def abnormal(self, place: int, window: Window, estimation: Window) -> tuple[float, ...] | None:
        """Returns the abnormal returns of a window around a session, None where one of them is not known."""
        known = self.within(place, window)
        if known is None:
            return None
        if not self.usual:
            return known
        before = self.estimated(place, estimation)
        if not before:
            return None
        usual = fmean(before)
        return tuple(change - usual for change in known)

    def within(self, place: int, window: Window) -> tuple[float, ...] | None:
        """Returns the differences of a whole window, None where one is missing."""
        low, high = place + window.first, place + window.last + 1
        if low < 0 or high > len(self.returns):
            return None
        found = [d for d in self.differences()[low:high] if d is not None]
        return tuple(found) if len(found) == window.length else None

    def estimated(self, place: int, estimation: Window) -> tuple[float, ...]:
        """Returns the differences that are known of the estimation window."""
        low, high = max(0, place + estimation.first), max(0, place + estimation.last + 1)
        return tuple(d for d in self.differences()[low:high] if d is not None)


def cumulative(course: Course, place: int, window: Window, estimation: Window) -> float | None:
    """Returns the sum of a window's abnormal returns, None where one of them is not known."""
    found = course.abnormal(place, window, estimation)
    return None if found is None else sum(found)


def abnormal_volume(track: Track, place: int) -> float | None:
    """Returns mean volume of sessions 0 to 2 over the median of sessions -40 to -6, None where volumes are missing.

    At least ten sessions before have to be known (FEATURES 5.2 names the windows, not the fewest).
    """
    after = track.volumes[place : place + 3]
    before = [v for v in track.volumes[max(0, place - 40) : max(0, place - 5)] if v is not None]
    known = [v for v in after if v is not None]
    if len(known) < 3 or len(before) < FEWEST_VOLUMES or not median(before):
        return None
    return fmean(known) / median(before)


FEWEST_VOLUMES = 10
