"""One company's figures at one moment: the value, its basis, date, age and source, and what stands beside it."""

from __future__ import annotations

from dataclasses import replace

from bot.analysis.conversion import Shown, shown_in
from bot.analysis.figures import Figure
from bot.analysis.measuring import figure
from bot.analysis.moments import Moment, sessions_between
from bot.answer import (
    Answer,
    Block,
    Cell,
    Choice,
    Column,
    Field,
    Fields,
    Notice,
    Prose,
    Table,
)
from bot.answers import deeds, wording
from bot.answers.asking import ask_again
from bot.answers.confidence import confidence
from bot.answers.scene import Scene, needs_of
from bot.days import AsOf
from bot.facts.book import Needs
from bot.plan import Between, Plan
from bot.ports import Vocabulary
from bot.text import Message, Raw, Several, Term

OTHER_CURRENCIES = ("USD", "HKD", "CNY")
MOST_BESIDE = 6
STALE_SESSIONS = 5


def needs(plan: Plan, vocabulary: Vocabulary) -> Needs:
    """Returns the facts a lookup reads."""
    return needs_of(plan, vocabulary)


def answer(plan: Plan, scene: Scene) -> Answer:
    """Returns one figure in full, or several of one company in a table."""
    return of_figures(shown_of(plan, scene), plan, scene)


def shown_of(plan: Plan, scene: Scene) -> list[Shown]:
    """Returns the figures of a plan's first company, in the currency asked for."""
    when = scene.moment(plan)
    figures = [figure(scene.evidence, plan.companies[0], measure, when) for measure in plan.measures]
    return [shown_in(f, plan.currency, scene.evidence) for f in figures]


def of_figures(shown: list[Shown], plan: Plan, scene: Scene) -> Answer:
    """Returns the answer that figures of one company are."""
    notes = wording.Footnotes()
    begins = None
    if len(shown) == 1:
        headline, blocks = _one(shown[0], scene.moment(plan), scene, notes)
        begins = _first_after(shown[0].figure, scene.moment(plan), scene)
    else:
        headline, blocks = _several(plan, shown, scene, notes)
    choices = _choices(plan, shown)
    if begins is not None and begins.as_of is not None and begins.value is not None:
        value = wording.as_put(begins.value, wording.qualifier(begins))
        blocks.append(Notice(Message("lookup-begins", {"value": value, "as_of": begins.as_of})))
        then = Between(begins.as_of.start.iso, begins.as_of.end.iso)
        choices = (Choice(Message("choice-earliest"), ask_again(plan.with_changes(when=then))), *choices)
    return Answer(
        headline,
        tuple(blocks),
        choices,
        notes.all(),
        as_of=shown[0].figure.as_of if len(shown) == 1 else None,
        read_as=wording.read_as(plan, scene),
    )


def _one(shown: Shown, when: Moment, scene: Scene, notes: wording.Footnotes) -> tuple[Message, list[Block]]:
    found = shown.figure
    place = {"company": scene.name(found.company), "measure": wording.measured(found, scene)}
    if found.value is None or found.as_of is None:
        unknown: list[Block] = [Notice(wording.unknown(found, scene))]
        return Message("lookup-unknown", place), [*unknown, *_undivided(found, scene), *_beside(found, scene, notes)]
    about = wording.qualified(shown)
    headline = Message("lookup-headline", {**place, "value": about, "as_of": found.as_of})
    fields = [
        Field(
            Message("field-value"),
            Cell(
                shown.value,
                found.claims,
                found.as_of,
                wording.rate_notes(shown, notes),
                qualifier=wording.qualifier(found),
            ),
        )
    ]
    if shown.original is not None:
        fields.append(Field(Message("field-own-currency"), Cell(shown.original, found.claims, found.as_of)))
    fields.append(Field(Message("field-basis"), Cell(Message("plain", {"text": wording.basis(found)}))))
    if (how := wording.workings(found)) is not None:
        fields.append(Field(Message("field-workings"), Cell(how, found.claims)))
    fields.append(Field(Message("field-as-of"), Cell(found.as_of)))
    if found.as_of.precision == "day" or found.age(when.at) > 0:
        fields.append(Field(Message("field-age"), Cell(wording.age(found, when))))
    fields.append(Field(Message("field-source"), wording.cited_briefly(found.sources, found.claims, notes)))
    if (sure := confidence(found, scene, stale=is_stale(found, when, scene))) is not None:
        fields.append(Field(Message("field-confidence"), Cell(sure)))
    blocks: list[Block] = [Fields(tuple(fields))]
    blocks += _remarks(found, when, scene)
    return headline, [*blocks, *_beside(found, scene, notes)]


def _first_after(found: Figure, when: Moment, scene: Scene) -> Figure | None:
    """The first figure of later than was asked for, where no source states one as early as that."""
    if found.missing != "no_claim" or when.at >= when.now.day_in("UTC"):
        return None
    claims = scene.book.claims_of(found.company, found.measure)
    later = sorted({c.as_of.end for c in claims if c.as_of.end > when.at and c.known_at <= when.known_at})
    seen = (figure(scene.evidence, found.company, found.measure, replace(when, at=day, since=None)) for day in later)
    return next((each for each in seen if each.value is not None), None)


