"""How far each input moves an outcome away from its base, the farthest first."""

from __future__ import annotations

from collections.abc import Callable

from adapters.charts.frame import Frame
from adapters.charts.lettering import row_height
from adapters.charts.scales import drawable
from adapters.charts.sheet import Box
from bot.charts import Swing, TornadoChart
from bot.text import Message
from bot.words.amounts import amount
from bot.words.chart_rows import inputs
from bot.words.writer import UNKNOWN

MOST = 8
"""Inputs that keep letters large enough to be read in a channel; what is beyond is counted in the small print."""

_TALLEST = 88
_NAMES = 300
_BESIDE = 230
_CAPTION = 19


def draw_tornado_chart(chart: TornadoChart, frame: Frame) -> None:
    """Draws a tornado onto a frame; the outcome stands at each end of a bar, and under it what the input was set to."""
    swings = chart.ordered[:MOST]
    beyond = len(chart.swings) - len(swings)
    frame.head(chart.title, "")
    frame.foot(chart.note, frame.words(Message("and-more", {"count": beyond})) if beyond else "")
    base = drawable(chart.base.number)
    if not swings or base is None:
        frame.nothing()
        return
    free, palette, sheet, lettering = frame.free, frame.palette, frame.sheet, frame.lettering
    top = free.top + row_height(_CAPTION) + 14
    row = min(_TALLEST, (free.bottom - top) / len(swings))
    size = 21 if row >= 40 else 18
    small = 16 if row >= size * 1.2 + 16 * 1.2 + 4 else 0
    names = [lettering.clipped(frame.words(swing.name), size, _NAMES) for swing in swings]
    left = free.left + max(lettering.width(name, size) for name in names) + 20
    ends = [_ends(swing) for swing in swings]
    said = [_said(swing, chart, frame) for swing in swings]
    room = min(_BESIDE, max((_width(one, size, small, frame) for each in said for one in each), default=0)) + 14
    numbers = [base, *(end for low, high in ends for end in (low, high) if end is not None)]
    low, high = min(numbers), max(numbers)
    span = (high - low) or 1.0
    start, width = left + room, free.right - left - 2 * room

    def x(number: float) -> float:
        return start + width * ((number - low) / span if high > low else 0.5)

    bottom = top + row * len(swings)
    figure = lettering.drawable(amount(chart.base.number, chart.unit, frame.writer))
    caption = lettering.clipped(f"{frame.words(chart.base.name)} {figure}", _CAPTION, free.right - free.left, bold=True)
    wide = lettering.width(caption, _CAPTION, bold=True)
    at = min(max(x(base) - wide / 2, free.left), free.right - wide)
    sheet.text(caption, at, top - 14, _CAPTION, palette.strong, bold=True)
    for place, swing in enumerate(swings):
        middle, thick = top + row * (place + 0.5), min(40.0, row * 0.6)
        sheet.text(names[place], free.left, middle + size * 0.34, size, palette.strong)
        known = [end for end in ends[place] if end is not None]
        if not known:
            why = frame.words(swing.why) if swing.why else UNKNOWN
            why = lettering.clipped(why, size, free.right - x(base) - 14)
            sheet.text(why, x(base) + 14, middle + size * 0.34, size, palette.quiet)
            continue
        drawn = [
            (end, colour) for end, colour in zip(ends[place], palette.series[1::-1], strict=True) if end is not None
        ]
        # The farther end first: where both lie on one side of the base, the nearer one stays to be seen.
        for end, colour in sorted(drawn, key=lambda each: -abs(each[0] - base)):
            edges = sorted((x(base), x(end)))
            edges[1] = max(edges[1], edges[0] + (3 if end != base else 0))
            sheet.fill(Box(edges[0], middle - thick / 2, edges[1], middle + thick / 2), colour)
        for at, right, (words, under) in _sides(swing, ends[place], said[place], base, x):
            _beside(words, under, at, middle, (size, small), room - 14, frame, right=right)
    sheet.fill(Box(x(base) - 1, top, x(base) + 1, bottom), palette.strong)


def _sides(
    swing: Swing,
    ends: tuple[float | None, float | None],
    said: tuple[tuple[str, str], tuple[str, str]],
    base: float,
    x: Callable[[float], float],
) -> list[tuple[float, bool, tuple[str, str]]]:
    """Returns where the words of both ends stand: the lesser outcome left of the bars, the greater one right."""
    pairs = [(end, words) for end, words in zip(ends, said, strict=True) if end is not None]
    pairs.sort(key=lambda pair: pair[0])
    reach = [base, *(end for end, _ in pairs)]
    if len(pairs) == 1:
        end, words = pairs[0]
        return [(x(end), end >= base, words)]
    return [(x(min(reach)), False, pairs[0][1]), (x(max(reach)), True, pairs[1][1])]


def _beside(
    words: str, under: str, at: float, middle: float, sizes: tuple[int, int], room: float, frame: Frame, *, right: bool
) -> None:
    lettering, palette, (size, small) = frame.lettering, frame.palette, sizes
    under = under if small else ""
    height = row_height(size) + (row_height(small) if under else 0)
    base = middle - height / 2 + size * 0.94
    for text, each, bold in ((words, size, True), (under, small, False)):
        if not text:
            continue
        text = lettering.clipped(text, each, room, bold=bold)
        left = at + 12 if right else at - 12 - lettering.width(text, each, bold=bold)
        frame.sheet.text(text, left, base, each, palette.strong if bold else palette.quiet, bold=bold)
        base += row_height(size) * 0.5 + row_height(small) * 0.5


def _ends(swing: Swing) -> tuple[float | None, float | None]:
    low, high = (drawable(end) if end is not None else None for end in (swing.low, swing.high))
    return low, high


def _said(swing: Swing, chart: TornadoChart, frame: Frame) -> tuple[tuple[str, str], tuple[str, str]]:
    """Returns the outcome at the low and at the high input, each with what the input was set to."""
    drawn = frame.lettering.drawable
    figures = [
        drawn(amount(end, chart.unit, frame.writer)) if end is not None and drawable(end) is not None else ""
        for end in (swing.low, swing.high)
    ]
    low, high = (drawn(each) for each in inputs(swing, frame.writer))
    return (figures[0], low), (figures[1], high)


def _width(one: tuple[str, str], size: int, small: int, frame: Frame) -> int:
    words, under = one
    return max(frame.lettering.width(words, size, bold=True), frame.lettering.width(under, small) if small else 0)
