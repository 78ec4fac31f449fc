"""/value: one company's figures at one moment."""

from __future__ import annotations

from bot.call import Ask
from bot.commands.desk import Desk, Result
from bot.commands.reading import one_company
from bot.errors import ProblemError
from bot.plan import Plan
from bot.schema import Command, Option
from bot.text import Message


def plan(ask: Ask, desk: Desk) -> Plan:
    """Returns the look-up that was typed.

    Raises ProblemError when it names no company or several, or asks for a stretch of time that has no one figure.
    """
    given = one_company(ask, desk, "value", default_measures=("market_value",))
    if given.when in ("ytd", "since_listing"):
        company, stretch = given.companies[0], given.when.replace("_", " ")
        steps = (f"/value {company} on {desk.today.iso}", f"/history {company} {stretch}")
        raise ProblemError(Message("value-needs-day"), *steps)
    return Plan("lookup", given.companies, given.measures, given.when, given.known_at, given.currency)


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
