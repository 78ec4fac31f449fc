"""What happened near a move: dated events, said to coincide and never to cause."""

from __future__ import annotations

from bot.analysis.moments import Moment
from bot.answer import Block, Cell, Column, Notice, Table
from bot.answers.scene import Scene
from bot.days import Day
from bot.plan import Between, Plan
from bot.text import Message

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


def _stretch(plan: Plan, scene: Scene, when: Moment) -> tuple[Day, Day]:
    stretch = scene.stretch(plan)
    if stretch is not None and (isinstance(plan.when, Between) or plan.when is not None):
        return stretch
    if plan.when is None or plan.when == "today":
        return when.at.plus(-LATELY), when.at
    return when.at.plus(-AROUND), when.at.plus(AROUND)
