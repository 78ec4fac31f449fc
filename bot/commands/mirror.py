"""/mirror: two pairs of companies beside each other, by default the article's."""

from __future__ import annotations

import re

from bot.call import Ask
from bot.commands.desk import Desk, Result
from bot.commands.reading import Read, only, read, text_of
from bot.errors import ProblemError
from bot.plan import Plan
from bot.schema import Command, Option
from bot.text import Argument, Message, Several, Typed

ARTICLES = ("zhipu", "minimax", "anthropic", "openai")
"""Zhipu is to MiniMax as Anthropic is to OpenAI, says the article of 25 June 2026."""

_AMONG = re.compile(r"(?i)(?:\bamong|\bagainst all of|范围[:：]?|参照组[:：]?)\s*(?P<pool>.+)$")


def plan(ask: Ask, desk: Desk) -> Plan:
    """Returns the mirror of two pairs, the article's when none or one of them is named; market value by default.

    `among` and companies or a set name those that the placebo draws from. Raises ProblemError for any number of
    companies that makes no two pairs.
    """
    text = text_of(ask)
    match = _AMONG.search(text)
    params: tuple[tuple[str, str], ...] = ()
    if match:
        pool = only(read(Ask("mirror", match["pool"]), desk), desk, "mirror")
        text = text[: match.start()]
        params = (("among", " ".join(sorted(pool.companies))),)
    given = read(Ask("mirror", text), desk, default_measures=("market_value",))
    companies = _pairs(only(given, desk, "mirror"), desk)
    return Plan("mirror", companies, given.measures[:1], given.when, given.known_at, given.currency, params=params)


def _pairs(given: Read, desk: Desk) -> tuple[str, ...]:
    named = given.companies
    if len(named) == 4:
        return named
    if len(named) < 4 and set(named) <= set(ARTICLES):
        return ARTICLES
    names = desk.names.vocabulary.companies
    said: dict[str, Argument] = {
        "command": Typed("/mirror"),
        "count": len(named),
        "companies": Several(tuple(names[c].name for c in named)),
    }
    first = " ".join((*named, *(c for c in ARTICLES if c not in named))[:4])
    raise ProblemError(Message("mirror-needs-four", said), f"/mirror {first}", "/mirror", outcome="clarify")


COMMAND: Command[Desk, Result] = Command(
    name="mirror",
    summary="command-mirror",
    options=(
        Option("companies", "companies", "option-mirror-companies"),
        Option("measure", "measure", "option-measure"),
        Option("when", "when", "option-when"),
        Option("currency", "currency", "option-currency"),
        Option("known_at", "known_at", "option-known-at"),
    ),
    examples=(
        "/mirror",
        "/mirror on 2026-06-24",
        "/mirror run rate revenue",
        "/mirror moonshot minimax anthropic openai",
        "/mirror zhipu minimax anthropic openai among zhipu minimax anthropic openai moonshot",
        "/mirror 智谱 稀宇 2026年6月24日",
    ),
    run=plan,
    names_zh=("镜像", "对照"),
)
