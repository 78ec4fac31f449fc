"""Reading what is asked beyond names and times: which extreme, how many, above what, for how long, in which steps."""

from __future__ import annotations

import re
from typing import Any, Literal, cast

from bot.plan import Direction
from bot.questions.counts import asks_place, days_held, how_many
from bot.questions.extremes import said_extreme
from bot.questions.holders_named import holder_companies
from bot.questions.kinds_of_holders import holders_of
from bot.questions.levels import asks_last_time, level_of
from bot.questions.sentence import Sentence

LESS_IS_MORE = frozenset({"net_loss", "drawdown"})


def direction_of(s: Sentence, operation: str, measures: tuple[str, ...]) -> Direction | None:
    """Returns which extreme is asked for, None where none is; an order always has one."""
    small = s.text.lower()
    extreme, settled = said_extreme(small, operation, measures, s.has("WHICH") or _asks_who(s), len(s.companies))
    if settled:
        return extreme
    if operation in ("unlocks", "overhang") and not s.has("WHICH"):
        return None
    if operation == "unlocks" and s.has("FIRST") and "unlock_date" in measures:
        return "lowest"
    high = s.has("HIGHEST") or (s.has("COMP_HIGH") and _asks_who(s))
    low = s.has("LOWEST") or (s.has("COMP_LOW") and _asks_who(s))
    sorted_to = _SORTED.search(small)
    if s.has("ASCENDING") or s.has("DESCENDING") or sorted_to:
        word = "lowest" if s.has("ASCENDING") or (sorted_to and sorted_to["up"]) else "highest"
        if word == "lowest" and "worst first" in small and set(measures) & LESS_IS_MORE:
            word = "highest"
        return cast(Direction, word)
    if high and low:
        if operation == "rank":
            return "lowest" if s.at("LOWEST") < s.at("HIGHEST") else "highest"
        return None
    if not high and not low:
        return (
            "highest" if operation == "rank" and not s.has("LEVEL_UNDER") else "lowest" if operation == "rank" else None
        )
    if measures == ("price_return",) and not low and _LOST.search(small):
        return "lowest"
    inverted = set(measures[:1]) & LESS_IS_MORE
    words = small
    if inverted:
        bad = any(w in words for w in ("worst", "worse", "最差", "最惨", "更差", "least profitable", "heav", "最不赚"))
        good = any(
            w in words
            for w in (
                "best",
                "better",
                "最好",
                "更好",
                "most profitable",
                "more profitable",
                "least loss",
                "最赚",
                "更赚",
                "closest to profit",
                "盈利最",
                "lost the least",
                "loses least",
            )
        )
        if bad or good:
            return "highest" if bad else "lowest"
    if "less profitable" in words and inverted:
        return "highest"
    dated = set(measures) & {"unlock_date", "listing_date"}
    if dated and any(w in words for w in ("first", "earl", "sooner", "soonest", "先", "早")):
        return "lowest"
    return "highest" if high else "lowest"


_SORTED = re.compile(
    r"(?:从|由)(?:最)?(?:(?P<up>便宜|低|小|少|慢|差|弱|轻|冷|矮|穷|新|早|浅|薄)|贵|高|大|多|快|好|强|重|热|富|老|深"
    r"|厚)(?:的)?"
    r"[^,，。从由]{0,3}(?:到|往|至|向)"
)
"""From which end an order is asked for: 从便宜排到贵."""
_LOST = re.compile(
    r"(?<!\w)(?:underperform\w*|laggards?|(?:hurt|punished|hammered|battered|sold off|lost|fallen"
    r"|fell|dropped|slid) (?:the )?"
    r"(?:most|worst|hardest|furthest)|(?:most|worst|hardest|furthest) (?:hurt|punished|hammered"
    r"|battered|fallen|sold off))(?!\w)"
    r"|跌得?(?:最|更|比较)?(?:多|狠|惨|凶|猛|厉害|深|重)|摔得|(?:更|最)惨|拉胯|难看|套人|套得|套牢|被套|埋人|被埋|跑输|走弱|走得(?:最|更)?(?:弱|差|惨)|领跌"
)
"""What the worst return is called by a word that is itself a superlative of something else."""


def _asks_who(s: Sentence) -> bool:
    small = f" {s.text.lower()} "
    question = (
        s.has("WHICH")
        or " or " in small
        or "还是" in small
        or "?" in small
        or "？" in small
        or small.strip().startswith(("is ", "does ", "are ", "has ", "do "))
    )
    return bool(question or "吗" in small or "是不是" in small)


