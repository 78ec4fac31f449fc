"""Deciding that a question is of a change of lead: who passed whom, when, how often, and for how long it lasted."""

from __future__ import annotations

import re

from bot.questions.sentence import Sentence

_UNLOCKING = frozenset({"unlock_date", "unlock_ratio", "unlock_value", "days_of_volume"})
_OF_ONE_DAY = _UNLOCKING | {"listing_date", "filing_date", "offer_price", "gross_proceeds"}
"""What has a date of its own: `when` beside it asks for that, whoever else is named."""
_JOINED = re.compile(
    r"(?:'s)?\W*(?:(?:and|or|n|plus|vs\.?|versus|to|than|with|和|与|跟|及|同|还是|或|或者|对|以及)\W*)?(?:the|its)?\W*"
)
"""Two names that only stand side by side; anything longer between them is a verb."""
_CHANGES_HANDS = re.compile(r"chang\w+ hands|换手")
"""A share changes hands at a price; with one company alone it is that."""
_SINCE_LISTING = re.compile(
    r"(?<!\w)(?:after|since|from|post|following|upon)(?: the| its| their)? ?-?(?:listing|listed|ipo|debut|"
    r"float|floating|going public"
    r"|they listed)|上市(?:以来|之后|后|以后|起)"
)
"""A listing named only as the day from which something is counted."""
_FIRST_TIME = re.compile(r"first time|首次|第一次|头一[回次]")
_OTHER_DOINGS = (
    "IF NEED UNLOCK PRESSURE HOLDERS SOURCE FIGURE_DATE RELIABLE SAID STATEMENT MIRROR GAP CLOSE RATIO TIMES HIGHEST "
    "LOWEST PEAK TROUGH EXPLAIN WHY SELL"
).split()


def is_change_of_lead(s: Sentence, companies: tuple[str, ...]) -> bool:
    """Decides whether it is asked who passed whom, however it is put."""
    pair = len(companies) == 2 or (not companies and s.has("WHICH"))
    if s.has("LEAD_CHANGE", "LOSE_LEAD"):
        if len(companies) == 1 and _CHANGES_HANDS.search(s.text.lower()) and not s.has("LOSE_LEAD"):
            return False
        return not s.has("MOVE") or pair or not companies
    if _does_to_another_at_a_time(s, companies):
        return True
    if s.amount("money") and not s.has("LEAD"):
        return False
    past = s.has("EVER", "WHEN", "HOW_OFTEN", "HOW_LONG", "FIRST", "LOSE_LEAD") or is_past(s)
    if (
        len(companies) == 3
        and s.has("LEAD", "COMP_HIGH")
        and any(w in s.text.lower() for w in ("before", "after", "之前", "之后"))
    ):
        return True
    if s.has("OVERTAKE") and (len(companies) >= 1 or s.has("WHICH", "WHEN", "HOW_OFTEN")) and not s.amounts:
        return not (len(companies) == 1 and not (past and s.has("WHICH", "WHEN", "EVER", "HOW_OFTEN")))
    if (
        s.has("LEAD")
        and s.has("HOW_LONG", "HOW_OFTEN")
        and not s.has("UNLOCK", "PRESSURE")
        and len(companies) in (1, 2)
    ):
        return True
    if s.has("EVER") and s.has("HIGHEST") and s.subjects.group in ("four", "two", "pair") and s.has("WHICH"):
        return not set(s.measure_keys) - {"market_value", "revenue", "run_rate_revenue", "users"}
    if s.has("LEAD") and len(companies) == 1 and not s.amounts and s.has("WHEN", "EVER") and not s.measures:
        return not s.has("UNLOCK", "PRESSURE", "IF")
    if (
        s.has("HOW_LONG")
        and s.has("COMP_HIGH")
        and len(companies) in (1, 2)
        and not s.has("UNLOCK", "PRESSURE", "SELL")
    ):
        return not set(s.measure_keys) & _UNLOCKING
    if s.has("LEAD", "COMP_HIGH", "COMP_LOW") and len(companies) == 2:
        if s.has("GAP", "RATIO") and not s.has("EVER") and not (s.has("LEAD") and s.has("WHEN")):
            return False
        if s.has("EVER") or (s.has("LEAD") and s.has("WHEN")):
            return not (s.measure_keys and set(s.measure_keys) & _UNLOCKING)
    return False


def _does_to_another_at_a_time(s: Sentence, companies: tuple[str, ...]) -> bool:
    """Decides whether one does something to another, whatever the verb, and the day or the number of times is asked.

    When did Zhipu eclipse MiniMax, 智谱哪天把稀宇按在地上: between two companies nothing but a lead has a day.
    """
    if len(companies) != 2 or len(s.companies) != 2:
        return False
    if s.has("HOW_LONG") and s.has("LEVEL_OVER", "LEVEL_UNDER", "OVERTAKE") and not s.amounts:
        return not s.has("UNLOCK", "PRESSURE", "IF", "SELL")
    first = s.has("FIRST") and s.has("LEAD", "COMP_HIGH", "OVERTAKE") and _FIRST_TIME.search(s.text.lower()) is not None
    if not first and not s.has("WHEN", "EVER", "HOW_OFTEN") and not (s.has("HOW_LONG") and not s.has("WOULD", "MATCH")):
        return False
    dated = set(s.measure_keys) & _OF_ONE_DAY - ({"listing_date"} if _SINCE_LISTING.search(s.text.lower()) else set())
    if s.has(*_OTHER_DOINGS) or dated or s.amount("money", "percent", "times"):
        return False
    one, other = s.subjects.named[0], s.subjects.named[-1]
    between = s.text[one.end : other.start].lower()
    if ">" in between or "<" in between:
        return True
    return _JOINED.fullmatch(between) is None and "," not in between and "，" not in between


def is_past(s: Sentence) -> bool:
    """Decides whether a sentence speaks of what has been."""
    small = f" {s.text.lower()} "
    return any(w in small for w in (" did ", " has ", " have ", " had ", " was ", "过", "了", "passed", "overtook"))


def is_told(s: Sentence, companies: tuple[str, ...]) -> bool:
    """Decides whether a change of lead is told of as something that was, not as what would have to come about."""
    asked = s.has("WHEN", "EVER", "HOW_LONG", "HOW_OFTEN", "FIRST") and not s.has("IF") and not s.amounts
    return asked and s.has("LEAD_CHANGE", "LOSE_LEAD") and is_change_of_lead(s, companies)
