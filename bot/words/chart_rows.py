"""Pictures of supply and of what may happen as rows of name, number and figure, for places without pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from bot.charts import Due, EventPath, FanChart, StripChart, SupplyChart, Swing, TornadoChart, WaterfallChart
from bot.text import Message, Name
from bot.words.amounts import amount, part_figure
from bot.words.clipping import one_line
from bot.words.dates import written_day
from bot.words.writer import UNKNOWN, Writer

Row = tuple[str, Decimal | None, str]
"""A name, the number its bar is as long as, and what is written behind it."""

_SHOWN_OFFSETS = (-20, -5, -1, 0, 1, 5, 10, 20)
"""Sessions around an event that are written out: the ends of the windows that studies of releases use."""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a heading, which may be empty."""

    heading: str
    rows: tuple[Row, ...]


def rows_of(chart: SupplyChart, writer: Writer) -> tuple[Group, ...]:
    """Returns every figure of a chart in rows, in the order in which the picture shows them."""
    match chart:
        case WaterfallChart():
            return (Group("", tuple(_waterfall(chart, writer))),)
        case StripChart(lanes=lanes, unit=unit):
            return tuple(
                Group(
                    one_line(lane.name.written(writer.language)), tuple(_due(each, unit, writer) for each in lane.due)
                )
                for lane in lanes
            )
        case FanChart(paths=paths):
            return tuple(
                Group(one_line(path.name.written(writer.language)), tuple(_path(path, chart, writer))) for path in paths
            )
        case TornadoChart(base=base, unit=unit):
            first = _row(base.name, base.number, amount(base.number, unit, writer), writer)
            return (Group("", (first, *(_swing(swing, chart, writer) for swing in chart.ordered))),)
        case _:
            assert_never(chart)


def step_figure(number: Decimal, chart: WaterfallChart, writer: Writer) -> str:
    """Returns what a step adds or takes with its sign, and which part of the total that is."""
    figure = amount(abs(number), chart.unit, writer)
    sign = "-" if number < 0 else "+" if number else ""
    return sign + figure + _part(abs(number), chart, writer)


def standing_figure(number: Decimal, chart: WaterfallChart, writer: Writer) -> str:
    """Returns where a waterfall stands, and which part of the total that is."""
    return amount(number, chart.unit, writer) + _part(number, chart, writer)


def due_figure(due: Due, unit: str, writer: Writer) -> str:
    """Returns the size of what comes free, or that it is not known."""
    if due.number is None:
        return one_line(writer.plain(Message("strip-unknown")))
    return amount(due.number, unit, writer)


def inputs(swing: Swing, writer: Writer) -> tuple[str, str]:
    """Returns what an input is set to when low and when high, each empty where that is not said."""
    low, high = (one_line(writer.plain(m)) if m else "" for m in (swing.low_input, swing.high_input))
    return low, high


def signed(number: Decimal, unit: str, writer: Writer) -> str:
    """Returns a return around an event, whose percentage carries its sign; a level around it carries none."""
    return amount(number, unit, writer, signed=unit == "ratio")


def _part(number: Decimal, chart: WaterfallChart, writer: Writer) -> str:
    if chart.total is None or chart.total.number <= 0 or number < 0 or chart.unit == "ratio":
        return ""
    return f" ({part_figure(number / chart.total.number, writer)})"


def _row(name: Message | Name, number: Decimal | None, figure: str, writer: Writer) -> Row:
    said = writer.plain(name) if isinstance(name, Message) else name.written(writer.language)
    return one_line(said), number, figure


def _waterfall(chart: WaterfallChart, writer: Writer) -> Iterator[Row]:
    yield _row(chart.before.name, chart.before.number, standing_figure(chart.before.number, chart, writer), writer)
    for step in chart.steps:
        when = f" ({written_day(step.day, writer.language)})" if step.day else ""
        if step.number is None:
            yield _row(step.name, None, (one_line(writer.plain(step.why)) if step.why else UNKNOWN) + when, writer)
        else:
            yield _row(step.name, step.number, step_figure(step.number, chart, writer) + when, writer)
    yield _row(chart.after, chart.end, standing_figure(chart.end, chart, writer), writer)
    if chart.total is not None:
        yield _row(chart.total.name, chart.total.number, amount(chart.total.number, chart.unit, writer), writer)


def _due(due: Due, unit: str, writer: Writer) -> Row:
    figure = due_figure(due, unit, writer)
    if due.session is not None and due.session != due.day:
        figure += f" · {one_line(writer.plain(Message('strip-tradable', {'day': due.session})))}"
    if due.provisional:
        figure += f" · {writer.plain(Message('strip-provisional'))}"
    return written_day(due.day, writer.language), due.number, figure


def _path(path: EventPath, chart: FanChart, writer: Writer) -> Iterator[Row]:
    points = sorted(path.points, key=lambda point: point.sessions)
    for point in points:
        if point.sessions not in _SHOWN_OFFSETS and point is not points[-1]:
            continue
        figure = signed(point.number, chart.unit, writer)
        bands = [
            f"{one_line(writer.plain(band.what))} {signed(edge.low, chart.unit, writer)} … "
            f"{signed(edge.high, chart.unit, writer)}"
            for band in chart.bands
            for edge in band.edges
            if edge.sessions == point.sessions
        ]
        yield f"{point.sessions:+d}" if point.sessions else "0", point.number, "; ".join([figure, *bands])


def _swing(swing: Swing, chart: TornadoChart, writer: Writer) -> Row:
    known = [end for end in (swing.low, swing.high) if end is not None]
    if not known:
        return _row(swing.name, None, one_line(writer.plain(swing.why)) if swing.why else UNKNOWN, writer)
    ends = [
        (amount(end, chart.unit, writer) if end is not None else UNKNOWN) + (f" ({said})" if said else "")
        for end, said in zip((swing.low, swing.high), inputs(swing, writer), strict=True)
    ]
    reach = max([*known, chart.base.number]) - min([*known, chart.base.number])
    return _row(swing.name, reach, " … ".join(ends), writer)
