"""The path of an event's cumulative abnormal return, and how far placebo paths of the same share reach beside it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import accumulate

from bot.analysis.abnormal import Course, Window
from bot.analysis.placebos import band, placebo_places

BANDS = ((0.05, 0.95), (0.25, 0.75))
"""Quantiles of the placebo paths, the wider first: nine in ten of them, and half of them."""


@dataclass(frozen=True, slots=True)
class Fan:
    """Cumulative abnormal returns by session counted from the event, and for each band its two edges there."""

    sessions: tuple[int, ...]
    path: tuple[float, ...]
    bands: tuple[tuple[tuple[float, float], ...], ...]


def fan(course: Course, place: int, window: Window, estimation: Window, keep_from: Collection[int]) -> Fan | None:
    """Returns the fan of one event over a window, None where its path is not known or placebos are too few."""
    own = _path(course, place, window, estimation)
    if own is None:
        return None
    others = [
        path
        for other in placebo_places(len(course.returns), window, keep_from)
        if (path := _path(course, other, window, estimation)) is not None
    ]
    edges = []
    for low, high in BANDS:
        each = [band((path[step] for path in others), low, high) for step in range(window.length)]
        if any(edge is None for edge in each):
            return None
        edges.append(tuple(edge for edge in each if edge is not None))
    return Fan(tuple(range(window.first, window.last + 1)), own, tuple(edges))


def _path(course: Course, place: int, window: Window, estimation: Window) -> tuple[float, ...] | None:
    if course.usual and len(course.estimated(place, estimation)) < estimation.length:
        return None
    abnormal = course.abnormal(place, window, estimation)
    return None if abnormal is None else tuple(accumulate(abnormal))
