"""Events by which a time is said: since the unlock, on the day of the release, in the first week of trading."""

from __future__ import annotations

import re

from bot.plan import Between
from bot.questions.amounts import han_number
from bot.questions.dates import FoundWhen

_UNLOCK = (
    r"(?:(?:lock-?ups?|lockups?)(?: (?:expir(?:y|ed|ation)|end(?:ed)?|lapsed?|release|was lifted|came off|ran out"
    r"|rolled off))?"
    r"|unlock(?:ing)?|(?:share )?releases?(?: of (?:the )?(?:locked )?shares)?|restrictions? (?:ended|lapsed"
    r"|came off|were lifted))"
)
_WHICH = r"(?:(?:the|its|their|that|last|latest|recent|most recent|first|big|cornerstone|share) )*"
_SINCE = re.compile(
    rf"(?<!\w)(?:ever since|since|after|following|in the wake of|from) {_WHICH}{_UNLOCK}(?: day| date)?"
    r"(?: (?:happened|took place|on|onwards?))?(?!\w)(?! (?:of|in) (?:jan|jul|20))"
    r"|(?:上次|上一次|最近一次|那次|这次|基石|限售股)?(?:解禁|解锁)(?:日|当天|那天|当日)?(?:以来|至今|到现在|到今天"
    r"|之后|以后|过后|后)(?:至今|到现在|到今天|以来)?"
)
_ON = re.compile(
    rf"(?<!\w)on {_WHICH}(?:unlock(?:ing)?|release|(?:lock-?up )?expiry|expiration)(?: day| date)(?!\w)"
    rf"|(?<!\w)(?:on )?the day (?:of {_WHICH}{_UNLOCK}|{_WHICH}{_UNLOCK})(?!\w)"
    r"|(?:解禁|解锁)(?:日)?(?:当天|那天|当日|那一天)"
)
_BEFORE = re.compile(
    rf"(?<!\w)(?:(?:(?:on )?the )?(?:day|session|eve|close|night) (?:before|of|ahead of|prior to)|just before"
    rf"|right before) {_WHICH}{_UNLOCK}(?!\w)"
    r"|(?:解禁|解锁)(?:日)?(?:的)?前(?:一天|一日|夕|一个交易日)"
)
_NEWEST = re.compile(r"(?<!\w)(?:last|latest|most recent)(?!\w)|上次|上一次|最近一次")
_MOVES = re.compile(
    r"(?<!\w)(?:returns?|returned|(?:out|under)?perform\w*|beat(?:en)?|ahead|done|doing|did|do|fared?|mov(?:e|ed|es)|fall(?:en)?|fell|ris(?:e|en)"
    r"|rose|gain(?:ed)?"
    r"|lost|drop(?:ped)?|slid|slump\w*|rall(?:y|ied)|up|down|share price|stock price|price|px|clos(?:e|ed|es|ing)"
    r"|market cap"
    r"|cap|market value|worth|drawdown|chart|history|graph|plot|trend|track|trade[ds]?|trading volume|volume"
    r"|turnover)(?!\w)"
    r"|涨|跌|股价|走势|表现|收盘|收市|回报|收益率|市值|成交量|成交额|走得|行情|收在|收了"
)
_SUPPLY = re.compile(
    r"(?<!\w)(?:will|would|could|might|should|may|if|pressure|overhang|sell(?:ing)?|days? of|absorb\w*|supply|float"
    r"|dump\w*|hold(?:ers?)?"
    r"|who (?:can|may|is|gets?|holds?|owns?)|still|next|coming|expires?|flood\w*|clear|soak)(?!\w)|会|将|可能|抛压"
    r"|压力|卖|抛|谁|供给|冲击|流通|还有|剩|消化|承接|减持|砸|下一|能不能|如果|假如|要是"
)
_FIRST = (
    (re.compile(
        rf"(?<!\w)(?:on )?(?:the )?(?:day|session|morning) after {_WHICH}{_UNLOCK}(?!\w)|(?:解禁|解锁)(?:的"
        rf"|后)?(?:第二[天日]|次日|后一天)"
    ), "1d_after_unlock"),
    (re.compile(
        r"(?<!\w)(?:(?:in|over|during|for) )?(?:its |their |the )?first (?P<unit>week|month)(?: of (?:trading"
        r"|dealings?|its listed life)"
        r"| (?:as a (?:listed|public) (?:company|stock)|on the (?:market|exchange|board)|after (?:the "
        r"|its )?(?:listing|ipo|debut|float)))(?!\w)"
        r"|(?:上市|挂牌|ipo)(?:后)?(?:的)?(?:首|第一个?|头一?个?)(?P<han>周|月|个月|星期)"
    ), ""),
    (re.compile(
        r"(?<!\w)(?:on )?(?:(?:the|its) )?(?:day after (?:(?:it|they) (?:listed|floated|debuted)|(?:the |its "
        r"|their )?(?:listing|ipo|debut|float))"
        r"|second (?:trading day|session|day of (?:trading|dealings)))(?!\w)|(?:上市|挂牌)(?:的|后)?(?:第二[天日]|次日"
        r"|第二个交易日)"
    ), "second_day"),
)  # fmt: skip


