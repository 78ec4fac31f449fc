"""What is said where a stretch of time holds nothing: where the figures end or begin, and the nearest that do exist."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.moments import Moment
from bot.analysis.observed import observed
from bot.analysis.series import Series
from bot.answer import Answer, Choice, Notice
from bot.answers import wording
from bot.answers.asking import ask_again
from bot.answers.scene import Scene
from bot.days import Day
from bot.plan import Between, Plan
from bot.text import Argument, Message, Several

LEAST_DAYS = 30
"""How far back the offered stretch reaches at least: of a single day no course can be drawn."""


def answer(plan: Plan, scene: Scene, drawn: str, stretch: tuple[Day | None, Day]) -> Answer:
    """Returns why a measure has no history in a stretch, and offers as long a one where the figures do exist.

    `drawn` is the measure whose line would be shown: a return is one of share prices.
    """
    start, end = stretch
    today = scene.now.day_in("UTC")
    whole = [observed(scene.evidence, c, drawn, Moment(today, today, scene.now)) for c in plan.companies]
    said: dict[str, Argument] = {
        "companies": Several(tuple(scene.name(c) for c in plan.companies)),
        "measure": scene.measure(plan.measures[0]).name,
    }
    missing = tuple(Notice(_missing(each, plan, scene, start, end)) for each in whole)
    offered = _offered(plan, whole, start, end)
    headline = Message("history-none", said)
    if offered and start is not None:
        headline = Message("history-none-then", {**said, "start": start, "end": end})
    return Answer(headline, missing, offered, read_as=wording.read_as(plan, scene))


def _missing(series: Series, plan: Plan, scene: Scene, start: Day | None, end: Day) -> Message:
    place: dict[str, Argument] = {"company": scene.name(series.company), "measure": scene.measure(series.measure).name}
    if series.points and start is not None:
        stretch: dict[str, Argument] = {**place, "start": start, "end": end}
        first, last = series.points[0].day, series.points[-1].day
        if last < start:
            return Message("history-ends", {**stretch, "last": last})
        if first > end:
            return Message("history-begins", {**stretch, "first": first})
    return wording.unlisted_or_unknown(series.company, plan.measures[0], scene)


def _offered(plan: Plan, whole: Sequence[Series], start: Day | None, end: Day) -> tuple[Choice, ...]:
    """The latest stretch of figures where the one asked for lies after all of them, the earliest where before."""
    shown = [series for series in whole if series.points]
    if start is None or not shown:
        return ()
    days = max(end.since(start), LEAST_DAYS)
    first, last = min(s.points[0].day for s in shown), max(s.points[-1].day for s in shown)
    if last < start:
        first = max(first, last.plus(-days))
    elif first > end:
        last = min(last, first.plus(days))
    else:
        return ()
    label = Message("when-between", {"start": first, "end": last})
    return (Choice(label, ask_again(plan.with_changes(when=Between(first.iso, last.iso)))),)
