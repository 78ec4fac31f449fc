"""/history: how a measure moved: series, change, peak and trough, the day a level was first passed."""

from __future__ import annotations

from bot.call import Ask
from bot.commands.desk import Desk, Result
from bot.commands.levels import take_level
from bot.commands.several import OPTIONS, several_companies
from bot.plan import Plan
from bot.schema import Command


def plan(ask: Ask, desk: Desk) -> Plan:
    """Returns the series that was typed, of one or two companies; the market value without a measure.

    `above HK$500bn` and `below 300bn HKD` ask for the first day beyond that level.
    """
    rest, level = take_level(ask)
    given = several_companies(rest, desk, "history", default_measures=("market_value",), fewest=1, most=2)
    params = (("threshold", level),) if level else ()
    measures = given.measures[:1]
    return Plan("history", given.companies, measures, given.when, given.known_at, given.currency, params=params)


COMMAND: Command[Desk, Result] = Command(
    name="history",
    summary="command-history",
    options=OPTIONS,
    examples=(
        "/history zhipu",
        "/history zhipu minimax market value since listing",
        "/history zhipu share price from 2026-06-01 to 2026-07-31",
        "/history zhipu market value above HK$500bn",
        "/history 智谱 股价 上市以来",
    ),
    run=plan,
    names_zh=(
        "走势",
        "历史",
    ),
)
