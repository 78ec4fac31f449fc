"""Deciding which measures and companies an operation is about, with those that go without saying."""

from __future__ import annotations

import re

from bot.plan import Between
from bot.questions.groups import COUNTERPART, FOUR, TWO
from bot.questions.joined_measures import FOR_EACH
from bot.questions.operations import UNLOCKING, counted_company, is_per_head, is_per_user
from bot.questions.scenarios import holders_of
from bot.questions.sentence import Sentence


def measures_of(s: Sentence, operation: str, companies: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    """Returns the measures an operation is about, and whether they were named; defaults are those of the GUIDE."""
    named = s.measure_keys
    if operation == "mirror":
        kept = tuple(m for m in named if m not in ("listing_date",))
        if companies and not set(companies) & set(FOUR):
            return kept, bool(kept)
        who = s.has("WHICH") or any(w in s.text.lower() for w in ("counterpart", "copy", "copies"))
        return (kept, True) if kept else ((), True) if who else (("market_value",), False)
    if operation == "unlocks":
        return _unlock_measures(s), True
    if operation == "overhang":
        return _pressure_measures(s), True
    if s.has("RELATIVE_SALES"):
        first = named[0] if named and named[0] != "revenue" else "net_loss"
        return (first, "revenue"), True
    kept = _without_words_at_work(s, named, operation)
    if operation == "history" and not kept and _is_price_of_a_share(s):
        return ("share_price",), False
    if operation == "history" and not kept:
        small = s.text.lower()
        moved = (
            s.has("MOVED_BY")
            or (s.has("HOW_MUCH") and s.has("RISE", "FALL"))
            or any(w in small for w in ("how did", "how has", "doing", "表现", "up or down"))
        )
        stock = any(w in small for w in ("stock", "shares", "走势", "股", "chart", "plot", "graph", "k线"))
        if moved and not s.has("RATIO"):
            return ("price_return",), False
        return (("share_price",) if stock else ("market_value",)), False
    if operation == "ratio" and is_per_head(s):
        return (*(m for m in kept[:2] if m != "employees"), "employees") if kept else ("revenue", "employees"), True
    if operation == "ratio" and is_per_user(s) and not {"users", "customers"} & set(kept):
        return (*kept[:1], "users"), True
    if not kept:
        if s.has("LOWEST", "HIGHEST", "COMP_LOW", "COMP_HIGH") and any(
            w in s.text.lower() for w in ("cheap", "expensive", "dear", "pric", "便宜", "贵")
        ):
            return ("price_to_arr",), False
        stretched = s.when in ("ytd", "this_year", "this_month", "this_week", "last_week", "last_month", "last_30d")
        if (
            stretched
            and s.has("RISE", "FALL", "MOVE_UP", "MOVE_DOWN")
            and operation in ("compare", "rank", "difference")
        ):
            return ("price_return",), False
        if s.when == "since_listing" and operation in ("compare", "rank", "difference"):
            return ("price_return",), False
        if any(w in s.text.lower() for w in ("fastest", "最快", "更快", "谁快")):
            return ("revenue_growth",), False
        return ("market_value",), False
    return kept, True


_MOST_OF_A_SHARE = 100_000
"""No share covered costs as much; a market value is always more."""


def _is_price_of_a_share(s: Sentence) -> bool:
    """Decides whether a level is so low that it can only be that of one share."""
    level = s.amount("money", "number")
    return level is not None and not level.scaled and 1 < level.value < _MOST_OF_A_SHARE


def is_share_for_money(s: Sentence, measures: tuple[str, ...]) -> bool:
    """Decides whether money from a kind of customer is asked for, where only the part of revenue it makes is known."""
    money = "revenue" in s.measure_keys or _MONEY.search(s.text.lower()) is not None
    return (
        set(measures) == {*measures} & {"enterprise_share", "overseas_share"}
        and money
        and not _PART.search(s.text.lower())
    )


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
    ) and not (s.has("LACK", "WHEN") and s.subjects.group not in _BY_LISTING):
        kept.remove("listing_date")
    hits = s.cues.get("ORDER", ())
    if "listing_date" in kept and any(h.start <= 2 and s.text[h.start : h.end].lower() == "list" for h in hits):
        kept.remove("listing_date")
    if "listing_date" in kept and "offer_price" in kept and not s.has("WHEN"):
        kept.remove("listing_date")
    parts = any(
        w in s.text.lower() for w in ("share of", "percent", "portion", "how much of", "% of", "占", "多少来自", "部分")
    )
    if "revenue" in kept and parts and {"enterprise_share", "overseas_share"} & set(kept):
        kept.remove("revenue")
    if {"price_return", "share_price"} <= set(kept) and _asks_change(s):
        kept.remove("share_price")
    if "price_return" in kept and len(kept) > 1 and operation in ("history", "difference", "compare", "rank", "lookup"):
        kept.remove("price_return")
    if "share_price" in kept and s.has("MOVED_BY") and operation == "history" and s.when is not None:
        kept[kept.index("share_price")] = "price_return"
    words = [s.text[m.start : m.end] for m in s.measures if m.key == "share_price"]
    if "share_price" in kept and len(kept) > 1 and all(w in ("走势", "收盘") for w in words):
        kept.remove("share_price")
    if "share_price" in kept and "drawdown" in kept:
        kept.remove("share_price")
    if "users" in kept and operation != "ratio" and "enterprise_share" in kept:
        kept.remove("users")
    if operation == "lookup" and kept == ["offer_price"] and s.has("WHEN"):
        kept.append("listing_date")
    if operation == "reversals":
        kept = [m for m in kept if m not in ("listing_date", "share_price", "price_return")]
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


