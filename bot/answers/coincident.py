"""What happened near a move: dated events, said to coincide and never to cause."""

from __future__ import annotations

from bot.analysis.moments import Moment
from bot.analysis.paths import change
from bot.analysis.series import Series
from bot.answer import Block, Cell, Column, Field, Fields, Notice, Table
from bot.answers import wording
from bot.answers.scene import Scene
from bot.days import Day
from bot.plan import Between, Plan
from bot.text import Argument, Message

AROUND = 10
"""How many days before and after an asked day are looked at: a week and the weekends around it."""
LATELY = 30
"""How many days back where no day was asked for."""


def asks_why(plan: Plan) -> bool:
    """Decides whether a plan asks for the reason of a move."""
    return dict(plan.params).get("ask") == "why"


def beside(plan: Plan, scene: Scene, when: Moment) -> list[Block]:
    """Returns the events of the plan's companies near the move that could be known by then, oldest first."""
    first, last = _stretch(plan, scene, when)
    found = sorted(
        (e for e in scene.book.events if e.company in plan.companies and first <= e.day.end and e.day.start <= last),
        key=lambda e: (e.day.start, e.id),
    )
    known = [e for e in found if e.day.start <= when.known_at]
    if not known:
        return [Notice(Message("why-nothing", {"first": first, "last": last}))]
    columns = (Column(Message("column-day")), Column(Message("column-company")), Column(Message("column-event")))
    rows = tuple((Cell(e.day), Cell(scene.name(e.company)), Cell(e.what, (e.id,))) for e in known)
    return [Table(Message("why-caption"), columns, rows), Notice(Message("why-coincident"))]


def move_of(series: Series, plan: Plan, scene: Scene) -> tuple[Message, Fields] | None:
    """Returns the move that is asked about, and the two figures it lies between.

    Of a day it is the figure of that day against the one before it; where no day is named, against the one a month
    back. None where a stretch is asked for, which has a beginning of its own, and where nothing lies before.
    """
    if len(series.points) < 2 or isinstance(plan.when, Between) or scene.stretch(plan) is not None:
        return None
    last, before = series.points[-1], series.points[-2]
    if plan.when is None:
        before = series.at(last.day.plus(-LATELY)) or series.points[0]
    moved = change(series, before.day, last.day)
    if moved is None or moved.ratio is None:
        return None
    said: dict[str, Argument] = {
        "company": scene.name(series.company),
        "measure": scene.measure(series.measure).name,
        "value": wording.observation(series, last),
        "as_of": last.as_of,
        "change": moved.ratio,
        "before": wording.observation(series, before),
        "start": before.as_of,
    }
    cells = (
        Field(Message("history-before"), Cell(series.quantity(before), before.claims, before.as_of, dated=True)),
        Field(Message("history-then"), Cell(series.quantity(last), last.claims, last.as_of, dated=True)),
        Field(Message("history-change"), Cell(moved.ratio, (*before.claims, *last.claims), last.as_of)),
    )
    return Message("history-moved", said), Fields(cells)


def _stretch(plan: Plan, scene: Scene, when: Moment) -> tuple[Day, Day]:
    stretch = scene.stretch(plan)
    if stretch is not None and (isinstance(plan.when, Between) or plan.when is not None):
        return stretch
    if plan.when is None or plan.when == "today":
        return when.at.plus(-LATELY), when.at
    return when.at.plus(-AROUND), when.at.plus(AROUND)
