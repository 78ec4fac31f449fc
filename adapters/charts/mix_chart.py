"""How companies are made up: each part on a track of its own, because parts may overlap and are never added."""

from __future__ import annotations

from dataclasses import dataclass

from adapters.charts.frame import Frame
from adapters.charts.scales import drawable
from adapters.charts.sheet import Box
from bot.answer import MixChart, Share, Whole
from bot.quantities import Percent
from bot.text import Message, Name
from bot.words.writer import UNKNOWN

MOST_WHOLES = 6
MOST_SHARES = 5

_ROW = 54
_BETWEEN_COLUMNS = 60


@dataclass(frozen=True, slots=True)
class _Group:
    """A company's parts that are shown."""

    whole: Whole
    shares: tuple[Share, ...]

    @property
    def rows(self) -> float:
        """Returns the rows it takes: its name, its parts, and half a row of air."""
        return len(self.shares) + 1.5


def draw_mix_chart(chart: MixChart, frame: Frame) -> None:
    """Draws what companies disclose of their parts onto a frame; one colour is one part in all of them."""
    groups = [_Group(whole, whole.shares[:MOST_SHARES]) for whole in chart.wholes if whole.shares][:MOST_WHOLES]
    beyond = sum(len(whole.shares) for whole in chart.wholes) - sum(len(group.shares) for group in groups)
    frame.head(chart.title, "")
    frame.foot(chart.note, frame.words(Message("and-more", {"count": beyond})) if beyond else "")
    if not groups:
        frame.nothing()
        return
    parts = list(dict.fromkeys(share.name for group in groups for share in group.shares))
    columns = _columns(groups)
    free = frame.free
    row = min(_ROW, (free.bottom - free.top) / max(sum(group.rows for group in column) for column in columns))
    width = (free.right - free.left - _BETWEEN_COLUMNS * (len(columns) - 1)) / len(columns)
    for place, column in enumerate(columns):
        left = free.left + place * (width + _BETWEEN_COLUMNS)
        top = free.top
        tracks = _tracks(column, left, left + width, row, frame)
        for group in column:
            _draw(group, parts, Box(left, top, left + width, top + row * group.rows), tracks, row, frame)
            top += row * group.rows


def _tracks(column: list[_Group], left: float, right: float, row: float, frame: Frame) -> tuple[float, float]:
    """Returns where all tracks of a column begin and end, so that their lengths can be compared."""
    size, shares = _size(row), [share for group in column for share in group.shares]
    names = max(frame.lettering.width(_named(share, right - left, size, frame), size) for share in shares)
    values = max(frame.lettering.width(_written(share, frame), size, bold=True) for share in shares)
    return left + names + 16, right - values - 14


def _size(row: float) -> int:
    return 20 if row >= 38 else 16


def _named(share: Share, width: float, size: int, frame: Frame) -> str:
    return frame.lettering.clipped(frame.words(share.name), size, width * 0.46)


def _columns(groups: list[_Group]) -> list[list[_Group]]:
    """Returns the groups in one column, or in two of nearly the same height where one would be crowded."""
    if len(groups) == 1 or sum(group.rows for group in groups) <= 11:
        return [groups]
    total = sum(group.rows for group in groups)
    cut = min(
        range(1, len(groups)), key=lambda at: (max(h := sum(g.rows for g in groups[:at]), total - h), at)
    )  # fmt: skip
    return [groups[:cut], groups[cut:]]


def _draw(group: _Group, parts: list[Name], box: Box, tracks: tuple[float, float], row: float, frame: Frame) -> None:
    sheet, palette, lettering = frame.sheet, frame.palette, frame.lettering
    size = _size(row)
    left, right = tracks
    heading = lettering.clipped(frame.words(group.whole.name), size + 2, box.right - box.left, bold=True)
    sheet.text(heading, box.left, box.top + row * 0.66, size + 2, palette.strong, bold=True)
    names = [_named(share, box.right - box.left, size, frame) for share in group.shares]
    values = [_written(share, frame) for share in group.shares]
    for place, share in enumerate(group.shares):
        middle = box.top + row * (place + 1.5)
        thick = max(8.0, row * 0.5)
        colour = palette.of(parts.index(share.name))
        filled = min(1.0, max(0.0, drawable(share.fraction) or 0.0))
        sheet.fill(Box(left, middle - thick / 2, right, middle + thick / 2), palette.tint)
        end = left + (right - left) * filled
        sheet.fill(Box(left, middle - thick / 2, max(end, left + (3 if filled else 0)), middle + thick / 2), colour)
        base = middle + size * 0.34
        sheet.text(names[place], box.left, base, size, palette.quiet)
        sheet.text(values[place], right + 14, base, size, palette.strong, bold=True)


def _written(share: Share, frame: Frame) -> str:
    if drawable(share.fraction) is None:
        return UNKNOWN
    return frame.lettering.drawable(frame.writer.figure(Percent(share.fraction)))
