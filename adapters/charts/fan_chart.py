"""What a company did around an event, among what it did on ordinary days."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from adapters.charts import scales
from adapters.charts.colours import Colour, mixed
from adapters.charts.frame import Frame
from adapters.charts.lettering import rise, row_height
from adapters.charts.placing import stacked
from adapters.charts.sheet import Box
from adapters.charts.symbols import end_symbol
from bot.charts import EventPath, FanChart, QuantileBand
from bot.text import Message
from bot.words.chart_rows import signed

_AXIS = 20
_NAME = 21
_BAND = 17
_LABELS = 260
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
_FARTHEST = 10_000
"""Sessions from the event beyond which nothing is drawn: forty years, further than any series reaches."""


class _Label:
    """Words beside the right edge, at the height they belong to."""

    def __init__(self, y: float, rows: tuple[tuple[str, int, bool], ...], colour: Colour, place: int | None) -> None:
        self.y, self.rows, self.colour, self.place = y, rows, colour, place

    @property
    def height(self) -> float:
        """Returns the pixels its rows take."""
        return sum(row_height(size) for _, size, _ in self.rows) + 4


def draw_fan_chart(chart: FanChart, frame: Frame) -> None:
    """Draws an event fan onto a frame: bands widest first, the event's day upright, paths above both."""
    frame.head(chart.title, frame.words(Message("fan-axis")))
    frame.foot(chart.note)
    paths = [(place, path, spots) for place, path in enumerate(chart.paths) if (spots := _spots(path))]
    bands = [(band, edges) for band in chart.bands if (edges := _edges(band))]
    offsets = [x for _, _, spots in paths for x, _ in spots] + [x for _, edges in bands for x, _, _ in edges]
    numbers = [y for _, _, spots in paths for _, y in spots] + [y for _, edges in bands for _, *ys in edges for y in ys]
    if not numbers:
        frame.nothing()
        return
    free, palette, sheet, lettering = frame.free, frame.palette, frame.sheet, frame.lettering

    def written(number: Decimal) -> str:
        return "0" if number == 0 else lettering.drawable(signed(number, chart.unit, frame.writer))

    scale = scales.linear([*numbers, 0.0], written)
    first, last = min(*offsets, 0), max(*offsets, 0)
    left = free.left + min(300, max(lettering.width(tick.words, _AXIS) for tick in scale.ticks)) + 14
    top, bottom = free.top + row_height(_BAND) + 8, free.bottom - _AXIS * 1.5
    shades = _shades(len(bands), frame)

    def y(number: float) -> float:
        return bottom - (bottom - top) * scale.share(number)

    labels = [
        _Label(
            y(spots[-1][1]),
            ((frame.words(path.name), _NAME, True), (written(Decimal(repr(spots[-1][1]))), _NAME - 2, False)),
            palette.of(place),
            place,
        )
        for place, path, spots in paths
    ] + [
        _Label(y(edges[-1][2]), ((frame.words(band.what), _BAND, False),), palette.quiet, None) for band, edges in bands
    ]
    widest = max((lettering.width(w, s, bold=b) for label in labels for w, s, b in label.rows), default=0)
    right = free.right - min(widest, _LABELS) - 36

    def x(offset: int) -> float:
        return left + 6 + (right - left - 12) * (offset - first) / ((last - first) or 1)

    for (_, edges), shade in zip(bands, shades, strict=True):
        upper = [(x(at), y(high)) for at, _, high in edges]
        lower = [(x(at), y(low)) for at, low, _ in reversed(edges)]
        sheet.shape([*upper, *lower], shade)
    for tick in scale.ticks:
        level = round(y(tick.number))
        ink = palette.axis if tick.number == 0 else palette.grid
        sheet.fill(Box(left, level, right, level + 1), ink)
        words = lettering.clipped(tick.words, _AXIS, left - free.left - 14)
        sheet.text(words, left - 14 - lettering.width(words, _AXIS), level + _AXIS * 0.34, _AXIS, palette.quiet)
    _axis(first, last, x, bottom, frame)
    sheet.rule(Box(x(0), top - 4, x(0) + 2, bottom), palette.axis, dash=6)
    event = lettering.clipped(frame.words(chart.event), _BAND, right - left)
    start = min(max(x(0) - lettering.width(event, _BAND) / 2, left), right - lettering.width(event, _BAND))
    sheet.text(event, start, top - 12, _BAND, palette.quiet)
    for place, _, spots in reversed(paths):
        drawn = [(x(at), y(number)) for at, number in spots]
        sheet.stroke(drawn, palette.of(place), 3.6)
        if len(drawn) <= 60:
            for each in drawn:
                sheet.disc(*each, 4, palette.of(place))
        sheet.shape(end_symbol(place, *drawn[-1], 10), palette.paper)
        sheet.shape(end_symbol(place, *drawn[-1], 8), palette.of(place))
    _labels(labels, top - 10, bottom + 10, right, frame)


