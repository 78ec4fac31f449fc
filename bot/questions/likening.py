"""Deciding that a sentence speaks of the analogy between the pairs: who is whose twin, why, and where it fails."""

from __future__ import annotations

import re

from bot.questions.groups import TWO
from bot.questions.roles import is_cast
from bot.questions.sentence import Sentence
from bot.questions.words import Hit, Places

_WEST, _EAST = ("american", "american_two"), ("chinese", "two", "hong_kong")
_OTHER_SIDE = {"zhipu": _WEST, "minimax": _WEST, "anthropic": _EAST, "openai": _EAST}
"""One of the four beside a group of the other side, with nothing to measure, asks who is whose twin."""
_LIKENED = re.compile(
    r"(?<!\w)(?:comparison|parallel|likeness|resemblance|analogy|in common|resembl\w+|alike|akin|match|kinship|"
    r"label|tag|nickname|moniker)(?!\w)|类比|比较恰当|这个比|标签|说法|像"
)


def is_mirror(s: Sentence) -> bool:
    """Decides whether a sentence speaks of the analogy between the pairs."""
    if "之于" in s.text and (s.text.count("之于") > 1 or s.has("WHICH", "MIRROR")):
        return True
    groups = Places(len(s.text), s.subjects.group_spans)
    if s.has("EXPLAIN") and s.has("MIRROR") and not s.measures and not s.companies:
        return True
    told = [h for h in s.cues.get("MIRROR", ()) if not _is_only_named(s.text[h.start : h.end], h, groups)]
    if told:
        small = s.text.lower()
        within = len(s.companies) > 1 and set(s.companies) <= set(TWO)
        if s.measures and within and all(_HELD_BESIDE.fullmatch(s.text[h.start : h.end].lower()) for h in told):
            return False
        only_ratio = "相当于" in small and (
            s.amount("times") or (s.has("TIMES", "RATIO", "FIT") and len(s.companies) > 1)
        )
        return not only_ratio
    small = s.text.lower().replace("’", "'")
    if is_cast(small, (m.start for m in s.subjects.named)) and not s.has("IF", "NEED"):
        return True
    others = _OTHER_SIDE.get(s.companies[0], ()) if len(s.companies) == 1 else ()
    plain = not s.measures and not s.amounts and not s.has("COMP_HIGH", "COMP_LOW", "HIGHEST", "LOWEST", "LEAD", "IF")
    if s.subjects.group in others and s.has("WHICH") and plain and s.when is None:
        return True
    across = bool(set(s.companies) & set(TWO)) and bool(set(s.companies) & {"anthropic", "openai"})
    if (
        across
        and not s.measures
        and not s.amounts
        and not s.has("MOVE", "RISE", "FALL", "COMP_HIGH", "COMP_LOW", "LEAD")
    ):
        return s.has("WHY", "BORNE_OUT") or _LIKENED.search(small) is not None
    return "::" in small or (" is to " in small and " as " in small)


_HELD_BESIDE = re.compile(r"对照|照着|参照|类比|对标|match for|lined up with")
"""Between the two of one side these only set figures beside each other."""
_NAMED_SO = ("twins", "twin stars", "双子星", "which twin", "either twin", "each twin")


def _is_only_named(words: str, hit: Hit, groups: Places) -> bool:
    """Decides whether the twins only stand for the two companies; the twin-star picture is of the analogy."""
    return groups.meets(hit.start, hit.end) and words.lower() in _NAMED_SO
