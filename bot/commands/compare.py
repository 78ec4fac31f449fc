"""/compare: two to six companies side by side, on one measure or on all that matters."""

from __future__ import annotations

from bot.call import Ask
from bot.commands.desk import Desk, Result
from bot.commands.several import OPTIONS, several_companies
from bot.plan import Plan
from bot.schema import Command


def plan(ask: Ask, desk: Desk) -> Plan:
    """Returns the comparison that was typed; without a measure it is the whole card."""
    given = several_companies(ask, desk, "compare")
    return Plan("compare", given.companies, given.measures, given.when, given.known_at, given.currency)


COMMAND: Command[Desk, Result] = Command(
    name="compare",
    summary="command-compare",
    options=OPTIONS,
    examples=(
        "/compare zhipu minimax",
        "/compare zhipu minimax market value on 2026-06-24 in USD",
        "/compare anthropic openai P/ARR on 2026-06-24",
        "/compare zhipu minimax anthropic openai",
        "/compare 智谱 稀宇 市值 6月24日",
    ),
    run=plan,
    names_zh=(
        "对比",
        "比较",
    ),
)
