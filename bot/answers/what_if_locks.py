"""Lock-ups as they might be: holders of some classes held longer or let go, day by day beside the base."""

from __future__ import annotations

from bot.analysis.free_float import FreeFloat, NoFloat
from bot.analysis.moments import Moment
from bot.analysis.releases import Release
from bot.analysis.relocked import Change, OnDay, conserved, course, relocked
from bot.answer import Answer, Block, Cell, Choice, Column, Notice, Table
from bot.answers import wording
from bot.answers.asking import ask_again
from bot.answers.scene import Scene
from bot.errors import ProblemError
from bot.plan import Plan
from bot.quantities import Count
from bot.text import Argument, Message, Several, Term

MOST_MONTHS = 120


def answer(plan: Plan, scene: Scene, when: Moment) -> Answer:
    """Returns the days on which shares come free in base and scenario with the float after each.

    Raises ProblemError where no holder of the classes named is still locked.
    """
    params = dict(plan.params)
    change: Change = "extend" if params.get("extend") else "waive"
    asked = dict(params[change])
    classes = tuple(str(c) for c in asked.get("holders", ()))
    months = int(asked.get("months", 0))
    if change == "extend" and not 0 < months <= MOST_MONTHS:
        raise ProblemError(Message("whatif-months", {"most": MOST_MONTHS}), "/whatif minimax extend founder 12 months")
    blocks: list[Block] = []
    kept = True
    for company in plan.companies:
        other = relocked(scene.book, company, change, classes, when, months)
        if other.holdings.get(company) == scene.book.holdings.get(company):
            continue
        found = course(scene.book, other, company, when)
        blocks.append(_table(company, found, scene))
        floats = [f for day in found for f in (day.float_base, day.float_scenario) if isinstance(f, FreeFloat)]
        kept = kept and all(map(conserved, floats))
    held = Several(tuple(Term("holder-class", c) for c in classes))
    if not blocks:
        said: dict[str, Argument] = {"classes": held}
        raise ProblemError(Message("whatif-none-locked", said), "/overhang zhipu minimax", outcome="refused")
    blocks.append(Notice(Message("whatif-conserved" if kept else "whatif-not-conserved")))
    headline = Message(f"whatif-{change}", {"classes": held, "count": months})
    choice = Choice(
        Message("whatif-choice-overhang"), ask_again(Plan("overhang", plan.companies, known_at=plan.known_at))
    )
    return Answer(headline, tuple(blocks), (choice,), read_as=wording.read_as(plan, scene))


def _table(company: str, found: tuple[OnDay, ...], scene: Scene) -> Table:
    columns = (
        Column(Message("overhang-first-free")),
        Column(Message("whatif-column-freed"), "number"),
        Column(Message("whatif-column-freed-then"), "number"),
        Column(Message("whatif-column-float"), "number"),
        Column(Message("whatif-column-float-then"), "number"),
    )
    rows = tuple(
        (
            Cell(day.day),
            _freed(day.base),
            _freed(day.scenario),
            _float(day.float_base),
            _float(day.float_scenario),
        )
        for day in found
    )
    return Table(Message("whatif-locks-caption", {"company": scene.name(company)}), columns, rows)


def _freed(release: Release | None) -> Cell:
    if release is None:
        return Cell(None, why=Message("whatif-nothing-free"))
    return Cell(Count(release.shares.number), release.claims)


def _float(found: FreeFloat | NoFloat) -> Cell:
    if not isinstance(found, FreeFloat):
        return Cell(None, why=Message("whatif-float-unknown"))
    return Cell(Count(found.float_shares.number), found.claims)
