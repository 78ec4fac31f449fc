"""Deciding which measures and companies an operation is about, with those that go without saying."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.plan import Between, When
from bot.questions.groups import FOUR, GROUPS
from bot.questions.levels import fell_by_a_part
from bot.questions.measures_between import held_against_sales, measures_between, named_by_code
from bot.questions.operations import LASTS
from bot.questions.per_head import is_per_head, is_per_user
from bot.questions.released import pressure_measures, unlock_measures
from bot.questions.sentence import Sentence


def measures_of(s: Sentence, operation: str, companies: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    """Returns the measures an operation is about, and whether they were named; defaults are those of the GUIDE."""
    named = s.measure_keys
    if operation == "mirror":
        kept = tuple(m for m in named if m not in ("listing_date",))
        if companies and not set(companies) & set(FOUR):
            return kept, bool(kept)
        if not kept and _is_held_up(s):
            return ("market_value",), False
        return (kept, True) if kept else ((), True)
    if (
        operation == "difference"
        and s.has("UNLOCK")
        and not set(named) - {"unlock_date"}
        and _DAYS.search(s.text.lower())
    ):
        return ("unlock_date",), True
    if operation == "unlocks":
        return unlock_measures(s), True
    if operation == "overhang":
        return pressure_measures(s), True
    if s.has("RELATIVE_SALES"):
        first = next((m for m in named[:1] if m != "revenue"), held_against_sales(s))
        if not first and operation == "ratio":
            return (), False
        return (first,) if first == "price_to_sales" else (first or "net_loss", "revenue"), True
    if operation == "ratio" and set(named) == {"cash", "net_loss"} and LASTS.search(s.text):
        return ("cash", "net_loss"), True
    if operation == "ratio" and set(named) == {"offer_price", "price_return"}:
        return ("share_price", "offer_price"), True
    if operation == "reversals" and "share_price" in named and _BY_PRICE.search(s.text.lower()):
        return ("share_price",), True
    if between := measures_between(s, operation, named):
        return between, True
    kept = _without_words_at_work(s, named, operation)
    if operation == "history" and kept == ("offer_price",):
        return ("share_price", "offer_price"), True
    if operation == "history" and not kept and s.when == "ytd" and _is_return_so_far(s, companies):
        return ("price_return",), False
    if (
        operation == "history"
        and not kept
        and (_is_price_of_a_share(s) or _is_of_the_tape(s, companies) or _is_top_of_a_listed(s, companies))
    ):
        return ("share_price",), False
    if operation == "difference" and not kept and _LISTINGS_APART.search(s.text.lower()):
        return ("listing_date",), True
    if operation == "history" and not kept:
        small = s.text.lower()
        moved = (
            s.has("MOVED_BY")
            or (s.has("HOW_MUCH") and s.has("RISE", "FALL"))
            or any(w in small for w in ("how did", "how has", "doing", "表现", "up or down"))
            or (
                s.when in ("ytd", "since_listing", "this_month", "last_30d")
                and not s.amounts
                and any(w in small for w in ("percent", "per cent", "pct", "%"))
            )
            or (s.when is not None and _HOW_IT_WENT.search(small) is not None)
        )
        stock = any(w in small for w in ("stock", "shares", "走势", "股", "chart", "plot", "graph", "k线"))
        if moved and not s.has("RATIO"):
            return ("price_return",), False
        return (("share_price",) if stock else ("market_value",)), False
    if operation == "ratio" and (is_per_head(s) or (_PER_HEAD.search(s.text.lower()) and "users" not in named)):
        return (*(m for m in kept[:2] if m != "employees"), "employees") if kept else ("revenue", "employees"), True
    if operation == "ratio" and companies and len(kept) == 2 and _is_second_divided(s):
        return kept[::-1], True
    if operation == "ratio" and is_per_user(s) and not {"users", "customers", "employees"} & set(kept):
        return (*kept[:1], "users"), True
    if operation == "ratio" and is_per_user(s) and len(kept) > 1:
        heads = [m for m in kept if m in ("users", "customers")][:1]
        return (*[m for m in kept if m not in heads][:1], *heads), True
    if not kept:
        if s.has("LOWEST", "HIGHEST", "COMP_LOW", "COMP_HIGH") and any(
            w in s.text.lower() for w in ("cheap", "expensive", "dear", "pric", "便宜", "贵")
        ):
            return ("price_to_arr",), False
        if _is_stretch(s.when) and operation in ("compare", "rank") and _FARED.search(s.text):
            return ("price_return",), False
        moved = s.has("RISE", "FALL", "MOVE_UP", "MOVE_DOWN") or fell_by_a_part(s)
        if _is_stretch(s.when) and moved and operation in ("compare", "rank", "difference"):
            return ("price_return",), False
        if s.when == "since_listing" and operation in ("compare", "rank", "difference"):
            return ("price_return",), False
        if any(w in s.text.lower() for w in ("fastest", "最快", "更快", "谁快")):
            return ("revenue_growth",), False
        return ("market_value",), False
    return kept, True


_SO_FAR = ("ytd", "this_year", "this_month", "this_week", "this_quarter", "last_week", "last_month", "last_quarter")


def _is_stretch(when: When) -> bool:
    """Whether a time is one over which a share moves, and no single day or year of accounts."""
    if isinstance(when, Between):
        return not (when.start.endswith("-01-01") and when.end.endswith("-12-31"))
    return isinstance(when, str) and (when in _SO_FAR or re.fullmatch(r"last_\d+[dm]", when) is not None)


_HOLDS_UP = re.compile(
    r"(?<!\w)(?:holds?|held|holding|stands?|works?|working|survives?|valid|broke|broken|breaks|weaken\w*|strong\w*"
    r"|echo|gap"
    r"|pass(?:ed)?|same|match(?:es)?|pecking order|overt\w+|cracked|dated|aged|to whom|on what measures?"
    r"|how (?:well|close|good|far apart))(?!\w)"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_DAYS = re.compile(r"(?<!\w)(?:days?|weeks?|dates?|apart|separat\w+|between)(?!\w)|几天|多少天|隔")
_DRAWN = re.compile(
    r"(?<!\w)(?:chart|plot|graph|series|path|trend|monthly|weekly|daily|by (?:month|week))(?!\w)|走势|曲线|逐"
)
_PART_ARE = re.compile(
    r"(?<!\w)(?:(?:what|which|how (?:big|large) an?) (?:fraction|share|part|portion|proportion"
    r"|percent(?:age)?|slice|cut|chunk|%)"
    r"|how much) of.{2,40}?(?<!\w)(?:is|are|pay|pays|was|were|goes|go|sits?|comes?)(?!\w)"
    r"|(?<!\w)how many (?:years|months|quarters) (?:of|worth of).{2,40}?(?<!\w)(?:do|does|would|will|is|can)(?!\w)"
)
"""What part of A is B, and how many years of A does B cover: B is what is divided."""


def _is_held_up(s: Sentence) -> bool:
    """Decides whether a question of the analogy asks if it holds, which is judged by what the companies are worth."""
    small = s.text.lower()
    return _HOLDS.search(small) is not None or (not _HAN.search(small) and _HOLDS_UP.search(small) is not None)


def _is_second_divided(s: Sentence) -> bool:
    match = _PART_ARE.search(s.text.lower())
    return match is not None and s.measures[0].start < match.end() <= s.measures[-1].end


def _is_return_so_far(s: Sentence, companies: tuple[str, ...]) -> bool:
    """Decides whether a bare `year to date` of listed companies asks for what they returned."""
    drawn = s.has("TREND", "PEAK", "TROUGH") or _DRAWN.search(s.text.lower()) is not None
    return bool(companies) and not set(companies) & set(GROUPS["private"]) and not drawn and not s.amounts


_PER_HEAD = re.compile(
    r"(?<!\w)(?:per|a|each|every) (?:head|capita|body|staffer|worker|employee)(?!\w)|人均(?!付费|用户|使用)",
    re.ASCII,
)
_HOLDS = re.compile(
    r"(?<!\w)(?:hold(?:s|ing)?|work(?:s|ing)?|still|fits?|fitting|accurate|apt|valid|strong|stand(?:s|ing)? up"
    r"|stack(?:s)? up"
    r"|how (?:good|well|close|similar|alike)|pecking order|today|these days|valuations?|to whom)(?!\w)"
    r"|成立|还灵|灵不灵|还像|像不像|站得住|立得住|说得通|准不准|还配|贴切|靠谱|现在|今天|如今"
)
"""Whether the picture holds is judged by what the companies are worth; who is who, or why, by no figure."""
_MOST_OF_A_SHARE = 100_000
"""No share covered costs as much; a market value is always more."""


def _is_price_of_a_share(s: Sentence) -> bool:
    """Decides whether a level is so low that it can only be that of one share."""
    level = s.amount("money", "number")
    return level is not None and not level.scaled and 1 < level.value < _MOST_OF_A_SHARE


_ON_THE_TAPE = re.compile(r"(?<!\w)(?:all[- ]time|52[- ]week|52w|record) (?:high|low)s?(?!\w)|(?<!\w)(?:ath|atl)(?!\w)")
_LISTINGS_APART = re.compile(
    r"(?=.*(?<!\w)(?:days?|weeks?|time|months?)(?!\w)).*(?<!\w)(?:listings?|debuts?|floats?|ipos?|flotations?)(?!\w)"
)


def _is_top_of_a_listed(s: Sentence, companies: tuple[str, ...]) -> bool:
    """Decides whether the top or bottom of somebody listed is asked for with no measure named: it is of the price."""
    unlisted = {*GROUPS["private"], "xai"}
    return s.has("PEAK", "TROUGH") and bool(companies) and not set(companies) & unlisted


def _is_of_the_tape(s: Sentence, companies: tuple[str, ...]) -> bool:
    """Decides whether a course is one of prices: of a code over some days, or with a high such as prices have."""
    if not companies or set(companies) & set(GROUPS["private"]):
        return False
    stretched = s.when is not None and not s.has("MOVED_BY") and not s.amounts and not _HOW_IT_WENT.search(s.text)
    return _ON_THE_TAPE.search(s.text.lower()) is not None or (stretched and named_by_code(s))


def is_share_for_money(s: Sentence, measures: tuple[str, ...]) -> bool:
    """Decides whether money from a kind of customer is asked for, where only the part of revenue it makes is known."""
    money = "revenue" in s.measure_keys or _MONEY.search(s.text.lower()) is not None
    return (
        set(measures) == {*measures} & {"enterprise_share", "overseas_share"}
        and money
        and not _PART.search(s.text.lower())
    )


_BY_AGE = re.compile(
    r"(?<!\w)(?:list(?:ed|ing)?|floated|public|ipo'?d|market) (?:first|last|earliest|longest|latest"
    r"|most recently)(?!\w)"
    r"|(?<!\w)(?:newest|oldest|latest|youngest|most recent|earliest|first) (?:listing|float|debut|ipo|flotation)(?!\w)"
    r"|(?<!\w)(?:first|last|earliest) to (?:list|float|go public|ipo)(?!\w)"
)
"""Who listed first orders a group by the day, whatever else its name says of listings."""
_BY_LISTING = ("hong_kong", "listed", "private", "chinese_private")
"""Groups whose name says where or whether they are listed."""
_MONEY = re.compile(r"(?<!\w)(?:money|dollars?|revenues?|sales|earns?|takes? in|brings? in)(?!\w)|赚|收入|营收|钱")
_PART = re.compile(r"share|percent|portion|fraction|proportion|part of|mix|split|how much of|%|占|比例|几成|比重")


def _without_words_at_work(s: Sentence, named: tuple[str, ...], operation: str) -> tuple[str, ...]:
    """Leaves out measures whose word does other work: listed in a group's name, high as in level, pressure."""
    kept = list(named)
    grown = [m for m in s.measures if m.key == "revenue_growth"]
    if (
        "revenue" in kept
        and grown
        and not any("revenue" in s.text[m.start : m.end].lower() for m in grown)
        and not _listed_apart(s)
    ):
        kept.remove("revenue")
    if "gross_margin" in kept and any(
        w in s.text.lower()
        for w in ("by what margin", "margin of lead", "margin at that", "by how big a margin", "what margin")
    ):
        kept.remove("gross_margin")
    if (
        "listing_date" in kept
        and (s.subjects.group in (*_BY_LISTING, "two") or s.when in ("since_listing", "first_day"))
        and (len(kept) > 1 or s.when in ("since_listing",) or s.subjects.group in _BY_LISTING)
    ) and not (
        _BY_AGE.search(s.text.lower())
        or (s.has("LACK", "WHEN") and s.subjects.group not in _BY_LISTING)
        or (s.has("HOW_LONG") and s.companies)
    ):
        kept.remove("listing_date")
    hits = s.cues.get("ORDER", ())
    if "listing_date" in kept and any(h.start <= 2 and s.text[h.start : h.end].lower() == "list" for h in hits):
        kept.remove("listing_date")
    if "listing_date" in kept and "offer_price" in kept and not s.has("WHEN"):
        kept.remove("listing_date")
    parts = any(
        w in s.text.lower()
        for w in (
            "share of",
            "percent",
            "portion",
            "fraction of",
            "slice of",
            "how much of",
            "% of",
            "占",
            "多少来自",
            "部分",
        )
    )
    if "revenue" in kept and parts and {"enterprise_share", "overseas_share"} & set(kept):
        kept.remove("revenue")
    if {"price_return", "share_price"} <= set(kept) and _asks_change(s):
        kept.remove("share_price")
    listed = _is_listed(s)
    beside = operation in ("history", "difference", "compare", "rank", "lookup") and len(kept) > 1
    if "price_return" in kept and beside and not listed:
        kept.remove("price_return")
    if "share_price" in kept and s.has("MOVED_BY") and operation == "history" and s.when is not None:
        kept[kept.index("share_price")] = "price_return"
    words = [s.text[m.start : m.end] for m in s.measures if m.key == "share_price"]
    if "share_price" in kept and len(kept) > 1 and all(w in ("走势", "收盘", "报多少") for w in words):
        kept.remove("share_price")
    if "share_price" in kept and "drawdown" in kept and not listed:
        kept.remove("share_price")
    if "users" in kept and operation != "ratio" and "enterprise_share" in kept:
        kept.remove("users")
    if operation == "lookup" and kept == ["offer_price"] and s.has("WHEN"):
        kept.append("listing_date")
    if operation == "reversals":
        by_price = _BY_PRICE.search(s.text.lower()) is not None
        moving = {"listing_date", "price_return", "days_of_volume", *(() if by_price else ("share_price",))}
        kept = [m for m in kept if m not in moving]
    if (
        operation in ("rank", "compare")
        and "market_value" in kept
        and len(kept) == 2
        and (_BY_MULTIPLE.search(s.text.lower()) or _is_worth_by_another(s))
    ):
        kept.remove("market_value")
    if (
        operation in ("rank", "compare")
        and "market_value" in kept
        and {"price_to_arr", "price_to_sales"} & set(kept)
        and s.has("LOWEST")
        and len(kept) == 2
        and "," not in s.text
    ):
        kept.remove("market_value")
    return tuple(dict.fromkeys(kept))


