"""/whatif: a result under an assumption, its base beside it, or what an input has to be for a result."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from bot.answers.overhang import TWINS
from bot.call import Ask
from bot.commands.desk import Desk, Result
from bot.commands.reading import only, read, text_of
from bot.errors import ProblemError
from bot.plan import Plan
from bot.questions.phrases import take_phrase
from bot.schema import Command, Option
from bot.text import Message

_INPUTS: Mapping[str, tuple[str, ...]] = {
    "price": ("share price", "price", "valuation", "value", "股价", "估值", "市值"),
    "run_rate_revenue": ("run-rate revenue", "run rate", "run-rate", "arr", "年化收入"),
    "revenue": ("revenue", "sales", "收入", "营收"),
    "volume": ("daily volume", "volume", "成交量"),
}
_CLASSES: Mapping[str, tuple[str, ...]] = {
    "cornerstone": ("cornerstones", "cornerstone", "基石"),
    "founder": ("founders", "founder", "创始人"),
    "controlling": ("controlling", "控股股东"),
    "financial_vc": ("venture funds", "vcs", "vc", "创投"),
    "strategic": ("strategic", "战略投资者"),
    "industrial": ("industrial", "产业资本"),
    "state": ("state-owned", "state", "国资"),
    "staff": ("staff", "employees", "员工"),
    "pathfinder_sii": ("pathfinders", "pathfinder", "领航投资者"),
    "other_pre_ipo": ("pre-ipo", "other pre-ipo", "上市前股东"),
}
_NUMBER = r"[+-]?\d+(?:\.\d+)?"
_NAMES = "|".join(re.escape(w) for words in _INPUTS.values() for w in sorted(words, key=len, reverse=True))
_CHANGE = re.compile(
    rf"(?i)(?:(?<![a-z])(?P<input>{_NAMES})\s*)?(?:of\s+)?(?:(?P<whose>[^\s=]+)\s*=\s*)?"
    rf"(?P<way>falls?|fell|down|drops?|rises?|rose|up|gains?|下跌|跌|降|上涨|涨|升|增加|减少)?\s*(?:by\s+)?"
    rf"(?P<number>{_NUMBER})\s*%"
)
_DOWN = ("fall", "fell", "down", "drop", "下跌", "跌", "降", "减少")
_SELL = re.compile(r"(?i)(?:\bsells?|\bsold|\bselling|\bdump(?:s|ed)?|卖出|抛售|减持)\s*(?P<number>\d+(?:\.\d+)?)\s*%")
_EXTEND = re.compile(
    r"(?i)(?:\bextends?|\bextended|\bextension|延长)(?P<rest>.*?)(?P<months>\d{1,3})\s*(?:months?|个月)"
)
_WAIVE = re.compile(r"(?i)(?:\bwaives?|\bwaived|\bwaiver|\breleased? early|豁免|提前解禁)")
_RATE = re.compile(
    r"(?i)(?<![a-z])(?P<of>[a-z]{3})\s?/?\s?(?P<to>[a-z]{3})\s*(?:=|at|to|为|到)?\s*(?P<value>\d+(?:\.\d+)?)(?![\d%])"
)
_EQUAL = re.compile(r"(?i)(?:\bequals?|\blevel with|\bmatch(?:es)?|\bcatch(?:es)? up with|追平|持平)")
_SOLVE = re.compile(rf"(?i)(?:\bsolve(?:\s+for)?|\bneeded|求|所需)\s*(?P<input>{_NAMES})")
_WORTH = re.compile(r"(?i)(?:\bfor|\bworth|对应)\s*(?P<number>\d+(?:\.\d+)?)\s?(?P<scale>tn|bn|m|万亿|亿)")
_AT = re.compile(r"(?i)(?:\bat|按)\s+(?P<name>[^\s'’]+)(?:['’]s)?\s*(?P<what>p/arr|p/s|multiple|倍数|市销率)")
_ONLY = re.compile(r"(?i)(?:\bonly|\bjust|仅)\s+(?P<names>.+)$")
_PUT = re.compile(
    r"(?i)(?:\bshare price|\bprice|股价)\s*(?:back )?(?:at|to|=|回到?|到)\s*"
    r"(?:(?P<offer>offer(?:[_ ]price)?|ipo price|发行价)|(?P<debut>first[_ ]day|debut|首日)|(?P<day>\d{4}-\d\d-\d\d)"
    r"|(?P<number>\d+(?:\.\d+)?))(?!\s*%)"
)
"""The price of a share put to a number, its offer, its first close or that of another day."""
_SCALES = {"tn": 12, "bn": 9, "m": 6, "万亿": 12, "亿": 8}
_TO_SALES = ("p/s", "市销率")
_WHOLE: Mapping[str, tuple[str, ...]] = {
    "1.0": ("doubles", "doubled", "翻一倍", "翻倍"),
    "-0.5": ("halves", "halved", "腰斩", "减半"),
}
_RATED = frozenset({"USD", "HKD", "CNY", "EUR"})


def plan(ask: Ask, desk: Desk) -> Plan:
    """Returns the scenario that was typed, its edits in params as questions give them.

    Raises ProblemError for words that edit nothing or name nothing.
    """
    text, params = text_of(ask), dict[str, Any]()
    measures: tuple[str, ...] = ()
    text, solving = _solve(text, params, desk)
    text = _locks(text, params)
    text = _fx(text, params)
    if match := _SELL.search(text):
        params["sell_fraction"] = _part(match["number"])
        text, held = _holders(_without(text, match))
        if held:
            params["holders"] = held
        measures = ("days_of_volume",)
    text = _changes(text, params, desk)
    chosen: tuple[str, ...] = ()
    if match := _ONLY.search(text):
        chosen = only(read(Ask("whatif", match["names"]), desk), desk, "whatif").companies
        text = _without(text, match)
    given = only(read(Ask("whatif", text), desk, ahead=True), desk, "whatif")
    companies = tuple(dict.fromkeys((*given.companies, *chosen)))
    if not companies and {"sell_fraction", "extend", "waive"} & params.keys():
        companies = TWINS
    if not companies or not params:
        raise ProblemError(Message("whatif-nothing"), "/whatif zhipu price -30%", outcome="clarify")
    if chosen:
        params["on"] = list(chosen)
    if solving:
        params["on"] = [companies[0]]
    _place_set(params, companies)
    return Plan(
        "what_if",
        companies,
        given.measures or measures or _measures(params),
        given.when,
        given.known_at,
        given.currency,
        params=tuple(sorted(params.items())),
    )


def _measures(params: Mapping[str, Any]) -> tuple[str, ...]:
    """The measures that a scenario is about where none is named."""
    if "extend" in params or "waive" in params:
        return ()
    if "run_rate_revenue_change" in params:
        return ("price_to_arr",)
    if "set" in params and "solve_for" not in params:
        given = (m for wanted in params["set"].values() for m in wanted if m != "share_price")
        return tuple(dict.fromkeys(("market_value", *given)))
    if "revenue_change" in params:
        return ("price_to_sales",)
    if "volume_change" in params:
        return ("days_of_volume",)
    return ("market_value",)


def _solve(text: str, params: dict[str, Any], desk: Desk) -> tuple[str, bool]:
    """Takes what is to be solved for out of the text: an input, at another's multiple, for a value, or until equal."""
    wanted: dict[str, Any] = {}
    match = _AT.search(text)
    if match:
        other = only(read(Ask("whatif", match["name"]), desk), desk, "whatif").companies
        if len(other) == 1:
            measure = "price_to_sales" if match["what"].lower() in _TO_SALES else "price_to_arr"
            wanted[measure] = other[0]
            text = f"{text[: match.start()]} {other[0]} {text[match.end() :]}"
    solving = _SOLVE.search(text)
    if solving:
        params["solve_for"] = _input(solving["input"])
        text = _without(text, solving)
    if worth := _WORTH.search(text):
        wanted["market_value"] = float(Decimal(worth["number"]).scaleb(_SCALES[worth["scale"].lower()]))
        text = _without(text, worth)
    if put := _PUT.search(text):
        wanted["share_price"] = "offer_price" if put["offer"] else "first_day" if put["debut"] else put["day"]
        wanted["share_price"] = wanted["share_price"] or float(put["number"])
        text = _without(text, put)
    if equal := _EQUAL.search(text):
        params["until"] = "equal"
        params.setdefault("solve_for", "price_change")
        text = _without(text, equal)
    if params.get("solve_for") == "price":
        params["solve_for"] = "price_change"
    if wanted:
        params["set"] = {"": wanted}
    return text, "solve_for" in params


