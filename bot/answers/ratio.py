"""One company divided by another: the multiple, and the same in words."""

from __future__ import annotations

from bot.analysis.comparing import REFUSED, Comparison
from bot.answer import Answer, Block, Cell, Field, Fields, Notice
from bot.answers import proportions, side_by_side, within
from bot.answers.scene import Scene, needs_of
from bot.facts.book import Needs
from bot.plan import Plan
from bot.ports import Vocabulary
from bot.text import Argument, Message


def needs(plan: Plan, vocabulary: Vocabulary) -> Needs:
    """Returns the facts a ratio reads."""
    return needs_of(plan, vocabulary)


def answer(plan: Plan, scene: Scene) -> Answer:
    """Returns how many times the second company's figure the first one's is, or why they are not divided.

    Of one company it is one of its figures for each of another.
    """
    if len(plan.companies) == 1:
        return within.answer(plan, scene)
    return side_by_side.of_two(plan, scene, _said)


def _said(comparison: Comparison, scene: Scene) -> tuple[Message, list[Block]]:
    one, other = comparison.weighed[:2]
    names: dict[str, Argument] = {
        "first": scene.name(one.figure.company),
        "second": scene.name(other.figure.company),
        "measure": scene.measure(comparison.measure).name,
    }
    times = None if comparison.verdict in REFUSED else proportions.times(one, other)
    if times is None:
        return Message("ratio-none", names), []
    claims = (*one.figure.claims, *other.figure.claims)
    fields = [Field(Message("field-ratio"), Cell(times, claims))]
    words = proportions.in_words(one, other, scene)
    said = [Notice(words)] if words else []
    return Message("ratio-headline", {**names, "times": times}), [Fields(tuple(fields)), *said]