_BY_PRICE = re.compile(
    r"(?<!\w)by (?:share |stock )?price(?!\w)|on (?:share|stock) price"
    r"|(?:按|光看|只看|以|用|光|只|单|就|看|论|拿|从)(?:的是)?(?:每股)?股价|股价(?:计|算|上|口径|角度)"
    r"|股价(?:谁|哪|什么时候|啥时候|何时).{0,6}[超过反]"
    r"|(?:by|on|in) (?:the )?(?:share|stock)[- ]prices?(?: terms| alone| basis)?(?!\w)"
)
"""A lead by the price of a share is asked for itself; beside other words the price only moves."""
_CHANGE = re.compile(
    r"涨跌|涨幅|跌幅|涨了|跌了|涨多少|跌多少|表现|回报|收益率|(?<!\w)(?:return|performance|performed|gain)s?(?!\w)"
)


def _asks_change(s: Sentence) -> bool:
    """Decides whether how far a price moved is asked for, not where it stood."""
    return _CHANGE.search(s.text.lower()) is not None and not s.has("PEAK", "TROUGH", "LEVEL_OVER", "LEVEL_UNDER")


_WORTH = re.compile(r"(?:most |least )?valuable|worth(?: most| least)?|值钱")
_BY = re.compile(r"(?:(?<!\w)(?:by|in terms of|based on)(?: the| its| their)? |按|按照|论|以)$")


