"""Reading whether several companies are asked for as one number: added up, on average, or in the middle."""

from __future__ import annotations

import re
from typing import Any

from bot.questions.sentence import Sentence
from bot.questions.words import Places

_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("median", re.compile(r"(?<!\w)median(?!\w)|中位")),
    ("mean", re.compile(r"(?<!\w)(?:averages?|avg|mean(?! by)|typical|on average)(?!\w)|平均|均值")),
    (
        "sum",
        re.compile(
            r"(?<!\w)(?:combined|combine|together|in total|altogether|sum|total|totals|totalled"
            r"|added up|add up(?! to one)|adding|"
            r"collectively|jointly|in aggregate|aggregate|all in|lumped|taken as one|put end to end)(?!\w)"
            r"|加起来|加在一起|加一起|合起来|合在一起|合计|一共(?!几家|有几家)|总共(?!几家|有几家)|总和|加总|总计|共计|之和|相加|总数|加和|合并"
        ),
    ),
)
_AGAINST = re.compile(
    r"(?<!\w)(?:vs?|versus|against|than|compared|relative|next to|beside|as big as|match|of(?= openai"
    r"| anthropic)|to)(?!\w)"
    r"|[,，]|相比|对比|有|比|跟|是|够|超过|抵|占|和"
)


def kind_of(s: Sentence) -> str:
    """Returns sum, mean or median, empty where every company is asked for by itself."""
    small = s.text.lower()
    taken = Places(len(small), [(m.start, m.end) for m in s.measures])
    for kind, pattern in _WORDS:
        said = [m for m in pattern.finditer(small) if not taken.meets(*m.span())]
        defined = kind == "mean" and s.has("EXPLAIN", "MEANING") and not (s.companies or s.subjects.group)
        if said and not defined:
            return kind
    return ""


def params_of(s: Sentence, companies: tuple[str, ...]) -> dict[str, Any]:
    """Returns the kind of one number that is asked for, and of whom where others stand beside them."""
    kind = kind_of(s)
    if not kind:
        return {}
    among = _among(s, companies) if kind == "sum" else ()
    return {"aggregate": kind, "of": list(among)} if among else {"aggregate": kind}


def _among(s: Sentence, companies: tuple[str, ...]) -> tuple[str, ...]:
    """Those that are added up where a third is held against them: A and B together against C; empty for all."""
    if len(companies) < 3 or len(s.subjects.named) < 1:
        return ()
    small = s.text.lower()
    pattern = dict(_WORDS)["sum"]
    word = next((m for m in pattern.finditer(small)), None)
    if word is None:
        return ()
    before = [m for m in s.subjects.named if m.end <= word.start()]
    behind = [m for m in s.subjects.named if m.start >= word.end()]
    if s.subjects.group and behind and not before:
        group = tuple(c for c in companies if c not in {m.key for m in behind})
        return group if len(group) > 1 else ()
    if len(before) > 1 and behind:
        return tuple(dict.fromkeys(m.key for m in before))
    for place in range(1, len(behind)):
        if place > 1 and _AGAINST.search(small[behind[place - 1].end : behind[place].start]):
            return tuple(dict.fromkeys(m.key for m in behind[:place]))
    return ()
