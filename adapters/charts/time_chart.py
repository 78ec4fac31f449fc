"""Series over time: lines with their names at their ends, marks above, bands behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from statistics import median

from adapters.charts import scales
from adapters.charts.colours import Colour
from adapters.charts.frame import Frame
from adapters.charts.lettering import rise, row_height
from adapters.charts.marks import Marks
from adapters.charts.placing import stacked
from adapters.charts.sheet import Box, Spot
from adapters.charts.symbols import end_symbol
from adapters.charts.time_axis import TimeAxis, padded
from bot.answer import Chart, Level, Line, Point
from bot.days import Day
from bot.text import Message
from bot.words.amounts import amount

_AXIS = 20
_NAME = 22
_VALUE = 20
_LEVEL = 18
_LABELS = 250
"""The widest that the column of labels beside the lines may grow."""

_BESIDE = 36
"""Pixels between the plot and the labels beside it, for what ties them together."""

_NEAR = 40

_AIR = 4
"""Pixels kept free between two labels."""

_STROKE = 3.6
_LONGEST_GAP = 21
"""Days without a figure after which a daily line is dotted: the holidays of exchanges are shorter."""

_FEW = 8
"""Points up to which a line is one of single figures: each gets a dot, and no gap is a gap."""


@dataclass(frozen=True, slots=True)
class _Course:
    """A line made ready: its place among the lines, its points by day, each day once."""

    place: int
    line: Line
    points: tuple[tuple[Day, float], ...]
    last: Decimal


@dataclass(frozen=True, slots=True)
class _Label:
    """What stands beside the end of a line or a level: rows of words with sizes, and the height it wants."""

    y: float
    rows: tuple[tuple[str, int, bool], ...]
    colour: Colour
    place: int | None
    day: Day | None = None
    end: float = 0

    @property
    def height(self) -> float:
        """Returns the pixels its rows take."""
        return sum(row_height(size) for _, size, _ in self.rows) + _AIR

    @property
    def below(self) -> float:
        """Returns how far its middle lies below that of its first row, which stands level with the end of its line."""
        return self.height / 2 - _AIR / 2 - self.middle

    @property
    def middle(self) -> float:
        """Returns how far the middle of its first row's small letters lies below its upper edge."""
        return rise(self.rows[0][1]) - self.rows[0][1] * 0.3


def draw_time_chart(chart: Chart, frame: Frame) -> None:
    """Draws a chart of series over time onto a frame."""
    courses = _courses(chart)
    days = [day for course in courses for day, _ in course.points]
    days += [mark.day for mark in chart.marks] + ([chart.until] if chart.until else [])
    days += [day for stretch in chart.stretches for day in (stretch.first, stretch.last)]
    if not courses:
        frame.head(chart.title, "")
        frame.foot(chart.note)
        frame.nothing()
        return
    first, last = min(days), max(days)
    span = frame.words(Message("when-between", {"start": first, "end": last}))
    frame.head(chart.title, span if first != last else frame.lettering.drawable(frame.writer.bare_value(first)))
    frame.foot(chart.note)
    scale = _scale(chart, courses, frame)
    labels = _wishes(chart, courses, frame)
    _Plot(chart, courses, scale, labels, TimeAxis(*padded(first, last), 0, 1), frame).draw()


