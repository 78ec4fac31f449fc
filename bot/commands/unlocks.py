"""/unlocks and /unlock: what comes free when, of all, of two side by side, or of one company in full."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from bot.call import Ask
from bot.commands.desk import Desk, Result
from bot.commands.reading import only, read, text_of
from bot.errors import ProblemError
from bot.plan import Plan, When
from bot.questions.phrases import take_phrase
from bot.schema import Command, Option
from bot.text import Message

_UNITS = {
    "day": "d", "week": "w", "month": "m", "quarter": "q", "year": "y",
    "d": "d", "w": "w", "m": "m", "q": "q", "y": "y",
    "天": "d", "日": "d", "周": "w", "星期": "w", "月": "m", "个月": "m", "季度": "q", "个季度": "q", "年": "y",
}  # fmt: skip
_NEXT = re.compile(
    r"(?<!\w)(?:(?:in|within|over) )?(?:the )?(?:next|coming|following|within) (\d{1,4}) ?"
    r"(days?|weeks?|months?|quarters?|years?|[dwmqy])(?!\w)"
    r"|(?:未来|接下来|今后|往后|之后|后面)的? ?(\d{1,4}) ?(天|日|周|星期|个月|月|个季度|季度|年)内?"
    r"|(\d{1,4}) ?(天|日|周|星期|个月|个季度|季度|年)(?:之)?内",
    re.I,
)
_LAST = re.compile(
    r"(?<!\w)(?:the )?(?:last|past|previous) (\d{1,4}) ?(days?|weeks?|months?|quarters?|years?|[dwmqy])(?!\w)"
    r"|(?:过去|最近|近) ?(\d{1,4}) ?(天|日|周|星期|个月|月|个季度|季度|年)",
    re.I,
)
_NAMED: dict[str, tuple[str, ...]] = {
    "this_week": ("this week", "本周", "这周"),
    "next_week": ("next week", "下周"),
    "this_month": ("this month", "本月", "这个月"),
    "next_month": ("next month", "下个月", "下月"),
    "last_month": ("last month", "上个月", "上月"),
    "this_quarter": ("this quarter", "本季度", "本季"),
    "next_quarter": ("next quarter", "下个季度", "下季度"),
    "this_year": ("this year", "今年"),
    "next_year": ("next year", "明年"),
    "last_year": ("last year", "去年"),
}
_SIZE = re.compile(
    r"(?:over|above|more than|larger than|bigger than|exceeding|at least|>=?|超过|大于|高于|不低于|多于) ?"
    r"(\d{1,3}(?:\.\d+)?) ?%(?: ?(?:of )?(?:the |all )?(free[- ]float|float|shares|total|all|capital)(?: in issue)?)?"
    r"|(?:占)?(流通股|流通盘|总股本|全部股份)的? ?(?:超过|大于|高于)? ?(\d{1,3}(?:\.\d+)?) ?%(?:以上)?"
    r"|(?:超过|大于|高于) ?(流通股|流通盘|总股本|全部股份)的? ?(\d{1,3}(?:\.\d+)?) ?%",
    re.I,
)
_OF_ALL = frozenset({"shares", "total", "all", "capital", "总股本", "全部股份"})
_KINDS: dict[str, tuple[str, ...]] = {
    "cornerstone": ("cornerstones", "cornerstone", "cornerstone investors", "基石投资者", "基石"),
    "state": ("state-owned", "state owned", "state", "state holders", "国资", "国有"),
    "vc": (
        "financial vcs",
        "financial vc",
        "vcs",
        "vc",
        "venture funds",
        "venture capital",
        "风投",
        "财务投资者",
        "财务投资人",
    ),
    "founders": ("founders", "founder", "management", "controlling shareholders", "创始人", "管理层", "控股股东"),
    "employees": ("employees", "staff", "employee platform", "员工持股平台", "员工持股", "员工"),
    "strategic": ("strategic investors", "strategic", "industrial", "战略投资者", "产业资本", "战投"),
    "pathfinder": ("pathfinder siis", "pathfinder", "pathfinders", "领航投资者", "领航资深投资者"),
    "pre_ipo": ("pre-ipo investors", "pre-ipo", "pre ipo", "上市前投资者", "上市前股东"),
}
_HOLDERS = re.compile(
    r"(?<!\w)(?:(?:who are |list |all |named )?(?:the )?(?:share)?holders|who(?: gets out)?)(?!\w)"
    r"|持有人|股东名单|股东有谁|有哪些股东",
    re.I,
)
_NOISE = re.compile(
    r"(?<!\w)(?:unlocks?|unlocking|lock-?ups?|expir(?:y|ies|ing)|upcoming|calendar|due|everything|coverage|shares?)(?!\w)"
    r"|(?<!\w)(?:class|holders?)(?!\w)|限售股?|解禁|到期|日历|有哪些|哪些|即将|持股|股份",
    re.I,
)


def plan(ask: Ask, desk: Desk) -> Plan:
    """Returns the question for what comes free: by companies, stretch of time, kind of holder and least size.

    Two companies stand side by side, one is shown in full, any other number is a list; none means all that are covered.
    """
    rest, when, params = _taken(ask)
    given = only(read(rest, desk, ahead=True), desk, "unlocks")
    if when is None:
        when = given.when
    return Plan(
        "unlocks", given.companies, (), when, given.known_at, given.currency, params=tuple(sorted(params.items()))
    )


def one(ask: Ask, desk: Desk) -> Plan:
    """Returns the question for one company's ladder; raises ProblemError when none is named."""
    found = plan(ask, desk)
    if not found.companies:
        raise ProblemError(Message("needs-company"), "/unlock zhipu", "/unlocks next 90 days", outcome="clarify")
    return found


