"""Saying how a sentence was understood: what was filled in, the question back with its figures, or what is declined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Answer, Block, Choice, Notice, Prose
from bot.answers.asking import ask_again
from bot.plan import Plan
from bot.ports import Vocabulary
from bot.text import Argument, Message, Raw, Several

LONGEST_QUOTE = 40

Computed = Sequence[tuple[Plan, Answer]]
"""Plans to choose among, each with its answer."""


def noted(
    answer: Answer, *, leaned: bool, mended: Sequence[str], assumed: Sequence[str], plan: Plan, words: Vocabulary
) -> Answer:
    """Returns an answer whose read-as line says what was taken over, mended or filled in to understand the question."""
    read = answer.read_as
    if read is None:
        return answer
    if leaned:
        read = Message("read-leaned", {"read": read})
    if mended:
        slips = tuple(Raw(w[:LONGEST_QUOTE]) for w in list(dict.fromkeys(mended))[:3])
        read = Message("read-mended", {"read": read, "words": Several(slips)})
    if "operation" in assumed:
        read = Message("read-guessed", {"read": read})
    if "share" in assumed and plan.measures and plan.measures[0] in words.measures:
        read = Message("read-share", {"read": read, "measure": words.measures[plan.measures[0]].name})
    if "measure" in assumed and plan.measures and plan.measures[0] in words.measures:
        read = Message("read-assumed", {"read": read, "measure": words.measures[plan.measures[0]].name})
    if "companies" in assumed and plan.companies:
        names = Several(tuple(words.companies[c].name for c in plan.companies))
        read = Message("read-nobody", {"read": read, "companies": names})
    return replace(answer, read_as=read)


def together(answers: Sequence[Answer]) -> Answer:
    """Returns several answers as one: the first, with the headlines and blocks of the others below it."""
    first, *others = answers
    blocks: list[Block] = list(first.blocks)
    for other in others:
        blocks.append(Prose((other.headline,)))
        blocks += [b for b in other.blocks if isinstance(b, Prose | Notice)]
    return replace(first, blocks=tuple(blocks))


def asked_back(reason: str, quoted: str, computed: Computed, words: Vocabulary) -> Answer:
    """Returns one question back: each reading with its figure already worked out, and a button for each."""
    said: dict[str, Argument] = {"words": Raw(quoted[:LONGEST_QUOTE])}
    return _offered(Message(f"ask-{reason.replace('_', '-')}", said), computed, words)


def declined(reason: str, computed: Computed, words: Vocabulary) -> Answer:
    """Returns a refusal: why, and the nearest that is known."""
    return _offered(Message(f"ask-declined-{reason.replace('_', '-')}"), computed, words)


def _offered(headline: Message, computed: Computed, words: Vocabulary) -> Answer:
    blocks: tuple[Block, ...] = ()
    if computed:
        blocks = tuple(Prose((headline,)) for headline in dict.fromkeys(answer.headline for _, answer in computed))
    choices = tuple(Choice(_label(plan, words), ask_again(plan)) for plan, _ in computed)
    return Answer(headline, blocks, choices, visible_to="asker")


def _label(plan: Plan, words: Vocabulary) -> Message:
    return Message(
        "choice-reading",
        {
            "company": words.companies[plan.companies[0]].name,
            "measure": words.measures[plan.measures[0]].short,
        },
    )
