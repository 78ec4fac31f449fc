"""/claims: what was said or predicted, by whom, when it is due, and whether it held."""

from __future__ import annotations

import re

from bot.call import Ask
from bot.commands.desk import Desk, Result
from bot.commands.reading import only, read, text_of
from bot.days import Day
from bot.errors import ProblemError
from bot.plan import Plan
from bot.questions.phrases import take_phrase
from bot.schema import Command, Option
from bot.text import Message

_KINDS = {
    "prediction": ("prediction", "predictions", "predicted", "forecasts", "预测", "预言"),
    "formula": ("formula", "formulas", "公式"),
}
_PLACES = {"article": ("article", "文章", "原文")}
_DUE = re.compile(r"(?i)\bdue(?: soon| next)?\b|即将到期|快到期|到期")


def plan(ask: Ask, desk: Desk) -> Plan:
    """Returns the question for statements: all of them, or those of a company, a speaker, a verdict, or due soon.

    A day asks for what could be known of them by then. Raises ProblemError for words that name nothing.
    """
    vocabulary = desk.names.vocabulary
    text, params = text_of(ask), dict[str, str | bool]()
    if match := _DUE.search(text):
        text, params["due_soon"] = f"{text[: match.start()]} {text[match.end() :]}", True
    groups = (
        ("speaker", {s.key: s.aliases for s in vocabulary.speakers.values()}),
        ("standing", {s.key: s.aliases for s in vocabulary.standings.values()}),
        ("kind", _KINDS),
        ("place", _PLACES),
    )
    for name, phrases in groups:
        text, key = take_phrase(text, phrases)
        if key is not None:
            params[name] = key
    given = only(read(Ask("claims", text), desk), desk, "claims")
    known_at = given.known_at
    if given.when is not None:
        if not isinstance(given.when, str) or not given.when[:1].isdigit():
            raise ProblemError(Message("claims-one-day"), "/claims on 2026-07-31", outcome="clarify")
        known_at = min(known_at or Day.of(given.when), Day.of(given.when))
    return Plan("claims", given.companies, known_at=known_at, params=tuple(sorted(params.items())))


COMMAND: Command[Desk, Result] = Command(
    name="claims",
    summary="command-claims",
    options=(
        Option("companies", "companies", "option-claims-companies"),
        Option("filter", "text", "option-claims-filter"),
        Option("known_at", "known_at", "option-known-at"),
    ),
    examples=(
        "/claims musk",
        "/claims due soon",
        "/claims zhipu contradicted",
        "/claims article",
        "/claims 马斯克",
        "/claims 文章 不符",
    ),
    run=plan,
    names_zh=("说法", "预测"),
)
