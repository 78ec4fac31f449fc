"""By how much something is supposed to change: doubled, down a fifth, only half of it left."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.questions.sentence import Sentence


def number(value: Decimal) -> int | float:
    """Returns a number as JSON has it: whole where it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)


def changes_of_each(s: Sentence) -> dict[str, int | float]:
    """Returns the change said of each company where several are moved: Zhipu -10 %, MiniMax +25 %."""
    small = s.text.lower()
    each: dict[str, int | float] = {}
    starts = [m.start for m in s.subjects.named[1:]]
    for mention, end in zip(s.subjects.named, [*starts, len(small)], strict=False):
        amount = next((a for a in s.amounts if a.kind == "percent" and mention.end <= a.start < end), None)
        if amount is None:
            continue
        falls = any(mention.end <= h.start < end for h in s.cues.get("FALL", ()))
        each[mention.key] = number(-abs(amount.value) if falls or amount.value < 0 else amount.value)
    return each


def named_change(s: Sentence) -> tuple[int, Decimal] | None:
    """Returns where a change with a word of its own is said, and the part: doubled, tripled, halved."""
    named = (("DOUBLE", Decimal(1)), ("TRIPLE", Decimal(2)), ("HALVE", Decimal("-0.5")))
    return next(((s.at(cue), value) for cue, value in named if s.has(cue)), None)


def change_of(s: Sentence) -> tuple[int, Decimal] | None:
    """Returns where a change is said and the part of itself that something moves by, None where none is."""
    if (named := named_change(s)) is not None:
        return named
    amount, small = s.amount("percent"), s.text.lower()
    if amount is None:
        if (times := s.amount("times")) is not None and s.has("RISE", "MOVE_UP"):
            return times.start, times.value - (0 if "涨" in s.text and "到" not in s.text else 1)
        return None
    falls = min(abs(h.start - amount.start) for h in s.cues["FALL"]) if s.has("FALL") else 10_000
    rises = min(abs(h.start - amount.start) for h in s.cues["RISE"]) if s.has("RISE") else 10_000
    value = amount.value
    if value > 0 and _LEFT.search(small[: amount.start]) and value < 1:
        return amount.start, value - 1
    shrinks = falls < rises or value < 0 or _SHRINKS.search(small[: amount.start]) is not None
    shrinks = shrinks or _SMALLER.match(small, amount.end) is not None
    return amount.start, -abs(value) if shrinks else value


_LEFT = re.compile(
    r"(?:(?<!\w)(?:be|is|was|were|been|down to|drops? to|falls? to|cut to|shrinks? to|back to"
    r"|at)(?: only| just| merely)?"
    r"|(?<!\w)(?:only|just|merely))(?: about| around)?(?: the)? ?$"
    r"|(?:只有|只剩|剩下?|降到|跌到|缩到|减到)(?:了)?(?:平时的|原来的|之前的)?$"
)
"""In front of a part, these say what is left of a figure rather than by how much it moves."""
_SMALLER = re.compile(r" ?(?:lighter|lower|smaller|poorer|down|cheaper|off|less|weaker|shy|haircut|dip|drop)(?!\w)")
_SHRINKS = re.compile(
    r"(?<!\w)(?:dr(?:y|ies|ied|ying) up|shrinks?|shrank|thins?(?: out)?|evaporates?|withers?|fades?"
    r"|slumps?|dips?|dwindles?|minus|tanks?|craters?|sinks?|slides?|loses?|sheds?|nosedives?|collapses?|plummets?"
    r"|caves?"
    r"|drops off|gives? (?:up|back)|knock(?:ed|s)?(?: off)?|wip(?:e[sd]?|ing)"
    r"|carve[sd]?|hack(?:s|ed)?|strip(?:s|ped)?|shav(?:e[sd]?|ing)|lop(?:s|ped)?|haircut|tak(?:e|es|ing)|pulls? back)"
    r"(?: by| another)* ?(?:a |an )?$|(?:缩水|萎缩|枯竭|缩量|缩|萎|少掉|少了|打掉|砍掉"
    r"|削掉|砍|削|挫|下挫|蒸发|回落|回吐|抹掉|抹去|缩减|失去|丢掉|丢)了?$"
)
