"""Parts of charts made from the analysis: a company's line, changes of lead, releases."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.reversals import Reversals
from bot.analysis.series import Series
from bot.answer import Line, Mark, Point, Stretch
from bot.answers.scene import Scene
from bot.days import Day
from bot.text import Message


def line(series: Series, scene: Scene) -> Line:
    """Returns a series as a line; marks stand until the next one, closes are joined."""
    points = tuple(Point(each.day, each.value) for each in series.points)
    return Line(scene.name(series.company), points, steps=series.kind == "marks")


def lead_changes(found: Reversals, scene: Scene) -> tuple[tuple[Mark, ...], tuple[Stretch, ...]]:
    """Returns the changes of lead as marks where their day is known, as stretches between sparse marks."""
    if found.kind == "daily":
        marks = (Mark(c.day, Message("chart-leads", {"company": scene.name(c.leader)}), "lead") for c in found.changes)
        return tuple(marks), ()
    stretches = (
        Stretch(c.after, c.day, Message("chart-lead-between", {"company": scene.name(c.leader)})) for c in found.changes
    )
    return (), tuple(stretches)


def releases(company: str, first_free_days: Sequence[Day], scene: Scene) -> tuple[Mark, ...]:
    """Returns the days on which shares of a company come free as marks."""
    said = Message("chart-release", {"company": scene.name(company)})
    return tuple(Mark(day, said, "release") for day in dict.fromkeys(first_free_days))
