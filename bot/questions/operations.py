"""Deciding by meaning what is wanted of the figures: a look-up, an order, a gap, a course, a lead, an unlock."""

from __future__ import annotations

import re

from bot.plan import Between, Operation
from bot.questions.counts import asks_place
from bot.questions.kinds_of_holders import holders_of
from bot.questions.leads import is_change_of_lead, is_past
from bot.questions.likening import is_mirror
from bot.questions.per_head import HEADS, counted_company, is_per_head, is_per_user
from bot.questions.sentence import Sentence
from bot.questions.totals import kind_of

UNLOCKING = frozenset({"unlock_date", "unlock_ratio", "unlock_value", "days_of_volume"})
COURSES = frozenset({"price_return", "drawdown"})
_PART_OF = re.compile(r"是.{1,14}的多少")
_STRETCHES = ("ytd", "since_listing", "this_year", "this_month", "this_week", "this_quarter", "last_week", "last_month")
_NO_ONE_DAY = ("last_quarter", "last_year")


def operation_of(s: Sentence, companies: tuple[str, ...], everything: bool) -> Operation | None:
    """Returns what a sentence asks to be done; None where it names figures but nothing to do with them."""
    return said_operation(s, companies, everything) or _left_operation(s, companies)


def _left_operation(s: Sentence, companies: tuple[str, ...]) -> Operation | None:
    """What is left where no wording settles it: several are compared, one is looked up."""
    if len(companies) > 1:
        return "compare"
    if set(s.measure_keys) & COURSES and companies:
        return "history"
    return "lookup" if companies else None


def said_operation(s: Sentence, companies: tuple[str, ...], everything: bool) -> Operation | None:
    """Returns the operation that the wording of a sentence settles, None where it is left to a default.

    The order of the questions is that of how much each kind of wording settles: a change of lead is one however it is
    measured, while a mere comparison is what is left where nothing else is said.
    """
    several = len(companies) > 1 or everything
    measures = set(s.measure_keys)
    if is_mirror(s):
        return "mirror"
    if asks_why(s, companies):
        return "history"
    if measures == {"listing_date"} and len(companies) == 2 and s.has("GAP"):
        return "difference"
    if is_change_of_lead(s, companies):
        return "reversals"
    apart_in_days = s.has("GAP") and "days" in s.text.lower() and len(companies) == 2 and not s.has("PRESSURE")
    freed = (
        s.has("UNLOCK")
        or measures & UNLOCKING
        or (s.has("SELL") and s.has("WHEN", "HOLDERS") and not s.has("IF", "RISE", "FALL") and not s.amounts)
        or (
            s.has("HOLDERS")
            and not measures
            and companies
            and (s.when is not None or s.has("WHEN") or _BATCH.search(s.text.lower()))
        )
        or (s.has("PRESSURE", "HOLDERS") and (s.has("SELL") or (s.has("HOLDERS") and holders_of(s) is not None)))
    )
    if s.has("PRESSURE") and not s.has("UNLOCK") and len(companies) == 2 and counted_company(s) is not None:
        return "ratio"
    freed = freed and not is_of_the_offering(s)
    freed = freed or (s.has("PRESSURE") and not measures and 0 < len(companies) < 3 and not s.has("WHY", "IF"))
    if freed and not (apart_in_days or (_is_gap(s, companies) and s.has("MINUS"))):
        return _unlock_operation(s)
    if several and kind_of(s) and not s.has("IF", "ORDER", "WHY") and not (_has_level(s) and s.has("WHICH", "COUNTED")):
        return "compare" if companies else "rank"
    if _crosses_level(s, companies):
        return "history"
    if _is_course(s, companies) and not (s.has("GAP") and len(companies) == 2 and "price_return" in measures):
        return "history"
    if _is_multiple(s, companies):
        return "ratio"
    if _is_gap(s, companies):
        return "difference"
    if measures == {"listing_date"} and not companies and s.has("WHICH", "COUNTED") and not s.has("WHEN", "FIRST"):
        return "compare"
    if (
        s.has("LACK")
        and not (s.has("HIGHEST", "LOWEST") and s.subjects.group)
        and (several or s.subjects.group or s.has("PUBLISHED") or (s.measures and not companies and not s.amounts))
        and s.has("WHICH")
    ):
        return "compare"
    return "rank" if _is_order(s, companies, everything) else None


_OFFERING = frozenset(
    {"public_oversubscription", "over_allotment_shares", "offer_shares", "gross_proceeds", "net_proceeds", "board_lot"}
)  # fmt: skip


