"""A calendar in one strip: a row for each company, a bar for each day on which shares come free."""

from __future__ import annotations

from dataclasses import dataclass, replace

from adapters.charts.colours import Colour, mixed
from adapters.charts.frame import Frame
from adapters.charts.lettering import rise, row_height
from adapters.charts.placing import Placed, Wish, laned
from adapters.charts.scales import drawable
from adapters.charts.sheet import Box
from adapters.charts.time_axis import TimeAxis, padded, short_day
from bot.charts import Due, Lane, StripChart
from bot.text import Message
from bot.words.chart_rows import due_figure

MOST = 5
"""Companies that keep bars tall enough to be compared; what is beyond is counted in the small print."""

_AXIS = 19
_SIZE = 20
_DAY = 16
_BAR = 14
_NAMES = 250
_APART = 9
_BETWEEN = "\t"
"""What parts a size from its day in a label of one row; no text to be drawn holds it."""

_TALLEST = 210
_MOST_LABELS = 20
"""Labels that are tried in one lane: more never stand beside each other."""


@dataclass(frozen=True, slots=True)
class _Tier:
    """A lane's box: its labels from the top, its bars from `bars` down to the base line."""

    top: float
    bars: float
    base: float


def draw_strip_chart(chart: StripChart, frame: Frame) -> None:
    """Draws a calendar strip onto a frame; all bars share one scale, so that companies can be compared."""
    lanes = chart.lanes[:MOST]
    first, last = min(chart.first, chart.last), max(chart.first, chart.last)
    inside = [[_known(due) for due in lane.due if first <= due.stands_on <= last] for lane in lanes]
    beyond = sum(len(lane.due) for lane in chart.lanes) - sum(len(due) for due in inside)
    span = frame.words(Message("when-between", {"start": first, "end": last}))
    frame.head(chart.title, frame.lettering.drawable(f"{span} · {frame.words(Message('strip-key'))}"))
    frame.foot(chart.note, frame.words(Message("and-more", {"count": beyond})) if beyond else "")
    if not lanes:
        frame.nothing()
        return
    free, palette, sheet, lettering = frame.free, frame.palette, frame.sheet, frame.lettering
    names = [lettering.clipped(frame.words(lane.name), 22, _NAMES, bold=True) for lane in lanes]
    left = free.left + max(lettering.width(name, 22, bold=True) for name in names) + 28
    axis = TimeAxis(*padded(first, last), left, free.right - 4)
    bottom = free.bottom - _AXIS * 1.6
    height = min(_TALLEST, (bottom - free.top) / len(lanes))
    bottom = free.top + height * len(lanes)
    for tick in axis.ticks(frame.writer.language, lambda words: lettering.width(words, _AXIS)):
        sheet.fill(Box(tick.x, free.top, tick.x + 1, bottom), palette.grid)
        sheet.text(tick.words, tick.left, bottom + _AXIS * 1.35, _AXIS, palette.quiet)
    largest = max((abs(_number(due)) for each in inside for due in each), default=0.0) or 1.0
    for place, (lane, due) in enumerate(zip(lanes, inside, strict=True)):
        top = free.top + height * place
        _lane(lane, due, _Tier(top, top + _above(height), top + height - 16), largest, axis, place, chart.unit, frame)
        sheet.text(names[place], free.left, top + height - 16 - 4, 22, palette.strong, bold=True)


