"""/coverage: what is known, how new it is, and what is missing or disputed."""

from __future__ import annotations

from bot.call import Ask
from bot.commands.desk import Desk, Result
from bot.commands.reading import one_company, text_of
from bot.plan import Plan
from bot.schema import Command, Option


def plan(ask: Ask, desk: Desk) -> Plan:
    """Returns the question for the coverage of one company, or of all when none is named."""
    if not text_of(ask):
        return Plan("coverage")
    given = one_company(ask, desk, "coverage", default_measures=())
    return Plan("coverage", given.companies, known_at=given.known_at)


COMMAND: Command[Desk, Result] = Command(
    name="coverage",
    summary="command-coverage",
    options=(Option("company", "company", "option-coverage-company"),),
    examples=("/coverage", "/coverage zhipu", "/coverage 智谱"),
    run=plan,
    names_zh=("覆盖",),
)
