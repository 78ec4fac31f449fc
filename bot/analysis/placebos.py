"""Placebos: the same figure for windows of the same share in which nothing came free, and where an event ranks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from bot.analysis.abnormal import Course, Window, cumulative

APART = 20
"""Sessions that a placebo window keeps from every release and from the event itself (FEATURES 5.2)."""

FEWEST_PLACEBOS = 20
"""With fewer, one window more or less moves the rank by more than 5 %: it is not printed."""


@dataclass(frozen=True, slots=True)
class Rank:
    """Where an event's figure stands by size, sign left out, among placebos and itself: 1 is the largest of `of`."""

    place: int
    of: int


def placebo_places(sessions: int, window: Window, keep_from: Collection[int], apart: int = APART) -> tuple[int, ...]:
    """Returns the sessions around which a window lies wholly more than `apart` sessions from all of those named."""
    return tuple(
        place
        for place in range(max(0, -window.first), sessions - max(0, window.last))
        if not any(place + window.first - apart <= other <= place + window.last + apart for other in keep_from)
    )


def placebo_sums(
    course: Course, window: Window, estimation: Window, keep_from: Collection[int], apart: int = APART
) -> tuple[float, ...]:
    """Returns the cumulative abnormal return of every placebo window, as far as its returns are known.

    Where the usual return is taken off, a placebo needs its whole estimation window, as the event has one.
    """
    found: list[float] = []
    for place in placebo_places(len(course.returns), window, keep_from, apart):
        if course.usual and len(course.estimated(place, estimation)) < estimation.length:
            continue
        total = cumulative(course, place, window, estimation)
        if total is not None:
            found.append(total)
    return tuple(found)


def ranked(figure: float, placebos: Sequence[float]) -> Rank | None:
    """Returns where a figure stands by size among placebos, None with fewer than FEWEST_PLACEBOS of them."""
    if len(placebos) < FEWEST_PLACEBOS:
        return None
    return Rank(1 + sum(abs(other) >= abs(figure) for other in placebos), len(placebos) + 1)


def band(sums: Iterable[float], low: float = 0.05, high: float = 0.95) -> tuple[float, float] | None:
    """Returns two quantiles of placebo figures (the order statistics nearest to them), None with too few of them."""
    ordered = sorted(sums)
    if len(ordered) < FEWEST_PLACEBOS:
        return None
    last = len(ordered) - 1
    return ordered[round(low * last)], ordered[round(high * last)]
