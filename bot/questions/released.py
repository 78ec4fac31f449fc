"""Deciding what is asked of an expiry and of the stock it sets free: a date, a part, a worth, days of trading."""

from __future__ import annotations

import re

from bot.plan import Between
from bot.questions.kinds_of_holders import holders_of
from bot.questions.operations import UNLOCKING
from bot.questions.sentence import Sentence


def unlock_measures(s: Sentence) -> tuple[str, ...]:
    """Returns what is asked of an expiry: its date, its size as a part, its worth, or nothing but who is released."""
    named = [m for m in s.measure_keys if m in UNLOCKING]
    small = s.text.lower()
    if WHO.search(small) and not s.has("WHEN", "COMP_HIGH", "COMP_LOW", "HIGHEST", "LOWEST") and len(s.companies) < 2:
        return ()
    if "unlock_date" in named and not _asks_date(s) and ("unlock_ratio" in named or "unlock_value" in named):
        named.remove("unlock_date")
    if _asks_date(s) and "unlock_date" not in named:
        named.append("unlock_date")
    if _AS_PART.search(small) and "unlock_ratio" not in named:
        named.append("unlock_ratio")
    if (
        any(w in small for w in ("金额", "值多少", "多少钱", "worth", "in money", " weigh"))
        and "unlock_value" not in named
    ):
        named.append("unlock_value")
    listed = _DATE_ASKED.search(small) is not None
    if "unlock_ratio" in named and s.currency is not None and not _LISTED_WITH.search(small):
        named = ["unlock_value" if m == "unlock_ratio" else m for m in named]
    if not set(named) - {"unlock_date"} and _WHAT_COMES_OUT.search(small):
        return ("unlock_ratio", "unlock_value")
    if "unlock_date" in named and len(named) > 1 and not listed and (not _asks_date(s) or _is_of_one_expiry(s)):
        named.remove("unlock_date")
    if listed and named and "unlock_date" not in named:
        named.insert(0, "unlock_date")
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
        if "unlock_date" in named and (not _asks_date(s) or _is_of_one_expiry(s)):
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
    if _UNTIL_WHEN.search(small):
        return ("unlock_date",)
    if s.has("HOLDERS") and holders_of(s) is None and not named:
        return ()
    if _TRANCHES.search(small) and not set(named) - {"unlock_date"}:
        return ("unlock_date", "unlock_ratio")
    if _NEXT_ONE.search(small) and not set(named) - {"unlock_date"}:
        return ("unlock_date",)
    period = isinstance(s.when, str) and s.when.startswith(("next_", "this_"))
    all_of_them = s.has("CALENDAR", "EVERYTHING") or (period and not _ANY.search(small))
    listed_out = _LISTED_OUT.search(small) is not None and not _IS_THERE.search(small)
    all_of_them = all_of_them or ((period or isinstance(s.when, Between)) and listed_out)
    if all_of_them and not s.companies and not set(named) - {"unlock_date"}:
        return ("unlock_date", "unlock_ratio")
    return tuple(dict.fromkeys(named)) or ("unlock_date",)


