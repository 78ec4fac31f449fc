"""Two companies' unlocks on one card: who faces more, by which measure, and whose figure would turn it round."""

from __future__ import annotations

from bot.analysis.due import Due, due
from bot.analysis.facing import Faced, faced, flips
from bot.analysis.moments import Moment
from bot.answer import Answer, Block, Cell, Choice, Column, Notice, Prose, Table
from bot.answers import wording
from bot.answers.asking import ask_again
from bot.answers.scene import Scene
from bot.answers.unlock_words import classes_of, left_out, prices, status_cell
from bot.days import AsOf, Day
from bot.plan import Plan
from bot.quantities import Quantity
from bot.text import Argument, Message, Several, Term

Side = tuple[Due, ...]


def answer(
    plan: Plan, scene: Scene, moment: Moment, stretch: tuple[Day, Day] | None, classes: frozenset[str]
) -> Answer:
    """Returns both companies' releases of a stretch of days, or the next one of each, side by side."""
    first, second = (_side(scene, c, moment, stretch, classes) for c in plan.companies[:2])
    sides = (first, second)
    names: list[Argument] = [scene.name(c) for c in plan.companies[:2]]
    read = wording.read_as(plan, scene)
    notes = wording.Footnotes()
    if not first and not second:
        both = Several(tuple(names))
        return Answer(Message("unlock-twins-none", {"companies": both}), read_as=read)
    order = faced(scene.evidence, sides)
    columns = (Column(Message("column-measure")), *(Column(scene.name(c), "number") for c in plan.companies[:2]))
    rows = [
        (Cell(Message("unlocks-first-session")), *(_days(s, notes) for s in sides)),
        *((Cell(Term("faced-by", f.by)), *(_cell(a, s) for a, s in zip(f.amounts, sides, strict=True))) for f in order),
        (Cell(Message("unlock-float-before-short")), *(_float(s, before=True) for s in sides)),
        (Cell(Message("unlock-float-after-short")), *(_float(s, before=False) for s in sides)),
        (Cell(Message("unlocks-left")), *(status_cell(s[0], moment) if s else Cell(None) for s in sides)),
    ]
    caption = Message("unlock-twins-caption", {"companies": Several(tuple(names))})
    blocks: list[Block] = [Table(caption, columns, tuple(rows))]
    blocks.append(Prose((_said(order, names), *prices((*first, *second), scene))))
    blocks.append(classes_of([[one.release for one in side] for side in sides], scene))
    blocks += _turned(sides, order, scene, moment, notes)
    blocks += left_out((*first, *second), scene)
    choices = tuple(
        Choice(Message("choice-unlock", {"company": name}), ask_again(Plan("unlocks", (company,))))
        for company, name in zip(plan.companies, names, strict=False)
    )
    return Answer(_headline(order, sides, names), tuple(blocks), choices, notes.all(), read_as=read)


def _side(scene: Scene, company: str, moment: Moment, stretch: tuple[Day, Day] | None, classes: frozenset[str]) -> Side:
    """The releases within the stretch; without one the next release, else the last one."""
    found = due(scene.evidence, [company], moment, stretch, classes)
    if stretch or not found:
        return found
    return next(((one,) for one in found if one.day >= moment.at), found[-1:])


def _headline(order: tuple[Faced, ...], sides: tuple[Side, Side], names: list[Argument]) -> Message:
    leaders = {f.more for f in order if f.more is not None}
    said: dict[str, Argument] = {"first": names[0], "second": names[1]}
    for key, side in zip(("first_day", "second_day"), sides, strict=True):
        if side:
            said[key] = side[0].day
    if not sides[0] or not sides[1]:
        place = 0 if sides[0] else 1
        return Message(
            "unlock-twins-one", {"company": names[place], "other": names[1 - place], "day": sides[place][0].day}
        )
    if len(leaders) == 1:
        return Message("unlock-twins-more", {**said, "more": names[leaders.pop()]})
    return Message("unlock-twins-split" if leaders else "unlock-twins-unknown", said)


def _said(order: tuple[Faced, ...], names: list[Argument]) -> Message:
    """Who faces more by each measure."""
    each: tuple[Argument, ...] = tuple(
        Message("unlock-faces-more", {"by": Term("faced-by", f.by), "company": names[f.more]})
        if f.more is not None
        else Message("unlock-faces-unknown", {"by": Term("faced-by", f.by)})
        for f in order
    )
    return Message("unlock-facing", {"each": wording.joined(each)})


def _turned(
    sides: tuple[Side, Side], order: tuple[Faced, ...], scene: Scene, moment: Moment, notes: wording.Footnotes
) -> list[Block]:
    """Which statement would turn the order round, or that none does."""
    found = flips(scene.evidence, sides, order, moment)
    if not found:
        return [Notice(Message("unlock-no-flip"))] if any(f.more is not None for f in order) else []
    said: list[Block] = []
    for flip in found:
        notes.number(Message("source-note", {"source": wording.cited(flip.claim.source)}))
        assert not isinstance(flip.claim.value, Day)
        told: dict[str, Argument] = {
            "value": flip.claim.value,
            "company": scene.name(flip.company),
            "source": wording.cited(flip.claim.source),
            "by": Several(tuple(Term("faced-by", way) for way in flip.by)),
        }
        said.append(Notice(Message("unlock-flips" if flip.surely else "unlock-may-flip", told), "warning"))
    return said


def _days(side: Side, notes: wording.Footnotes) -> Cell:
    if not side:
        return Cell(None)
    cited = wording.cited_briefly(side[0].release.sources, side[0].release.claims, notes)
    days = tuple(one.day for one in side)
    claims = tuple(i for one in side for i in one.release.claims)
    return Cell(days[0] if len(days) == 1 else Several(days), claims, AsOf.day(days[0]), cited.notes)


def _cell(amount: Quantity | None, side: Side) -> Cell:
    claims = tuple(dict.fromkeys(i for one in side for i in (*one.release.claims, *one.value.claims)))
    return Cell(amount, claims if amount is not None else ())


def _float(side: Side, *, before: bool) -> Cell:
    if len(side) != 1 or side[0].change is None:
        return Cell(None)
    change = side[0].change
    found = change.before if before else change.after
    return Cell(found.of_issued, found.claims, AsOf.day(found.day))
