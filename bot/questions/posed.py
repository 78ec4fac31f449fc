"""Suppositions that no `if` introduces: a figure laid down, and behind a pause what would follow from it."""

from __future__ import annotations

import re

from bot.questions.changes import changes_of_each
from bot.questions.sentence import Sentence

_AT_FIRST = re.compile(r"^\W*(?:(?:at|on|with|put on|valued at|priced at) |按|以|给)$")
"""A multiple that a sentence begins with is laid down: at 12x ARR, where is OpenAI."""
_BESIDE = 16
"""How far before a figure its preposition is looked for."""
_POSED_BEFORE = re.compile(
    r"(?:(?<!\w)(?:at|up|down|by|to|on|off|minus|plus|another|gains?|loses?|falls?|drops?|rises?|sheds?|adds?|tanks?"
    r"|jumps?|slides?|sinks?|climbs?|closes?|ends?|finishes|opens?|rall(?:y|ies))|[+-]|涨|跌|按|到|掉|升|降|给|长|增|缩|砍|削|挫)"
    r" ?(?:another |a |再|了|个)?$"
)
_POSED_BEHIND = re.compile(
    r"[^,:;，：；?？]{0,28}?(?:[,:;，：；→=]|之后|以后|后(?!来)|(?<!\w)then(?!\w)| [-–—] "
    r"|[.!] ?(?=(?:new|then|what|how|where|now|so|cap|value|result|multiple|p ?/|market)))\s*\S"
)
_PUTS_A_PRICE = re.compile(
    r"(?<!\w)(?:raises?|lists?|floats?|ipos?|goes public|prices|closes (?:a|its) (?:round|raise)"
    r"|comes? (?:to market|out)|gets? (?:valued|priced|marked)|re-?rates?|marked)(?!\w)"
    r"|上市|融资|定价|估到|涨到|跌到|做到"
)
"""What puts a value on a whole company, when one is named behind it."""
_TOLD = re.compile(r"(?<!\w)(?:did|was|were|has|had|ytd|since|when|by how much)(?!\w)|以来|今年|昨|去年|哪天|什么时候")


def is_posed(s: Sentence) -> bool:
    """Decides whether a figure is laid down for what follows it: Zhipu at 30x run rate, what is it worth."""
    small = s.text.lower()
    amount = s.amount("percent", "times")
    if amount is None and _PUTS_A_PRICE.search(small):
        amount = next((a for a in s.amounts if a.scaled), None)
    if (
        amount is None
        or not (s.subjects.named or s.subjects.group in ("two", "pair", "hong_kong"))
        or _TOLD.search(small)
        or s.has("SOURCE", "RELIABLE", "VERIFY", "STATEMENT")
    ):
        return False
    if amount.kind == "times" and _AT_FIRST.match(small[: amount.start]) and s.subjects.named[:1]:
        return True
    before = small[max(0, amount.start - _BESIDE) : amount.start].rstrip()
    behind = _POSED_BEHIND.match(small, amount.end)
    return behind is not None and (_POSED_BEFORE.search(before) is not None or small[amount.start] in "+-打")


def moves_each(s: Sentence) -> bool:
    """Decides whether each of several is moved by a part of itself: one 50 % up and the other 50 % down."""
    told = _TOLD.search(s.text.lower()) is not None or s.has("SOURCE", "RELIABLE", "VERIFY", "STATEMENT", "WHY")
    return not told and s.when is None and s.has("RISE", "FALL") and len(changes_of_each(s)) > 1
