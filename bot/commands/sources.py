"""/sources: the claims behind a figure."""

from __future__ import annotations

from bot.call import Ask
from bot.commands.desk import Desk, Result
from bot.commands.reading import one_company
from bot.plan import Plan
from bot.schema import Command, Option


def plan(ask: Ask, desk: Desk) -> Plan:
    """Returns the question for the sources of one measure of one company; raises ProblemError when none is named."""
    given = one_company(ask, desk, "sources", default_measures=("market_value",))
    return Plan("sources", given.companies, given.measures[:1], given.when, given.known_at)


COMMAND: Command[Desk, Result] = Command(
    name="sources",
    summary="command-sources",
    options=(
        Option("company", "company", "option-company", required=True),
        Option("measure", "measure", "option-measure"),
        Option("when", "when", "option-when"),
        Option("known_at", "known_at", "option-known-at"),
    ),
    examples=(
        "/sources zhipu market value on 2026-06-24",
        "/sources zhipu unlock ratio in july",
        "/sources minimax users",
        "/sources 智谱 市值",
    ),
    run=plan,
    names_zh=("来源",),
)
