"""Measures beside each other that are one: annualised takings, a price held against sales, research for each yuan."""

from __future__ import annotations

import re

from bot.questions.per_each import per_each
from bot.questions.subjects import Mention
from bot.questions.words import Hit

_APART = re.compile(r"(?<!\w)(?:and|or|plus|as well as|along with)(?!\w)|[,;&+/、，；]|和|及|与|跟|还有|加上|或")
"""What stands between two measures that are both wanted."""
_ADJECTIVES = ("annualised", "annualized", "年化", "annualised basis")
_GAP = 14
"""How far apart two words of one measure stand: annualised subscription revenue."""

_ABSORBED: dict[str, frozenset[str]] = {
    "price_to_sales": frozenset({"market_value", "share_price", "revenue", "paying_users"}),
    "price_to_arr": frozenset({"market_value", "share_price", "run_rate_revenue", "revenue", "paying_users"}),
    "days_of_volume": frozenset({"volume", "unlock_value", "unlock_date"}),
    "volume": frozenset({"share_price"}),
    "offer_price": frozenset({"listing_date"}),
    "price_return": frozenset({"net_loss"}),
    "on_premise_share": frozenset({"revenue"}),
    "api_share": frozenset({"revenue"}),
    "cloud_channel_share": frozenset({"revenue"}),
    "enterprise_share": frozenset({"unlock_ratio"}),
    "overseas_share": frozenset({"unlock_ratio"}),
}
"""Measures whose words only say what another one in the same breath is of: the price in a multiple, the stock freed."""

_SALES = r"(?P<base>sales|revenues?|revs?|turnover|takings|top[ -]line|arr|run[ -]?rate(?: revenue)?|annuali[sz]ed \w+)"
_FILLER = (
    r"(?: (?:its|their|the|last year's|\w+'s|yearly|annual|ltm|ttm|trailing|forward|recurring"
    r"|\d{4}|fy ?\d\d|this year's))*"
)
_MULTIPLE = re.compile(
    rf"(?<!\w)(?:(?:how many|what|which|at|on|as a|the same|a) )?(?:multiples?|turns|x"
    rf"|times)(?: of)?{_FILLER} {_SALES}(?!\w)"
    rf"|(?:pay|pays|paying|paid|shell(?:ing)? out|cough(?:ing)? up"
    rf"|stump(?:ing)? up)(?!\w).{{0,30}} (?:for|per) (?:(?:a|one|each|every) )?"
    rf"(?:dollar|buck|yuan|unit|euro|renminbi) of(?: [\w']+){{0,3}}? {_SALES.replace('base', 'paid')}(?!\w)"
    rf"|(?:rich|dear|cheap|expensive|pric)\w*(?: \w+){{0,2}} (?:vs\.?|versus|against|relative to|on|to"
    rf"|for|by){_FILLER} "
    rf"{_SALES.replace('base', 'held')}(?!\w)"
    r"|(?:估值|市值|身价|卖到|给到|给了)[^,，。]{0,10}?(?P<han>年化收入|年化营收|年化|arr|营收|收入|销售额)的?(?:多少|几|\d+)?倍"
)
_PRICING = re.compile(
    r"(?<!\w)(?:trad(?:e|es|ing)|valu\w+|worth|pay\w*|paid|market (?:cap|value)|m?cap|multiples?|turns|pric\w+|rich\w*"
    r"|cheap\w*|dear\w*|expensive|round|raise|x(?= of| ltm| sales| rev)|shell\w*|cough\w*|fetch\w*|command\w*)(?!\w)"
    r"|市值|估值|身价|贵|便宜|卖到|给到"
)
_YEARLY = ("arr", "run", "annual", "年化")

FOR_EACH = re.compile(
    r"(?<!\w)(?:for|per|out of|from|of|on|in) (?:every|each|a|one) (?:single )?(?:dollar|buck|yuan"
    r"|euro|rmb|renminbi|hundred|rupee|pound|quid|cent|penny|unit)"
    r"(?!\w)(?! (?:invested|put|spent|at))|(?<!\w)(?:every|each) (?:single )?(?:dollar|buck|yuan|euro|rmb)(?!\w)"
    r"|每(?:赚|进账|收进?|挣|卖出?|入账|做|进|有|一)*(?:到|了)?一?(?:块|元|美元|块钱|美金|百块)"
)
_SPENDABLE = frozenset({"net_loss", "rd_expense", "gross_profit", "cash", "operating_loss"})
"""What is set against revenue when it is asked for each unit of it, or as a multiple of it."""


