"""Reading what-ifs of a share that is back where it once stood: at its offer price, at its debut close."""

from __future__ import annotations

import re

from bot.plan import Plan, When
from bot.questions.sentence import Sentence

_MULTIPLES = ("price_to_arr", "price_to_sales")
_BACK = re.compile(
    r"(?<!\w)(?:back|rewind|stay(?:ed|s)?|still|sat|sits|stuck|return(?:s|ed)?|revert(?:s|ed)?|sinks?|sank|falls?|fell"
    r"|drops?|slides?|slips?|round-?trips?|hold|held|kept)(?!\w).{0,24}?(?<!\w)(?:at|to|on)(?!\w)"
    r"|(?:跌|打|回|缩|退|跌落|砸|掉|停在|守在|还在|留在)(?:回|到|至|落)?"
)
_AS_A_RESULT = re.compile(
    r"(?:=|->|→|:|,|，) ?(?:what|which|how much|new)? ?(?:market )?(?:cap|value)|市值(?:变|还|会)"
)
"""What it would come to then is asked right behind it."""


def put_back(s: Sentence, companies: tuple[str, ...], assumes: bool) -> Plan | None:
    """Returns the what-if of a share back at its offer, its first or another close, None where it is not put back."""
    if len(companies) != 1 or s.amounts or s.has("NEED") or _BACK.search(s.text.lower()) is None:
        return None
    if not assumes and not s.has("WOULD") and _AS_A_RESULT.search(s.text.lower()) is None:
        return None
    if "offer_price" in s.measure_keys:
        to = "offer_price"
    elif "share_price" in s.measure_keys and _is_a_day(s.when):
        to = str(s.when)
    else:
        return None
    results = tuple(m for m in s.measure_keys if m in ("market_value", *_MULTIPLES)) or ("market_value",)
    held = (("set", {companies[0]: {"share_price": to}}),)
    return Plan("what_if", companies, results[:1], currency=s.currency, params=held)


def _is_a_day(when: When) -> bool:
    return isinstance(when, str) and (when == "first_day" or when[:1].isdigit())
