"""/reversals: who overtook whom, when, and for how long."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.call import Ask
from bot.commands.desk import Desk, Result
from bot.commands.reading import text_of
from bot.commands.several import OPTIONS, several_companies
from bot.plan import Plan
from bot.schema import Command


def plan(ask: Ask, desk: Desk) -> Plan:
    """Returns the question for changes of lead between two companies; market value without a measure.

    `held 2 closes` counts only leads that lasted so long, `band 5%` only those that went so far beyond parity.
    """
    rest, params = _conditions(ask)
    given = several_companies(rest, desk, "reversals", default_measures=("market_value",), most=2)
    return Plan(
        "reversals", given.companies, given.measures[:1], given.when, given.known_at, given.currency, params=params
    )


def _conditions(ask: Ask) -> tuple[Ask, tuple[tuple[str, int | str], ...]]:
    """Takes the conditions out of the words, so that what is left are names and times."""
    text = text_of(ask)
    params: list[tuple[str, int | str]] = []
    if match := re.search(
        r"(?:that )?held (?:for )?(\d{1,3}) ?(?:closes?|sessions?|days?)?|持续 ?(\d{1,3}) ?(?:个)?(?:收盘|交易日|天)",
        text,
    ):
        params.append(("held", max(1, int(match[1] or match[2]))))
        text = text.replace(match.group(), " ")
    if match := re.search(r"(?:beyond )?(?:a )?band (?:of )?(\d{1,2}(?:\.\d+)?) ?%|超过 ?(\d{1,2}(?:\.\d+)?) ?%", text):
        params.append(("band", str(Decimal(match[1] or match[2]) / 100)))
        text = text.replace(match.group(), " ")
    return Ask(ask.command, text), tuple(sorted(params))


COMMAND: Command[Desk, Result] = Command(
    name="reversals",
    summary="command-reversals",
    options=OPTIONS,
    examples=(
        "/reversals zhipu minimax",
        "/reversals zhipu minimax held 2 closes",
        "/reversals anthropic openai",
        "/reversals anthropic openai run rate revenue",
        "/reversals 智谱 稀宇 市值",
    ),
    run=plan,
    names_zh=(
        "反超",
        "易位",
    ),
)
