"""/ratio: one company divided by another, or one figure of a company by another of its own."""

from __future__ import annotations

from bot.call import Ask
from bot.commands.desk import Desk, Result
from bot.commands.reading import read
from bot.commands.several import FEWEST, OPTIONS, several_companies
from bot.plan import Plan
from bot.schema import Command


def plan(ask: Ask, desk: Desk) -> Plan:
    """Returns the division that was typed, what was named first above the line; market value without a measure."""
    typed = read(ask, desk)
    within = len(typed.companies) == 1 and len(typed.measures) == 2
    fewest = 1 if within else FEWEST
    given = several_companies(ask, desk, "ratio", default_measures=("market_value",), fewest=fewest, most=2)
    measures = given.measures if within else given.measures[:1]
    return Plan("ratio", given.companies, measures, given.when, given.known_at, given.currency)


COMMAND: Command[Desk, Result] = Command(
    name="ratio",
    summary="command-ratio",
    options=OPTIONS,
    examples=(
        "/ratio zhipu minimax on 2026-06-24",
        "/ratio anthropic openai run rate revenue",
        "/ratio 智谱 稀宇 收入",
    ),
    run=plan,
    names_zh=("倍数",),
)
