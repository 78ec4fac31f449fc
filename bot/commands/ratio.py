"""/ratio: one company divided by another."""

from __future__ import annotations

from bot.call import Ask
from bot.commands.desk import Desk, Result
from bot.commands.several import OPTIONS, several_companies
from bot.plan import Plan
from bot.schema import Command


def plan(ask: Ask, desk: Desk) -> Plan:
    """Returns the division that was typed, the first company named above the line; market value without a measure."""
    given = several_companies(ask, desk, "ratio", default_measures=("market_value",), most=2)
    return Plan("ratio", given.companies, given.measures[:1], given.when, given.known_at, given.currency)


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
