"""The parts of an overhang that stand under its sizes: volume by span, holders by class, the range, the impact."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.analysis.overhang import MAIN_SPAN, PARTICIPATION, ClassPart, Overhang
from bot.answer import Block, Cell, Column, Notice, Table
from bot.answers import wording
from bot.answers.scene import Scene
from bot.quantities import Count, Percent, Range, divided
from bot.text import Argument, Message, Term


def volume(found: Sequence[Overhang], scene: Scene) -> Table:
    """Returns the average daily volume by span, dated by its last session with a volume, and the days it makes."""
    columns = (
        Column(Message("column-company")),
        Column(Message("overhang-column-span")),
        Column(Message("overhang-column-adv"), "number"),
        Column(Message("overhang-column-until")),
        Column(Message("overhang-column-days-20"), "number"),
        Column(Message("overhang-column-days-10"), "number"),
    )
    rows: list[tuple[Cell, ...]] = []
    for one in found:
        for span in one.turnovers:
            claims = (*one.supply.claims, *span.claims)
            n: dict[str, Argument] = {"count": span.n}
            rows.append(
                (
                    Cell(scene.name(one.release.company)),
                    Cell(Message("overhang-sessions", n)),
                    Cell(span.mean, span.claims),
                    Cell(span.last),
                    *(Cell(Count(round(one.days(span, part), 1)), claims) for part in PARTICIPATION),
                )
            )
        if not one.turnovers:
            unknown = Cell(None, why=Message("overhang-no-volume"))
            rows.append((Cell(scene.name(one.release.company)), *(unknown for _ in range(5))))
    return Table(Message("overhang-volume"), columns, tuple(rows))


def classes(one: Overhang, scene: Scene, notes: wording.Footnotes) -> list[Block]:
    """Returns a release by class of holder with the part each is assumed to sell, sources in footnotes."""
    columns = (
        Column(Message("overhang-column-class")),
        Column(Message("overhang-column-holders"), "number"),
        Column(Message("overhang-column-shares"), "number"),
        Column(Message("overhang-column-part"), "number"),
        Column(Message("overhang-column-willing"), "number"),
    )
    whole = one.release.shares.number
    rows = tuple(_class(part, whole, notes) for part in one.classes)
    caption: dict[str, Argument] = {"company": scene.name(one.release.company), "day": one.release.first_free_day}
    return [Table(Message("overhang-classes", caption), columns, rows)]


def _class(part: ClassPart, whole: Decimal, notes: wording.Footnotes) -> tuple[Cell, ...]:
    willing = Cell(None, why=Message("overhang-not-assumed"))
    if part.assumed is not None:
        said: dict[str, Argument] = {"why": part.assumed.why, "source": wording.cited(part.assumed.source)}
        number = notes.number(Message("overhang-assumption", said))
        bounds = Range(Percent(part.assumed.low), Percent(part.assumed.high))
        willing = Cell(bounds, (f"willingness:{part.holder_class}",), notes=(number,))
    return (
        Cell(Term("holder-class", part.holder_class)),
        Cell(Message("plain", {"text": part.holders})),
        Cell(one_count(part), part.claims),
        Cell(Percent(divided(part.shares, whole)), part.claims),
        willing,
    )


def one_count(part: ClassPart) -> Count:
    """Returns a class's shares as a bare number: its column says what is counted."""
    return Count(part.shares)


def remarks(one: Overhang, scene: Scene) -> list[Block]:
    """Returns the range the assumptions come to, its impact by the square-root law, and the holders' concentration."""
    company = scene.name(one.release.company)
    blocks: list[Block] = []
    if one.sold is not None:
        low, high = one.sold
        said: dict[str, Argument] = {"company": company, "low": low, "high": high}
        if one.main is not None:
            days = [round(one.days(one.main, PARTICIPATION[1], shares), 1) for shares in one.sold]
            said |= {"from": Count(days[0]), "to": Count(days[1]), "span": MAIN_SPAN}
            blocks.append(Notice(Message("overhang-range", said)))
        else:
            blocks.append(Notice(Message("overhang-range-no-volume", said)))
    if one.impact is not None and one.move is not None:
        low_move, high_move = (Percent(Decimal(repr(round(i, 2)))) for i in one.impact)
        impact: dict[str, Argument] = {
            "company": company,
            "low": low_move,
            "high": high_move,
            "move": Percent(round(one.move, 3)),
            "span": MAIN_SPAN,
        }
        blocks.append(Notice(Message("overhang-impact", impact)))
    largest = max((h.shares for h in one.release.holders if h.shares is not None), default=Decimal(0))
    held: dict[str, Argument] = {
        "company": company,
        "count": len(one.release.holders),
        "largest": Percent(divided(largest, one.release.shares.number)),
        "index": wording.in_hundredths(one.concentration),
    }
    blocks.append(Notice(Message("overhang-concentration", held)))
    if one.supply.shares != one.release.shares:
        blocks.append(Notice(Message("overhang-unlisted", {"company": company})))
    if any(span.left_out for span in one.turnovers):
        most = max(span.left_out for span in one.turnovers)
        blocks.append(Notice(Message("overhang-left-out", {"company": company, "count": most})))
    return blocks