def _place_set(params: dict[str, Any], companies: tuple[str, ...]) -> None:
    """What was set is set for the company named first."""
    if "set" in params:
        params["set"] = {companies[0]: params["set"][""]}


def _locks(text: str, params: dict[str, Any]) -> str:
    if match := _EXTEND.search(text):
        rest, held = _holders(match["rest"])
        params["extend"] = {"holders": held, "months": int(match["months"])}
        text = f"{text[: match.start()]} {rest} {text[match.end() :]}"
        if not held:
            text, params["extend"]["holders"] = _holders(text)
    elif match := _WAIVE.search(text):
        text, held = _holders(_without(text, match))
        params["waive"] = {"holders": held}
    for name in ("extend", "waive"):
        if name in params and not params[name]["holders"]:
            raise ProblemError(
                Message("whatif-which-holders"), f"/whatif minimax {name} founder 12 months", outcome="clarify"
            )
    return text


def _holders(text: str) -> tuple[str, list[str]]:
    """Takes every class of holders out of a text."""
    held: list[str] = []
    while True:
        text, found = take_phrase(text, _CLASSES)
        if found is None:
            return text, sorted(set(held))
        held.append(found)


def _fx(text: str, params: dict[str, Any]) -> str:
    for match in _RATE.finditer(text):
        of, to = match["of"].upper(), match["to"].upper()
        if {of, to} <= _RATED:
            params["fx"] = {f"{of}{to}": float(match["value"])}
            return _without(text, match)
    return text