_TO_SALES = re.compile(
    r"(?:r ?& ?d|rnd|research|loss(?:es)?|burn|cash)[- ]to[- ](?:sales|revenue|turnover)(?!\w)"
    r"|(?<!\w)(?:part|share|portion|percentage|slice|fraction|proportion|chunk|%) of (?:its |their )?"
    r"(?:sales|revenues?|turnover|takings|top line|income) (?:back )?(?:on|to|into|for|in|towards) "
)
_AS_SHARE_OF_SALES = {
    "rd_expense": re.compile(r"(?:r ?& ?d|rnd|r and d|research)(?: spend\w*)?[ -](?:intensity|heaviness)(?!\w)"),
    "net_loss": re.compile(r"(?<!\w)(?:net|loss|bottom[- ]line)(?: profit| income)? margins?(?!\w)"),
    "operating_loss": re.compile(r"(?<!\w)(?:operating|ebit)(?: profit| loss)? margins?(?!\w)"),
}
"""What is a share of revenue by its name."""
_ASKED_WORTH = ("worth", "值多少", "值多少钱", "值几个钱", "值")
"""What something is worth on a multiple is asked beside the multiple."""
_SUPPOSED = frozenset({"IF", "NEED", "WOULD", "HALVE", "DOUBLE", "TRIPLE", "FALL", "RISE"})
"""What is supposed to change stays beside what is asked."""


def together(small: str, said: tuple[Mention, ...], cues: dict[str, tuple[Hit, ...]]) -> tuple[Mention, ...]:
    """Returns the measures of a sentence with those that are one read as one, numerators in front."""
    said = _lasting(small, said, cues)
    said = _without_units(small, said)
    _mark_part(small, said, cues)
    said = per_each(small, said, cues)
    said = _paying_part(small, said, cues)
    said = _set_against_sales(small, said, cues)
    said = _as_multiple(small, said, cues)
    said = _absorbed(small, said, bool(_SUPPOSED & set(cues)))
    return _annualised(small, said)


_LASTS = re.compile(
    r"(?<!\w)(?:cash |money )?runway(?!\w)|(?<!\w)r[ua]n(?:s|ning)? (?:out of|short of|low on|dry of|through)"
    r" (?:the |its |their |all its )?(?:cash|money|funds)(?!\w)"
    r"|(?<!\w)how (?:long|many \w+)(?!\w).{2,60}?(?<!\w)(?:cash|money|war chest|reserves|coffers|bank|funds)(?!\w)"
    r"[^,;?]{0,24}(?<!\w)lasts?(?!\w)"
    r"|(?<!\w)(?:years?|months?|quarters?)(?: worth)? of (?:cash|money)(?!\w)(?! flow)"
    r"|(?<!\w)(?:cash|money)[^,;?]{0,30}(?<!\w)runs? (?:out|dry)(?!\w)"
    r"|(?<!\w)how (?:long|many (?:years|months|quarters))(?!\w)[^,;?]{0,60}(?<!\w)(?:funded|afford|keep going|survive"
    r"|keep burning|go on losing|keep losing|stay afloat|last at|of (?:burn|losses))(?!\w)"
    r"|(?<!\w)(?:years?|months?|quarters?) of (?:burn|losses)[^,;?]{0,50}"
    r"(?<!\w)(?:cash|bank|account|coffers|left)(?!\w)"
)
"""How long the cash lasts is the cash divided by what is lost."""
_PART_IS = re.compile(
    r"(?<!\w)(?:how much|(?:what|which|how (?:big|large) an?) (?:part|share|fraction|portion|proportion|percent(?:age)?"
    r"|slice|cut|chunk|%)) of (?:[\w.'’-]+ ){0,3}$"
)
_IS_PART = re.compile(r" (?:is|are|was|were|sits? in|lies? in|consists? of|would be)(?: \w+){0,3} ")


def _lasting(small: str, said: tuple[Mention, ...], cues: dict[str, tuple[Hit, ...]]) -> tuple[Mention, ...]:
    """How long what is in the bank lasts divides it by the loss."""
    if not {m.key for m in said} <= {"cash", "net_loss", "run_rate_revenue"} or {"IF", "UNLOCK", "EXPLAIN"} & set(cues):
        return said
    match = _LASTS.search(small)
    if match is None:
        return said
    cues.setdefault("RATIO", (Hit(("RATIO",), 0, 0, *match.span()),))
    return (Mention("cash", *match.span()), Mention("net_loss", *match.span()))


def _mark_part(small: str, said: tuple[Mention, ...], cues: dict[str, tuple[Hit, ...]]) -> None:
    """How much of one measure is another asks for the other divided by it."""
    if len(said) != 2 or _PART_OF_SALES & {m.key for m in said}:
        return
    first, second = said
    if _PART_IS.search(small[: first.start]) and _IS_PART.match(small[first.end : second.start] + " "):
        cues.setdefault("RATIO", (Hit(("RATIO",), 0, 0, first.start, second.end),))


_PART_OF_SALES = frozenset({"overseas_share", "enterprise_share", "api_share", "on_premise_share", "unlock_ratio"})

