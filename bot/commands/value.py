"""/value: one company's figures at one moment."""

from __future__ import annotations

from bot.call import Ask
from bot.commands.desk import Desk, Result
from bot.commands.reading import only, read, text_of, unknown_words
from bot.errors import ProblemError
from bot.plan import Between, Plan
from bot.schema import Command, Option
from bot.text import Message, Several


def plan(ask: Ask, desk: Desk) -> Plan:
    """Returns the look-up that was typed.

    Raises ProblemError when no company is named, when several are, or when words are left that mean nothing here.
    """
    if not text_of(ask):
        raise ProblemError(Message("value-needs-company"), "/value zhipu", "/value minimax revenue", outcome="clarify")
    given = read(ask, desk, default_measures=("market_value",))
    if not given.companies:
        if given.left:
            raise unknown_words(given.left, desk, "value", ())
        raise ProblemError(Message("value-needs-company"), "/value zhipu", "/value minimax revenue", outcome="clarify")
    given = only(given, desk, "value")
    if len(given.companies) > 1:
        names = tuple(desk.names.vocabulary.companies[c].name for c in given.companies)
        steps = tuple(f"/value {c}" for c in given.companies[:3])
        raise ProblemError(Message("value-one-company", {"companies": Several(names)}), *steps, outcome="clarify")
    if isinstance(given.when, str) and not given.when[:1].isdigit() and given.when in ("ytd", "since_listing"):
        raise ProblemError(Message("value-needs-day"), f"/value {given.companies[0]} on 2026-06-24")
    when = given.when if not isinstance(given.when, Between) else given.when
    return Plan("lookup", given.companies, given.measures, when, given.known_at, given.currency)


COMMAND: Command[Desk, Result] = Command(
    name="value",
    summary="command-value",
    options=(
        Option("company", "company", "option-company", required=True),
        Option("measure", "measure", "option-measure"),
        Option("when", "when", "option-when"),
        Option("currency", "currency", "option-currency"),
        Option("known_at", "known_at", "option-known-at"),
    ),
    examples=(
        "/value zhipu",
        "/value zhipu on 2026-06-24",
        "/value anthropic run rate revenue in CNY",
        "/value openai market value on 2026-06-24 known at 2026-03-01",
        "/value 智谱 市值",
    ),
    run=plan,
    names_zh=("查",),
)
