"""What happened when: marks with stems and labels above the plot, and bands where the day is not known."""

from __future__ import annotations

from adapters.charts.frame import Frame
from adapters.charts.placing import Placed, Wish, laned
from adapters.charts.sheet import Box
from adapters.charts.symbols import mark_symbol
from adapters.charts.time_axis import TimeAxis, short_day
from bot.answer import Chart, Mark, Stretch

_SIZE = 18
_LANE = 25
_LANES = 4
_SYMBOL = 9


class Marks:
    """The marks and stretches of one chart, placed above the plot before its height is known."""

    def __init__(self, chart: Chart, axis: TimeAxis, frame: Frame, room: Box) -> None:
        self._frame, self._axis = frame, axis
        self._marked: list[tuple[Mark | Stretch, Placed | None]] = []
        items: list[Mark | Stretch] = [*chart.stretches, *sorted(chart.marks, key=lambda mark: mark.day)]
        wishes = [self._wish(item) for item in items]
        placed = laned(wishes, room.left, room.right, _LANES)
        self._marked = list(zip(items, placed, strict=True))
        lanes = max((place.lane + 1 for place in placed if place), default=0)
        self.height = lanes * _LANE + (2 * _SYMBOL + 2 if items else 0)

    def grounds(self, top: float, bottom: float) -> None:
        """Fills the bands behind everything."""
        for item, _ in self._marked:
            if isinstance(item, Stretch):
                first, last = self._ends(item)
                self._frame.sheet.fill(Box(first, top, last, bottom), self._frame.palette.tint)

    def stems(self, top: float, bottom: float) -> None:
        """Draws a rule from each label through the plot, and both edges of a band."""
        sheet, palette = self._frame.sheet, self._frame.palette
        for item, placed in self._marked:
            x = round(self._middle(item))
            up = top - 2 * _SYMBOL - 2
            if placed is not None:
                width = self._frame.lettering.width(placed.words, _SIZE)
                beside = not placed.left <= x <= placed.left + width
                start = up - placed.lane * _LANE - (_LANE - 4 if beside else 0)
                sheet.fill(Box(x, start, x + 1, top), palette.axis)
            if isinstance(item, Stretch):
                first, last = self._ends(item)
                for edge in (first, last - 1):
                    sheet.rule(Box(edge, top, edge + 1, bottom), palette.axis, dash=4)
                sheet.fill(Box(first, top - 3, last, top), palette.axis)
                continue
            sheet.rule(Box(x, top, x + 1, bottom), palette.axis, dash=5 if item.kind == "release" else 0)

    def labels(self, top: float) -> None:
        """Sets the words, and the symbol of each mark at the upper edge of the plot."""
        sheet, palette = self._frame.sheet, self._frame.palette
        for item, placed in self._marked:
            if isinstance(item, Mark):
                corners = mark_symbol(item.kind, self._middle(item) + 0.5, top - _SYMBOL, _SYMBOL)
                sheet.shape(corners, palette.strong)
            if placed is not None:
                base = top - 2 * _SYMBOL - 2 - placed.lane * _LANE - 7
                sheet.text(placed.words, placed.left, base, _SIZE, palette.strong)

    def _wish(self, item: Mark | Stretch) -> Wish:
        said = self._frame.words(item.what)
        words = [said]
        if isinstance(item, Mark):
            day = short_day(item.day, self._frame.writer.language)
            words = [f"{said} · {day}" if said else day, said, day]
        lettering = self._frame.lettering
        kept = [each for each in words if each]
        clipped = lettering.clipped(kept[0], _SIZE, 340) if kept else ""
        choices = dict.fromkeys([*(each for each in kept[:1] if each == clipped), clipped, *kept[1:]])
        return Wish(self._middle(item), tuple((each, lettering.width(each, _SIZE)) for each in choices if each))

    def _middle(self, item: Mark | Stretch) -> float:
        if isinstance(item, Mark):
            return self._axis.x(item.day)
        first, last = self._ends(item)
        return (first + last) / 2

    def _ends(self, item: Stretch) -> tuple[int, int]:
        ends = sorted(round(self._axis.x(day)) for day in (item.first, item.last))
        return ends[0], max(ends[1], ends[0] + 3)
