"""What stands beside a study: other causes that fell into its days, and the record of every past release."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.aftermaths import STEPS, After, Aftermath
from bot.analysis.studies import Happened, Study
from bot.answer import Block, Cell, Column, Notice, Table
from bot.answers import wording
from bot.answers.scene import Scene
from bot.quantities import Shares
from bot.text import Message, Several, Term


def happened(found: Study, scene: Scene, notes: wording.Footnotes) -> list[Block]:
    """Returns what else fell into the windows, each with its source; a sentence where the list holds nothing."""
    if not found.happened:
        return [Notice(Message("study-nothing-else"))]
    columns = (
        Column(Message("field-as-of")),
        Column(Message("column-company")),
        Column(Message("study-column-what")),
        Column(Message("field-source")),
    )
    rows = tuple(_one(h, scene, notes) for h in found.happened)
    caption = Message("study-happened", {"count": len(rows)})
    return [Table(caption, columns, rows), Notice(Message("study-caution-confounded", {"count": len(rows)}), "warning")]


def _one(found: Happened, scene: Scene, notes: wording.Footnotes) -> tuple[Cell, ...]:
    if found.event is not None:
        source = wording.cited_briefly([found.event.source], (found.event.id,), notes)
        return Cell(found.day), Cell(scene.name(found.company)), Cell(found.event.what, (found.event.id,)), source
    release = found.release
    assert release is not None
    freed = Message("study-release", {"shares": release.shares})
    source = wording.cited_briefly(release.sources, release.claims, notes)
    return Cell(found.day), Cell(scene.name(found.company)), Cell(freed, release.claims), source


def aftermath(found: Sequence[Aftermath], scene: Scene) -> list[Block]:
    """Returns the record of a company's past releases: closes after one, five and twenty sessions, raw."""
    if not found:
        return []
    columns = (
        Column(Message("study-column-freed")),
        Column(Message("study-column-shares"), "number"),
        Column(Message("study-column-before"), "number"),
        *(Column(Message("study-column-after", {"count": step}), "number") for step in STEPS),
        Column(Message("study-column-meanwhile")),
    )
    rows = tuple(
        (
            Cell(a.release.first_free_day),
            Cell(Shares(a.release.shares.number), a.release.claims),
            _before(a),
            *(_after(one, a) for one in a.after),
            Cell(_kinds(a)),
        )
        for a in found
    )
    caption = Message("study-aftermath", {"company": scene.name(found[0].release.company)})
    return [Table(caption, columns, rows)]


def _kinds(found: Aftermath) -> Several | None:
    """What happened up to the last session there is, each kind once; the events are spelled out above or by date."""
    kinds = tuple(dict.fromkeys(Term("event", e.kind) for e in found.events))
    return Several(kinds) if kinds else None


def _before(found: Aftermath) -> Cell:
    if found.before is None:
        return Cell(None, why=Message("study-no-price-around"))
    claims = next((a.claims[:1] for a in found.after if a is not None), ())
    return Cell(found.before, claims) if claims else Cell(None, why=Message("study-no-price-around"))


def _after(after: After | None, found: Aftermath) -> Cell:
    if after is None:
        key = "study-no-price-around" if found.before is None else "study-not-yet"
        return Cell(None, why=Message(key))
    return Cell(after.change, after.claims)
