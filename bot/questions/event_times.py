"""Events by which a time is said: since the unlock, on the day of the release, in the first week of trading."""

from __future__ import annotations

import re

from bot.plan import Between
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
    r"(?<!\w)(?:returns?|returned|perform\w*|done|doing|did|do|fared?|mov(?:e|ed|es)|fall(?:en)?|fell|ris(?:e|en)"
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
        r"(?<!\w)(?:(?:in|over|during|for) )?(?:its |their |the )?first (?P<unit>week|month)(?: of (?:trading"
        r"|dealings?|its listed life)"
        r"| (?:as a (?:listed|public) (?:company|stock)|on the (?:market|exchange|board)|after (?:the "
        r"|its )?(?:listing|ipo|debut|float)))(?!\w)"
        r"|(?:上市|挂牌|ipo)(?:后)?(?:的)?(?:首|第一个?|头一?个?)(?P<han>周|月|个月|星期)"
    ), ""),
    (re.compile(
        r"(?<!\w)(?:on )?(?:(?:the|its) )?(?:day after (?:(?:it|they) (?:listed|floated|debuted)|(?:the |its "
        r"|their )?(?:listing|ipo|debut|float))"
        r"|second (?:trading )?(?:day|session)(?: of trading)?)(?!\w)|(?:上市|挂牌)(?:的|后)?(?:第二[天日]|次日"
        r"|第二个交易日)"
    ), "second_day"),
)  # fmt: skip


def event_in(small: str) -> FoundWhen | None:
    """Returns the event by which a text in small letters says its time, None where it names none or asks about it.

    A release is a time only where something that moves is asked of, and nothing that speaks of supply: who may sell
    after the unlock is asked of the unlock itself.
    """
    for pattern, whole in _FIRST:
        if match := pattern.search(small):
            if whole:
                return FoundWhen(whole, *match.span())
            unit = match["unit"] or ("month" if "月" in (match["han"] or "") else "week")
            return FoundWhen(Between("first_day", f"first_{unit}"), *match.span())
    if not any(said in small for said in ("lock", "release", "expir", "restriction", "解禁", "解锁")):
        return None
    for pattern, when in ((_BEFORE, "unlock_eve"), (_ON, "unlock_day"), (_SINCE, Between("unlock_day", "today"))):
        if match := pattern.search(small):
            rest = small[: match.start()] + " , " + small[match.end() :]
            asks = _MOVES.search(rest) and not _SUPPLY.search(rest)
            if asks and isinstance(when, Between) and _NEWEST.search(match.group()):
                return FoundWhen(Between("unlock_latest", when.end), *match.span())
            return FoundWhen(when, *match.span()) if asks else None
    return None
