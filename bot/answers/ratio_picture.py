"""The picture of a mirror: the ratio of each pair over time, with parity drawn across."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Literal

from bot.analysis.reversals import Pair, paired
from bot.analysis.series import Series
from bot.answer import Block, Chart, Level, Line, Point
from bot.answers import wording
from bot.answers.scene import Scene
from bot.quantities import Multiple, divided
from bot.text import Message, Name

UNIT = "multiple"


def ratios_over_time(companies: Sequence[str], measure: str, lines: Mapping[str, Series], scene: Scene) -> list[Block]:
    """Returns both ratios as lines; nothing where one of them has fewer than two observations."""
    drawn: list[Line] = []
    ends: list[Message] = []
    for a, b in (companies[:2], companies[2:]):
        one, other = lines[a], lines[b]
        if not one.points or not other.points or one.unit != other.unit:
            return []
        if wording.apart(measure, one, other, scene=scene) is not None:
            return []
        points = tuple(_ratio(p) for p in paired(one, other) if min(p.first.value, p.second.value) > 0)
        if len(points) < 2:
            return []
        names = scene.name(a), scene.name(b)
        said = Name(*(mark.join(n.written(language) for n in names) for language, mark in _MARKS))
        drawn.append(Line(said, points, steps="marks" in (one.kind, other.kind)))
        ends.append(_ends(said, points))
    return [
        Chart(
            Message("mirror-chart", {"measure": scene.measure(measure).name}),
            Message("chart-summary", {"each": wording.joined(ends)}),
            tuple(drawn),
            UNIT,
            levels=(Level(Decimal(1), Message("mirror-parity")),),
            logarithmic=True,
        )
    ]


_MARKS: tuple[tuple[Literal["en", "zh"], str], ...] = (("en", " : "), ("zh", "："))


def _ratio(pair: Pair) -> Point:
    return Point(pair.day, divided(pair.first.value, pair.second.value))


def _ends(name: Name, points: Sequence[Point]) -> Message:
    first, last = points[0], points[-1]
    return Message(
        "mirror-chart-from-to",
        {
            "pair": name,
            "first": Multiple(first.number),
            "start": first.day,
            "last": Multiple(last.number),
            "end": last.day,
        },
    )
