"""A scorecard of evidence: for each criterion the figures and statements at hand, and no grade."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.figures import Figure
from bot.analysis.measuring import figure
from bot.analysis.moments import Moment
from bot.answer import Block, Cell, Column, Notice, Table
from bot.answers import wording
from bot.answers.claims import verdict_words
from bot.answers.scene import Scene
from bot.facts.concepts import Concept, Criterion
from bot.text import Message

DEFAULT_COMPANIES = ("zhipu", "minimax", "anthropic", "openai")
"""The four that the article holds against its criteria."""


def scorecard(
    concept: Concept, companies: Sequence[str], scene: Scene, when: Moment, notes: wording.Footnotes
) -> list[Block]:
    """Returns a table for each criterion with the figure of every company, and below it what was said."""
    blocks: list[Block] = []
    for criterion in concept.criteria:
        blocks += _criterion(criterion, companies, scene, when, notes)
    return [*blocks, Notice(Message("scorecard-no-grade"))]


def _criterion(
    criterion: Criterion, companies: Sequence[str], scene: Scene, when: Moment, notes: wording.Footnotes
) -> list[Block]:
    rows = []
    for measure in criterion.measures:
        found = [figure(scene.evidence, company, measure, when) for company in companies]
        rows.append((Cell(scene.measure(measure).short), *(_cell(f, scene, notes) for f in found)))
    blocks: list[Block] = []
    if rows:
        columns = (Column(Message("column-measure")), *(Column(scene.name(c), "number") for c in companies))
        blocks.append(Table(Message("scorecard-criterion", {"criterion": criterion.name}), columns, tuple(rows)))
    if criterion.missing is not None:
        said = {"criterion": criterion.name, "missing": criterion.missing}
        blocks.append(Notice(Message("scorecard-missing", said)))
    for statement in scene.book.statements:
        if statement.id not in criterion.statements or not statement.known(when.known_at):
            continue
        if statement.companies and not set(statement.companies) & set(companies):
            continue
        blocks.append(
            Notice(
                Message(
                    "scorecard-said",
                    {
                        "speaker": statement.speaker.name,
                        "said": statement.said,
                        "verdict": verdict_words(statement, when.known_at),
                    },
                )
            )
        )
    return blocks


def _cell(found: Figure, scene: Scene, notes: wording.Footnotes) -> Cell:
    if found.value is None:
        return Cell(None, why=wording.unknown(found, scene))
    numbers = tuple(notes.number(Message("source-note", {"source": wording.cited(s)})) for s in found.sources)
    return Cell(found.value, found.claims, found.as_of, numbers, dated=True, qualifier=wording.qualifier(found))
