"""Measures that follow from what stands between the words of a question: a fraction that pays, a ticker's high."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.questions.sentence import Sentence

_PART = re.compile(
    r"(?<!\w)(?:what|which|same|how (?:big|large) an?) (?:slice|share|fraction|part|portion|proportion"
    r"|percent(?:age)?|%)(?!\w)|(?<!\w)out of (?:all|every)(?!\w)"
    r"|(?<!\w)pay(?:ing|er) (?:share|ratio|proportion|rate|percentage|fraction)(?!\w)"
    r"|(?:多少|几成|多大)(?:比例)?(?:的)?用户|付费率|付费(?:比例|占比)|占用户|用户(?:里|中)"
)
_OVER = re.compile(r"'?s? ?(?:over|divided by|/|÷|除以) ?(?:its |the )?")
_POINTS = re.compile(
    r"(?<!\w)(?:percentage points?|points?|pct pts|pp|per ?cent)(?!\w).{0,40}(?<!\w)(?:beat\w*|outdid|outdo|outpac\w+"
    r"|outr[au]n|ahead|lead\w*|led|trail\w*|lag\w*)(?!\w)|(?:跑赢|跑输|领先).{0,12}(?:个点|百分点)"
)
_STRETCHES = frozenset({"ytd", "this_year", "this_month", "this_week", "last_week", "last_month", "last_30d"})
_TAKINGS = frozenset({"revenue", "run_rate_revenue", "cash"})
_EATEN = re.compile(
    r"(?<!\w)(?:how much|what (?:share|part|percent(?:age)?|slice|chunk|portion|fraction|proportion)"
    r"|how many (?:points?|cents|percent)) of .{2,50}?(?<!\w)(?:go(?:es)?|went|spent|eaten|swallowed"
    r"|burnt|burns?|burned|plough(?:s|ed)?|plow(?:s|ed)?|ends? up|pour(?:s|ed)?|put|lost|disappears?"
    r"|vanish(?:es)?|devote[sd]?|reinvest(?:s|ed)?|invest(?:s|ed)?|lavish(?:es|ed)?|spend|spends|sink|sinks|pump(?:s|ed)?|channel(?:s|led)?)(?!\w)"
)
"""What part of the takings goes on something: the something is what is divided."""
_TIMES_OVER = re.compile(
    r"(?<!\w)how many (?:times|years)(?: over)?(?!\w).{2,50}?(?<!\w)(?:fund|cover|pay|meet|finance|bankroll"
    r"|last|afford)"
    r"|够(?:烧|亏|用|撑|花)(?:几|多少)(?:年|次)"
)
"""How often what is in the bank covers what is spent: the bank is what is divided."""
_HIGH_LOW = re.compile(r"(?<!\w)(?:highs?|lows?)(?!\w)")
_CODE = re.compile(r"\d{4,5}(?:\.hk)?")
_DAY_AND_PRICE = re.compile(
    r"(?<!\w)(?:date|when|which day|first|earlier|sooner|later)(?!\w).*(?<!\w)(?:and|,|plus)(?!\w)"
    r"|(?:and|,|plus) (?:when|(?:the )?date|on (?:what|which) (?:day|date))(?!\w)|(?:日期|时间|哪天|先).{0,10}[和、,，]"
)
_AFTER_LISTING = re.compile(
    r"(?<!\w)(?:after|from|since) (?:its|the|their) (?:float|listing|ipo|debut|flotation)(?!\w)"
)


_QUOTIENTS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("market_value", "revenue"): ("price_to_sales",),
    ("market_value", "run_rate_revenue"): ("price_to_arr",),
}
"""One company's value divided by its sales is the multiple of that name."""


def measures_between(s: Sentence, operation: str, named: tuple[str, ...]) -> tuple[str, ...]:
    """Returns the measures that the words between settle, the numerator first; none where they settle nothing."""
    small = s.text.lower()
    if operation == "ratio" and len(s.companies) == 1 and not s.subjects.group and named in _QUOTIENTS:
        return _QUOTIENTS[named]
    if operation in ("ratio", "lookup", "compare"):
        if named == ("paying_users",) and _PART.search(small):
            return ("paying_users", "users")
        if operation == "ratio" and set(named) == {"paying_users", "users"} and not s.has("PER"):
            return ("paying_users", "users")
        if len(named) == 2 and named[0] in _TAKINGS and _EATEN.search(small):
            return named[::-1]
        if set(named) in ({"cash", "rd_expense"}, {"cash", "net_loss"}) and _TIMES_OVER.search(small):
            return ("cash", *(m for m in named if m != "cash"))
        if operation != "compare" and (divided := _one_over_another(s, small)):
            return divided
    if operation == "history" and named == ("price_return", "volume"):
        return named
    extreme = s.has("PEAK", "TROUGH") or _HIGH_LOW.search(small)
    if operation in ("history", "lookup") and not named and extreme and named_by_code(s):
        return ("share_price",)
    points = operation in ("difference", "compare", "history") and not set(named) - {"price_return"}
    if points and s.when in _STRETCHES and _POINTS.search(small):
        return ("price_return",)
    if operation in ("lookup", "compare") and set(named) == {"listing_date", "offer_price"}:
        return ("listing_date", "offer_price") if _DAY_AND_PRICE.search(small) else ()
    if operation == "reversals" and s.has("HOW_LONG") and _AFTER_LISTING.search(small):
        return ("market_value", "listing_date")
    return ()


_LOST = re.compile(r"(?<!\w)(?:los[est]\w*|losing|loss\w*|burn\w*|bleed\w*|red|deficit)(?!\w)|亏|烧|赔|倒贴")
_PRICED = re.compile(
    r"(?<!\w)(?:stock|shares?|pric\w+|valu\w+|cost\w*|cheap\w*|dear\w*|rich\w*|pay\w*|paid|worth|expensive|trad\w+)(?!\w)"
    r"|股|贵|便宜|估值|市值"
)


def held_against_sales(s: Sentence) -> str:
    """Returns what is held against sales where no measure says it, a loss or the price; empty where nothing does."""
    small = s.text.lower()
    if _LOST.search(small):
        return "net_loss"
    return "price_to_sales" if _PRICED.search(small) else ""


def _one_over_another(s: Sentence, small: str) -> tuple[str, ...]:
    """What is written as one over another is divided so, whatever else is said of them before."""
    for one, other in pairwise(s.measures):
        if one.key != other.key and _OVER.fullmatch(small[one.end : other.start]):
            return (one.key, other.key)
    return ()


def named_by_code(s: Sentence) -> bool:
    """Decides whether companies are named, all of them by the number of their share."""
    return bool(s.subjects.named) and all(
        _CODE.fullmatch(s.text[m.start : m.end].strip().lower()) for m in s.subjects.named
    )
