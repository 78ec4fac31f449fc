"""Charts in letters of one width: the course of each series with its first and last value, bars made of blocks."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import assert_never

from bot.answer import AnyChart, Bar, BarChart, Chart, MixChart
from bot.charts import FanChart, StripChart, SupplyChart, TornadoChart, WaterfallChart
from bot.text import Message
from bot.words.amounts import amount, part_figure
from bot.words.chart_rows import rows_of
from bot.words.clipping import one_line
from bot.words.dates import written_as_of, written_day
from bot.words.monospace import columns_of, padded, wrapped
from bot.words.sparkline import WIDEST, sparkline
from bot.words.writer import UNKNOWN, Writer

_LONGEST_BAR = 24
_WIDEST_NAME = 16


def courses(chart: AnyChart, writer: Writer, width: int) -> tuple[str, ...]:
    """Returns the lines that show a chart's figures where no picture can be drawn, each at most the width."""
    match chart:
        case Chart():
            return _over_time(chart, writer, width)
        case BarChart():
            full = max((abs(bar.number) for bar in chart.bars if bar.number is not None), default=Decimal(0))
            rows = [
                (one_line(bar.name.written(writer.language)), bar.number, bar_figure(bar, chart, writer))
                for bar in chart.bars
            ]
            return _bars(rows, full, width)
        case MixChart():
            lines: list[str] = []
            for whole in chart.wholes:
                lines += wrapped(one_line(whole.name.written(writer.language)), width)
                parts = [
                    (one_line(share.name.written(writer.language)), share.fraction, part_figure(share.fraction, writer))
                    for share in whole.shares
                ]
                lines += (f"  {line}" for line in _bars(parts, Decimal(1), width - 2))
            return tuple(lines)
        case WaterfallChart() | StripChart() | FanChart() | TornadoChart():
            return _grouped(chart, writer, width)
        case _:
            assert_never(chart)


def changes(chart: BarChart) -> bool:
    """Decides whether the percentages of a chart are changes, which carry their sign: a share is never below zero."""
    return chart.unit == "ratio" and any(bar.number is not None and bar.number < 0 for bar in chart.bars)


def bar_figure(bar: Bar, chart: BarChart, writer: Writer) -> str:
    """Returns what stands behind a bar: its figure and the day it speaks of, or why it is not known."""
    if bar.number is None:
        return one_line(writer.plain(bar.why)) if bar.why else UNKNOWN
    figure = amount(bar.number, chart.unit, writer, signed=changes(chart))
    return f"{figure} ({written_as_of(bar.as_of, writer.language)})" if bar.as_of else figure


def happenings(chart: Chart, writer: Writer) -> tuple[str, ...]:
    """Returns what is marked in a chart, a line each with its day or its days, in the order of time."""
    marked = [(mark.day, written_day(mark.day, writer.language), mark.what) for mark in chart.marks]
    marked += [
        (
            stretch.first,
            writer.plain(Message("when-between", {"start": stretch.first, "end": stretch.last})),
            stretch.what,
        )
        for stretch in chart.stretches
    ]
    between = ": " if writer.language == "en" else "："
    return tuple(f"{when}{between}{writer.plain(what)}" for _, when, what in sorted(marked, key=lambda each: each[0]))


def _over_time(chart: Chart, writer: Writer, width: int) -> tuple[str, ...]:
    lines: list[str] = []
    for line in chart.lines:
        points = sorted(line.points, key=lambda point: point.day)
        if not points:
            continue
        lines.extend(wrapped(one_line(line.name.written(writer.language)), width))
        lines.append(sparkline([point.number for point in points], min(WIDEST, width)))
        ends = points if len(points) == 1 else (points[0], points[-1])
        written = [
            f"{amount(point.number, chart.unit, writer)} ({written_day(point.day, writer.language)})" for point in ends
        ]
        together = " → ".join(written)
        parts = (together,) if columns_of(together) <= width else (written[0], *(f"→ {each}" for each in written[1:]))
        lines.extend(line for part in parts for line in wrapped(part, width))
    lines.extend(part for each in happenings(chart, writer) for part in wrapped(one_line(each), width))
    return tuple(lines)


def _grouped(chart: SupplyChart, writer: Writer, width: int) -> tuple[str, ...]:
    groups = rows_of(chart, writer)
    full = max((abs(n) for group in groups for _, n, _ in group.rows if n is not None), default=Decimal(0))
    lines: list[str] = []
    for group in groups:
        if group.heading:
            lines += wrapped(group.heading, width)
        lines += _bars(group.rows, full, width)
    return tuple(lines)


def _bars(rows: Sequence[tuple[str, Decimal | None, str]], full: Decimal, width: int) -> tuple[str, ...]:
    """Returns rows of name, bar and figure; a row that is too wide becomes the name above its bar and figure."""
    names = max((columns_of(name) for name, _, _ in rows), default=0)
    figures = max((columns_of(figure) for _, number, figure in rows if number is not None), default=0)
    room = width - names - figures - 2
    if names <= _WIDEST_NAME and room >= 6:
        longest = min(room, _LONGEST_BAR)
        made = (f"{padded(name, names)} {bar} {figure}" for name, bar, figure in _blocks(rows, full, longest))
        return tuple(part for line in made for part in wrapped(line, width))
    longest = max(1, min(width - figures - 1, _LONGEST_BAR))
    made = (line for name, bar, figure in _blocks(rows, full, longest) for line in (name, f"{bar} {figure}"))
    return tuple(part for line in made for part in wrapped(line, width))


def _blocks(rows: Sequence[tuple[str, Decimal | None, str]], full: Decimal, longest: int) -> list[tuple[str, str, str]]:
    """Returns each row with its bar in blocks, a sliver for the smallest; a negative number is hatched."""
    found = []
    for name, number, figure in rows:
        size = min(abs(number) / full, Decimal(1)) if number is not None and full else Decimal(0)
        blocks = max(int(size * longest + Decimal("0.5")), 1 if number else 0)
        found.append((name, ("▒" if number is not None and number < 0 else "█") * blocks, figure))
    return found
