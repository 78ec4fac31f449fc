"""What cues mean beside each other: an adjective behind who, over before an amount, a price held against sales."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.questions.amounts import Amount
from bot.questions.subjects import Mention, Subjects
from bot.questions.words import Hit, Places

_WHO_MORE = re.compile(
    r"(?:谁|哪个|哪家|哪只|哪一家|哪边).{0,9}?(高|大|多(?!少)|快|贵|强|好|重|深|晚|长|猛|狠|凶|广|厚|久)(?:一?些|一?点儿?|"
    r"得多)?(?=[?？,，。!！\s]|$|呢|啊|呀)"
)
_WHO_LESS = re.compile(
    r"(?:谁|哪个|哪家|哪只|哪一家|哪边).{0,9}?(低|小|(?<!多)少|慢|便宜|弱|差|轻|早|短|薄|窄|浅)(?:一?些|一?点儿?|"
    r"得多)?(?=[?？,，。!！\s]|$|呢|啊|呀)"
)


_ENGLISH_MORE = re.compile(
    r"(?<!\w)(?!other|rather|never|whether|either|under|over|former|later|earlier|after)\w{3,}er than(?!\w)"
)
_WHO_RATHER = re.compile(
    r"(?:谁|哪个|哪家|哪只|哪边|哪一家)[^,，。?？]{0,16}(更(?! ?(?:低|小|少|慢|便宜|弱|差|轻|早|短|薄|窄|浅|新|扛|抗)))"
    r"|(?:谁|哪个|哪家|哪只|哪边)[^,，。?？]{0,6}([走涨跑]得(?:硬|强|好|快|稳|猛|凶))"
)
"""More of whatever follows: who is more to-business, whose run rate is more of a fighter, who held up harder."""
_THAN_MORE = re.compile(r"比.{1,12}?(?:还|更|都)要?(高|大|多(?!少)|快|贵|强|好|重|深|惨)")
_THAN_LESS = re.compile(r"比.{1,12}?(?:还|更|都)要?(低|小|(?<!多)少|慢|便宜|弱|差|轻)")


def compare_by_adjective(small: str, cues: dict[str, tuple[Hit, ...]]) -> None:
    """Marks a bare Chinese adjective behind `who` as a comparison: 谁的毛利率高."""
    for cue, pattern, beside in (
        ("COMP_HIGH", _WHO_MORE, ()),
        ("COMP_LOW", _WHO_LESS, ()),
        ("COMP_HIGH", _WHO_RATHER, ("COMP_LOW",)),
        ("COMP_HIGH", _THAN_MORE, ()),
        ("COMP_LOW", _THAN_LESS, ()),
    ):
        if not {cue, "HIGHEST", "LOWEST", *beside} & set(cues) and (match := pattern.search(small)):
            cues[cue] = (Hit((cue,), 0, 0, *match.span(match.lastindex or 0)),)
    for cue in ("HIGHEST", "LOWEST"):
        kept = tuple(h for h in cues.get(cue, ()) if not small.startswith((" line", "-line"), h.end))
        if cue in cues and not kept:
            del cues[cue]

    if not {"COMP_HIGH", "COMP_LOW"} & set(cues) and (match := _ENGLISH_MORE.search(small)):
        cues["COMP_HIGH"] = (Hit(("COMP_HIGH",), 0, 0, match.start(), match.end()),)


def not_of_groups(measures: list[Hit], subjects: Subjects, small: str) -> list[Hit]:
    """Returns the measures without `listings` where it is the noun of a group, as stocks or names would be."""
    groups = Places(len(small), subjects.group_spans)
    return [
        h
        for h in measures
        if h.keys[0] not in _GROUP_NOUNS
        or not (groups.meets(h.start, h.end) or small[: h.start].endswith(("pre-", "pre ")))
    ]


_GROUP_NOUNS = ("listing_date", "share_price")
_OVER = re.compile(r"(?:(?<!\w)(?:over|beyond|upwards of|in excess of|clear of)|破|逾|过|达到?) ?$")
_NEAR = 16


def over_amounts(small: str, amounts: Sequence[Amount], cues: dict[str, tuple[Hit, ...]]) -> None:
    """Marks `over` as a level in front of an amount alone; elsewhere it divides, ends or lasts."""
    for amount in amounts:
        match = _OVER.search(small[max(0, amount.start - _NEAR) : amount.start])
        if match and "LEVEL_OVER" not in cues and "LEVEL_UNDER" not in cues:
            cues["LEVEL_OVER"] = (Hit(("LEVEL_OVER",), 0, 0, amount.start - len(match.group()), amount.start),)


_AGAINST = re.compile(
    r"(?<!\w)(?:relative to|against|versus|compared (?:to|with)|for (?:its|their)|per (?:dollar|unit|yuan|buck) of|"
    r"(?:for )?(?:each|every) (?:dollar|yuan|buck) of(?: [\w']+)??|"
    r"on|adjusted for|given (?:its|their)) ?(?:its |their )?"
    r"(?P<base>sales|revenues?|turnover|top line|arr|run[- ]rate(?: revenue)?|annuali[sz]ed revenue)(?!\w)|"
    r"(?:相对于?|相较于?|对比|每[一1]?(?:块钱?|元|美元)的?|除以|按)(?P<han>年化收入|收入|营收|销售额?|arr)"
)
_PRICED = re.compile(
    r"(?<!\w)(?:pric(?:ey|ier|iest|ed)|expensive|dear(?:er|est)?|cheap(?:er|est)?|rich(?:er|est|ly)?|pay(?:ing)?|"
    r"valued|valuation|worth|market (?:cap|value))(?!\w)|贵|便宜|市值|估值|市场给|值钱|付多少"
)
_YEARLY = ("arr", "run", "annual", "年化")


def as_multiples(small: str, said: tuple[Mention, ...], cues: dict[str, tuple[Hit, ...]]) -> tuple[Mention, ...]:
    """Returns the measures with a price held against sales as their multiple: pricier relative to revenue."""
    against = _AGAINST.search(small)
    keys = {m.key for m in said}
    if against is None or not keys <= {"market_value", "revenue", "run_rate_revenue", "share_price"}:
        return said
    if not _PRICED.search(small) or {"IF", "NEED", "WOULD"} & set(cues):
        return said
    base = against["base"] or against["han"]
    for cue in ("RELATIVE_SALES", "RATIO", "VERSUS", "COMPARE", "PER"):
        apart = tuple(h for h in cues.get(cue, ()) if h.end <= against.start() or h.start >= against.end())
        cues.pop(cue, None)
        if apart:
            cues[cue] = apart
    key = "price_to_arr" if base.startswith(_YEARLY) else "price_to_sales"
    return (Mention(key, against.start(), against.end()),)


_ASKED_BEFORE = re.compile(r"(?:^|[ ,;:])(?:who|which|what|whose|where|how)(?!\w)")
_ALSO_WHEN = re.compile(r"(?:and|or|,|;|since|till|until|&|/) ?$")
_SUPPOSED_TO = re.compile(r"supposed(?:ly)? (?:to|be)(?!\w)")
_WHERE_FROM = re.compile(
    r"(?<!\w)where(?:'s| is| was| does| do| did| are)(?!\w).{2,60}?(?<!\w)(?:from|come|get it"
    r"|found)(?!\w)(?! (?:its|the) (?:top|high|peak))"
    r"|(?:数|数字|数据|说法|金额|比例|估值|市值|收入).{0,4}(?:是)?(?:从)?哪(?:里|儿)?(?:来|找|查|看)"
)
_SUPPOSED = re.compile(
    r"^\W*(?:price in|pencil in|pencil|factor in|plug in"
    r"|say|let'?s say|picture|double|triple|halve|cut|raise|lift|knock|shave|chop|lop|slice"
    r"|(?:take|add|trim|strip|wipe)(?= (?:another |a |\d)))(?!\w)(?! so)"
)


_HAD_IT = re.compile(r"^\W*had (?!.{0,24}(?<!\w)ever(?!\w))")
"""With what would be behind it, had it stayed is as good as if it had stayed."""


def sorted_out(small: str, subjects: Subjects, cues: dict[str, tuple[Hit, ...]]) -> None:
    """Strikes `when` where it only joins clauses, and marks an order to change a figure as a supposition."""
    hits = tuple(
        h
        for h in cues.get("WHEN", ())
        if small[h.start : h.end] != "when"
        or not _ASKED_BEFORE.search(small[: h.start])
        or _ALSO_WHEN.search(small[: h.start])
    )
    if "WHEN" in cues and not hits:
        del cues["WHEN"]
    changed = tuple(h for h in cues.get("LEAD_CHANGE", ()) if small[max(0, h.start - 1) : h.end] != "以来回")
    if "LEAD_CHANGE" in cues and not changed:
        del cues["LEAD_CHANGE"]
    supposed = tuple(h for h in cues.get("IF", ()) if not _SUPPOSED_TO.match(small, h.start))
    if "IF" in cues and not supposed:
        del cues["IF"]
    if "SOURCE" not in cues and (found := _WHERE_FROM.search(small)):
        cues["SOURCE"] = (Hit(("SOURCE",), 0, 0, found.start(), found.end()),)
    were = _HAD_IT.search(small) is not None and "WOULD" in cues
    if (subjects.named or subjects.group) and (were or _SUPPOSED.search(small)) and "IF" not in cues:
        cues["IF"] = (Hit(("IF",), 0, 0, 0, 1),)