def _lane(
    lane: Lane, due: list[Due], at: _Tier, largest: float, axis: TimeAxis, place: int, unit: str, frame: Frame
) -> None:
    sheet, palette, lettering = frame.sheet, frame.palette, frame.lettering
    sheet.fill(Box(axis.left, at.base, frame.free.right, at.base + 2), palette.axis)
    row = row_height(_SIZE)
    wishes = [Wish(axis.x(each.stands_on), _wordings(each, unit, frame)) for each in due]
    sizes = [abs(_number(each)) for each in due]
    labels = _labelled(wishes, sizes, (axis.left, frame.free.right), max(0, int((at.bars - at.top - 4) // row)))
    if not lane.due:
        words = lettering.clipped(frame.words(Message("strip-nothing")), _SIZE, axis.right - axis.left - 20)
        sheet.text(words, axis.left + 12, at.base - 12, _SIZE, palette.quiet, ground=palette.paper)
    for each, wish, label in zip(due, wishes, labels, strict=True):
        _bar(
            each, round(wish.x), (at.base - at.bars) * abs(_number(each)) / largest, at, label, palette.of(place), frame
        )
    for label in labels:
        if label is None:
            continue
        y = at.bars - 8 - row * (label.lane + len(label.rows)) + rise(_SIZE)
        _words(label, y, frame)


def _words(label: Placed, y: float, frame: Frame) -> None:
    """Sets a label: its size strong, its day quiet, under one another or side by side."""
    lettering, palette = frame.lettering, frame.palette
    size, _, beside = label.rows[0].partition(_BETWEEN)
    frame.sheet.text(size, label.left, y, _SIZE, palette.strong, bold=True, ground=palette.paper)
    x = label.left + lettering.width(size, _SIZE, bold=True) + _APART
    frame.sheet.text(beside, x, y, _DAY, palette.quiet, ground=palette.paper)
    for row in label.rows[1:]:
        y += row_height(_SIZE)
        frame.sheet.text(row, label.left, y, _DAY, palette.quiet, ground=palette.paper)


def _bar(due: Due, x: int, tall: float, at: _Tier, label: Placed | None, colour: Colour, frame: Frame) -> None:
    """Draws a release on its lane; paler where the day may still move, hollow where the size is not known."""
    sheet, palette = frame.sheet, frame.palette
    hollow = due.provisional or due.number is None
    top = at.base - max(12.0 if hollow else 4.0, tall)
    if label is not None:
        y = at.bars - 8 - row_height(_SIZE) * label.lane
        sheet.fill(Box(x, y - row_height(_SIZE) * (len(label.rows) - 1) - 4, x + 1, top), palette.axis)
    sheet.fill(Box(x - _BAR / 2, top, x + _BAR / 2, at.base), colour)
    if hollow:
        inside = mixed(palette.paper, colour, 0.35 if due.number is not None else 0)
        sheet.fill(Box(x - _BAR / 2 + 2, top + 2, x + _BAR / 2 - 2, at.base - 2), inside)
    if due.session is not None:
        sheet.shape(((x - 7, at.base + 13), (x + 7, at.base + 13), (x, at.base + 3)), palette.quiet)


def _labelled(wishes: list[Wish], sizes: list[float], ends: tuple[float, float], lanes: int) -> list[Placed | None]:
    """Returns where labels stand: the largest release is named first, a smaller one only where room is left."""
    if not lanes:
        return [None for _ in wishes]
    kept: list[int] = []
    for place in sorted(range(len(wishes)), key=lambda at: (-sizes[at], at))[:_MOST_LABELS]:
        tried = sorted([*kept, place])
        if all(laned([wishes[at] for at in tried], *ends, lanes)):
            kept = tried
    found = dict(zip(kept, laned([wishes[at] for at in kept], *ends, lanes), strict=True))
    return [found.get(at) for at in range(len(wishes))]


def _above(height: float) -> float:
    """Returns how much of a lane its labels take: two rows where the bars keep enough, else one."""
    two, one = 2 * row_height(_SIZE) + 12, row_height(_SIZE) + 12
    return two if height - two >= 80 else min(one, height / 2)


def _wordings(due: Due, unit: str, frame: Frame) -> tuple[tuple[tuple[str, ...], float], ...]:
    """Returns the size over the day, both in one row, or the size alone where those have no room."""
    lettering, language = frame.lettering, frame.writer.language
    size = lettering.drawable(due_figure(due, unit, frame.writer))
    day = short_day(due.day, language)
    if due.session is not None and due.session != due.day:
        day += f" → {short_day(due.session, language)}"
    if due.provisional:
        day += f" · {frame.words(Message('strip-provisional'))}"
    day = lettering.drawable(day)
    width = lettering.width(size, _SIZE, bold=True)
    return (
        ((size, day), max(width, lettering.width(day, _DAY))),
        ((size + _BETWEEN + day,), width + _APART + lettering.width(day, _DAY)),
        ((size,), width),
    )


def _known(due: Due) -> Due:
    """Returns a release, its size unknown where no picture can hold it."""
    return due if due.number is None or drawable(due.number) is not None else replace(due, number=None)


def _number(due: Due) -> float:
    return (drawable(due.number) or 0.0) if due.number is not None else 0.0
