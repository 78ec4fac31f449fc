"""/compare: two to six companies side by side, on one measure or on all that matters."""

from __future__ import annotations

from bot.call import Ask
from bot.commands.aggregates import OPTION as AGGREGATE
from bot.commands.aggregates import take_aggregate
from bot.commands.desk import Desk, Result
from bot.commands.several import OPTIONS, several_companies
from bot.plan import Plan
from bot.schema import Command


def plan(ask: Ask, desk: Desk) -> Plan:
    """Returns the comparison that was typed; without a measure it is the whole card.

    `total`, `average` or `median` asks for one number of them all.
    """
    rest, kind = take_aggregate(ask)
    given = several_companies(rest, desk, "compare", default_measures=("market_value",) if kind else ())
    params = (("aggregate", kind),) if kind else ()
    measures = given.measures[:1] if kind else given.measures
    return Plan("compare", given.companies, measures, given.when, given.known_at, given.currency, params=params)


COMMAND: Command[Desk, Result] = Command(
    name="compare",
    summary="command-compare",
    options=(*OPTIONS, AGGREGATE),
    examples=(
        "/compare zhipu minimax",
        "/compare zhipu minimax market value on 2026-06-24 in USD",
        "/compare anthropic openai P/ARR on 2026-06-24",
        "/compare zhipu minimax anthropic openai",
        "/compare zhipu minimax market value total",
        "/compare 智谱 稀宇 市值 6月24日",
        "/compare 智谱 稀宇 Anthropic OpenAI P/ARR 平均",
    ),
    run=plan,
    names_zh=(
        "对比",
        "比较",
    ),
)
