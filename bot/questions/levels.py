"""The level that figures are held against: above a billion, down a fifth, the last time at 1,200."""

from __future__ import annotations

import re
from typing import Any

from bot.questions.counts import how_many
from bot.questions.sentence import Sentence

_COUNTED_MEASURES = frozenset({"employees", "users", "paying_users", "customers", "countries"})
_LEAST_PRICE = 50
_LEAST_COUNT = 20
"""A bare number below it says how many of an order are asked for, not how many of what is counted."""


def level_of(s: Sentence, operation: str, measures: tuple[str, ...]) -> dict[str, Any] | None:
    """Returns the level that figures are held against, with the side asked for; None where none is said."""
    amount = s.amount("money") or next((a for a in s.amounts if a.scaled), None) or s.amount("percent", "times")
    if amount is None and operation == "rank" and set(measures) & _COUNTED_MEASURES and how_many(s) is None:
        amount = next((a for a in s.amounts if a.kind == "number" and a.value >= _LEAST_COUNT), None)
    if amount is None and operation == "history":
        amount = next((a for a in s.amounts if a.kind == "number"), None)
    if amount is None or not measures:
        return None
    last = operation == "history" and amount.value >= _LEAST_PRICE and asks_last_time(s)
    if not s.has("LEVEL_OVER", "LEVEL_UNDER", "COMP_HIGH", "COMP_LOW", "OVERTAKE", "MATCH", "FIRST") and not last:
        return None
    under = (s.has("LEVEL_UNDER") and not (s.has("LEVEL_OVER") and s.at("LEVEL_OVER") > s.at("LEVEL_UNDER") + 3)) or (
        s.has("COMP_LOW") and not s.has("LEVEL_OVER")
    )
    value = amount.value
    if measures[0] == "price_return" and amount.kind == "percent" and value > 0 and is_of_a_fall(s, amount.start):
        under, value = not under, -value
    level: dict[str, Any] = {"metric": measures[0], "op": "<" if under else ">", "value": format(value, "f")}
    if amount.currency:
        level["currency"] = amount.currency
    return level


_FALLEN = re.compile(
    r"(?<!\w)(?:down|fallen|fell|falls?|falling|lost|losing|dropped|drops?|shed|slid|sunk|tumbled|declined?|off)"
    r"(?: by)?(?: at least| more than| over| less than| under| some| about| around)?(?: [\w ]{0,12})?$"
    r"|[跌亏挫缩](?:幅|去|掉|了)?(?:超过?|过|逾|破|不到|不足|达到?|至少|多于|少于|幅超过?)*$"
)


def is_of_a_fall(s: Sentence, place: int) -> bool:
    """Decides whether the percentage at a place is that of a fall: down more than 20 % is a return below minus 20."""
    return _FALLEN.search(s.text[:place].lower().rstrip()) is not None


def fell_by_a_part(s: Sentence) -> bool:
    """Decides whether a sentence speaks of a fall by so many per cent: off at least a quarter, 跌了两成."""
    return any(a.kind == "percent" and is_of_a_fall(s, a.start) for a in s.amounts)


_LAST_TIME = re.compile(
    r"(?<!\w)(?:when did (?:\w+ ){1,4}last|when was the last time|last time|most recently|last (?:seen?|saw|traded?"
    r"|closed?|stood|above"
    r"|below|at))(?!\w)|最近一次|上一次|上次|最后一次|上回"
)
"""The last day beyond a level is asked for, not the first."""


def asks_last_time(s: Sentence) -> bool:
    """Decides whether the last day beyond a level is asked for."""
    return _LAST_TIME.search(s.text.lower()) is not None