def is_of_the_offering(s: Sentence) -> bool:
    """Decides whether the shares spoken of are those once offered, not those that come free."""
    measures = set(s.measure_keys)
    return bool(measures) and measures <= _OFFERING and not s.has("WHEN")


_BESIDE_RELEASES = UNLOCKING | {
    "volume", "market_value", "share_price", "cornerstone_shares", "listing_date", "shares_in_issue", "offer_price",
    "unlocked_shares", "price_return",
}  # fmt: skip


def is_of_other_figures(s: Sentence) -> bool:
    """Decides whether every measure named is one that no expiry has, so that none can be what is asked about."""
    measures = set(s.measure_keys)
    released = s.has("UNLOCK", "SELL", "HOLDERS", "PRESSURE") or holders_of(s) is not None
    return bool(measures) and not measures & _BESIDE_RELEASES and not released


def is_of_the_twins(s: Sentence) -> bool:
    """Decides whether a question naming nobody is of the two in Hong Kong: who of two rose more since they listed."""
    compares = s.has("COMP_HIGH", "COMP_LOW") and not s.has("HIGHEST", "LOWEST", "ORDER", "EVERYTHING", "COUNTED")
    return compares and s.when in ("since_listing", "first_day") and not s.subjects.group and not s.amounts


_HAPPENED = re.compile(
    r"what(?:'s| has| have| is| was)? (?:happened|happening|going on|moved|drove|hit|up with)|any news"
    r"|怎么了|咋了|发生了什么|"
    r"出了什么事|什么情况|啥情况|怎么回事|咋回事|什么消息"
)


def asks_why(s: Sentence, companies: tuple[str, ...]) -> bool:
    """Decides whether the reason of a move is asked for."""
    moved = s.has("MOVE", "MOVE_UP", "MOVE_DOWN", "RISE", "FALL", "MOVED_BY")
    happened = len(companies) == 1 and not s.measures and _HAPPENED.search(s.text.lower()) is not None
    return s.has("WHY") and 0 < len(companies) <= 2 and (moved or happened) and not s.has("IF")


_ONE_DAY = re.compile(
    r"(?:best|worst|biggest|largest|strongest|weakest) (?:\w+ )?(?:day|week|month|session)"
    r"|(?:涨|跌)得?最\S{1,2}的?(?:那|一)天"
)
_BATCH = re.compile(r"(?<!\w)(?:batch|lot|tranche|slug|wave)(?!\w)|[那这下首一二三]一?[批拨]")
_SIZE = re.compile(
    r"(?<!\w)(?:size|sizes|how (?:big|large|heavy)|(?:dollar|money) (?:amount|value))(?!\w)|多大|规模|盘子"
)
"""How big an expiry is asks for its value; how many of the shares, for its ratio."""


def _unlock_operation(s: Sentence) -> Operation:
    measures = set(s.measure_keys)
    if s.has("HOLDERS") and not s.has("PRESSURE") and not measures & {"unlock_value", "days_of_volume"}:
        return "unlocks"
    if measures & {"unlock_ratio"} and not s.has("PRESSURE") and not s.has("OF_MARKET"):
        return "unlocks"
    if s.currency and not s.has("WHEN") and not measures & UNLOCKING:
        return "overhang"
    if _SIZE.search(s.text.lower()) and not measures & UNLOCKING:
        return "overhang"
    if measures & {"unlock_value", "days_of_volume"} or s.has("PRESSURE", "OF_MARKET"):
        return "overhang"
    taken_up = s.has("HOW_LONG", "WOULD", "HOW_MUCH") and _TAKEN_UP.search(s.text.lower()) is not None
    if taken_up and not s.has("WHEN", "CALENDAR", "HOLDERS"):
        return "overhang"
    if "market_value" in measures and s.has("UNLOCK") and not s.has("WHEN", "CALENDAR"):
        return "overhang"
    if "share_price" in measures and (s.has("TREND", "MOVED_BY") or s.when is not None):
        return "history"
    return "unlocks"


_TAKEN_UP = re.compile(
    r"(?<!\w)(?:trading|turnover|volume|adv|buyers|liquidity|bids?|the market|demand)(?!\w)"
    r"|成交|市场|盘面|买盘|量能|买家|散户"
)
"""Who or what would have to take up the shares that come free."""
_LEAST_LEVEL = 50
"""A bare number from here on may be the price of a share; below it counts something."""


