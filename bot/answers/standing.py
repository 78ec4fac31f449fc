"""How companies stand to one another on one measure: who leads, the ratio in words, and whether the order holds."""

from __future__ import annotations

from bot.analysis.candidates import contender
from bot.analysis.comparing import REFUSED, Comparison
from bot.analysis.stability import Stability, order_stability
from bot.answer import Block, Notice
from bot.answers import proportions, wording
from bot.answers.scene import Scene
from bot.text import Argument, Message, Several


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
    larger, smaller = (comparison.weight_of(s) for s in ordered)
    times, words = proportions.times(larger, smaller), proportions.in_words(larger, smaller, scene)
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
    unit = next((s.currency for s in comparison.weighed if s.currency), None)
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