def _changes(text: str, params: dict[str, Any], desk: Desk) -> str:
    """Takes every change by a percentage out of the text; without an input's name it is the price."""
    for key, words in _WHOLE.items():
        rest, found = take_phrase(text, {key: words})
        if found is not None:
            text = f"{rest} {Decimal(key) * 100:+f}%"
    current = "price"
    while match := _CHANGE.search(text):
        current = _input(match["input"]) if match["input"] else current
        number = Decimal(match["number"])
        if (match["way"] or "").lower().startswith(_DOWN) and number > 0:
            number = -number
        name, fraction = f"{current}_change", float(number / 100)
        if match["whose"]:
            whose = only(read(Ask("whatif", match["whose"]), desk), desk, "whatif").companies
            params[name] = {**(params.get(name) or {}), **dict.fromkeys(whose, fraction)}
            text = f"{text[: match.start()]} {' '.join(whose)} {text[match.end() :]}"
        else:
            params[name] = fraction
            text = _without(text, match)
    return text


def _input(words: str) -> str:
    return next(key for key, known in _INPUTS.items() if words.lower() in known)


def _part(number: str) -> float:
    return float(Decimal(number) / 100)


def _without(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start()]} {text[match.end() :]}"


COMMAND: Command[Desk, Result] = Command(
    name="whatif",
    summary="command-whatif",
    options=(
        Option("companies", "companies", "option-whatif-companies", required=True),
        Option("assumption", "text", "option-whatif-assumption", required=True),
        Option("when", "when", "option-when"),
        Option("currency", "currency", "option-currency"),
        Option("known_at", "known_at", "option-known-at"),
    ),
    examples=(
        "/whatif zhipu minimax price -30% only zhipu",
        "/whatif minimax sell 30%",
        "/whatif anthropic solve run rate for 965bn at openai multiple",
        "/whatif openai anthropic equal",
        "/whatif minimax extend founder 12 months",
        "/whatif zhipu USDHKD 8.0 in USD",
        "/whatif 智谱 股价 -30%",
    ),
    run=plan,
    names_zh=("假设", "假如"),
)