_CHANGE = re.compile(
    r"涨跌|涨幅|跌幅|涨了|跌了|涨多少|跌多少|表现|回报|收益率|(?<!\w)(?:return|performance|performed|gain)s?(?!\w)"
)


def _asks_change(s: Sentence) -> bool:
    """Decides whether how far a price moved is asked for, not where it stood."""
    return _CHANGE.search(s.text.lower()) is not None and not s.has("PEAK", "TROUGH", "LEVEL_OVER", "LEVEL_UNDER")


def _listed_apart(s: Sentence) -> bool:
    return any(
        w in s.text.lower()
        for w in (" and growth", ", growth", "和增", "、增", "与增", "revenue and", "growth and", "growth, revenue")
    )


def _unlock_measures(s: Sentence) -> tuple[str, ...]:
    named = [m for m in s.measure_keys if m in UNLOCKING]
    small = s.text.lower()
    if "unlock_date" in named and not _asks_date(s) and ("unlock_ratio" in named or "unlock_value" in named):
        named.remove("unlock_date")
    if _asks_date(s) and "unlock_date" not in named:
        named.append("unlock_date")
    if any(w in small for w in ("比例", "占比", "ratio", "percentage", "proportion")) and "unlock_ratio" not in named:
        named.append("unlock_ratio")
    if any(w in small for w in ("金额", "值多少", "多少钱", "worth", "in money")) and "unlock_value" not in named:
        named.append("unlock_value")
    if "unlock_date" in named and len(named) > 1 and not _asks_date(s):
        named.remove("unlock_date")
    how_much = any(
        w in small
        for w in (
            "how much",
            "how many",
            "what percent",
            "what share",
            "what portion",
            "what fraction",
            "what part",
            "what proportion",
            "how big a part",
            "多少",
            "几成",
            "百分之",
        )
    )
    if how_much and "unlock_ratio" not in named and "unlock_value" not in named and not s.has("PRESSURE"):
        named.append("unlock_ratio")
        if "unlock_date" in named and not _asks_date(s):
            named.remove("unlock_date")
    if "market_value" in s.measure_keys and "unlock_value" not in named:
        named.append("unlock_value")
    if (
        len(s.companies) == 1
        and "whose" in small
        and "unlock_ratio" not in named
        and not s.has("COMP_HIGH", "COMP_LOW", "FIRST")
    ):
        return ()
    if s.has("HOLDERS") and holders_of(s) is None and not named:
        return ()
    period = isinstance(s.when, str) and s.when.startswith("next_")
    all_of_them = s.has("CALENDAR", "EVERYTHING") or (period and not _ANY.search(small))
    all_of_them = all_of_them or ((period or isinstance(s.when, Between)) and _LISTED_OUT.search(small) is not None)
    if all_of_them and not s.companies and not set(named) - {"unlock_date"}:
        return ("unlock_date", "unlock_ratio")
    return tuple(dict.fromkeys(named)) or ("unlock_date",)


_LISTED_OUT = re.compile(
    r"哪些|有什么|都有谁|清单|列一下|列个|(?<!\w)(?:which (?:names|ones|stocks|shares|holders|tranches)|diary"
    r"|what(?:'s| is) coming|list)(?!\w)"
)
"""Each expiry of a stretch of time is wanted, with its size."""
_ANY = re.compile(r"有没有|有无|是否有|会有|(?<!\w)(?:any|anything|is there|are there)(?!\w)")
"""Whether there is one at all is asked, not for a list."""


def _asks_date(s: Sentence) -> bool:
    small = s.text.lower()
    return s.has("WHEN", "CALENDAR") or any(
        w in small
        for w in (
            "earlier",
            "sooner",
            "first",
            "later",
            "expir",
            " date",
            "先解禁",
            "更早",
            "日期",
            "到期",
            "已经解禁",
            "解禁了吗",
            "already",
        )
    )