class _Plot:
    """The plot of one chart: where its edges lie, and everything inside."""

    def __init__(
        self,
        chart: Chart,
        courses: Sequence[_Course],
        scale: scales.Scale,
        labels: Sequence[_Label],
        axis: TimeAxis,
        frame: Frame,
    ) -> None:
        self.chart, self.courses, self.scale, self.frame = chart, courses, scale, frame
        self.sheet, self.palette, self.lettering = frame.sheet, frame.palette, frame.lettering
        free = frame.free
        ticks = max((self.lettering.width(tick.words, _AXIS) for tick in scale.ticks), default=0)
        widest = max((self.lettering.width(w, s, bold=b) for label in labels for w, s, b in label.rows), default=0)
        column = min(widest, _LABELS) + _BESIDE
        self.left = free.left + min(ticks, 300) + 14
        self.right = free.right - column
        self.axis = TimeAxis(axis.first, axis.last, self.left + 6, self.right - 6)
        self.marks = Marks(chart, self.axis, frame, Box(self.left, free.top, free.right, free.bottom))
        self.top = free.top + max(self.marks.height, 14) + 6
        self.bottom = free.bottom - _AXIS * 1.5
        self.labels = labels

    def draw(self) -> None:
        """Draws from the ground up: bands, grid, lines, then what is written."""
        for level in self.chart.levels:
            self._band(level)
        self.marks.grounds(self.top, self.bottom)
        self._grid()
        self.marks.stems(self.top, self.bottom)
        for level in self.chart.levels:
            self._level(level)
        for course in reversed(self.courses):
            self._line(course)
        self._labels()
        self.marks.labels(self.top)

    def _y(self, number: float) -> float:
        return self.bottom - (self.bottom - self.top) * self.scale.share(number)

    def _grid(self) -> None:
        for tick in self.scale.ticks:
            y = round(self._y(tick.number))
            # Where numbers fall below zero, zero is the ground they are measured from.
            heavy = tick.number == 0 or tick is self.scale.ticks[0]
            self.sheet.fill(Box(self.left, y, self.right, y + 1), self.palette.axis if heavy else self.palette.grid)
            words = self.lettering.clipped(tick.words, _AXIS, self.left - self.frame.free.left - 14)
            x = self.left - 14 - self.lettering.width(words, _AXIS)
            self.sheet.text(words, x, y + _AXIS * 0.34, _AXIS, self.palette.quiet)
        for day in self.axis.ticks(self.frame.writer.language, lambda words: self.lettering.width(words, _AXIS)):
            x = round(day.x)
            self.sheet.fill(Box(x, self.bottom, x + 1, self.bottom + 6), self.palette.axis)
            self.sheet.text(day.words, day.left, self.bottom + _AXIS * 1.35, _AXIS, self.palette.quiet)

    def _band(self, level: Level) -> None:
        ends = [scales.drawable(end) for end in (level.low, level.high) if end is not None]
        edges = sorted(self._y(end) for end in ends if end is not None)
        if len(edges) == 2:
            top, bottom = edges
            self.sheet.fill(Box(self.left, top, self.right, max(bottom, top + 2)), self.palette.tint)

    def _level(self, level: Level) -> None:
        for end in (level.low, level.high):
            number = scales.drawable(end) if end is not None else None
            if number is not None:
                y = round(self._y(number))
                self.sheet.rule(Box(self.left, y, self.right, y + 2), self.palette.axis, dash=8)

    def _line(self, course: _Course) -> None:
        colour = self.palette.of(course.place)
        spots = [(self.axis.x(day), self._y(number)) for day, number in course.points]
        if course.line.steps:
            self.sheet.stroke(_stairs(spots, self.axis.right), colour, _STROKE)
        else:
            for part, broken in _parts(course.points, spots):
                if len(part) > 1:
                    self.sheet.stroke(part, colour, _STROKE if not broken else _STROKE * 0.7, dots=broken)
        if len(spots) <= _FEW or course.line.steps:
            for x, y in spots[-40:]:
                self.sheet.disc(x, y, 6, colour)
        end = self.axis.right if course.line.steps else spots[-1][0]
        self.sheet.shape(end_symbol(course.place, end, spots[-1][1], 10), self.palette.paper)
        self.sheet.shape(end_symbol(course.place, end, spots[-1][1], 8), colour)

    def _labels(self) -> None:
        """Sets names and last figures beside the lines, in the order of their ends; the last ones give way first."""
        top, bottom = self.top - 10, self.bottom + 10
        labels = [
            replace(label, y=self._y(label.y), end=self.axis.x(label.day) if label.day else 0) for label in self.labels
        ]
        if sum(label.height for label in labels) > bottom - top:
            labels = [replace(label, rows=label.rows[:1]) for label in labels]
        while labels and sum(label.height for label in labels) > bottom - top:
            labels.pop()
        edges = stacked([(label.y + label.below, label.height) for label in labels], top, bottom)
        for label, edge in zip(labels, edges, strict=True):
            y = round(edge + _AIR / 2)
            self._tie(label, y + label.middle)
            for words, size, bold in label.rows:
                words = self.lettering.clipped(words, size, self.frame.free.right - self.right - _BESIDE, bold=bold)
                colour = self.palette.strong if bold else self.palette.quiet
                self.sheet.text(words, self.right + _BESIDE, y + rise(size), size, colour, bold=bold)
                y += row_height(size)

    def _tie(self, label: _Label, y: float) -> None:
        """Ties a label to the end of its line by a thin rule, or by the line's symbol where that ends far from it."""
        if label.place is None:
            return
        if label.end < self.right - _NEAR:
            self.sheet.shape(end_symbol(label.place, self.right + _BESIDE - 14, y, 7), label.colour)
        else:
            self.sheet.stroke(((label.end + 14, label.y), (self.right + _BESIDE - 6, y)), label.colour, 1.4)