_DATE_ASKED = re.compile(
    r"^(?:and )?(?:the )?(?:release |expiry )?dates?(?!\w)|^when(?!\w).{4,60}(?<!\w)(?:and|,) (?:for )?(?:how"
    r"|what)(?!\w)"
    r"|(?:dates?|when) and (?:the )?(?:size|amount|ratio|portion|share)|(?:size|amount|ratio|portion|share) and "
    r"(?:the )?(?:date|when)(?!\w)|^(?:all )?(?:expiries|expirations|unlocks|releases)(?!\w).{0,40}(?<!\w)with(?!\w)"
    r"|(?:日期|时间)(?:和|与|及|、)(?:规模|比例|大小)|(?:规模|比例|大小)(?:和|与|及|、)(?:日期|时间)"
)
"""The day is asked for itself, beside how much."""
_LISTED_WITH = re.compile(
    r"(?<!\w)(?:ratio|percent(?:age)?|share|portion|slice)s?(?!\w)[^?]{0,20}(?<!\w)(?:and|,|plus)(?!\w)|比例(?:和|与|及|、)"
)
_WHAT_COMES_OUT = re.compile(
    r"(?<!\w)what(?:'s| is| was| gets?| got| comes?| came| will| goes| will be| would be)* (?:being |get |be |come )?"
    r"(?:releas\w+|freed|unlocked|loose|let (?:go|loose|out)|set free|free)(?! when)(?!\w)(?!.{0,20}(?<!\w)next(?!\w))"
    r"|(?:放|解禁|解锁|松绑)(?:出来|掉)?(?:的是)?(?:些)?什么"
)
_IS_THERE = re.compile(r"^(?:so |and |but )?(?:is|are|was|were) there any(?!\w)|有没有")
_LISTED_OUT = re.compile(
    r"哪些|有什么|都有谁|清单|列一下|列个|(?<!\w)(?:which (?:names|ones|stocks|shares|holders|tranches)|diary"
    r"|what(?:'?s| is| are)? (?:\w+ )?(?:coming|rolling|falling|dropping|due|up|getting|unlock\w*|expir\w*|scheduled)"
    r"|list)(?!\w)"
)
"""Each expiry of a stretch of time is wanted, with its size."""
WHO = re.compile(
    r"(?:基石|股东|holders?|cornerstones?|持有人).{0,8}(?:有哪些|哪些名|名单|都有谁|有谁|是谁)|(?:名单|list).{0,4}(?:有哪|哪些|都有谁)"
    r"|^\W*(?:and |so |but |ok |then )?who(?:'s|'re|se)?(?: (?:is|are|was|were|exactly|precisely|can|could|may|might"
    r"|will|would"
    r"|gets?|else|all|still|on earth|then|actually))+ (?!.*(?:first|sooner|earlier|last|next)(?!\w))"
)
"""Who is released is asked, not when."""
_AS_PART = re.compile(
    r"比例|占比|ratio|(?<!\w)(?:percentages?|proportion|percent of (?=[\w' ]{2,30}(?:lock|free|releas|sell))"
    r"|(?:slice|chunk|portion|percent(?:age)?|fraction|piece) (?:of|still|is|was|gets?|comes?|freed|let|set|released)"
    r"|(?:date|when) and (?:the )?(?:size|amount)|(?:size|amount) and (?:the )?(?:date|when)"
    r"|per ?cent[ -]?wise|percentage[ -]wise|pct[ -]?wise|in (?:percent"
    r"|per cent"
    r"|pct|%)|as an? (?:share|part|fraction|percentage|percent|slice|%|proportion|chunk) of (?:the |its )?(?:total"
    r"|whole"
    r"|company|register|capital|share capital|issued)|in percentage terms|% terms)(?!\w)"
)
_UNTIL_WHEN = re.compile(
    r"(?:还|仲)[有剩]?(?:多少|几)(?:个)?[天日](?!的?量|成交)|倒计时|"
    r"(?<!\w)(?:how long|until when|till when|up to when|for how much longer)(?!\w).{0,60}(?:barred|locked|lock|bound"
    r"|restricted|restriction|stuck|frozen|forbidden|kept from|sit tight|wait|hold)"
)
_TRANCHES = re.compile(
    r"(?<!\w)(?:(?:release|unlock|lock-?up|expiry|lapse|vesting) (?:schedule|timetable|calendar|ladder|table)"
    r"|every tranche"
    r"|all (?:the )?tranches|tranche by tranche|each tranche|every (?:batch|expiry))(?!\w)"
)
_NEXT_ONE = re.compile(
    r"下(?:一)?(?:个|次|批|场|波|轮)(?:的)?(?:解禁|限售|lock-? ?up|unlock|expiry|到期|日子)*(?:日)?"
    r"(?:是|在|又)?(?:哪天|几号|什么时候|啥时候|何时|几时)"
    r"|(?<!\w)(?:next|nearest|first|any|a single|an?) (?:[\w-]+ ){0,3}?(?:expiry|expiration|unlock|release|cliff"
    r"|tranche|batch"
    r"|lapse|unlock date|date)(?!\w)(?! (?:calendar|schedule|list|dates))"
)
_ONE_EXPIRY = re.compile(
    r"(?<!\w)(?:the |that |this )?(?:first|second|last|july|january|october|that|this|same) (?:[\w-]+ )?(?:expiry"
    r"|unlock|tranche"
    r"|batch|release|lot|cliff)(?!\w)"
)


