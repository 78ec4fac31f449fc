"""Holders that a question of an expiry names: people and funds that held one of the two only, or other companies."""

from __future__ import annotations

import re

from bot.questions.groups import TWO
from bot.questions.sentence import Sentence

_HELD = (
    ("minimax", re.compile(r"(?<!\w)(?:yan junjie|junjie|mihoyo|pathfinders?|alisoft)(?!\w)|闫俊杰|米哈游")),
    (
        "zhipu",
        re.compile(
            r"(?<!\w)(?:tsinghua|tang jie|zhang peng|liu debing|lianpai|prosperity7)(?!\w)|清华|唐杰|张鹏|刘德兵"
        ),
    ),
)
"""Holders on the register of one of the two alone (the listing documents and allotment results of January 2026)."""
_HAS = re.compile(
    r"(?:'s|s'|’s)?(?: (?!and|or|vs|versus)[\w']+){0,2}? (?:stakes?|holdings?|position|shares|stock|paper|have|has"
    r"|hold|holds|own"
    r"|owns|sit|sits|sell|exit|able|allowed|locked|free|bound|restricted|tied|money|bags?)(?!\w)"
)
_BY = re.compile(
    r"(?<!\w)(?:held|owned|bought|taken|parked|sold|dumped) by $|(?<!\w)(?:does|do|can|could|may|when can|did) $"
)
_HAS_HAN = re.compile(
    r"(?:(?:和|与|跟|、|,|以及)[^,，。?？]{1,10}?)?(?:在[^,，。?？]{1,10}?的?(?:老股|股|票|货|仓位|持股|筹码)|(?:手上|手里|手中|手头)的?"
    r"|(?:所)?(?:持有|持|拿着|握着|攥着)的?|的(?:那)?(?:批|部分|点)?(?:股|票|货|老股|持股|仓位|筹码))"
)
"""In Chinese a holder stands before what it holds: 美团手里的智谱, 腾讯持有的稀宇, 阿里在智谱的老股."""
_OF_TWINS = re.compile(r"(?<!\w)(?:either|both|stakes?|holdings?|cornerstone)(?!\w)")


def holder_companies(s: Sentence) -> tuple[str, ...]:
    """Returns the companies that a sentence names as holders of another's shares, as in Alibaba's MiniMax holding."""
    small = s.text.lower().replace("’", "'")
    twins = bool(set(s.companies) & set(TWO)) or s.subjects.group in ("pair", "two")
    if not twins and not _OF_TWINS.search(small):
        return ()
    found = [
        m.key
        for m in s.subjects.named
        if m.key not in TWO
        and (_HAS.match(small, m.end) or _HAS_HAN.match(small, m.end) or _BY.search(small[: m.start]))
    ]
    return tuple(dict.fromkeys(found))


def held_by_named(s: Sentence) -> tuple[str, ...]:
    """Returns which of the two a holder named held, empty where none or holders of both are named."""
    small = s.text.lower()
    found = [company for company, pattern in _HELD if pattern.search(small)]
    return tuple(found) if len(found) == 1 else ()
