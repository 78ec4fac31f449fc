"""What the frame of a sentence says where no single word does: how low did it go, what did it make, A less B."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.questions.amounts import Amount
from bot.questions.subjects import Mention
from bot.questions.words import Hit

_CUES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "PEAK",
        re.compile(
            r"how high (?:did|has|was|have|is)(?!\w)|top (?:price|close)|(?<!\w)(?:crest(?:ed|s)?"
            r"|topped out|zenith|high-water mark|pinnacle|heyday)(?!\w)|巅峰|顶峰|山顶|见顶|最风光"
        ),
    ),
    (
        "TROUGH",
        re.compile(
            r"how low (?:did|has|was|have|is)(?!\w)|(?<!\w)(?:nadir|bottomed(?: out)?|low point"
            r"|rock bottom|trough(?:ed)?)(?!\w)|低谷|谷底|触底|见底|最惨的一天"
        ),
    ),
    (
        "HIGHEST",
        re.compile(
            r"(?<!\w)(?!(?:inter|inv|requ|r|t|w|hon|for|sugg|dig|gu|harv|cont|prot|earn|near|clos|lat|long|manif|mod"
            r"|arr)est|(?:old|new|lat|earli)est first)"
            r"\w{2,}(?<!low)(?<!small)(?<!slow)(?<!weak)(?<!cheap)(?<!few)(?<!poor)(?<!tini)(?<!narrow)(?<!light)(?<!short)"
            r"(?<!earli)(?<!soon)est(?!\w)|(?<!\w)the most \w+|最(?!近|新|后|初|先|早|少|小|低|差|便|弱"
            r"|慢|轻|短|惨|浅|不)"
        ),
    ),
    ("RATIO", re.compile(r"(?<!\w)divid(?:e|es|ing) .{2,50}? (?:by|into)(?!\w)")),
    ("LOWEST", re.compile(r"(?<!\w)the (?:least|fewest) \w+|最(?:少|小|低|差|便宜|弱|慢|轻|短|惨|浅|不)")),
    (
        "COUNTED",
        re.compile(
            r"(?<!\w)(?:count|number|tally) of (?:the |our |your )?(?:\w+ ){0,2}?(?:names|companies"
            r"|labs|firms|stocks|listings)(?!\w)"
            r"|(?<!\w)how many (?:of )?(?:\w+ ){0,3}?(?:names|companies|labs|firms|stocks|listings"
            r"|players|makers|businesses|"
            r"of (?:them|the|these|those|our))(?!\w)|(?<![这那哪])(?:几|多少)(?:家|只|个)(?:公司|企业"
            r"|实验室)?(?:的?市值|的?估值|超|在|能|亏|没|上|有|达|低|高)"
        ),
    ),
    (
        "GAP",
        re.compile(r"比.{1,20}?(?:多|少|高|低|大|小|早|晚|贵|便宜|快|慢).{0,4}(?:多少|几(?!倍)|一?些吗)"),
    ),
    (
        "SOURCE",
        re.compile(
            r"(?<!\w)(?:which|what|whose) (?:report|filing|document|source|paper|announcement|note"
            r"|press release|outlet)"
            r"(?!\w).{0,60}(?<!\w)(?:from|says?|gives?|shows?|behind|for)(?!\w)"
        ),
    ),
    (
        "FIGURE_DATE",
        re.compile(r"(?<!\w)date of (?:the |that |this |its )?(?!list|ipo|float|unlock|lock|expir|debut|public)"),
    ),
)
_BETWEEN_LESS = re.compile(r"(?:'s)? (?:[\w /-]{0,18} )?(?:less|net of|−|–|-) ")


def framed(small: str, named: Sequence[Mention], cues: dict[str, tuple[Hit, ...]]) -> None:
    """Marks what a frame of words says, where no phrase of the lexicon has said it already."""
    if "COUNTED" in cues and all(small[: h.start].endswith(("这", "那", "哪")) for h in cues["COUNTED"]):
        del cues["COUNTED"]
    extreme = {"HIGHEST", "LOWEST", "PEAK", "TROUGH"} & set(cues)
    for cue, pattern in _CUES:
        if cue in cues or (extreme and cue in ("HIGHEST", "LOWEST")):
            continue
        if match := pattern.search(small):
            cues[cue] = (Hit((cue,), 0, 0, match.start(), match.end()),)
    for one, other in pairwise(named):
        if "MINUS" not in cues and _BETWEEN_LESS.fullmatch(small[one.end : other.start]):
            cues["MINUS"] = (Hit(("MINUS",), 0, 0, one.end, other.start),)


_OFTEN_INSIDE = ("TIMES", "TREND", "BREAKS", "RELATIVE_SALES", "DIFFERENT", "VERSUS", "COMPARE", "HOLDERS", "PER")
"""What says nothing of what is wanted inside a measure: the price versus the sales, shares that changed owners."""


def _takes_in(measure: Hit, hit: Hit, cue: str) -> bool:
    """Decides whether a cue is part of a measure: what is paid per dollar of sales is one, not one per another."""
    inside = measure.start <= hit.start and hit.end <= measure.end
    return inside and (cue != "PER" or measure.keys[0].startswith("price_to"))


_DRAWN = re.compile(r"chart|graph|plot|histor|trend|series|path|timeline|trajectory|evol|走势|曲线|图|历史")


def outside_measures(small: str, cues: dict[str, tuple[Hit, ...]], measures: Sequence[Hit]) -> None:
    """Strikes `times` and its like where they only stand inside the name of a measure: by the run-rate multiple.

    A course that is drawn stays one: the price chart.
    """
    for cue in _OFTEN_INSIDE:
        if cue not in cues:
            continue
        kept = tuple(
            h for h in cues[cue] if _DRAWN.match(small, h.start) or not any(_takes_in(m, h, cue) for m in measures[:8])
        )
        if kept:
            cues[cue] = kept
        else:
            del cues[cue]


def _as_multiple(said: Mention, amounts: Sequence[Amount]) -> Mention:
    """A number of times in front of revenue is a multiple of it: above 20x ARR, 10 times sales."""
    key = {"run_rate_revenue": "price_to_arr", "revenue": "price_to_sales"}.get(said.key)
    times = any(a.kind == "times" and 0 <= said.start - a.end <= 1 for a in amounts[:8])
    return Mention(key, said.start, said.end) if key and times else said


_SWELLS = re.compile(
    r"(?:revenues?|sales|top line|turnover)(?: \w+){0,2} (?:swell|expand|grow|climb|increas|accelerat"
    r"|balloon|ris)(?:s|ing|es|e)?(?!\w)"
    r"(?! (?:by|to)(?!\w))|(?:营收|收入)(?:扩张|长得|增得|增长得)"
)
_MEASURES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "share_price",
        re.compile(
            r"(?<!\w)clos(?:e|ed|es|ing)(?!\w)(?! (?:to|in|together|enough|call|are|is)(?!\w))(?<!how close)"
            r"|(?<!the )(?<!at )(?<!\w)last\W*$|how (?:low|high) (?:did|has|was)|(?:best|worst) (?:day"
            r"|week|month|session)"
        ),
    ),
    (
        "revenue",
        re.compile(
            r"(?<!\w)(?:did|does|do|has|have)(?!\w).{2,30}(?<!\w)(?:make|earn|earned|sell|made)(?!\w)"
            r"(?! (?:money|a |the|any|it|sense|up|of|shares|stock))"
            r"|(?<!\w)(?:who|which|what)(?!\w).{0,24}?(?<!\w)(?:makes?|made|earns?|earned|sells?"
            r"|sold) (?:the )?(?:more|most|less|least)"
            r"(?!\w)(?! (?:money|profit|sense|shares|stock|of))"
        ),
    ),
    ("gross_proceeds", re.compile(r"(?<!\w)raised(?!\w)(?! (?:by|to)(?!\w))")),
)


def implied(
    small: str, said: tuple[Mention, ...], cues: dict[str, tuple[Hit, ...]], amounts: Sequence[Amount]
) -> tuple[Mention, ...]:
    """Returns the measures said, or the one that the frame of the sentence implies where none is."""
    said = tuple(_as_multiple(m, amounts) for m in said)
    if len(said) == 1 and said[0].key == "revenue" and "IF" not in cues and (match := _SWELLS.search(small)):
        return (Mention("revenue_growth", said[0].start, match.end()),)
    if said or {"UNLOCK", "PRESSURE", "HOLDERS", "IF", "SAID"} & set(cues):
        return said
    whole = any(a.scaled for a in amounts)
    for key, pattern in _MEASURES:
        if key == "share_price" and whole:
            continue
        if match := pattern.search(small):
            return (Mention(key, match.start(), match.end()),)
    return said