def _courses(chart: Chart) -> list[_Course]:
    """Returns the lines that have a point which can be drawn; of two points on one day the later one given."""
    found = []
    for place, line in enumerate(chart.lines):
        kept: dict[Day, tuple[float, Point]] = {}
        for point in line.points:
            number = scales.drawable(point.number)
            if number is not None:
                kept[point.day] = (number, point)
        if kept:
            days = sorted(kept)
            found.append(_Course(place, line, tuple((d, kept[d][0]) for d in days), kept[days[-1]][1].number))
    return found


def _scale(chart: Chart, courses: Sequence[_Course], frame: Frame) -> scales.Scale:
    numbers = [number for course in courses for _, number in course.points]
    ends = [end for level in chart.levels for end in (level.low, level.high) if end is not None]
    numbers += [number for end in ends if (number := scales.drawable(end)) is not None]

    def written(number: Decimal) -> str:
        if number == 0 and chart.unit not in ("ratio", "multiple"):
            return "0"
        return frame.lettering.drawable(amount(number, chart.unit, frame.writer))

    if chart.logarithmic and min(numbers) >= scales.SMALLEST:
        return scales.logarithmic(numbers, written)
    return scales.linear(numbers, written)


def _wishes(chart: Chart, courses: Sequence[_Course], frame: Frame) -> list[_Label]:
    labels: list[_Label] = []
    for course in courses:
        value = frame.lettering.drawable(amount(course.last, chart.unit, frame.writer))
        rows = tuple(row for row in ((frame.words(course.line.name), _NAME, True), (value, _VALUE, False)) if row[0])
        if rows:
            day, number = course.points[-1]
            # A line of steps stands until the end of the axis, which no day of its own says.
            end = Day(date.max) if course.line.steps else day
            labels.append(_Label(number, rows, frame.palette.of(course.place), course.place, end))
    for level in chart.levels:
        ends = [scales.drawable(end) for end in (level.low, level.high) if end is not None]
        known, words = [end for end in ends if end is not None], frame.words(level.what)
        if known and words:
            labels.append(_Label(sum(known) / len(known), ((words, _LEVEL, False),), frame.palette.quiet, None))
    return labels


def _stairs(spots: Sequence[Spot], end: float) -> list[Spot]:
    """Returns the corners of a line that stands until its next point, and after the last to the end of the plot."""
    corners: list[Spot] = []
    for x, y in spots:
        if corners:
            corners.append((x, corners[-1][1]))
        corners.append((x, y))
    corners.append((max(end, corners[-1][0]), corners[-1][1]))
    return corners


def _parts(points: Sequence[tuple[Day, float]], spots: Sequence[Spot]) -> list[tuple[list[Spot], bool]]:
    """Returns a line in parts, those across a gap marked; only a line of many points has gaps."""
    if len(points) <= _FEW:
        return [(list(spots), False)]
    waits = [later.since(earlier) for (earlier, _), (later, _) in pairwise(points)]
    longest = max(_LONGEST_GAP, 6 * median(waits))
    parts: list[tuple[list[Spot], bool]] = [([spots[0]], False)]
    for place, wait in enumerate(waits):
        if wait > longest:
            parts += [([spots[place], spots[place + 1]], True), ([spots[place + 1]], False)]
        else:
            parts[-1][0].append(spots[place + 1])
    return parts