def _is_worth_by_another(s: Sentence) -> bool:
    """Decides whether worth is only what is ordered by a measure that is named: the most valuable by run rate."""
    worth = all(_WORTH.fullmatch(s.text[m.start : m.end].lower()) for m in s.measures if m.key == "market_value")
    others = [m for m in s.measures if m.key != "market_value"]
    return worth and any(_BY.search(s.text[: m.start].lower()) for m in others)


_BY_MULTIPLE = re.compile(r"(?:按|用|以|看|就|论|(?<!\w)by|(?<!\w)on) ?(?:p ?/ ?|市销率|市年率|ps(?![a-z])|估值倍数)")
"""A valuation that is judged by a multiple is that multiple."""
_APART = re.compile(r"[?？,，;；。、].{0,6}(?:顺便|另外|还有|再看|也看|谁|哪)|顺便|外加|以及")
_FARED = re.compile(
    r"(?:谁|哪[只家个边]).{0,6}(?:惨|猛|硬气|坚挺|拉胯|疲|扛|抗|争气|亮眼|难看|好看)|最(?:差|好|强|弱|惨|猛|拉)|best|worst"
)
"""Who had the better or the worse of a time: by how much each moved."""
_HOW_IT_WENT = re.compile(r"咋样|怎么样|怎样|如何|走得|行情|啥情况|(?<!\w)(?:wow|mom|pct|pnl)(?!\w)")
"""How a stock went over a time: by how much it moved."""
_LISTED = re.compile(r" ?(?:,|and|&|/|\+|plus|as well as|, and) ?(?:the |its |their )?")


def _is_listed(s: Sentence) -> bool:
    """Decides whether the measures stand in a list, so that each of them is wanted: price, return and drawdown."""
    small = s.text.lower()
    return len(s.measures) > 1 and all(
        _LISTED.fullmatch(small[one.end : other.start]) for one, other in pairwise(s.measures)
    )


def _listed_apart(s: Sentence) -> bool:
    ends = sorted(m.end for m in s.measures if m.key in ("revenue", "revenue_growth"))
    starts = sorted(m.start for m in s.measures if m.key in ("revenue", "revenue_growth"))
    if len(ends) > 1 and _APART.search(s.text[ends[0] : starts[-1]]):
        return True
    return any(
        w in s.text.lower()
        for w in (" and growth", ", growth", "和增", "、增", "与增", "revenue and", "growth and", "growth, revenue")
    )