_UNIT_OF_SHARES = (
    "per share",
    "a share",
    "each share",
    "每股",
    "一股",
    "shares traded",
    "stock traded",
    "shares trade",
)


def _without_units(small: str, said: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """An offer price is per share, and shares traded are a volume: neither asks for the price of a share beside it."""
    if not {"offer_price", "volume"} & {m.key for m in said}:
        return said
    return tuple(m for m in said if m.key != "share_price" or small[m.start : m.end] not in _UNIT_OF_SHARES)


_PAYING_PART = re.compile(
    r"(?<!\w)(?:fraction|share|percent(?:age)?|portion|proportion|part|slice|ratio|conversion)(?!\w)|占|比例|几成|转化|百分之"
)


def _paying_part(small: str, said: tuple[Mention, ...], cues: dict[str, tuple[Hit, ...]]) -> tuple[Mention, ...]:
    """What part of the users pays is the paying ones divided by all."""
    if {m.key for m in said} not in ({"paying_users"}, {"paying_users", "users"}):
        return said
    match = _PAYING_PART.search(small)
    if match is None:
        return said
    cues.setdefault("RATIO", (Hit(("RATIO",), 0, 0, *match.span()),))
    paying = next(m for m in said if m.key == "paying_users")
    return (paying, Mention("users", paying.start, paying.end))


def _between(small: str, one: Mention, other: Mention) -> str:
    first, second = sorted((one, other), key=lambda m: m.start)
    return small[first.end : second.start]


def _annualised(small: str, said: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Annualised takings are a run rate, however revenue is called behind or before the word."""
    yearly = [m for m in said if m.key == "run_rate_revenue"]
    return tuple(
        m
        for m in said
        if m.key != "revenue"
        or not any(
            len(between := _between(small, m, y)) <= _GAP
            and (not _APART.search(between) or "就是" in between or small[y.start : y.end] in _ADJECTIVES)
            for y in yearly
        )
    )


def _absorbed(small: str, said: tuple[Mention, ...], supposed: bool) -> tuple[Mention, ...]:
    """Leaves out what only belongs to another measure of the sentence, unless both are listed or one is supposed."""
    gone = {
        m
        for whole in said
        for m in said
        if (not supposed or m.key in ("unlock_value", "unlock_date"))
        and small[m.start : m.end] not in _ASKED_WORTH
        and m.key in _ABSORBED.get(whole.key, frozenset())
        and not _APART.search(_between(small, whole, m))
    }
    return tuple(m for m in said if m not in gone)


def _as_multiple(small: str, said: tuple[Mention, ...], cues: dict[str, tuple[Hit, ...]]) -> tuple[Mention, ...]:
    """A number of times of sales that something trades on is its multiple."""
    keys = {m.key for m in said}
    if keys & (_SPENDABLE | {"price_to_sales", "price_to_arr", "employees", "users"}) or {"IF", "NEED"} & set(cues):
        return said
    match = _MULTIPLE.search(small)
    if match is None or not _PRICING.search(small):
        return said
    base = match["base"] or match["paid"] or match["held"] or match["han"]
    key = "price_to_arr" if base.startswith(_YEARLY) else "price_to_sales"
    rest = tuple(m for m in said if m.key not in ("revenue", "run_rate_revenue", "market_value", "share_price"))
    for cue in ("RELATIVE_SALES", "PER", "VERSUS", "TIMES", "RATIO"):
        apart = tuple(h for h in cues.get(cue, ()) if h.end <= match.start() or h.start >= match.end())
        cues.pop(cue, None)
        if apart:
            cues[cue] = apart
    return (*rest, Mention(key, match.start(), match.end()))


def _set_against_sales(small: str, said: tuple[Mention, ...], cues: dict[str, tuple[Hit, ...]]) -> tuple[Mention, ...]:
    """A loss or research for each yuan taken in, or as a multiple of sales, is divided by revenue."""
    spent = next((m for m in said if m.key in _SPENDABLE), None)
    if spent is None:
        if {m.key for m in said} <= {"revenue", "run_rate_revenue", "market_value"} and (
            each := FOR_EACH.search(small)
        ):
            cues.setdefault("RATIO", (Hit(("RATIO",), 0, 0, *each.span()),))
        return said
    multiple = next((m for m in said if m.key == "price_to_sales"), None)
    by_name = _AS_SHARE_OF_SALES.get(spent.key)
    each = FOR_EACH.search(small) or _TO_SALES.search(small) or (by_name.search(small) if by_name else None)
    if multiple is None and each is None:
        return said
    if multiple is not None and ("p/s" in small or _APART.search(_between(small, spent, multiple))):
        return said
    place = multiple or next((m for m in said if m.key == "revenue"), None)
    start, end = (place.start, place.end) if place else each.span() if each else (spent.start, spent.end)
    cues.setdefault("RATIO", (Hit(("RATIO",), 0, 0, start, end),))
    return (spent, Mention("revenue", start, end))
