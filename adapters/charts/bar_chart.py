"""One figure of each of several companies as bars from zero, in the order given."""

from __future__ import annotations

from decimal import Decimal

from adapters.charts.frame import Frame
from adapters.charts.scales import drawable
from adapters.charts.sheet import Box
from bot.answer import Bar, BarChart
from bot.days import AsOf
from bot.text import Message
from bot.words.amounts import amount
from bot.words.courses import changes
from bot.words.dates import written_as_of
from bot.words.writer import UNKNOWN

MOST = 12
"""Bars that keep letters large enough to be read in a channel; what is beyond is counted in the small print."""

_TALLEST = 110
_THICKEST = 56.0


def draw_bar_chart(chart: BarChart, frame: Frame) -> None:
    """Draws a bar chart onto a frame; an unknown figure keeps its row and says why."""
    bars = chart.bars[:MOST]
    beyond = len(chart.bars) - len(bars)
    days = {bar.as_of for bar in bars if bar.as_of is not None and _known(bar)}
    common = days.pop() if len(days) == 1 and all(bar.as_of is not None for bar in bars if _known(bar)) else None
    frame.head(chart.title, _day(common, frame))
    frame.foot(chart.note, frame.words(Message("and-more", {"count": beyond})) if beyond else "")
    if not bars:
        frame.nothing()
        return
    free, palette, sheet, lettering = frame.free, frame.palette, frame.sheet, frame.lettering
    row = min(_TALLEST, (free.bottom - free.top) / len(bars))
    size = 22 if row >= 40 else 19
    names = [lettering.clipped(frame.words(bar.name), size, 300, bold=True) for bar in bars]
    left = free.left + max(lettering.width(name, size, bold=True) for name in names) + 20
    values = [_value(bar, chart.unit, frame, signed=changes(chart)) for bar in bars]
    behind = [_day(bar.as_of, frame) if _known(bar) and not common else "" for bar in bars]
    rows = [_width(values[at], behind[at], size, frame) for at, bar in enumerate(bars) if _known(bar)]
    room = min(max(rows, default=0), (free.right - left) * 0.6)
    numbers = [_number(bar) for bar in bars]
    low, high = min(0.0, *numbers), max(0.0, *numbers)
    span = (high - low) or 1.0
    width = free.right - left - room - 14
    zero = left + width * -low / span
    for place, bar in enumerate(bars):
        top = free.top + place * row
        middle = top + row / 2
        thick = min(_THICKEST, row * 0.66)
        end = zero + width * numbers[place] / span
        if _known(bar):
            edges = sorted((zero, end))
            # Even the smallest figure that is not zero shows as a sliver.
            edges[1] = max(edges[1], edges[0] + (3 if numbers[place] else 0))
            sheet.fill(Box(edges[0], middle - thick / 2, edges[1], middle + thick / 2), palette.series[0])
        base = middle + size * 0.34
        sheet.text(names[place], free.left, base, size, palette.strong, bold=True)
        x = max(zero, end) + 12
        known = _known(bar)
        said = lettering.clipped(values[place], size, free.right - x, bold=known)
        sheet.text(said, x, base, size, palette.strong if known else palette.quiet, bold=known)
        x += lettering.width(said, size, bold=known) + 12
        small = lettering.clipped(behind[place], size - 4, free.right - x)
        sheet.text(small, x, base, size - 4, palette.quiet)
    sheet.fill(Box(zero, free.top, zero + 1, free.top + row * len(bars)), palette.axis)


def _known(bar: Bar) -> bool:
    return bar.number is not None and drawable(bar.number) is not None


def _number(bar: Bar) -> float:
    return (drawable(bar.number) or 0.0) if bar.number is not None else 0.0


def _value(bar: Bar, unit: str, frame: Frame, *, signed: bool) -> str:
    number: Decimal | None = bar.number if _known(bar) else None
    if number is not None:
        return frame.lettering.drawable(amount(number, unit, frame.writer, signed=signed))
    return frame.words(bar.why) if bar.why else UNKNOWN


def _day(as_of: AsOf | None, frame: Frame) -> str:
    return frame.lettering.drawable(written_as_of(as_of, frame.writer.language)) if as_of else ""


def _width(value: str, behind: str, size: int, frame: Frame) -> float:
    return (
        frame.lettering.width(value, size, bold=True)
        + (frame.lettering.width(behind, size - 4) + 12 if behind else 0)
        + 12
    )