def _taken(ask: Ask) -> tuple[Ask, When, dict[str, Any]]:
    """Takes time, size and holders out of the words, so that what is left are names, a day and a currency."""
    text, when, params = text_of(ask), None, dict[str, Any]()
    for way, pattern in (("next", _NEXT), ("last", _LAST)):
        if when is None and (match := pattern.search(text)):
            count, unit = (g for g in match.groups() if g is not None)
            small = unit.lower()
            when = f"{way}_{int(count)}{_UNITS.get(small) or _UNITS[small.rstrip('s')]}"
            text = _without(text, match)
    if match := _SIZE.search(text):
        numbers = [g for g in match.groups() if g and g[0].isdigit()]
        bases = [g for g in match.groups() if g and not g[0].isdigit()]
        of = "issued" if bases and bases[0].lower() in _OF_ALL else "float"
        params["threshold"] = {"of": of, "op": ">", "value": str(Decimal(numbers[0]) / 100)}
        text = _without(text, match)
    if when is None:
        text, when = take_phrase(text, _NAMED)
    kinds: list[str] = []
    while True:
        text, kind = take_phrase(text, _KINDS)
        if kind is None:
            break
        kinds += [kind] if kind not in kinds else []
    if kinds:
        params["holders"] = kinds[0] if len(kinds) == 1 else kinds
    elif match := _HOLDERS.search(text):
        params["ask"] = "holders"
        text = _without(text, match)
    text = _NOISE.sub(" ", text)
    return Ask(ask.command, " ".join(text.split())), when, params


def _without(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start()]} {text[match.end() :]}"


_OPTIONS = (
    Option("when", "when", "option-unlocks-when"),
    Option("filter", "text", "option-unlocks-filter"),
    Option("known_at", "known_at", "option-known-at"),
)

COMMAND: Command[Desk, Result] = Command(
    name="unlocks",
    summary="command-unlocks",
    options=(Option("companies", "companies", "option-companies-or-all"), *_OPTIONS),
    examples=(
        "/unlocks next 90 days",
        "/unlocks over 5 % of float",
        "/unlocks zhipu minimax",
        "/unlocks zhipu minimax july",
        "/unlocks minimax cornerstones",
        "/unlocks 未来90天",
    ),
    run=plan,
    names_zh=("解禁", "解禁日历"),
)
LADDER: Command[Desk, Result] = Command(
    name="unlock",
    summary="command-unlock",
    options=(Option("company", "company", "option-company", required=True), *_OPTIONS),
    examples=("/unlock zhipu", "/unlock minimax", "/unlock 智谱"),
    run=one,
    names_zh=("解禁详情",),
)