_OF_CAP = re.compile(
    r"(?:%|percent|pct|share|part|fraction|portion|relative to|相对|/|over|divided by|slice|how much"
    r"|compared|against|versus"
    r"|vs) ?(?:of |to |with )?(?:its "
    r"|their |the |total |whole |[\w-]+'s )*"
    r"(?:market[ _](?:cap|value)|mcap|mktcap|mkt cap|cap|valuation)(?!\w)|占.{0,6}(?:市值|盘子)|(?:市值"
    r"|盘子)的?(?:比例|几成|百分)"
)


def _pressure_measures(s: Sentence) -> tuple[str, ...]:
    small = s.text.lower()
    named = [m for m in s.measure_keys if m in ("unlock_value", "days_of_volume", "unlock_ratio")]
    general = any(
        w in small
        for w in ("pressure", "overhang", "supply", "抛压", "卖压", "压力", "减持", "解禁股", "freed", "unlock")
    )
    if s.has("OF_MARKET") or _OF_CAP.search(small) or (general and s.has("RATIO") and "market_value" in s.measure_keys):
        return ("unlock_value", "market_value")
    if any(
        w in small
        for w in (
            "behind us",
            "behind it",
            "is over",
            " over?",
            "all over",
            "done with",
            "already",
            "过去了",
            "结束了",
            "已经消化",
            "完了吗",
            "利空出尽",
        )
    ):
        return ("unlock_date", "unlock_value", "days_of_volume")
    if s.has("HOW_LONG") and named in ([], ["unlock_value"]):
        return ("days_of_volume",)
    if (
        named == ["unlock_value"]
        and general
        and not any(
            w in small
            for w in ("value", "worth", "usd", "hkd", "美元", "港元", "金额", "actually be sold", "how much money")
        )
        and s.currency is None
    ):
        return ("unlock_value", "days_of_volume")
    if (
        "days_of_volume" in named
        and "unlock_value" in named
        and general
        and not any(w in small for w in ("value", "worth", "金额", "市值", " and "))
    ):
        named.remove("unlock_value")
    if not named and any(w in small for w in ("worth", "value", "$", "值多少", "多少钱", "how much money")):
        return ("unlock_value",)
    if not named and general:
        return ("unlock_value", "days_of_volume")
    return tuple(named) or ("unlock_value",)


def companies_of(s: Sentence, operation: str, companies: tuple[str, ...]) -> tuple[str, ...]:
    """Returns the companies in the order that an operation needs, with those that go without saying."""
    if operation == "mirror":
        return _mirrored(s, companies)
    if operation in ("unlocks", "overhang") and not companies:
        return () if s.has("EVERYTHING") and not s.subjects.group else TWO
    if operation == "reversals" and len(companies) == 1 and companies[0] in COUNTERPART:
        return (*companies, COUNTERPART[companies[0]])
    if operation == "ratio" and len(companies) == 2 and _is_turned(s):
        return (companies[1], companies[0])
    return companies


def _mirrored(s: Sentence, companies: tuple[str, ...]) -> tuple[str, ...]:
    if not companies or (len(companies) >= 3 and set(companies) <= set(FOUR)):
        return FOUR
    if len(companies) == 2 and set(companies) == {"zhipu", "minimax"}:
        return FOUR
    counterparts = {"zhipu": "anthropic", "anthropic": "zhipu", "minimax": "openai", "openai": "minimax"}
    if len(companies) == 1 and companies[0] in counterparts:
        one, other = companies[0], counterparts[companies[0]]
        return (one, other) if one in ("zhipu", "minimax") else (other, one)
    return companies


_GOES_INTO = re.compile(r"(?<!\w)(?:go|goes|fit|fits|gone|slot|slots) (?:in|into|inside)(?!\w)")


def _is_turned(s: Sentence) -> bool:
    """Decides whether the second company named is the one divided: how many of A fit into B, what part of A is B."""
    if len(s.subjects.named) < 2:
        return False
    small = s.text.lower()
    first, second = s.subjects.named[0], s.subjects.named[-1]
    before, between = small[: first.start], small[first.end : second.start]
    if counted_company(s) == 0:
        return True
    each = FOR_EACH.search(small)
    if each is not None and each.start() < second.start:
        return True
    part = any(
        w in before
        for w in (
            "multiple of",
            "fraction of",
            "share of",
            "percentage of",
            "percent of",
            "% of",
            "proportion of",
            "portion of",
        )
    )
    if part and (" is " in f" {between} " or " does " in f" {between} " or "would " in between):
        return True
    if counted_company(s) is None and s.has("FIT", "TIMES") and _GOES_INTO.search(between):
        return True
    smaller = any(w in small for w in ("smaller than", "times smaller"))
    return smaller