def _crosses_level(s: Sentence, companies: tuple[str, ...]) -> bool:
    level = s.amount("money") or next(
        (a for a in s.amounts if a.kind == "number" and (a.scaled or a.value >= _LEAST_LEVEL)), None
    )
    crossing = s.has("LEVEL_OVER", "LEVEL_UNDER", "OVERTAKE", "MATCH")
    if len(companies) == 1 and "offer_price" in s.measure_keys and _UNDER_ISSUE.search(s.text.lower()):
        return True
    if len(companies) == 1 and len([a for a in s.amounts if a.scaled]) > 1 and _TOOK.search(s.text):
        return True
    if len(companies) == 1 and s.has("HALVE", "DOUBLE", "TRIPLE") and s.has("WHEN") and not s.has("IF"):
        return True
    if level is None or not crossing or len(companies) != 1:
        return False
    return s.has("WHEN", "FIRST", "EVER", "HOW_OFTEN", "HOW_LONG", "TREND") or is_past(s)


_TOOK = re.compile(
    r"[用花]了?(?:多久|多长时间|几个月|多少天|几年)|how long did it take|took how long|从[^,，。]{1,14}[亿万].{0,6}到"
)
"""How long it took from one level to another."""
_UNDER_ISSUE = re.compile(r"破(?:了|过)?发(?!展|布|现)|(?:跌|掉|击|打)?[破穿](?:了|过)?发行价|潜水|水下")
"""Whether a stock has been under what it was offered at."""


_CHARTED = re.compile(r"[kK] ?线|[周日月]线|分时")
"""What traders call the courses that they look at."""


def _is_course(s: Sentence, companies: tuple[str, ...]) -> bool:
    measures = set(s.measure_keys)
    many = len(companies) > 2 or bool(s.subjects.group and s.subjects.group not in ("two", "pair", "american_two"))
    extreme = (s.has("ORDER") and len(companies) != 1) or (many and s.has("HIGHEST", "LOWEST")) or not companies
    two_ordered = len(companies) == 2 and s.has("WHICH") and s.has("COMP_HIGH", "COMP_LOW")
    if extreme or (two_ordered and measures & COURSES and measures <= COURSES | {"listing_date"}):
        return False
    if companies and _CHARTED.search(s.text):
        return True
    stretch = (
        isinstance(s.when, Between)
        or s.when in _STRETCHES
        or (isinstance(s.when, str) and s.when.startswith("last_") and not s.when.endswith("day"))
    )
    priced = bool(measures & {"share_price", "price_return", "drawdown", "market_value"}) or not measures
    if isinstance(s.when, Between) and not priced and not s.has("TREND") and _is_period(s.when):
        return False
    if s.has("PEAK", "TROUGH") and not measures & {"drawdown"} and priced:
        return True
    if s.has("HIGHEST", "LOWEST") and priced and len(companies) == 1 and _ONE_DAY.search(s.text.lower()):
        return True
    if s.has("HIGHEST", "LOWEST") and s.has("EVER", "WHEN") and len(companies) == 1 and priced:
        return True
    if s.has("HIGHEST", "LOWEST") and stretch and len(companies) == 1 and priced:
        return True
    if s.has("TREND") and not s.has("GAP") and (stretch or s.has("MOVED_BY") or not s.has("COMP_HIGH", "WHICH")):
        if s.has("RATIO", "TIMES"):
            return stretch or "ratio" in s.text.lower()
        users = measures and measures <= {"users", "paying_users", "volume"} and not stretch
        return not (users and any(w in s.text.lower() for w in ("weekly", "monthly", "daily", "每周", "每月", "每日")))
    if measures & COURSES and len(companies) == 1:
        return not (s.has("GAP") and len(companies) == 2)
    if (
        measures & COURSES
        and len(companies) == 2
        and stretch
        and not s.has("WHICH", "GAP", "COMP_HIGH", "COMP_LOW", "COMPARE")
    ):
        return True
    if s.has("MOVED_BY") and len(companies) == 1 and priced:
        return True
    if stretch and priced and len(companies) == 1 and s.when not in _NO_ONE_DAY:
        return not (
            isinstance(s.when, Between)
            and _is_period(s.when)
            and "market_value" not in measures
            and bool(measures - COURSES - {"share_price"})
        )
    return bool(stretch and isinstance(s.when, Between) and not _is_period(s.when) and companies)


def _is_period(when: Between) -> bool:
    return when.start[:1].isdigit() and when.end[:1].isdigit() and when.start.endswith("-01")


