"""How one figure becomes another step by step, each step a bar that begins where the last one ended."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from adapters.charts.colours import Colour
from adapters.charts.frame import Frame
from adapters.charts.lettering import row_height
from adapters.charts.scales import drawable
from adapters.charts.sheet import Box
from bot.charts import Step, WaterfallChart
from bot.text import Message
from bot.words.amounts import amount
from bot.words.chart_rows import standing_figure, step_figure
from bot.words.dates import written_day
from bot.words.writer import UNKNOWN

MOST = 10
"""Steps that keep letters large enough to be read in a channel; those beyond are drawn as one."""

_TALLEST = 72
_NAMES = 330
_SMALL = 17


@dataclass(frozen=True, slots=True)
class _Row:
    """A row made ready: from where to where its bar runs, None for an unknown step, and what is written beside it."""

    name: str
    day: str
    figure: str
    ends: tuple[float, float] | None
    colour: Colour
    level: bool = False


def draw_waterfall_chart(chart: WaterfallChart, frame: Frame) -> None:
    """Draws a waterfall onto a frame, from the upper row down; an unknown step keeps its row and says why."""
    rows = _rows(chart, frame)
    common = {step.day for step in chart.steps}
    day = next(iter(common)) if len(common) == 1 else None
    frame.head(chart.title, frame.lettering.drawable(written_day(day, frame.writer.language)) if day else "")
    frame.foot(chart.note)
    if rows is None:
        frame.nothing()
        return
    free, palette, sheet, lettering = frame.free, frame.palette, frame.sheet, frame.lettering
    total = drawable(chart.total.number) if chart.total else None
    caption = _caption(chart, frame) if total is not None else ""
    top = free.top + (row_height(_SMALL) + 8 if caption else 0)
    height = min(_TALLEST, (free.bottom - top) / len(rows))
    size = 21 if height >= 36 else 17
    names = [lettering.clipped(row.name, size, _NAMES, bold=row.level) for row in rows]
    days = [row.day if height >= 30 and not day else "" for row in rows]
    label = max(_beside(n, d, size, row.level, frame) for n, d, row in zip(names, days, rows, strict=True))
    left = free.left + label + 20
    figures = [lettering.clipped(row.figure, size, 300, bold=True) for row in rows]
    room = max(lettering.width(figure, size, bold=True) for figure in figures) + 24
    numbers = [end for row in rows if row.ends for end in row.ends] + ([total] if total is not None else [])
    low, high = min(0.0, *numbers), max(0.0, *numbers)
    span = (high - low) or 1.0
    # The mark of the total may stand to the right of the figures' room: only bars need room for a figure behind them.
    reach = max((max(row.ends) for row in rows if row.ends), default=0.0)
    width = min(free.right - left - 2, (free.right - left - room) * span / ((reach - low) or span))

    def x(number: float) -> float:
        return left + width * (number - low) / span

    bottom = top + height * len(rows)
    if total is not None and caption:
        sheet.rule(Box(x(total), top - 4, x(total) + 2, bottom), palette.axis, dash=6)
        start = min(max(x(total) - lettering.width(caption, _SMALL) / 2, free.left), free.right)
        start = min(start, free.right - lettering.width(caption, _SMALL))
        sheet.text(caption, start, top - 12, _SMALL, palette.quiet)
    stood = x(0)
    for place, row in enumerate(rows):
        middle, thick = top + height * (place + 0.5), min(46.0, height * 0.66)
        base = middle + size * 0.34
        sheet.text(names[place], free.left, base, size, palette.strong, bold=row.level)
        after = free.left + lettering.width(names[place], size, bold=row.level) + 10
        sheet.text(days[place], after, base, _SMALL, palette.quiet)
        if row.ends is None:
            said = lettering.clipped(row.figure, size, free.right - stood - 12)
            sheet.text(said, stood + 12, base, size, palette.quiet, ground=palette.paper)
            continue
        start, end = sorted((x(row.ends[0]), x(row.ends[1])))
        # Even the smallest step shows as a sliver.
        end = max(end, start + (3 if row.ends[0] != row.ends[1] else 0))
        sheet.fill(Box(start, middle - thick / 2, end, middle + thick / 2), row.colour)
        stood = x(row.ends[1])
        if place + 1 < len(rows):
            sheet.fill(Box(stood - 1, middle + thick / 2, stood, middle + height - thick / 2), palette.axis)
        wide, high = lettering.width(figures[place], size, bold=True), min(height / 2, size)
        written = Box(end + 8, middle - high, end + 16 + wide, middle + high)
        # The mark of the total is a ground line: a figure stands on paper, never across it.
        sheet.fill(written, palette.paper)
        sheet.text(figures[place], end + 12, base, size, palette.strong, bold=True)
    sheet.fill(Box(x(0), top, x(0) + 1, bottom), palette.axis)


def _beside(name: str, day: str, size: int, level: bool, frame: Frame) -> float:
    return frame.lettering.width(name, size, bold=level) + (frame.lettering.width(day, _SMALL) + 10 if day else 0)


def _caption(chart: WaterfallChart, frame: Frame) -> str:
    if chart.total is None:
        return ""
    figure = frame.lettering.drawable(amount(chart.total.number, chart.unit, frame.writer))
    return frame.lettering.clipped(f"{frame.words(chart.total.name)} {figure}", _SMALL, 500)


def _rows(chart: WaterfallChart, frame: Frame) -> list[_Row] | None:
    """Returns the rows from the start to the end, None where either cannot be drawn."""
    start, end = drawable(chart.before.number), drawable(chart.end)
    if start is None or end is None:
        return None
    palette, drawn = frame.palette, frame.lettering.drawable
    before = drawn(standing_figure(chart.before.number, chart, frame.writer))
    rows = [_Row(frame.words(chart.before.name), "", before, (0.0, start), palette.series[0], level=True)]
    stands = chart.before.number
    for step in _steps(chart):
        day = drawn(written_day(step.day, frame.writer.language)) if step.day else ""
        name = frame.words(step.name)
        if step.number is None or drawable(step.number) is None or drawable(stands + step.number) is None:
            rows.append(_Row(name, day, frame.words(step.why) if step.why else UNKNOWN, None, palette.quiet))
            continue
        ends = float(stands), float(stands + step.number)
        stands += step.number
        colour = palette.series[2] if step.number >= 0 else palette.series[1]
        rows.append(_Row(name, day, drawn(step_figure(step.number, chart, frame.writer)), ends, colour))
    after = drawn(standing_figure(chart.end, chart, frame.writer))
    rows.append(_Row(frame.words(chart.after), "", after, (0.0, end), palette.series[0], level=True))
    return rows


def _steps(chart: WaterfallChart) -> tuple[Step, ...]:
    """Returns the steps, the last ones gathered into one where there are too many to be read."""
    if len(chart.steps) <= MOST:
        return chart.steps
    kept, rest = chart.steps[: MOST - 1], chart.steps[MOST - 1 :]
    known = [step.number for step in rest if step.number is not None]
    return (*kept, Step(Message("waterfall-others", {"count": len(rest)}), sum(known, Decimal(0)) if known else None))
