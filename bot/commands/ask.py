"""/ask: a question in one's own words, English or Chinese."""

from __future__ import annotations

import re

from bot.call import Ask
from bot.commands.desk import Desk, Result
from bot.commands.reading import take_known_at, text_of
from bot.errors import ProblemError
from bot.questions.outcomes import Understood
from bot.questions.provenance import Identify
from bot.schema import Command, Option
from bot.text import Message, folded


def hear(ask: Ask, desk: Desk) -> Result:
    """Returns what a sentence was understood as; a day behind `known at` asks for what was public by then.

    Raises ProblemError for an empty sentence.
    """
    return heard(ask, desk, desk.identify)


def heard(ask: Ask, desk: Desk, identify: Identify) -> Result:
    """Returns what a sentence was understood as, a bare figure identified by the given look-up."""
    text, known_at = take_known_at(text_of(ask), ask, desk)
    if not text.strip():
        raise ProblemError(Message("empty"), "/ask who is bigger, Zhipu or MiniMax?", "/help", outcome="clarify")
    outcome = desk.reader.read(_with_sets(text, desk), desk.last_plan, identify)
    if known_at is not None and isinstance(outcome, Understood):
        plan = outcome.plan.with_changes(known_at=known_at)
        return Understood(plan, outcome.leaned, outcome.assumed, outcome.mended)
    return outcome


def _with_sets(text: str, desk: Desk) -> str:
    """Puts the companies of the channel's own sets where their names stand."""
    names = desk.names.vocabulary.companies
    for name, kept in desk.sets.items():
        pattern = rf"(?<!\w){re.escape(folded(name))}(?!\w)"
        if match := re.search(pattern, folded(text)):
            companies = ", ".join(names[c].name.en for c in kept.companies if c in names)
            text = f"{text[: match.start()]}{companies}{text[match.end() :]}"
    return text


COMMAND: Command[Desk, Result] = Command(
    name="ask",
    summary="command-ask",
    options=(Option("question", "text", "option-ask-question", required=True),),
    examples=(
        "/ask who is bigger, Anthropic or OpenAI, and by how much?",
        "/ask how many MiniMaxes fit into one Zhipu?",
        "/ask when did Anthropic first pass OpenAI",
        "/ask 智谱市值是MiniMax的几倍？",
        "/ask 今年以来智谱涨了多少？",
    ),
    run=hear,
    needs="edit",
    names_zh=("问",),
)
