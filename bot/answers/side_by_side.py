"""What every comparison says beside its figures: bases, dates, disputes, and what is unknown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.analysis.comparing import Comparison, basis_of, compared
from bot.analysis.conversion import Shown
from bot.analysis.figures import Figure
from bot.answer import Answer, Block, Cell, Choice, Column, Notice, Table
from bot.answers import wording
from bot.answers.asking import ask_again
from bot.answers.scene import Scene
from bot.plan import Plan
from bot.text import Argument, Message, Several, Term

CURRENCIES = ("USD", "HKD", "CNY")


def cell_of(
    shown: Shown,
    scene: Scene,
    notes: wording.Footnotes,
    *,
    dated: bool = False,
    basis: bool = False,
) -> Cell:
    """Returns a compared figure as a cell: its value with its claims, footnotes on rates and disputes, and its day."""
    found = shown.figure
    if shown.value is None:
        return Cell(None, wording.undivided(found), why=wording.unknown(found, scene))
    numbers = [*wording.rate_notes(shown, notes)]
    values = wording.disputing(found)
    if values:
        said: dict[str, Argument] = {"company": scene.name(found.company), "values": Several(values)}
        numbers.append(notes.number(Message("note-disputed", said)))
    if found.formula == "return" and found.basis == "from_close":
        base = found.inputs[1]
        numbers.append(notes.number(_counted_from(base, scene)))
    if basis:
        word = Term("basis", basis_of(found) or "as_stated")
        how = Message("basis-and-scope", {"basis": word, "scope": Term("scope", found.scope)}) if found.scope else word
        numbers.append(notes.number(Message("note-basis", {"basis": how})))
    return Cell(shown.value, found.claims, found.as_of, tuple(numbers), dated=dated, qualifier=wording.qualifier(found))


def _counted_from(base: Figure, scene: Scene) -> Message:
    """Says from which close a return is counted where that is not the company's own offer price (rule 9)."""
    assert base.number is not None
    assert base.as_of is not None
    said: dict[str, Argument] = {"company": scene.name(base.company), "price": base.number, "day": base.as_of}
    return Message("note-counted-from", said)


def weight_cell(weighed: Shown, currency: str, notes: wording.Footnotes) -> Cell:
    """Returns a figure as order and multiples took it, where that is in another currency than the one shown."""
    note = notes.number(Message("note-weighed", {"currency": Term("currency", currency)}))
    found = weighed.figure
    return Cell(weighed.value, found.claims, found.as_of, (*wording.rate_notes(weighed, notes), note))


def table_of(comparison: Comparison, scene: Scene, notes: wording.Footnotes) -> Table:
    """Returns one measure of several companies as a table, each with its day, basis and source."""
    # Three amounts of one thing are too many for a line: where the weighed one is said, the rates lead to the own one.
    converted = any(s.original is not None for s in comparison.shown) and comparison.weighed_apart is None
    columns = [Column(Message("column-company")), Column(scene.measure(comparison.measure).short, "number")]
    columns += [Column(Message("field-own-currency"), "number")] if converted else []
    weighed_in = comparison.weighed_apart
    if weighed_in:
        columns.append(Column(Message("card-common-value", {"currency": Term("currency", weighed_in)}), "number"))
    worked_out = any(s.figure.formula == "quotient" for s in comparison.shown)
    basis = Message("field-workings" if worked_out else "field-basis")
    columns += [Column(Message("field-as-of")), Column(basis), Column(Message("field-source"))]
    rows = []
    for shown in comparison.ordered or comparison.shown:
        rows.append(_row(shown, comparison, scene, notes, converted=converted))
    rows += [
        _row(s, comparison, scene, notes, converted=converted)
        for s in comparison.shown
        if comparison.ordered and s not in comparison.ordered
    ]
    return Table(
        Message("compared-caption", {"measure": scene.measure(comparison.measure).name}), tuple(columns), tuple(rows)
    )


def _row(
    shown: Shown, comparison: Comparison, scene: Scene, notes: wording.Footnotes, *, converted: bool
) -> tuple[Cell, ...]:
    found = shown.figure
    known = found.value is not None
    row = [Cell(scene.name(found.company)), cell_of(shown, scene, notes)]
    if converted:
        row.append(Cell(shown.original if shown.original is not None else shown.value, found.claims, found.as_of))
    if comparison.weighed_apart:
        row.append(weight_cell(comparison.weight_of(shown), comparison.weighed_apart, notes))
    how = wording.workings(found) if found.formula == "quotient" else None
    row.append(Cell(found.as_of))
    if how is not None:
        row.append(Cell(how, found.claims))
    else:
        row.append(Cell(Message("plain", {"text": wording.basis(found)})) if known else Cell(None))
    row.append(wording.cited_briefly(found.sources, found.claims, notes) if known else Cell(None))
    return tuple(row)


def remarks(comparison: Comparison, scene: Scene, *, dates: bool = True) -> list[Notice]:
    """Returns what has to be said about a comparison: unknown figures, differing bases and dates, refusals.

    Without `dates` nothing is said of days far apart, for a table in which every figure shows its own.
    """
    said = [Notice(wording.unknown(s.figure, scene)) for s in comparison.shown if s.value is None]
    if comparison.verdict != "comparable":
        said.append(Notice(_verdict(comparison, scene), "warning"))
    if dates and comparison.dates_differ:
        said.append(Notice(Message("dates-differ")))
    return said


def _verdict(comparison: Comparison, scene: Scene) -> Message:
    """Says what differs, and for every company how."""
    each: list[Argument] = []
    for shown in comparison.known:
        found = shown.figure
        how: Argument = Term("basis", basis_of(found) or "as_stated")
        if comparison.verdict == "scopes_differ":
            how = Term("scope", found.scope) if found.scope else Message("whole-company")
        if comparison.verdict == "periods_differ" and found.as_of is not None:
            how = found.as_of
        each.append(Message("company-and-what", {"company": scene.name(found.company), "what": how}))
    return Message(f"verdict-{comparison.verdict.replace('_', '-')}", {"each": Several(tuple(each))})


def choices(plan: Plan, comparisons: Sequence[Comparison], *more: Choice) -> tuple[Choice, ...]:
    """Returns what can be pressed under a comparison: other currencies, sources of the first company, and more."""
    found: list[Choice] = list(more)
    currency = next((s.currency for c in comparisons for s in c.shown if s.currency), None)
    for other in CURRENCIES:
        if currency is not None and other != currency:
            label = Message("choice-currency", {"currency": Term("currency", other)})
            found.append(Choice(label, ask_again(plan.with_changes(currency=other))))
    if plan.companies and comparisons:
        sources = Plan("sources", plan.companies[:1], (comparisons[0].measure,), plan.when, plan.known_at)
        found.append(Choice(Message("choice-sources"), ask_again(sources)))
    return tuple(found)


Said = Callable[[Comparison, Scene], tuple[Message, list[Block]]]
"""What an operation on two companies says of their comparison: its headline, and the blocks above the table."""


def of_two(plan: Plan, scene: Scene, said: Said) -> Answer:
    """Returns an operation's answer on two companies: what it says, then both figures and what stands beside them."""
    when = scene.moment(plan)
    start = scene.return_from(plan)
    comparison = compared(scene.evidence, plan.companies, plan.measures[0], when, plan.currency, start)
    notes = wording.Footnotes()
    headline, first = said(comparison, scene)
    blocks = (*first, table_of(comparison, scene, notes), *remarks(comparison, scene))
    return Answer(headline, blocks, choices(plan, [comparison]), notes.all(), read_as=wording.read_as(plan, scene))
