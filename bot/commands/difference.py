"""/difference: how much one company has over another."""

from __future__ import annotations

from bot.call import Ask
from bot.commands.desk import Desk, Result
from bot.commands.several import OPTIONS, several_companies
from bot.plan import Plan
from bot.schema import Command


def plan(ask: Ask, desk: Desk) -> Plan:
    """Returns the subtraction that was typed: the first company less the second, on market value without a measure."""
    given = several_companies(ask, desk, "difference", default_measures=("market_value",), most=2)
    return Plan("difference", given.companies, given.measures[:1], given.when, given.known_at, given.currency)


COMMAND: Command[Desk, Result] = Command(
    name="difference",
    summary="command-difference",
    options=OPTIONS,
    examples=(
        "/difference zhipu minimax on 2026-06-24 in USD",
        "/difference anthropic openai market value",
        "/difference 智谱 稀宇 毛利率",
    ),
    run=plan,
    names_zh=("差距",),
)