def _undivided(found: Figure, scene: Scene) -> list[Block]:
    """Numerator and denominator that may not be divided are shown all the same."""
    if found.missing not in wording.NOT_DIVIDED:
        return []
    fields = (
        Field(
            Message("card-measure", {"measure": scene.measure(one.measure).short}),
            Cell(one.value, one.claims, one.as_of, dated=True, qualifier=wording.qualifier(one)),
        )
        for one in found.inputs
    )
    return [Fields(tuple(fields))]


def _remarks(found: Figure, when: Moment, scene: Scene) -> list[Block]:
    """What a careful reader would want said about a figure: why this one, whether it is old, whether it is disputed."""
    said: list[Block] = []
    if found.formula == "close_times_shares":
        said.append(Prose((Message("why-derived"),)))
    elif found.also or found.disputes:
        said.append(Prose((Message("why-chosen"),)))
    if found.as_of is not None and when.since is not None and found.as_of.end < when.since:
        said.append(Notice(Message("lookup-before-asked", {"as_of": found.as_of}), "warning"))
    elif is_stale(found, when, scene) and found.as_of is not None:
        said.append(Notice(Message("stale", {"as_of": found.as_of, "age": wording.age(found, when)}), "warning"))
    if found.disputes:
        said.append(Notice(Message("disputed", {"values": Several(wording.disputing(found))}), "warning"))
    return [*said, *deeds.told(found, when, scene)]


def is_stale(found: Figure, when: Moment, scene: Scene) -> bool:
    """Decides whether a figure is marked old.

    A close is from its fifth session on (SEMANTICS rule 6), a quotient as its numerator is, any other figure past the
    age that its measure declares.
    """
    if found.as_of is None:
        return False
    if found.formula == "close_times_shares" or found.basis == "close":
        return sessions_between(scene.book, found.company, found.as_of.end, when.at) >= STALE_SESSIONS
    if found.formula == "quotient":
        return is_stale(found.inputs[0], when, scene)
    bound = scene.measure(found.measure).stale_after_days
    return bound is not None and found.age(when.at) > bound


def _beside(found: Figure, scene: Scene, notes: wording.Footnotes) -> list[Block]:
    if not found.also and not found.quotes:
        return []
    quoted = tuple(
        (
            Cell(quote.value, (quote.id,), AsOf.day(quote.day)),
            Cell(quote.day),
            Cell(Message("basis-of-quote", {"time": Raw(quote.clock)})),
            Cell(Message("beside-newer-press")),
            wording.cited_briefly([quote.source], (quote.id,), notes),
        )
        for quote in found.quotes[:MOST_BESIDE]
    )
    rows = tuple(
        (
            Cell(claim.value, (claim.id,), claim.as_of, qualifier=wording.qualifier_of(claim)),
            Cell(claim.as_of),
            Cell(Term("basis", claim.basis)),
            Cell(wording.beside(claim, found)),
            wording.cited_briefly([claim.source], (claim.id,), notes),
        )
        for claim in found.also[:MOST_BESIDE]
    )
    columns = (
        Column(Message("field-value"), "number"),
        Column(Message("field-as-of")),
        Column(Message("field-basis")),
        Column(Message("field-why-beside")),
        Column(Message("field-source")),
    )
    place = {"company": scene.name(found.company), "measure": wording.measured(found, scene)}
    return [Table(Message("beside-caption", place), columns, (*quoted, *rows))]


def _several(plan: Plan, shown: list[Shown], scene: Scene, notes: wording.Footnotes) -> tuple[Message, list[Block]]:
    company = scene.name(plan.companies[0])
    rows = []
    parts: list[Message] = []
    unknown: list[Message] = []
    for one in shown:
        found = one.figure
        measure = wording.measured(found, scene)
        if found.value is None or found.as_of is None:
            parts.append(Message("lookup-part-unknown", {"measure": measure}))
            unknown.append(wording.unknown(found, scene))
        else:
            said = {"measure": measure, "value": wording.qualified(one), "as_of": found.as_of}
            parts.append(Message("lookup-part", said))
        rows.append(
            (
                Cell(scene.measure(found.measure).name),
                Cell(
                    one.value,
                    found.claims or wording.undivided(found),
                    found.as_of,
                    wording.rate_notes(one, notes),
                    wording.unknown(found, scene) if found.value is None else None,
                    qualifier=wording.qualifier(found),
                ),
                Cell(found.as_of),
                Cell(Message("plain", {"text": wording.basis(found)}) if found.value is not None else None),
                wording.cited_briefly(found.sources, found.claims, notes),
            )
        )
    columns = (
        Column(Message("column-measure")),
        Column(Message("field-value"), "number"),
        Column(Message("field-as-of")),
        Column(Message("field-basis")),
        Column(Message("field-source")),
    )
    headline = Message("lookup-several", {"company": company, "measures": wording.joined(parts)})
    blocks: list[Block] = [Table(Message("lookup-several-caption", {"company": company}), columns, tuple(rows))]
    blocks += [Notice(sentence) for sentence in unknown]
    return headline, blocks


def _choices(plan: Plan, shown: list[Shown]) -> tuple[Choice, ...]:
    currency = next((s.currency for s in shown if s.currency), None)
    sources = plan.with_changes(operation="sources", measures=plan.measures[:1], currency=None)
    choices = [Choice(Message("choice-sources"), ask_again(sources))]
    if currency is None:
        return tuple(choices)
    choices += [
        Choice(
            Message("choice-currency", {"currency": Term("currency", other)}),
            ask_again(plan.with_changes(currency=other)),
        )
        for other in OTHER_CURRENCIES
        if other != currency
    ]
    return tuple(choices)