def _is_multiple(s: Sentence, companies: tuple[str, ...]) -> bool:
    measures = s.measure_keys
    if len(companies) >= 2 and (s.has("FIT") or counted_company(s) is not None):
        return True
    if (s.has("PER") and len(measures) >= 2 and set(measures) & HEADS) or is_per_user(s) or is_per_head(s):
        return bool(companies)
    if s.has("RELATIVE_SALES"):
        return len(companies) == 1
    if len(companies) == 1 and set(measures) == {"cash", "net_loss"} and LASTS.search(s.text):
        return True
    pair = len(companies) == 2
    if s.has("PER") and (_PER_MONEY.search(s.text.lower()) and (pair or len(measures) >= 2)):
        return bool(companies)
    if len(companies) == 1 and len(measures) == 2 and _TIMES_OF.search(s.text):
        return True
    if pair and (s.has("TIMES") or s.amount("times") or "half the size" in s.text.lower()) and not s.has("WHY"):
        return True
    if pair and _PART_OF.search(s.text):
        return True
    if pair and s.has("RATIO") and not (s.has("GAP") and s.has("MINUS")):
        shares = {"overseas_share", "enterprise_share", "unlock_ratio"}
        only_share = bool(set(measures) & shares) and not any(
            w in s.text.lower() for w in ("ratio", "比值", "之比", "divided", "除以")
        )
        over_only = " over " in s.text.lower() and not any(
            w in s.text.lower() for w in ("ratio", "percent", "%", "fraction", "divided", "relative")
        )
        return not only_share and not over_only
    return bool(
        len(companies) == 1
        and len(measures) == 2
        and s.has("RATIO")
        and not set(measures) & {"overseas_share", "enterprise_share"}
    )


LASTS = re.compile(r"(?:够|还能|能|可以|撑|烧|花|熬)[^,，。]{0,5}?(?:几|多少|多久|多长|到)")
"""How long what is in the bank lasts, divided by what is lost in a year."""
_PER_MONEY = re.compile(
    r"(?:each|every|per|a) (?:us |hong kong )?(?:dollar|buck|yuan|\$|quid|pound|cent)|(?:每|一|1|100|"
    r"一百) ?(?:块钱?|元|美元|分钱)|每(?:进账|收入|赚|挣|卖)"
)
"""For every dollar of the one, so much of the other."""
_TIMES_OF = re.compile(r"是.{1,12}的?(?:多少|几)(?:倍|分之)")


def _is_gap(s: Sentence, companies: tuple[str, ...]) -> bool:
    if s.has("MINUS") and len(companies) == 2:
        return True
    if len(companies) == 1 and set(s.measure_keys) == {"share_price", "offer_price"} and s.has("GAP", "MINUS"):
        return True
    if not s.has("GAP"):
        return False
    if s.has("DIFFERENT") and not s.has("HOW_MUCH") and s.has("EXPLAIN"):
        return False
    return (
        len(companies) == 2
        or bool(s.subjects.group)
        or (s.has("HIGHEST") and s.has("LOWEST"))
        or (s.has("EVERYTHING") and not companies)
    )


_PLURAL = re.compile(
    r"(?<!\w)(?:names|companies|labs|firms|stocks|ones|those|listings|anyone|anybody|any)(?!\w)|公司|家"
)


def _is_order(s: Sentence, companies: tuple[str, ...], everything: bool) -> bool:
    many = len(companies) > 2 or everything or not companies
    if s.has("ORDER") and many and not _is_only_list(s):
        return True
    if s.has("HIGHEST", "LOWEST") and many:
        return True
    if s.has("ASCENDING", "DESCENDING") and len(companies) != 1:
        return True
    if many and _has_level(s) and (s.has("WHICH", "COUNTED", "EVERYTHING") or s.subjects.group or s.has("HOW_MUCH")):
        return True
    if many and _has_level(s) and s.measures and _PLURAL.search(s.text.lower()):
        return True
    if many and s.has("WHICH") and asks_place(s) is not None:
        return True
    if many and s.has("COUNTED") and s.measures and not s.has("LACK"):
        return True
    if many and s.has("COMP_HIGH", "COMP_LOW") and s.has("WHICH") and not s.companies:
        return True
    return s.has("CLOSE") and s.has("WHICH") and not s.has("COMPARE") and len(companies) == 1


def _is_only_list(s: Sentence) -> bool:
    """`list` and 列 are also said of listings: an order needs a word of order, or to begin with it."""
    hits = s.cues.get("ORDER", ())
    said = [s.text[h.start : h.end].lower() for h in hits]
    return all(w.startswith("list") and h.start > 2 for w, h in zip(said, hits, strict=True))


def _has_level(s: Sentence) -> bool:
    level = s.amount("money", "percent", "times") or next((a for a in s.amounts if a.scaled), None)
    return level is not None and s.has("LEVEL_OVER", "LEVEL_UNDER", "COMP_HIGH", "COMP_LOW")
