"""Charts on Slack: the native line chart where it holds the series, else a line of block characters for each."""

from __future__ import annotations

from decimal import Decimal

from adapters.slack.limits import AXIS_LABEL, CHART_LABEL, CHART_POINTS, CHART_SERIES, CHART_TITLE, TEXT_OBJECT
from adapters.slack.rich import Block, elements, paragraphs, preformatted, unmarked
from bot.answer import AnyChart, Chart, Line
from bot.days import Day
from bot.words.clipping import clipped, units
from bot.words.courses import courses
from bot.words.grid import letters
from bot.words.writer import Writer

_WIDTH = 64


def chart_blocks(block: AnyChart, writer: Writer, *, native: bool) -> list[Block]:
    """Returns a chart with its summary; the summary is what someone who cannot see the chart reads."""
    summary = paragraphs([elements(writer.spans(block.summary), writer.language)])
    made = _native(block, writer) if native and isinstance(block, Chart) else None
    if made is not None:
        return [made, *summary]
    title = paragraphs([elements(writer.spans(block.title), writer.language, bold=True)])
    lines = courses(block, writer, _WIDTH)
    drawn: list[Block] = []
    held: list[str] = []
    for line in lines:
        if sum(units(each) + 1 for each in (*held, line)) > TEXT_OBJECT:
            drawn.append(preformatted(held))
            held = []
        held.append(line)
    return [*title, *drawn, *([preformatted(held)] if held else []), *summary]


def _native(block: Chart, writer: Writer) -> Block | None:
    """Returns the native chart, or None where a series, a name or a day has no place in it.

    Slack wants one value of every series for every category, so series of different days go together only when they are
    of steps, which stand until the next point.
    """
    title = clipped(unmarked(letters(writer.spans(block.title), writer)), CHART_TITLE)
    names = [unmarked(line.name.written(writer.language)) for line in block.lines]
    days = sorted({point.day for line in block.lines for point in line.points})
    if not title or not 1 <= len(names) <= CHART_SERIES or not 1 <= len(days) <= CHART_POINTS:
        return None
    if len(set(names)) < len(names) or any(not name or units(name) > CHART_LABEL for name in names):
        return None
    values = [_values(line, days) for line in block.lines]
    categories, year = _categories(days)
    series = [
        {"name": name, "data": [{"label": day, "value": value} for day, value in zip(categories, each, strict=True)]}
        for name, each in zip(names, values, strict=True)
        if each is not None
    ]
    if len(series) < len(names):
        return None
    axes = {"categories": categories, "y_label": clipped(unmarked(block.unit), AXIS_LABEL)}
    chart = {"type": "line", "series": series, "axis_config": {**axes, **({"x_label": year} if year else {})}}
    return {"type": "data_visualization", "title": title, "chart": chart}


def _categories(days: list[Day]) -> tuple[list[str], str]:
    """Returns the days as short as they stay distinct, since twelve dates do not fit below a chart; and their year."""
    if len({day.date.year for day in days}) == 1:
        return [f"{day.date:%m-%d}" for day in days], f"{days[0].date:%Y}"
    return [day.iso for day in days], ""


def _values(line: Line, days: list[Day]) -> list[float] | None:
    known = {point.day: point.number for point in line.points}
    values: list[float] = []
    last: Decimal | None = None
    for day in days:
        number = known.get(day, last if line.steps else None)
        if number is None:
            return None
        values.append(float(number))
        last = number
    return values
