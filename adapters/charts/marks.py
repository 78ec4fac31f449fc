"""What happened when: marks with stems and labels above the plot, and bands where the day is not known."""

from __future__ import annotations

from dataclasses import dataclass

from adapters.charts.frame import Frame
from adapters.charts.placing import Wish, laned
from adapters.charts.sheet import Box
from adapters.charts.symbols import mark_symbol
from adapters.charts.time_axis import TimeAxis, short_day
from bot.answer import Chart, Mark, Stretch
from bot.text import Message, Raw

_SIZE = 18
_LANE = 25
_LANES = 5
_SYMBOL = 9
_TOGETHER = 14
"""Pixels between marks up to which they share one stem and stand as rows of one label."""

_WIDEST = 420


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Marks so near to one another that they share a label, or a single stretch."""

    x: float
    items: tuple[Mark | Stretch, ...]


class Marks:
    """The marks and stretches of one chart, placed above the plot before its height is known."""

    def __init__(self, chart: Chart, axis: TimeAxis, frame: Frame, room: Box) -> None:
        self._frame, self._axis = frame, axis
        self._stretches, self._marks = chart.stretches, sorted(chart.marks, key=lambda mark: mark.day)
        clusters = [_Cluster(self._middle(stretch), (stretch,)) for stretch in self._stretches]
        near: list[Mark] = []
        for mark in self._marks:
            if near and axis.x(mark.day) - axis.x(near[0].day) > _TOGETHER:
                clusters.append(self._cluster(near))
                near = []
            near.append(mark)
        if near:
            clusters.append(self._cluster(near))
        wishes = [self._wish(cluster) for cluster in clusters]
        placed = laned(wishes, room.left, room.right, _LANES)
        self._placed = [(cluster.x, place) for cluster, place in zip(clusters, placed, strict=True) if place]
        lanes = max((place.lane + len(place.rows) for _, place in self._placed), default=0)
        self.height = lanes * _LANE + (2 * _SYMBOL + 2 if clusters else 0)

    def grounds(self, top: float, bottom: float) -> None:
        """Fills the bands behind everything."""
        for stretch in self._stretches:
            first, last = self._ends(stretch)
            self._frame.sheet.fill(Box(first, top, last, bottom), self._frame.palette.tint)

    def stems(self, top: float, bottom: float) -> None:
        """Draws a rule from each label to the plot, one through the plot for each mark, and both edges of each band."""
        sheet, palette = self._frame.sheet, self._frame.palette
        for x, placed in self._placed:
            beside = not placed.left <= x <= placed.left + placed.width
            up = placed.lane + (len(placed.rows) if beside else 0)
            start = top - 2 * _SYMBOL - 2 - up * _LANE + (4 if beside else 0)
            sheet.fill(Box(round(x), start, round(x) + 1, top), palette.axis)
        for stretch in self._stretches:
            first, last = self._ends(stretch)
            for edge in (first, last - 1):
                sheet.rule(Box(edge, top, edge + 1, bottom), palette.axis, dash=4)
            sheet.fill(Box(first, top - 3, last, top), palette.axis)
        for mark in self._marks:
            x = round(self._middle(mark))
            sheet.rule(Box(x, top, x + 1, bottom), palette.axis, dash=5 if mark.kind == "release" else 0)

    def labels(self, top: float) -> None:
        """Sets the words, and the symbol of each mark at the upper edge of the plot."""
        sheet, palette = self._frame.sheet, self._frame.palette
        for mark in self._marks:
            corners = mark_symbol(mark.kind, self._middle(mark) + 0.5, top - _SYMBOL, _SYMBOL)
            sheet.shape(corners, palette.strong)
        for _, placed in self._placed:
            for up, row in enumerate(reversed(placed.rows)):
                base = top - 2 * _SYMBOL - 2 - (placed.lane + up) * _LANE - 7
                sheet.text(row, placed.left, base, _SIZE, palette.strong)

    def _cluster(self, near: list[Mark]) -> _Cluster:
        return _Cluster(self._middle(near[0]), tuple(near))

    def _wish(self, cluster: _Cluster) -> Wish:
        """Returns the wordings of a label: what and when, what alone, when alone; never more rows than lanes."""
        wordings = zip(*(self._wordings(item) for item in cluster.items), strict=True)
        lettering = self._frame.lettering
        found = {}
        for wording in wordings:
            rows = tuple(lettering.clipped(row, _SIZE, _WIDEST) for row in dict.fromkeys(wording) if row)[:_LANES]
            if rows:
                found[rows] = max(lettering.width(row, _SIZE) for row in rows)
        return Wish(cluster.x, tuple(found.items()))

    def _wordings(self, item: Mark | Stretch) -> tuple[str, str, str]:
        said = self._frame.words(item.what)
        if isinstance(item, Stretch):
            return said, said, said
        day = short_day(item.day, self._frame.writer.language)
        both = Message("parts", {"first": Raw(said), "second": Raw(day)})
        return self._frame.words(both) if said else day, said or day, day

    def _middle(self, item: Mark | Stretch) -> float:
        if isinstance(item, Mark):
            return self._axis.x(item.day)
        first, last = self._ends(item)
        return (first + last) / 2

    def _ends(self, item: Stretch) -> tuple[int, int]:
        ends = sorted(round(self._axis.x(day)) for day in (item.first, item.last))
        return ends[0], max(ends[1], ends[0] + 3)
