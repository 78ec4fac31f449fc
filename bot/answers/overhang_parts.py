"""The parts of an overhang that stand under its sizes: volume by span, holders by class, the range, the impact."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.analysis.overhang import MAIN_SPAN, PARTICIPATION, ClassPart, Overhang
from bot.answer import Block, Cell, Column, Notice, Table
from bot.answers import wording
from bot.answers.scene import Scene
from bot.quantities import Count, Percent, Range, Shares, divided
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


def ranges(found: Sequence[Overhang], scene: Scene) -> list[Block]:
    """Returns what the assumptions come to: shares sold, days, and the square-root law's order of magnitude.

    Beside them how few hold how much. Nothing of it is a forecast, and each row says what it is.
    """
    columns = (
        Column(Message("overhang-column-sense")),
        *(Column(scene.name(o.release.company), "number") for o in found),
    )
    rows = (
        (Cell(Message("overhang-sold-least")), *(_sold(o, 0) for o in found)),
        (Cell(Message("overhang-sold-most")), *(_sold(o, 1) for o in found)),
        (Cell(Message("overhang-sold-days", {"span": MAIN_SPAN})), *(_sold_days(o) for o in found)),
        (Cell(Message("overhang-move", {"span": MAIN_SPAN})), *(_move(o) for o in found)),
        (Cell(Message("overhang-impact")), *(_impact(o) for o in found)),
        (Cell(Message("overhang-largest")), *(_largest(o) for o in found)),
        (Cell(Message("overhang-concentration")), *(Cell(wording.in_hundredths(o.concentration)) for o in found)),
    )
    return [
        Table(Message("overhang-ranges"), columns, rows),
        Notice(Message("overhang-assumed")),
        Notice(Message("overhang-law")),
    ]


def _sold(one: Overhang, end: int) -> Cell:
    if one.sold is None:
        return Cell(None, why=Message("overhang-not-assumed"))
    return Cell(Shares(one.sold[end].number.to_integral_value()), one.supply.claims)


def _sold_days(one: Overhang) -> Cell:
    if one.sold is None or one.main is None:
        return Cell(None, why=Message("overhang-no-volume"))
    low, high = (Count(round(one.days(one.main, PARTICIPATION[1], shares), 1)) for shares in one.sold)
    return Cell(Range(low, high), (*one.supply.claims, *one.main.claims))


def _move(one: Overhang) -> Cell:
    if one.move is None:
        return Cell(None, why=Message("overhang-no-price"))
    return Cell(Percent(round(one.move, 3)), one.move_claims)


def _impact(one: Overhang) -> Cell:
    if one.impact is None or one.main is None:
        return Cell(None, why=Message("overhang-no-volume"))
    low, high = (Percent(Decimal(repr(round(i, 2)))) for i in one.impact)
    return Cell(Range(low, high), (*one.supply.claims, *one.main.claims, *one.move_claims))


def _largest(one: Overhang) -> Cell:
    shares = [h.shares for h in one.release.holders if h.shares is not None]
    if not shares or not one.release.shares.number:
        return Cell(None, why=Message("overhang-no-count"))
    return Cell(Percent(divided(max(shares), one.release.shares.number)), one.release.claims)


def remarks(one: Overhang, scene: Scene) -> list[Block]:
    """Returns what has to be said of one company's release: shares that are not listed, sessions left out."""
    company = scene.name(one.release.company)
    blocks: list[Block] = []
    if not one.supply.stated:
        blocks.append(Notice(Message("overhang-not-stated", {"company": company}), "warning"))
    elif one.supply.shares != one.release.shares:
        blocks.append(Notice(Message("overhang-unlisted", {"company": company})))
    if any(span.left_out for span in one.turnovers):
        most = max(span.left_out for span in one.turnovers)
        blocks.append(Notice(Message("overhang-left-out", {"company": company, "count": most})))
    return blocks
