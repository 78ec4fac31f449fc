"""What an answer that was posted rests on: its receipt as an answer, claim by claim."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answer import Answer, Block, Cell, Choice, Column, Notice, Table
from bot.answers import wording
from bot.answers.asking import ask_again
from bot.answers.scene import Scene
from bot.days import AsOf, Day
from bot.facts.records import Bar, Claim, Listing
from bot.ports import Receipt
from bot.quantities import Money
from bot.text import Message, Raw, Term

MOST_ROWS = 20

Row = tuple[Cell, ...]


def answer(receipt: Receipt, scene: Scene) -> Answer:
    """Returns the figures that stood behind an answer with their days, bases and sources, for the asker alone.

    What the book no longer holds, or what is more than fits, is counted, never passed over.
    """
    notes = wording.Footnotes()
    rows = list(_rows(receipt, scene, notes))
    columns = (
        Column(Message("column-company")),
        Column(Message("column-measure")),
        Column(Message("field-value"), "number"),
        Column(Message("field-as-of")),
        Column(Message("field-basis")),
        Column(Message("column-known-at")),
        Column(Message("field-source")),
    )
    blocks: list[Block] = []
    if rows:
        blocks.append(Table(Message("receipt-caption"), columns, tuple(rows[:MOST_ROWS])))
    left = len(receipt.claims) - min(len(rows), MOST_ROWS)
    if left > 0:
        blocks.append(Notice(Message("and-more", {"count": left})))
    notes.number(Message("receipt-made", {"receipt": Raw(receipt.id), "version": Raw(receipt.code_version)}))
    plan = receipt.plan
    choices = [Choice(Message("choice-ask-again"), ask_again(plan))]
    if len(plan.companies) == 1 and plan.measures and plan.operation != "sources":
        sources = plan.with_changes(operation="sources", measures=plan.measures[:1], currency=None)
        choices.append(Choice(Message("choice-sources"), ask_again(sources)))
    headline = Message("receipt-headline", {"count": len(receipt.claims)})
    return Answer(
        headline, tuple(blocks), tuple(choices), notes.all(), None, wording.read_as(plan, scene), visible_to="asker"
    )


def _rows(receipt: Receipt, scene: Scene, notes: wording.Footnotes) -> Iterator[Row]:
    claims = {claim.id: claim for group in scene.book.claims.values() for claim in group}
    bars = {
        f"bar:{listed.listing.ticker}:{bar.session.iso}": (listed.listing, bar)
        for listed in scene.book.bars.values()
        for bar in listed.sessions
    }
    for each in receipt.claims:
        if each in claims:
            yield _claim(claims[each], scene, notes)
        elif each in bars:
            yield _bar(*bars[each], scene, notes)


def _claim(claim: Claim, scene: Scene, notes: wording.Footnotes) -> Row:
    basis: Term | Message = Term("basis", claim.basis)
    if claim.scope:
        basis = Message("basis-and-scope", {"basis": basis, "scope": Term("scope", claim.scope)})
    return (
        Cell(scene.name(claim.company)),
        Cell(scene.measure(claim.measure).name),
        Cell(claim.value, (claim.id,), qualifier=wording.qualifier_of(claim)),
        Cell(claim.as_of),
        Cell(basis),
        Cell(claim.known_at),
        wording.cited_briefly([claim.source], (claim.id,), notes),
    )


def _bar(listing: Listing, bar: Bar, scene: Scene, notes: wording.Footnotes) -> Row:
    source = scene.book.sources.get(bar.source)
    day: Day = bar.session
    return (
        Cell(scene.name(listing.company)),
        Cell(scene.measure("share_price").name if "share_price" in scene.vocabulary.measures else None),
        Cell(Money(bar.close, listing.currency), (f"bar:{listing.ticker}:{day.iso}",)),
        Cell(AsOf.day(day)),
        Cell(Term("basis", "close")),
        Cell(day),
        wording.cited_briefly([source] if source else [], (), notes),
    )
