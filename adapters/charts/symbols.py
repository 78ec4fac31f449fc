"""Small shapes that tell series and marks apart where colour alone would not."""

from __future__ import annotations

import math

from adapters.charts.sheet import Spot
from bot.answer import MarkKind

_CIRCLE = 24
_SHAPES = (_CIRCLE, 4, 3, 5, -4, -3)
"""Corners of each series' shape; a negative number stands on its edge instead of its corner."""


def end_symbol(place: int, x: float, y: float, radius: float) -> list[Spot]:
    """Returns the shape of a series by its place: circle, diamond, triangle, pentagon, square, triangle upside down."""
    corners = _SHAPES[place % len(_SHAPES)]
    turn = -math.pi / 2
    if corners < 0:
        corners = -corners
        turn += math.pi / corners
    reach = radius * (1 if corners == _CIRCLE else 1.2)
    angles = (turn + 2 * math.pi * n / corners for n in range(corners))
    return [(x + reach * math.cos(angle), y + reach * math.sin(angle)) for angle in angles]


def mark_symbol(kind: MarkKind, x: float, y: float, radius: float) -> list[Spot]:
    """Returns the shape of a mark: a diamond for the lead, an open lock's drop for a release, a circle for the rest."""
    if kind == "lead":
        return end_symbol(1, x, y, radius)
    if kind == "release":
        return end_symbol(5, x, y, radius)
    return end_symbol(0, x, y, radius * 0.8)
