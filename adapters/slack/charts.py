"""Charts on Slack: the native line chart where it holds the series, else a line of block characters for each."""

from __future__ import annotations

from decimal import Decimal

from adapters.slack.limits import AXIS_LABEL, CHART_LABEL, CHART_POINTS, CHART_SERIES, CHART_TITLE, TEXT_OBJECT
from adapters.slack.rich import Block, elements, listed, paragraphs, preformatted, text, unmarked
from bot.answer import AnyChart, Chart, Line
from bot.days import Day
from bot.text import Message
from bot.words.clipping import clipped, units
from bot.words.courses import courses, happenings
from bot.words.grid import letters
from bot.words.writer import Writer

_WIDTH = 64


def chart_blocks(block: AnyChart, writer: Writer, *, native: bool) -> list[Block]:
    """Returns a chart with its summary; the summary is what someone who cannot see the chart reads.

    The native chart has room for few days: of a longer course it shows evenly chosen ones, and says so. What is marked
    in a chart stands below it.
    """
    summary = paragraphs([elements(writer.spans(block.summary), writer.language)])
    made = _native(block, writer) if native and isinstance(block, Chart) else None
    if made is not None and isinstance(block, Chart):
        marked = listed([text(line) for line in happenings(block, writer)], "bullet")
        return [made, *_thinning(made, block, writer), *marked, *summary]
    title = paragraphs([elements(writer.spans(block.title), writer.language, bold=True)])
    # A name of spaces alone may be all that a course says; Slack refuses an empty text.
    lines = [line for line in courses(block, writer, _WIDTH) if line.strip()]
    drawn: list[Block] = []
    held: list[str] = []
    for line in lines:
        if sum(units(each) + 1 for each in (*held, line)) > TEXT_OBJECT:
            drawn.append(preformatted(held))
            held = []
        held.append(line)
    return [*title, *drawn, *([preformatted(held)] if held else []), *summary]


def _native(block: Chart, writer: Writer) -> Block | None:
    """Returns the native chart, or None where a series or a name has no place in it.

    Slack wants one value of every series for every category, so series of different days go together only when they are
    of steps, which stand until the next point.
    """
    title = clipped(unmarked(letters(writer.spans(block.title), writer)), CHART_TITLE)
    names = [unmarked(line.name.written(writer.language)) for line in block.lines]
    days = days_of(block)
    if len(days) > CHART_POINTS:
        # Daily closes beside a handful of rounds have few days in common, and a line through those would mislead.
        days = _chosen(shared) if len(shared := _common(block, days)) >= CHART_POINTS else []
    if not title or not 1 <= len(names) <= CHART_SERIES or not days:
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


def days_of(chart: Chart) -> list[Day]:
    """Returns every day on which a series of the chart has a point, in order."""
    return sorted({point.day for line in chart.lines for point in line.points})


def held_whole(chart: Chart) -> bool:
    """Decides whether the native chart can show every day of a chart."""
    return len(days_of(chart)) <= CHART_POINTS


def _common(chart: Chart, days: list[Day]) -> list[Day]:
    """Returns the days on which every series has a point, or stands since an earlier one."""
    own = [{point.day for point in line.points} for line in chart.lines if not line.steps]
    begun = [min(point.day for point in line.points) for line in chart.lines if line.steps and line.points]
    return [day for day in days if all(day in each for each in own) and all(day >= first for first in begun)]


def _chosen(days: list[Day]) -> list[Day]:
    """Returns as many days as a chart holds, evenly apart, the first and the last among them."""
    return [days[place * (len(days) - 1) // (CHART_POINTS - 1)] for place in range(CHART_POINTS)]


def _thinning(made: Block, chart: Chart, writer: Writer) -> list[Block]:
    shown, count = len(made["chart"]["axis_config"]["categories"]), len(days_of(chart))
    if shown == count:
        return []
    said = Message("chart-thinned", {"shown": shown, "count": count})
    return paragraphs([elements(writer.spans(said), writer.language)])


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
