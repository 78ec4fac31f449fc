"""Reading what is asked beyond names and times: which extreme, how many, above what, for how long, in which steps."""

from __future__ import annotations

import re
from typing import Any, cast

from bot.plan import Direction
from bot.questions.amounts import SMALL_NUMBERS
from bot.questions.changes import number
from bot.questions.extremes import said_extreme
from bot.questions.holders_named import holder_companies
from bot.questions.scenarios import holders_of
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
    r"(?:从|由)(?:最)?(?:(?P<up>便宜|低|小|少|慢|差|弱|轻|冷|矮|穷|新|早|浅|薄)|贵|高|大|多|快|好|强|重|热|富|老|深|厚)(?:的)?"
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
        if (count := _top(s)) is not None:
            params["n"] = count
        if (position := asks_place(s)) is not None:
            params["position"] = position
        if s.subjects.excluded:
            params["exclude"] = list(s.subjects.excluded)
        if s.has("COUNTED"):
            params["count"] = True
    if operation in ("rank", "history", "compare") and (level := _level(s, operation, measures)) is not None:
        params["threshold"] = level
    unlisted = any(w in s.text.lower() for w in ("unlisted", "未上市", "没上市", "private"))
    if operation == "compare" and s.has("WHICH") and (s.has("LACK") or unlisted):
        params["negate"] = True
    if operation == "reversals":
        params |= _lead_params(s)
    if operation == "history" and s.has("WHY"):
        params["ask"] = "why"
    if operation == "history" and (step := _step(s)) is not None:
        params["step"] = step
    if operation in ("unlocks", "overhang"):
        params |= _holder_params(s, operation, measures)
    return params


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
        params["holders_excluded" if excluding else "holders"] = kinds
    elif operation == "unlocks" and (s.has("HOLDERS") or (not measures)) and not s.has("WHEN"):
        params["ask"] = "holders"
    return params


_MOST_DAYS = 1000
_DAYS_BEHIND = re.compile(r"[ -]?(?:consecutive |straight |trading )?(?:days?|sessions?)(?!\w)| ?个? ?(?:天|日|交易日)")
"""A number of days beside a change of lead says how long it must have held."""


def _lead_params(s: Sentence) -> dict[str, Any]:
    params: dict[str, Any] = {}
    if s.has("HOW_OFTEN") and not (s.has("WHEN") and s.at("WHEN") < s.at("HOW_OFTEN")):
        params["count"] = True
    small = s.text.lower()
    days = next((a for a in s.amounts if a.kind == "number" and not a.scaled), None)
    if days is not None and days.value < _MOST_DAYS and _DAYS_BEHIND.match(small, days.end):
        params["min_days"] = number(days.value)
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


def _top(s: Sentence) -> int | None:
    for one, other in zip(s.words, s.words[1:], strict=False):
        if one.text in ("top", "bottom", "first", "前", "后") or one.base in ("big", "biggest", "largest"):
            count = int(other.text) if other.text.isdigit() and len(other.text) <= 2 else SMALL_NUMBERS.get(other.text)
            if count and other.text not in ("a",):
                return count
        if (
            one.text.isdigit()
            and len(one.text) <= 2
            and other.text
            in ("biggest", "largest", "cheapest", "highest", "lowest", "smallest", "most", "best", "worst", "fastest")
        ):
            return int(one.text)
        if (
            one.text in SMALL_NUMBERS
            and other.text
            in ("biggest", "largest", "cheapest", "highest", "lowest", "smallest", "most", "best", "worst", "fastest")
            and one.text != "one"
        ):
            return SMALL_NUMBERS[one.text]
    extremes = {h.start for cue in ("HIGHEST", "LOWEST") for h in s.cues.get(cue, ())}
    for one, other in zip(s.words, s.words[1:], strict=False):
        if other.start in extremes and one.text in SMALL_NUMBERS and one.text != "one" and one.text.isascii():
            return SMALL_NUMBERS[one.text]
        if other.start in extremes and one.text.isdigit() and len(one.text) <= 2:
            return int(one.text)
    if (few := _FEW.search(s.text.lower())) is not None:
        said = few["count"]
        return 3 if said is None else int(said) if said.isdigit() else SMALL_NUMBERS.get(said)
    if (few := _FEW_HAN.search(s.text)) is not None:
        if (said := few["count"] or few["last"]) is None:
            return 2 if few["podium"] == "冠亚军" else 3
        return int(said) if said.isdigit() else SMALL_NUMBERS.get(said)
    return None


