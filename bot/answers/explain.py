"""What a measure, term or formula means: definition, formula, unit, how it carries, look-alikes, rule and sources."""

from __future__ import annotations

from decimal import Decimal
from functools import reduce

from bot.answer import Answer, Block, Cell, Choice, Column, Field, Fields, Notice, Prose, Table
from bot.answers import wording
from bot.answers.claims import verdict_words
from bot.answers.scene import Scene, inputs_of
from bot.answers.scorecard import DEFAULT_COMPANIES, scorecard
from bot.call import Ask
from bot.facts.book import Needs
from bot.facts.concepts import Concept, Rule
from bot.facts.measures import Measure
from bot.plan import Plan
from bot.ports import Vocabulary
from bot.quantities import EXACT, Count
from bot.text import Argument, Message, Raw, Several, Term

EXAMPLE_COMPANY = "zhipu"
_TERM = "term:"


def needs(plan: Plan, vocabulary: Vocabulary) -> Needs:
    """Returns no facts for a definition, the statement behind a founder's formula, and the evidence of a scorecard."""
    concept = _concept(plan, vocabulary)
    if concept is None or not (concept.statement or concept.criteria):
        return Needs((), ())
    measures = tuple(m for criterion in concept.criteria for m in criterion.measures)
    if not measures:
        return Needs((), (), statements=True)
    return Needs(plan.companies or DEFAULT_COMPANIES, inputs_of(measures, vocabulary), statements=True)


def answer(plan: Plan, scene: Scene) -> Answer:
    """Returns the explanation of a term or of measures, or the list of what can be explained."""
    concept = _concept(plan, scene.vocabulary)
    if concept is not None:
        return _of_concept(concept, plan, scene)
    if not plan.measures:
        return _list(scene.vocabulary)
    measures = [scene.measure(key) for key in plan.measures]
    blocks: list[Block] = []
    for measure in measures:
        if len(measures) > 1:
            blocks.append(Prose((Message("explain-headline", _named(measure.name, measure.definition)),)))
        blocks += _measure(measure, scene)
    first = measures[0]
    headline = Message("explain-headline", _named(first.name, first.definition))
    if len(measures) > 1:
        headline = Message("explain-several", {"names": Several(tuple(m.name for m in measures))})
    choices = tuple(_try(f"/value {EXAMPLE_COMPANY} {m.key}") for m in measures if not m.unavailable)
    return Answer(headline, tuple(blocks), choices)


def _concept(plan: Plan, vocabulary: Vocabulary) -> Concept | None:
    return vocabulary.concepts.get(str(dict(plan.params).get("term", "")))


def _named(name: Argument, definition: Argument) -> dict[str, Argument]:
    return {"name": name, "definition": definition}


def _measure(measure: Measure, scene: Scene) -> list[Block]:
    rule = scene.vocabulary.rules.get(measure.key) or Rule(measure.key)
    fields = [Field(Message("explain-unit"), Cell(Term("unit", measure.unit)))]
    if rule.formula is not None:
        fields.append(Field(Message("explain-formula"), Cell(rule.formula)))
    fields.append(Field(Message("explain-carry"), Cell(_carries(measure))))
    if measure.higher_is:
        fields.append(Field(Message("explain-higher"), Cell(Term("higher", measure.higher_is))))
    if rule.rule is not None:
        fields.append(Field(Message("explain-rule"), Cell(rule.rule)))
    fields += _alike(measure.looks_like, scene.vocabulary)
    blocks: list[Block] = [Fields(tuple(fields)), *_sources(rule.sources)]
    if measure.unavailable:
        blocks.append(Notice(Message("unknown-not-available", _place(measure, scene))))
    return blocks


def _place(measure: Measure, scene: Scene) -> dict[str, Argument]:
    return {"measure": measure.name, "company": scene.name(EXAMPLE_COMPANY)}


def _carries(measure: Measure) -> Message:
    if measure.carry == "level" and measure.carry_days:
        return Message("carry-level-days", {"count": measure.carry_days})
    return Message(f"carry-{measure.carry}")


def _alike(keys: tuple[str, ...], vocabulary: Vocabulary) -> list[Field]:
    names = tuple(
        vocabulary.concepts[key.removeprefix(_TERM)].name if key.startswith(_TERM) else vocabulary.measures[key].name
        for key in keys
        if key.removeprefix(_TERM) in vocabulary.concepts or key in vocabulary.measures
    )
    return [Field(Message("explain-not-to-confuse"), Cell(Several(names)))] if names else []