def params_of(s: Sentence, operation: str, measures: tuple[str, ...]) -> dict[str, Any]:
    """Returns what an operation asks beyond names, times and currency."""
    params: dict[str, Any] = {}
    if operation == "rank":
        if (count := how_many(s)) is not None:
            params["n"] = count
        if (position := asks_place(s)) is not None:
            params["position"] = position
        if s.subjects.excluded:
            params["exclude"] = list(s.subjects.excluded)
        if s.has("COUNTED"):
            params["count"] = True
    if operation in ("rank", "history", "compare") and (level := level_of(s, operation, measures)) is not None:
        params["threshold"] = level
    unlisted = any(w in s.text.lower() for w in ("unlisted", "未上市", "没上市", "private"))
    if operation == "compare" and s.has("WHICH") and (s.has("LACK") or unlisted):
        params["negate"] = True
    if operation == "reversals":
        params |= _lead_params(s)
    if operation == "history" and s.has("WHY"):
        params["ask"] = "why"
    if operation == "history" and "threshold" in params and asks_last_time(s):
        params["which"] = "last"
    if operation == "history" and (step := _step(s)) is not None:
        params["step"] = step
    if operation in ("unlocks", "overhang"):
        params |= _holder_params(s, operation, measures)
    return params


_KEEP_THEIRS = re.compile(
    r"(?<!\w)(?:don't|do not|doesn't|won't|wouldn't|refuse to|never|not) (?:want to |have to )?"
    r"(?:sell|dump|budge|move|exit|unload)"
    r"|(?<!\w)(?:hold on|stay put|sit tight|sit still|hang on|hold theirs|keep theirs|hodl)(?!\w)"
    r"|不(?:卖|抛|减持|出货|动)|惜售|按兵不动|锁着不动|不走"
)
"""Holders who keep what they hold add nothing to what is sold."""


def _holder_params(s: Sentence, operation: str, measures: tuple[str, ...]) -> dict[str, Any]:
    params: dict[str, Any] = {}
    kinds = holders_of(s)
    if companies := holder_companies(s):
        params["holders"] = list(companies)
    elif kinds is not None:
        excluding = any(
            w in s.text.lower()
            for w in ("excluding", "except", "without the", "not counting", "除了", "剔除", "不算", "不含")
        )
        excluding = excluding or _KEEP_THEIRS.search(s.text.lower()) is not None
        params["holders_excluded" if excluding else "holders"] = kinds
    elif operation == "unlocks" and (s.has("HOLDERS") or (not measures)) and not s.has("WHEN"):
        params["ask"] = "holders"
    return params


_SPELL = re.compile(r"(?<!\w)longest(?!\w)|最长|最久|(?P<short>(?<!\w)shortest(?!\w)|最短)")


def asked_spell(s: Sentence) -> Literal["longest", "shortest"] | None:
    """Returns which of several leads is asked for by how long it held."""
    spell = _SPELL.search(s.text.lower())
    return None if spell is None else "shortest" if spell["short"] else "longest"


def _lead_params(s: Sentence) -> dict[str, Any]:
    params: dict[str, Any] = {}
    if s.has("HOW_OFTEN") and not (s.has("WHEN") and s.at("WHEN") < s.at("HOW_OFTEN")):
        params["count"] = True
    small = s.text.lower()
    if (days := days_held(s)) is not None:
        params["held"] = days
    if spell := asked_spell(s):
        params["which"] = spell
    if any(w in small for w in ("most recent", "last time", "latest flip", "last overt", "最近一次", "上一次")):
        params["which"] = "last"
    return params


def _step(s: Sentence) -> str | None:
    small = s.text.lower()
    if set(s.measure_keys) <= {"users"} and s.measure_keys:
        return None
    for step, words in (
        (
            "month",
            (
                "monthly",
                "each month",
                "every month",
                "month by month",
                "month-end",
                "month end",
                "逐月",
                "每月",
                "每个月",
                "月末",
                "月底收",
            ),
        ),
        ("week", ("weekly", "each week", "every week", "week by week", "逐周", "每周", "每个星期")),
        ("day", ("daily", "each day", "every day", "day by day", "逐日", "每天", "每日")),
        ("quarter", ("quarterly", "each quarter", "quarter by quarter", "每季", "逐季")),
    ):
        if any(w in small for w in words):
            return step
    return None
