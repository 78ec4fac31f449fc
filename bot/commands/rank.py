"""/rank: an order of companies on one measure."""

from __future__ import annotations

import re
from typing import Any, cast

from bot.call import Ask
from bot.commands.aggregates import OPTION as AGGREGATE
from bot.commands.aggregates import take_aggregate
from bot.commands.desk import Desk, Result
from bot.commands.levels import take_level
from bot.commands.reading import text_of
from bot.commands.several import several_companies
from bot.plan import Direction, Plan
from bot.schema import Command, Option


def plan(ask: Ask, desk: Desk) -> Plan:
    """Returns the order that was typed: of the companies named, else of all; highest first without a word for it.

    `lowest`, `cheapest`, `worst` and the like turn it round; `top 3` keeps the first three; `above 100bn` those beyond
    a level, `count` says how many there are, and `total`, `average` or `median` one number of them all.
    """
    rest, kind = take_aggregate(ask)
    rest, level = take_level(rest)
    rest, direction, top = _conditions(rest)
    rest, counted = _take_count(rest)
    given = several_companies(rest, desk, "rank", default_measures=("market_value",), fewest=0, most=20)
    if len(given.companies) == 1:
        given = several_companies(rest, desk, "rank", default_measures=("market_value",))
    asked: dict[str, Any] = {"n": top} if top else {}
    if level:
        asked |= {"threshold": {"metric": given.measures[0], **level}}
        direction = "lowest" if level["op"] == "<" and not re.search("highest|最高", text_of(ask)) else direction
    if counted:
        asked["count"] = True
    if kind:
        asked["aggregate"] = kind
    return Plan(
        "rank",
        given.companies,
        given.measures[:1],
        given.when,
        given.known_at,
        given.currency or (level or {}).get("currency"),
        direction,
        tuple(sorted(asked.items())),
    )


def _take_count(ask: Ask) -> tuple[Ask, bool]:
    """Returns the words without the one that asks how many there are, and whether it stood there."""
    text = text_of(ask)
    match = re.search(r"(?<!\w)(?:count|how many)(?!\w)|有?几家|多少家", text, re.I)
    return (Ask(ask.command, f"{text[: match.start()]} {text[match.end() :]}"), True) if match else (ask, False)


def _conditions(ask: Ask) -> tuple[Ask, Direction, int]:
    text, direction, top = text_of(ask), "highest", 0
    low = re.search(
        r"(?<!\w)(?:lowest|smallest|cheapest|worst|least|bottom|ascending|fewest)(?: first)?(?!\w)"
        r"|最低|最小|最便宜|最差|从小到大|升序",
        text,
        re.I,
    )
    high = re.search(
        r"(?<!\w)(?:highest|largest|biggest|best|most|descending|dearest)(?: first)?(?!\w)"
        r"|最高|最大|最贵|从大到小|降序",
        text,
        re.I,
    )
    count = re.search(r"(?<!\w)(?:top|first|bottom|last) (\d{1,2})(?!\w)|前 ?(\d{1,2}) ?(?:名|家)?", text, re.I)
    if count:
        top = int(count[1] or count[2])
        direction = "lowest" if count.group().lower().startswith(("bottom", "last")) else direction
    for match in (count, low, high):
        text = text.replace(match.group(), " ") if match else text
    return Ask(ask.command, text), "lowest" if low and not high else cast(Direction, direction), top


COMMAND: Command[Desk, Result] = Command(
    name="rank",
    summary="command-rank",
    options=(
        Option("companies", "companies", "option-companies-or-all"),
        Option("measure", "measure", "option-measure"),
        Option("when", "when", "option-when"),
        Option("currency", "currency", "option-currency"),
        Option("known_at", "known_at", "option-known-at"),
        Option("above", "text", "option-above"),
        Option("below", "text", "option-below"),
        Option("count", "choice", "option-count", choices=("count",)),
        AGGREGATE,
    ),
    examples=(
        "/rank market value in USD",
        "/rank zhipu minimax anthropic openai P/ARR cheapest first",
        "/rank top 3 market value",
        "/rank market value above US$100bn count",
        "/rank market value in USD median",
        "/rank 智谱 稀宇 商汤 P/S 从小到大",
    ),
    run=plan,
    names_zh=("排名",),
)