def _sources(links: tuple[Argument, ...]) -> list[Block]:
    if not links:
        return [Notice(Message("explain-own-rule"))]
    return [Notice(Message("explain-read-in", {"sources": Several(links)}))]


def _of_concept(concept: Concept, plan: Plan, scene: Scene) -> Answer:
    fields = []
    if concept.formula is not None:
        fields.append(Field(Message("explain-formula"), Cell(concept.formula)))
    if concept.rule is not None:
        fields.append(Field(Message("explain-rule"), Cell(concept.rule)))
    fields += _alike(concept.looks_like, scene.vocabulary)
    headline = Message("explain-headline", _named(concept.name, concept.definition))
    blocks: list[Block] = [Fields(tuple(fields))] if fields else []
    notes = wording.Footnotes()
    if concept.factors:
        computed = _computed(concept, dict(plan.params))
        if computed is not None:
            headline = computed
        blocks += _inputs(concept, dict(plan.params))
        blocks += [Notice(Message("plain", {"text": warning}), "warning") for warning in concept.warnings]
    blocks += _coined(concept, scene)
    if concept.criteria:
        blocks += scorecard(concept, plan.companies or DEFAULT_COMPANIES, scene, scene.moment(plan), notes)
    elif not concept.statement:
        blocks += _sources(concept.sources)
    return Answer(headline, tuple(blocks), _next(concept), notes.all())


def _computed(concept: Concept, params: dict[str, str]) -> Message | None:
    """The product of the inputs when all of them were typed."""
    if any(factor.key not in params for factor in concept.factors):
        return None
    product = reduce(EXACT.multiply, (Decimal(params[factor.key]) for factor in concept.factors))
    return Message("explain-computed", {"name": concept.name, "value": Count(product)})


def _inputs(concept: Concept, params: dict[str, str]) -> list[Block]:
    typed = [f for f in concept.factors if f.key in params]
    missing = [f for f in concept.factors if f.key not in params]
    blocks: list[Block] = []
    if typed:
        blocks.append(Fields(tuple(Field(f.name, Cell(Count(Decimal(params[f.key])))) for f in typed)))
    if missing:
        names = Several(tuple(f.name for f in missing))
        blocks.append(Notice(Message("explain-type-inputs", {"names": names})))
    return blocks


def _coined(concept: Concept, scene: Scene) -> list[Block]:
    said = next((s for s in scene.book.statements if s.id == concept.statement), None)
    if said is None:
        return []
    words: dict[str, Argument] = {
        "speaker": said.speaker.name,
        "said": said.said,
        "verdict": verdict_words(said, scene.now.day_in("UTC")),
        "source": wording.cited(said.source),
    }
    blocks: list[Block] = [Notice(Message("explain-coined", words))]
    return [*blocks, Notice(Message("plain", {"text": said.found}))] if said.found is not None else blocks


def _next(concept: Concept) -> tuple[Choice, ...]:
    """For a formula, its own command with inputs to be changed; for the rest, terms it is mixed up with."""
    if concept.factors:
        inputs = " ".join(f"{f.key}={number}" for f, number in zip(concept.factors, ("3.2", "1.5e12"), strict=False))
        return (_try(f"/explain {concept.key.replace('_', ' ')} {inputs}"),)
    alike = [key.removeprefix(_TERM) for key in concept.looks_like if key.startswith(_TERM)]
    return tuple(_try(f"/explain {key.replace('_', ' ')}") for key in alike[:2])


def _try(line: str) -> Choice:
    return Choice(Message("choice-try", {"example": Raw(line)}), Ask.of(line))


def _list(vocabulary: Vocabulary) -> Answer:
    terms = tuple((Cell(c.name), Cell(c.definition)) for c in vocabulary.concepts.values())
    columns = (Column(Message("explain-term")), Column(Message("column-what")))
    blocks: tuple[Block, ...] = (
        Table(Message("explain-terms"), columns, terms),
        Notice(
            Message("explain-measures", {"measures": Several(tuple(m.short for m in vocabulary.measures.values()))})
        ),
    )
    return Answer(
        Message("explain-all", {"count": len(terms), "measures": len(vocabulary.measures)}), blocks, visible_to="asker"
    )
