"""Measures that follow from what stands between the words of a question: a fraction that pays, a ticker's high."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.questions.sentence import Sentence

_PART = re.compile(
    r"(?<!\w)(?:what|which|same|how (?:big|large) an?) (?:slice|share|fraction|part|portion|proportion"
    r"|percent(?:age)?|%)(?!\w)|(?<!\w)out of (?:all|every)(?!\w)"
    r"|(?:多少|几成|多大)(?:比例)?(?:的)?用户|付费率|占用户|用户(?:里|中)"
)
_OVER = re.compile(r"'?s? ?(?:over|divided by|/|÷|除以) ?(?:its |the )?")
_POINTS = re.compile(
    r"(?<!\w)(?:percentage points?|points?|pct pts|pp|per ?cent)(?!\w).{0,40}(?<!\w)(?:beat\w*|outdid|outdo|outpac\w+"
    r"|outr[au]n|ahead|lead\w*|led|trail\w*|lag\w*)(?!\w)|(?:跑赢|跑输|领先).{0,12}(?:个点|百分点)"
)
_STRETCHES = frozenset({"ytd", "this_year", "this_month", "this_week", "last_week", "last_month", "last_30d"})
_CODE = re.compile(r"\d{4,5}(?:\.hk)?")
_DAY_AND_PRICE = re.compile(
    r"(?<!\w)(?:date|when|which day|first|earlier|sooner|later)(?!\w).*(?<!\w)(?:and|,|plus)(?!\w)"
    r"|(?:and|,|plus) (?:when|(?:the )?date|on (?:what|which) (?:day|date))(?!\w)|(?:日期|时间|哪天|先).{0,10}[和、,，]"
)
_AFTER_LISTING = re.compile(
    r"(?<!\w)(?:after|from|since) (?:its|the|their) (?:float|listing|ipo|debut|flotation)(?!\w)"
)


def measures_between(s: Sentence, operation: str, named: tuple[str, ...]) -> tuple[str, ...]:
    """Returns the measures that the words between settle, the numerator first; none where they settle nothing."""
    small = s.text.lower()
    if operation in ("ratio", "lookup", "compare"):
        if named == ("paying_users",) and _PART.search(small):
            return ("paying_users", "users")
        if operation == "ratio" and set(named) == {"paying_users", "users"} and not s.has("PER"):
            return ("paying_users", "users")
        if operation != "compare" and (divided := _one_over_another(s, small)):
            return divided
    if operation == "history":
        if named == ("price_return", "volume"):
            return named
        if not named and s.has("PEAK", "TROUGH") and _is_ticker(s):
            return ("share_price",)
    points = operation in ("difference", "compare", "history") and not set(named) - {"price_return"}
    if points and s.when in _STRETCHES and _POINTS.search(small):
        return ("price_return",)
    if operation in ("lookup", "compare") and set(named) == {"listing_date", "offer_price"}:
        return ("listing_date", "offer_price") if _DAY_AND_PRICE.search(small) else ()
    if operation == "reversals" and s.has("HOW_LONG") and _AFTER_LISTING.search(small):
        return ("market_value", "listing_date")
    return ()


def _one_over_another(s: Sentence, small: str) -> tuple[str, ...]:
    """What is written as one over another is divided so, whatever else is said of them before."""
    for one, other in pairwise(s.measures):
        if one.key != other.key and _OVER.fullmatch(small[one.end : other.start]):
            return (one.key, other.key)
    return ()


def _is_ticker(s: Sentence) -> bool:
    return bool(s.subjects.named) and all(
        _CODE.fullmatch(s.text[m.start : m.end].strip().lower()) for m in s.subjects.named
    )
