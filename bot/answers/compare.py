"""Companies side by side: on the measures asked for, or on the card of all that a professional wants at once."""

from __future__ import annotations

from bot.analysis.comparing import Comparison, compared
from bot.answer import Answer, Block, Cell, Column, Notice, Table
from bot.answers import card, pictures, side_by_side, standing, wording
from bot.answers.scene import Scene, needs_of
from bot.answers.together import together
from bot.facts.book import Needs
from bot.plan import Plan
from bot.ports import Vocabulary
from bot.text import Argument, Message, Several

PARTS = frozenset({"enterprise_share", "overseas_share", "api_share", "on_premise_share", "cloud_channel_share"})
"""Measures that are a part of revenue, drawn together as a mix."""


def needs(plan: Plan, vocabulary: Vocabulary) -> Needs:
    """Returns the facts a comparison reads: those of its measures, or of the whole card."""
    return needs_of(plan, vocabulary) if plan.measures else card.needs(plan, vocabulary)


def answer(plan: Plan, scene: Scene) -> Answer:
    """Returns the comparison of companies on one measure, on several, or as a card."""
    if not plan.measures:
        return card.answer(plan, scene)
    when = scene.moment(plan)
    start = scene.return_from(plan)
    comparisons = [compared(scene.evidence, plan.companies, m, when, plan.currency, start) for m in plan.measures]
    notes = wording.Footnotes()
    if len(comparisons) == 1 and (summed := together(plan, comparisons[0], scene)) is not None:
        headline, above = summed
        blocks = [
            *above,
            side_by_side.table_of(comparisons[0], scene, notes),
            *side_by_side.remarks(comparisons[0], scene),
        ]
    elif len(comparisons) == 1:
        headline, blocks = _one(comparisons[0], scene, notes)
    else:
        headline, blocks = _several(plan, comparisons, scene, notes)
    choices = side_by_side.choices(plan, comparisons)
    return Answer(headline, tuple(blocks), choices, notes.all(), read_as=wording.read_as(plan, scene))


def _one(comparison: Comparison, scene: Scene, notes: wording.Footnotes) -> tuple[Message, list[Block]]:
    blocks: list[Block] = [side_by_side.table_of(comparison, scene, notes)]
    blocks += standing.words_of(comparison, scene)
    blocks += side_by_side.remarks(comparison, scene)
    blocks += standing.stability_of(comparison, scene)
    blocks += standing.newer_of(comparison, scene)
    if scene.measure(comparison.measure).unit == "multiple" and comparison.known:
        blocks.append(pictures.bars(comparison, scene))
    return standing.headline_of(comparison, scene), blocks


def _about(remark: Notice, comparison: Comparison, scene: Scene) -> Notice:
    """Several measures share one page, so a warning says whose it is; a missing figure names its measure already."""
    if remark.tone == "plain":
        return remark
    said: dict[str, Argument] = {"measure": scene.measure(comparison.measure).name, "said": remark.sentence}
    return Notice(Message("about-measure", said), remark.tone)


def _several(
    plan: Plan, comparisons: list[Comparison], scene: Scene, notes: wording.Footnotes
) -> tuple[Message, list[Block]]:
    columns = (Column(Message("column-measure")), *(Column(scene.name(c)) for c in plan.companies))
    rows = tuple(
        (
            Cell(scene.measure(c.measure).short),
            *(side_by_side.cell_of(s, scene, notes, dated=True) for s in c.shown),
        )
        for c in comparisons
    )
    names = Several(tuple(scene.name(c) for c in plan.companies))
    headline = Message("compared-several", {"companies": names})
    blocks: list[Block] = [Table(headline, columns, rows)]
    for comparison in comparisons:
        blocks += [_about(block, comparison, scene) for block in side_by_side.remarks(comparison, scene, dates=False)]
    drawn = pictures.mix([c for c in comparisons if c.measure in PARTS], scene)
    return headline, [*blocks, drawn] if drawn else blocks