_SMALL_HAN = r"[二两三四五六七八九十]|[2-9]|1\d"
_FEW_HAN = re.compile(
    rf"最[^,，。?？最]{{1,8}}?的?(?:那|这|是哪|前|后)?(?P<count>{_SMALL_HAN}) ?(?:家|只|个|支|名|位|票)"
    rf"|(?:倒数|最后|垫底的?|末尾|吊车尾的?)(?P<last>{_SMALL_HAN}) ?(?:家|只|个|支|名|位)"
    r"|(?P<podium>冠亚军|前?三甲|状元.{0,2}榜眼.{0,2}探花|冠.?亚.?季军?|金银铜)"
)
"""So many at one end of an order: 涨得最狠的三只, 倒数两家, and what the places of a podium are called."""


_FEW = re.compile(
    r"(?<!\w)(?P<count>two|three|four|five|six|\d) (?:\w+ )?(?:tiddlers|minnows|runts|giants|heavyweights|laggards"
    r"|leaders"
    r"|front-?runners|winners|losers|stragglers|bleeders|spenders|heavy hitters|also-rans|stand-?outs)(?!\w)"
    r"|(?<!off the )(?<!\w)podium(?!\w)|(?<!\w)medal(?:s|lists|ists| places| positions)(?!\w)"
)
"""So many of a kind that is itself an extreme; a podium has three places."""


def asks_place(s: Sentence) -> int | None:
    """Returns which place of an order is asked for, as in second or 第三; None where none is."""
    small = s.text.lower().replace("second to none", "").replace("second thought", "")
    if (few := _FEW_HAN.search(small)) is not None and few["podium"]:
        return None
    for words, place in (
        (_PLACES[2], 2),
        (_PLACES[3], 3),
        (_PLACES[4], 4),
        (_PLACES[5], 5),
    ):
        if any(w in small for w in words) and not s.has("TIMES"):
            return place
    return None


_PLACES: dict[int, tuple[str, ...]] = {
    2: (
        "second ", "second-", "第二", "runner-up", "runner up", "runners-up", "no 2", "no. 2", "number two", "number 2",
        "#2", "silver", "2nd ", "next biggest", "next largest", "亚军", "榜眼", "老二", "银牌", "二把手", "次席",
        "仅次于",
    ),
    3: (
        "third ", "third-", "第三", "number three", "number 3", "no. 3", "#3", "3rd ", "bronze", "季军", "探花", "铜牌",
        "老三",
    ),
    4: ("fourth ", "fourth-", "第四", "number four", "number 4", "#4", "4th ", "殿军", "老四", "just off the podium"),
    5: ("fifth-", "fifth place", "第五", "number five", "#5", "5th "),
}  # fmt: skip
"""Words for a place of an order, medals among them."""


def _level(s: Sentence, operation: str, measures: tuple[str, ...]) -> dict[str, Any] | None:
    amount = s.amount("money") or next((a for a in s.amounts if a.scaled), None) or s.amount("percent", "times")
    if amount is None and operation == "history":
        amount = next((a for a in s.amounts if a.kind == "number"), None)
    if amount is None or not measures:
        return None
    if not s.has("LEVEL_OVER", "LEVEL_UNDER", "COMP_HIGH", "COMP_LOW", "OVERTAKE", "MATCH", "FIRST"):
        return None
    under = (s.has("LEVEL_UNDER") and not (s.has("LEVEL_OVER") and s.at("LEVEL_OVER") > s.at("LEVEL_UNDER") + 3)) or (
        s.has("COMP_LOW") and not s.has("LEVEL_OVER")
    )
    level: dict[str, Any] = {"metric": measures[0], "op": "<" if under else ">", "value": format(amount.value, "f")}
    if amount.currency:
        level["currency"] = amount.currency
    return level