def _axis(first: int, last: int, x: Callable[[int], float], bottom: float, frame: Frame) -> None:
    sheet, palette, lettering = frame.sheet, frame.palette, frame.lettering
    span = max(1, last - first)
    widest = max(lettering.width(f"{end:+d}", _AXIS) for end in (first, last)) + 22
    room = abs(x(last) - x(first)) / span
    every = next((n for n in _STEPS if n * room >= widest), _STEPS[-1])
    for offset in range(-(-first // every) * every, last + 1, every):
        words = f"{offset:+d}" if offset else "0"
        sheet.fill(Box(x(offset), bottom, x(offset) + 1, bottom + 6), palette.axis)
        at = x(offset) - lettering.width(words, _AXIS) / 2
        sheet.text(words, at, bottom + _AXIS * 1.35, _AXIS, palette.quiet)


def _labels(labels: list[_Label], top: float, bottom: float, right: float, frame: Frame) -> None:
    sheet, palette, lettering = frame.sheet, frame.palette, frame.lettering
    while labels and sum(label.height for label in labels) > bottom - top:
        labels.pop()
    edges = stacked([(label.y + label.height / 2 - 14, label.height) for label in labels], top, bottom)
    for label, edge in zip(labels, edges, strict=True):
        y = round(edge + 2)
        if label.place is not None:
            sheet.shape(end_symbol(label.place, right + 22, y + rise(_NAME) - _NAME * 0.3, 7), label.colour)
        for words, size, bold in label.rows:
            words = lettering.clipped(words, size, frame.free.right - right - 36, bold=bold)
            sheet.text(words, right + 36, y + rise(size), size, palette.strong if bold else palette.quiet, bold=bold)
            y += row_height(size)


def _shades(count: int, frame: Frame) -> list[Colour]:
    """Returns grounds from faint to stronger, for bands from the widest to the narrowest."""
    tint, ink = frame.palette.tint, frame.palette.axis
    return [mixed(tint, ink, 0.34 * place / max(1, count - 1)) for place in range(count)]


def _spots(path: EventPath) -> list[tuple[int, float]]:
    """Returns the points that can be drawn in the order of their days, of two on one day the later one given."""
    found: dict[int, float] = {}
    for point in path.points:
        number = scales.drawable(point.number)
        if number is not None and abs(point.sessions) <= _FARTHEST:
            found[point.sessions] = number
    return sorted(found.items())


def _edges(band: QuantileBand) -> list[tuple[int, float, float]]:
    found: dict[int, tuple[float, float]] = {}
    for edge in band.edges:
        low, high = scales.drawable(min(edge.low, edge.high)), scales.drawable(max(edge.low, edge.high))
        if low is not None and high is not None and abs(edge.sessions) <= _FARTHEST:
            found[edge.sessions] = low, high
    return [(at, low, high) for at, (low, high) in sorted(found.items())]