_SO_MANY = r"(?P<count>\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|thirty|sixty|ninety)"
_LATER = re.compile(
    rf"(?<!\w){_SO_MANY} (?P<unit>day|week|month|year)s? (?:after|on from|into) (?:(?:the|its|their|it"
    rf"|they) )*(?P<what>list(?:ing|ed)|ipo|debut(?:ed)?"
    r"|float(?:ed|ation)?|unlock|lock-?up(?: expiry| expired)?|release|expiry)(?!\w)"
    r"|(?P<what2>上市|挂牌|解禁)(?:(?:后|以后|之后)(?:第|满)?|第|满)(?P<count2>\d{1,3}"
    r"|[一二两三四五六七八九十]{1,3}) ?(?P<unit2>天|日|周|个星期|个月"
    r"|年)(?:后|的时候|时|那天)?"
)
_UNIT = {
    "day": (1, "d"), "week": (7, "d"), "month": (1, "m"), "year": (12, "m"), "天": (1, "d"), "日": (1, "d"),
    "周": (7, "d"), "个星期": (7, "d"), "个月": (1, "m"), "年": (12, "m"),
}  # fmt: skip
_ONES = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "twelve": 12, "thirty": 30, "sixty": 60, "ninety": 90,
}  # fmt: skip


def _later(small: str) -> FoundWhen | None:
    """So many days, weeks or months after a listing or a release, where something that moves is asked of that day."""
    match = _LATER.search(small)
    if match is None or not _moves(small, match):
        return None
    count = match["count"] or match["count2"]
    number = int(count) if count.isdigit() else _ONES.get(count) or int(han_number(count) or 0)
    times, unit = _UNIT[match["unit"] or match["unit2"]]
    what = match["what"] or match["what2"]
    event = "listing" if what.startswith(("list", "ipo", "debut", "float", "上市", "挂牌")) else "unlock"
    return FoundWhen(f"{number * times}{unit}_after_{event}", *match.span())


def _moves(small: str, match: re.Match[str]) -> bool:
    rest = small[: match.start()] + " , " + small[match.end() :]
    return bool(_MOVES.search(rest)) and not _SUPPLY.search(rest)


def event_in(small: str) -> FoundWhen | None:
    """Returns the event by which a text in small letters says its time, None where it names none or asks about it.

    A release is a time only where something that moves is asked of, and nothing that speaks of supply: who may sell
    after the unlock is asked of the unlock itself.
    """
    for pattern, whole in _FIRST:
        if match := pattern.search(small):
            if whole.endswith("unlock") and not _moves(small, match):
                continue
            if whole:
                return FoundWhen(whole, *match.span())
            unit = match["unit"] or ("month" if "月" in (match["han"] or "") else "week")
            return FoundWhen(Between("first_day", f"first_{unit}"), *match.span())
    if (later := _later(small)) is not None:
        return later
    if not any(said in small for said in ("lock", "release", "expir", "restriction", "解禁", "解锁")):
        return None
    for pattern, when in ((_BEFORE, "unlock_eve"), (_ON, "unlock_day"), (_SINCE, Between("unlock_day", "today"))):
        if match := pattern.search(small):
            asks = _moves(small, match)
            if asks and isinstance(when, Between) and _NEWEST.search(match.group()):
                return FoundWhen(Between("unlock_latest", when.end), *match.span())
            return FoundWhen(when, *match.span()) if asks else None
    return None