def _is_of_one_expiry(s: Sentence) -> bool:
    """Decides whether the words that seem to ask for a date only say which expiry is meant."""
    small = s.text.lower()
    asks = s.has("WHEN") or any(w in small for w in ("date", "earlier", "sooner", "which day", "what day"))
    return _ONE_EXPIRY.search(small) is not None and not asks


_ANY = re.compile(r"有没|有无|是否有|会有|(?<!\w)(?:any|anything|is there|are there)(?!\w)")
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
    r"(?:%|percent|pct|share|part|chunk|piece|fraction|portion|relative to|相对|/|over|divided by|slice|how much"
    r"|compared|against|versus"
    r"|vs) ?(?:of |to |with )?(?:its "
    r"|their |the |total |whole |[\w-]+'s )*"
    r"(?:market[ _](?:cap|value)|mcap|mktcap|mkt cap|cap|valuation|worth|company|(?<=to its )size"
    r"|(?<=to their )size)(?!\w)|占.{0,6}(?:市值|盘子)|(?:市值"
    r"|盘子)的?(?:比例|几成|百分)"
)


def pressure_measures(s: Sentence) -> tuple[str, ...]:
    """Returns what is asked of the stock set free: its worth, days of trading, or its part of the market value."""
    small = s.text.lower()
    named = [m for m in s.measure_keys if m in ("unlock_value", "days_of_volume", "unlock_ratio")]
    if {"unlock_ratio", "ratio"} & {*named, *_RATIO.findall(small)} and _DATE_ASKED.search(small):
        return ("unlock_date", "unlock_ratio", "unlock_value")
    if s.currency is not None and set(named) <= {"unlock_ratio", "unlock_value"} and not _OF_CAP.search(small):
        return ("unlock_value",)
    if _TO_TRADE_THROUGH.search(small) and set(named) <= {"unlock_value", "days_of_volume"}:
        return ("days_of_volume",)
    general = any(
        w in small
        for w in ("pressure", "overhang", "supply", "抛压", "卖压", "压力", "减持", "解禁股", "freed", "unlock")
    )
    if "volume" in s.measure_keys and _BY_VOLUME.search(small) and s.currency is None:
        return ("days_of_volume",)
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


_RATIO = re.compile(r"(?<!\w)ratio(?!\w)")
_TO_TRADE_THROUGH = re.compile(
    r"(?<!\w)(?:days?|weeks?|sessions?|fortnight|months?)(?: or \w+)? to (?:trade|work|sell|chew|churn|get|plough|shift"
    r"|move)(?: it| them)? (?:through|off|out)(?!\w)"
    r"|(?:一|几|多少)(?:周|星期|天|个月)(?:才)?(?:能)?(?:交易完|换完|消化完)"
)
"""How long the market takes for the stock set free."""
_BY_VOLUME = re.compile(
    r"(?:(?<!\w)(?:vs\.?|versus|against|relative to|compared (?:to|with)|next to|per unit of|over|divided by"
    r"|in terms of|measured"
    r" (?:in|by)|as a multiple of|times)(?!\w)|/)[^?.;]{0,30}?(?<!\w)(?:volumes?|turnover|adv|trading|liquidity)(?!\w)"
)
"""The stock set free is held against what trades in a day."""
