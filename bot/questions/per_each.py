"""What is asked for each of those counted: sales per employee, what each user is worth, the loss on every customer."""

from __future__ import annotations

import re

from bot.questions.subjects import Mention
from bot.questions.words import Hit

_COUNTED = frozenset({"users", "paying_users", "customers", "employees", "countries"})
_EACH = re.compile(
    r"(?<!\w)(?:per|each|every|single|average|typical|individual)(?: (?!and |or |than )[\w.&'’-]+){0,3} ?$"
)
_EACH_ITSELF = re.compile(r"(?:per|each|every|a|an?) ")
_NUMERATORS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("market_value", re.compile(r"(?<!\w)(?:worth|valu\w+|market pay\w*|investors pay\w*|pric\w+)(?!\w)")),
    (
        "run_rate_revenue",
        re.compile(
            r"(?:\$|(?<!\w)(?:dollars|bucks|usd|money|income))(?= (?:per|a|each|for each|from each)(?!\w)).{0,50}"
            r" (?:year|annum)"
        ),
    ),
    ("net_loss", re.compile(r"(?<!\w)(?:los(?:e|es|t|ing)|bleed\w*|burn\w*)(?!\w)")),
    (
        "revenue",
        re.compile(
            r"(?<!\w)(?:earn\w*|mak(?:e|es|ing)|made|bring\w*|brought|tak(?:e|es|ing) in|took in|generat\w*|pull\w* in"
            r"|sell\w*|sold|monetis\w*|monetiz\w*|collect\w*|output|produc\w*)(?!\w)"
        ),
    ),
)


def per_each(small: str, said: tuple[Mention, ...], cues: dict[str, tuple[Hit, ...]]) -> tuple[Mention, ...]:
    """Returns one measure and those it is divided by, where it is asked for each of them."""
    head = next((m for m in said if m.key in _COUNTED and _is_each(small, m)), None)
    if head is None or {"IF", "UNLOCK"} & set(cues):
        return said
    others = [m for m in said if m.key != head.key and m.key not in ("users", "employees")]
    numerator = others[0] if others else _implied(small, head)
    if numerator is None or len(others) > 1:
        return said
    cues.setdefault("RATIO", (Hit(("RATIO",), 0, 0, head.start, head.end),))
    return (numerator, head)


def _is_each(small: str, head: Mention) -> bool:
    return _EACH.search(small[: head.start]) is not None or _EACH_ITSELF.match(small, head.start) is not None


def _implied(small: str, head: Mention) -> Mention | None:
    rest = small[: head.start] + " " * (head.end - head.start) + small[head.end :]
    for key, pattern in _NUMERATORS:
        if match := pattern.search(rest):
            return Mention(key, *match.span())
    return None
