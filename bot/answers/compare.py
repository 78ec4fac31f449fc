"""Companies side by side: on the measures asked for, or on the card of all that a professional wants at once."""

from __future__ import annotations

from bot.analysis.candidates import contender
from bot.analysis.comparing import REFUSED, Comparison, compared
from bot.analysis.stability import Stability, order_stability
from bot.answer import Answer, Block, Cell, Column, Notice, Table
from bot.answers import card, proportions, side_by_side, wording
from bot.answers.scene import Scene, needs_of
from bot.facts.book import Needs
from bot.plan import Plan
from bot.ports import Vocabulary
from bot.text import Argument, Message, Several


def needs(plan: Plan, vocabulary: Vocabulary) -> Needs:
    """Returns the facts a comparison reads: those of its measures, or of the whole card."""
    return needs_of(plan, vocabulary) if plan.measures else card.needs(plan, vocabulary)


def answer(plan: Plan, scene: Scene) -> Answer:
    """Returns the comparison of companies on one measure, on several, or as a card."""
    if not plan.measures:
        return card.answer(plan, scene)
    when = scene.moment(plan)
    comparisons = [compared(scene.evidence, plan.companies, m, when, plan.currency) for m in plan.measures]
    notes = wording.Footnotes()
    if len(comparisons) == 1:
        headline, blocks = _one(comparisons[0], scene, notes)
    else:
        headline, blocks = _several(plan, comparisons, scene, notes)
    choices = side_by_side.choices(plan, comparisons)
    return Answer(headline, tuple(blocks), choices, notes.all(), read_as=wording.read_as(plan, scene))


def _one(comparison: Comparison, scene: Scene, notes: wording.Footnotes) -> tuple[Message, list[Block]]:
    blocks: list[Block] = [side_by_side.table_of(comparison, scene, notes)]
    blocks += words_of(comparison, scene)
    blocks += side_by_side.remarks(comparison, scene)
    blocks += stability_of(comparison, scene)
    blocks += newer_of(comparison, scene)
    return headline_of(comparison, scene), blocks


def headline_of(comparison: Comparison, scene: Scene) -> Message:
    """Returns who is ahead by how much, or that no order is given."""
    measure = scene.measure(comparison.measure).name
    values = tuple(
        Message("company-and-value", {"company": scene.name(s.figure.company), "value": wording.qualified(s)})
        for s in comparison.ordered or comparison.known
    )
    if not values:
        return Message("compared-unknown", {"measure": measure})
    said: dict[str, Argument] = {"measure": measure, "values": Several(values)}
    return Message("compared-headline", said)


def words_of(comparison: Comparison, scene: Scene) -> list[Block]:
    """Returns the ratio of two companies in words and as a multiple, nothing where they may not be divided."""
    if len(comparison.shown) != 2 or comparison.verdict in REFUSED:
        return []
    ordered = comparison.ordered
    if len(ordered) != 2:
        return []
    times, words = proportions.times(*ordered), proportions.in_words(*ordered, scene)
    if times is None or words is None:
        return []
    return [Notice(Message("words-and-times", {"words": words, "times": times}))]


def stability_of(comparison: Comparison, scene: Scene) -> list[Block]:
    """Returns whether the order survives the disagreement of sources, and which claim turns it round if not.

    Nothing is said where no source disagrees.
    """
    found = stability(comparison, scene)
    if found is None:
        return []
    if found.verdict == "survives":
        return [Notice(Message("order-survives"))]
    if found.verdict == "undecided":
        pairs = tuple(Message("pair", {"first": scene.name(a), "second": scene.name(b)}) for a, b in found.overlapping)
        return [Notice(Message("order-undecided", {"pairs": Several(pairs)}), "warning")]
    claims = {c.id: c for group in scene.book.claims.values() for c in group}
    flips = sorted({i for pivot in found.pivots for d in pivot for i in d.candidate.claims if i in claims})
    said = tuple(
        Message(
            "claim-said",
            {
                "company": scene.name(claims[i].company),
                "value": claims[i].value,
                "source": wording.cited(claims[i].source),
            },
        )
        for i in flips
    )
    return [Notice(Message("order-flips", {"claims": Several(said)}), "warning")]


def stability(comparison: Comparison, scene: Scene) -> Stability | None:
    """Returns whether the order of a comparison survives, None where nobody disputes it or it may not be ordered."""
    unit = next((s.currency for s in comparison.shown if s.currency), None)
    if comparison.verdict in REFUSED or len(comparison.ordered) < 2:
        return None
    if unit is None:
        return None
    contenders = [contender(scene.evidence, s.figure, unit) for s in comparison.ordered]
    live = [c for c in contenders if c is not None]
    if len(live) < 2 or not any(c.disputed_by for c in live):
        return None
    return order_stability(live)


def newer_of(comparison: Comparison, scene: Scene) -> list[Block]:
    """Returns which companies have a later price than the session that all were compared on."""
    newer = comparison.alignment.newer
    if not newer or comparison.alignment.session is None or comparison.measure not in ("market_value", "share_price"):
        return []
    each = tuple(Message("company-and-what", {"company": scene.name(c), "what": day}) for c, day in newer.items())
    return [Notice(Message("newer-prices", {"day": comparison.alignment.session, "each": Several(each)}))]


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
        blocks += [
            block
            for block in side_by_side.remarks(comparison, scene)
            if not (isinstance(block, Notice) and block.sentence.key == "dates-differ")
        ]
    return headline, blocks
