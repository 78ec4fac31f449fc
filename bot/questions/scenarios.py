"""Reading what-ifs: what changes, for whom and by how much, or what would have to; with `if` and without."""

from __future__ import annotations

import re
from typing import Any

from bot.plan import Plan
from bot.questions.changes import change_of, changes_of_each
from bot.questions.changes import number as number
from bot.questions.extremes import asks_who_then
from bot.questions.groups import COUNTERPART, TWO
from bot.questions.kinds_of_holders import holders_of
from bot.questions.posed import is_posed, moves_each
from bot.questions.rates_supposed import at_rate
from bot.questions.sentence import Sentence
from bot.questions.share_put_back import put_back
from bot.questions.subjects import Mention

_REVENUES = {"revenue": "revenue_change", "run_rate_revenue": "run_rate_revenue_change", "volume": "volume_change"}
_GROWING = {"revenue_growth": "revenue"}
"""What grows by a part of itself is changed by it: revenue grows another 150 %."""
_MULTIPLES = ("price_to_arr", "price_to_sales")
_UNLOCK_VALUES = ("unlock_value", "days_of_volume")


def supposed(s: Sentence, companies: tuple[str, ...]) -> Plan | None:
    """Returns the what-if that a sentence states, None where it supposes nothing."""
    plan = _supposed(s, companies)
    if plan is not None and len(plan.companies) > 1 and asks_who_then(s.text.lower()):
        return plan.with_changes(direction="highest")
    return plan


def _supposed(s: Sentence, companies: tuple[str, ...]) -> Plan | None:
    assumes = s.has("IF") or is_posed(s) or moves_each(s)
    if (plan := at_rate(s, companies, assumes)) is not None:
        return plan
    if (plan := _sold(s, companies, assumes)) is not None:
        return plan
    if (plan := _solved(s, companies)) is not None:
        return plan
    if (plan := put_back(s, companies, assumes)) is not None:
        return plan
    if (plan := _set_to(s, companies, assumes)) is not None:
        return plan
    return _changed(s, companies, assumes)


_BESIDE = 16
"""How far before a figure its preposition is looked for."""


def _sold(s: Sentence, companies: tuple[str, ...], assumes: bool) -> Plan | None:
    """A part of what comes free is sold: named as a part, or all, or half."""
    freed = s.has("UNLOCK", "PRESSURE") or bool({*_UNLOCK_VALUES, "unlock_ratio"} & set(s.measure_keys))
    freed = freed or (s.has("HOLDERS") and s.amount("percent") is not None and not s.has("WHEN"))
    leave = assumes and s.has("HOLDERS") and _LEAVE.search(s.text.lower()) is not None
    if not (s.has("SELL") or leave) or not (freed or assumes):
        return None
    part = s.amount("percent")
    small = s.text.lower()
    whole = any(
        w in small for w in ("all ", "every ", "everyone", "everything", "全部", "全都", "所有", "全抛", "全卖")
    ) or (holders_of(s) is not None and _THEY_ALONE.search(small) is not None)
    if part is None and not (whole and assumes):
        return None
    if not freed and "price" in " ".join(s.measure_keys):
        return None
    if part and not whole and "volume" in s.measure_keys and _is_of_volume(s, part.start):
        return None
    fraction = number(part.value) if part else 1
    measures = tuple(m for m in s.measure_keys if m in _UNLOCK_VALUES)
    lasting = ("days_of_volume",) if s.has("HOW_LONG") else ()
    asked = tuple(m for m in measures if m == "days_of_volume") or lasting or measures or ("days_of_volume",)
    money = s.has("HOW_MUCH") and ("money" in small or "钱" in small or s.currency is not None)
    if money and "days_of_volume" not in measures:
        asked = ("unlock_value",)
    params: dict[str, Any] = {"sell_fraction": fraction}
    if (holders := holders_of(s)) is not None:
        params["holders"] = holders
    plan = _plan(companies or TWO, asked, s.currency, params)
    return plan if s.when in (None, "today") else plan.with_changes(when=s.when)


_THEY_ALONE = re.compile(r"(?<!\w)(?:alone|only|just|by themselves)(?!\w)|只有|仅|光是?|单是|单单")
_LEAVE = re.compile(
    r"(?<!\w)(?:gets?|got|getting) out(?!\w)|(?<!\w)(?:hits?|run for|runs for|heads? for|make for|bolt for) the "
    r"(?:sell button|bid|exits?|door)(?!\w)|跑路|出逃|离场|撤"
)
"""Holders who leave sell what they hold."""


def _is_of_volume(s: Sentence, place: int) -> bool:
    """Decides whether a part is what trading shrinks or swells by, not what is sold."""
    volume = min(abs(m.end - place) for m in s.measures if m.key == "volume")
    return volume < min(abs(h.end - place) for h in s.cues["SELL"])


def _solved(s: Sentence, companies: tuple[str, ...]) -> Plan | None:
    """Solved backwards: how far something would have to go to be level with something else."""
    if not s.has("NEED") or s.has("UNLOCK"):
        return None
    if s.amount("percent") and all(s.text[h.start : h.end].endswith("到多少") for h in s.cues["NEED"]):
        return None
    multiple = s.amount("times")
    if len(companies) == 1 and multiple is not None and set(s.measure_keys) & set(_REVENUES):
        sought = next(m for m in s.measure_keys if m in _REVENUES)
        key = "price_to_sales" if sought == "revenue" else "price_to_arr"
        held = {companies[0]: {key: number(multiple.value)}}
        return _plan(companies, (sought,), s.currency, {"solve_for": sought, "set": held})
    aimed = _AIMED.search(s.text.lower()) is not None
    if len(companies) == 1 and companies[0] in COUNTERPART and s.has("LOSE_LEAD") and not s.amounts:
        companies = (*companies, COUNTERPART[companies[0]])
    if len(companies) < 2 and not (
        (aimed or s.has("MATCH", "OVERTAKE", "LEVEL_OVER")) and s.amount("money", "times", "number")
    ):
        return None
    if not aimed and not s.has(
        "MATCH",
        "OVERTAKE",
        "LEAD",
        "COMP_HIGH",
        "STILL",
        "TRADE_AT",
        "LEVEL_OVER",
        "RISE",
        "FALL",
        "DOUBLE",
        "LOSE_LEAD",
    ):
        return None
    measures = s.measure_keys
    solving = next((m for m in measures if m in _REVENUES), None)
    mover = companies[0] if companies else ""
    if len(companies) > 1 and _mover(s) in companies:
        mover = _mover(s)
    multiple_key = next((m for m in measures if m in _MULTIPLES), None)
    lender = next((c for c in companies if c != mover), None)
    if multiple_key and lender and solving is None:
        sought = "market_value" if "market_value" in measures else "price_change"
        lent: dict[str, Any] = {mover: {multiple_key: lender}}
        return _plan(
            (mover, lender),
            ("market_value", multiple_key),
            s.currency,
            {"on": [mover], "solve_for": sought, "set": lent},
        )
    params: dict[str, Any] = {"on": [mover] if mover else []}
    target = s.amount("money", "number")
    if solving and not (set(measures) & {"market_value", "share_price"}):
        params |= {"solve_for": _REVENUES[solving], "until": "equal"}
        if len(companies) == 1 or set(measures) & set(_MULTIPLES):
            params["solve_for"] = solving
        return _plan(companies, (solving,), s.currency, params)
    params |= {"solve_for": solving or "price_change", "until": number(target.value) if target else "equal"}
    if "share_price" in measures and not solving and not target and _A_SHARE.search(s.text.lower()):
        return _plan(companies, ("share_price", "market_value"), s.currency, params | {"solve_for": "share_price"})
    return _plan(companies, ("market_value",), s.currency, params)


_A_SHARE = re.compile(
    r"(?<!\w)(?:what|which) (?:share |stock )?price|(?:每股|股价|一股).{0,6}(?:多少|几)|(?:多少|几)(?:钱|块|元)一股"
)
"""The price of one share is sought itself, not by how much it moves."""
_AIMED = re.compile(
    r"(?<!\w)(?:what|which|how far|how much)(?!\w).{0,30}(?:gets?|puts?|takes?|brings?|lifts?|values?|prices?|carr(?:y"
    r"|ies)|be worth)(?!\w).{1,30}\d"
    r"|(?:才|要|得|到).{0,8}(?:值|有|到|达到)"
)
"""A target is named with what would bring somebody there: what price gets MiniMax to HK$200bn."""


def _mover(s: Sentence) -> str:
    """Who moves: the company nearest in front of the verb of need, else the first."""
    moves = min(s.at(cue) for cue in ("RISE", "FALL", "MATCH"))
    subject = [m.key for m in s.subjects.named if m.start < moves < s.at("NEED")]
    if subject and len(subject) < len(s.subjects.named):
        return subject[-1]
    before = [m for m in s.subjects.named if m.start < s.at("NEED")]
    after = [m for m in s.subjects.named if m.start > s.at("NEED")]
    return before[-1].key if before else after[0].key if after else ""


_LENT = re.compile(
    r"(?<!\w)(?:stick|slap|put|apply|use|plug|give|hang|transplant|graft|bolt|pin|slot|lend|borrow"
    r"|paste)(?!\w).{2,40}?(?:multiple"
    r"|p ?/ ?arr|p ?/ ?s|price to sales|price to arr)(?!\w).{0,8}?(?<!\w)(?:on|onto|to|for|at|into|and)(?!\w)"
    r"|(?:拿|把|用|将).{1,24}?(?:硬?套|安|按|挪|搬|放|换)(?:给|到|在|进|上)|(?:硬?套|套用).{1,16}?的"
    r"|给(?:上|到|个|它)?.{1,12}的 ?(?:p ?/ ?s|p ?/ ?arr|ps(?![a-z])|市销率|倍数|估值倍数)"
    r"|(?:按|用|照|拿|以).{1,20}?(?:p ?/ ?arr|p ?/ ?s|倍数?|市销率|multiple).{0,4}?(?:给|去|来估|来算|估|定价|算出?)"
)
"""One's multiple is laid on another."""
_BORROWED = re.compile(
    r"(?<!\w)(?:at|on|with|using|given|to|onto|by) .{2,24}(?:'s|’s) (?:own |current )?(multiple|rating)(?!\w)"
    r"|(?<!\w)(?:at|on|with|using|to|onto|by) the (?:same )?(multiple|rating) (?:of|as)(?!\w)"
    r"|(?:按|用|把|照|套|到|拿|以|给).{1,14}的? ?(multiple|倍数)"
)
"""Another's multiple with no word for which: the one of the newest revenue, as elsewhere."""
_NO_MONEY = frozenset({"price_return", "drawdown", "revenue_growth", "gross_margin", "listing_date", "days_of_volume"})
"""What no amount of money can be set for."""
_GOES_TO = re.compile(r"(?:降|升|涨|跌|回|压|拉|提|修复)(?:到|至)|(?<!\w)(?:to|at|as high as|as low as)(?!\w)")
"""What stands behind these is whose level the multiple goes to."""
_LEAST_OF_A_COMPANY = 100_000_000
"""A larger amount that somebody lists, goes out or is priced at is of the whole company."""
_MOST_OF_A_SHARE = 100_000
"""No share covered costs as much; a smaller amount of money set for a company is that of its share."""


def _set_to(s: Sentence, companies: tuple[str, ...], assumes: bool) -> Plan | None:
    """A measure of one is set: to another's multiple, or to an amount."""
    multiples = [m for m in s.measures if m.key in _MULTIPLES]
    if not multiples and len(companies) > 1 and (bare := _BORROWED.search(s.text.lower())):
        multiples = [Mention("price_to_arr", bare.start(bare.lastindex or 0), bare.end(bare.lastindex or 0))]
    would = (
        assumes
        or s.has("WOULD")
        or s.text.lower().startswith(("value ", "put ", "price ", "mark ", "rate ", "apply ", "slap "))
        or _LENT.search(s.text.lower()) is not None
    )
    if (
        multiples
        and s.subjects.named
        and len(companies) >= 2
        and (would or s.has("TRADE_AT"))
        and not s.has("COMPARE", "GAP", "HIGHEST")
    ):
        if not (would or "market_value" in s.measure_keys):
            return None
        multiple = multiples[0]
        lender = max(
            (m for m in s.subjects.named if m.start < multiple.start),
            key=lambda m: m.start,
            default=s.subjects.named[-1],
        ).key
        if s.subjects.named[-1].start > multiple.start and f" {s.text[multiple.end :].lower()}".lstrip().startswith(
            ("of", "as")
        ):
            lender = s.subjects.named[-1].key
        between = s.text[multiple.end : s.subjects.named[-1].start].lower() if s.subjects.named else ""
        if s.subjects.named[-1].start > multiple.start and _GOES_TO.search(between):
            lender = s.subjects.named[-1].key
        taker = next(c for c in companies if c != lender)
        return _plan(
            (taker, lender), ("market_value", multiple.key), s.currency, {"set": {taker: {multiple.key: lender}}}
        )
    amount = s.amount("money", "number", "times")
    if (
        not would
        or amount is None
        or not companies
        or not s.subjects.named
        or (amount.kind == "number" and not (amount.scaled or s.measures))
    ):
        return None
    if s.has("LEVEL_OVER", "LEVEL_UNDER") and not assumes:
        return None
    taker = max(
        (m for m in s.subjects.named if m.start < amount.start), key=lambda m: m.start, default=s.subjects.named[0]
    ).key
    if amount.kind == "times":
        behind = next((m.key for m in s.measures if 0 <= m.start - amount.end <= _BESIDE // 2), None)
        spoken = {"run_rate_revenue": "price_to_arr", "revenue": "price_to_sales"}.get(behind or "")
        if not multiples and not spoken and not s.has("TRADE_AT"):
            return None
        key = multiples[0].key if multiples else spoken or "price_to_arr"
        if spoken and not multiples:
            return _plan(companies, ("market_value",), s.currency, {"set": {taker: {key: number(amount.value)}}})
    else:
        settable = [m for m in s.measures if m.key not in _NO_MONEY] or list(s.measures)
        near = sorted(settable, key=lambda m: min(abs(m.end - amount.start), abs(m.start - amount.end)))
        key = near[0].key if near else "market_value"
        if key in ("share_price", "offer_price", "listing_date") and amount.value > _LEAST_OF_A_COMPANY:
            key = "market_value"
        if key == "market_value" and not amount.scaled and amount.value < _MOST_OF_A_SHARE:
            key = "share_price"
    asked = tuple(m for m in s.measure_keys if m not in (key, "share_price", "offer_price", "listing_date"))
    asked = asked or ("market_value",)
    if key == "market_value" and asked[0] in _MULTIPLES:
        held = {"set": {taker: {key: number(amount.value)}}}
        return _plan(companies, (asked[0], "market_value"), s.currency, held)
    value = number(amount.value)
    return _plan(companies, tuple(dict.fromkeys((*asked[:1],))), s.currency, {"set": {taker: {key: value}}})


def _changed(s: Sentence, companies: tuple[str, ...], assumes: bool) -> Plan | None:
    """A price, revenue or volume rises or falls by a part of itself."""
    change = change_of(s)
    if change is None or not companies or _OF_A_MULTIPLE.search(s.text.lower()):
        return None
    moves = (
        s.has("DOUBLE", "TRIPLE", "HALVE") and not _DONE.search(s.text.lower()) and not s.has("WHEN", "EVER", "TREND")
    )
    hangs = assumes or moves or s.has("WOULD", "STILL", "MATCH") or (s.has("OVERTAKE", "LEAD") and len(companies) > 1)
    if not hangs or (s.has("TREND") and not assumes and s.when is not None):
        return None
    place, value = change
    if len(each := changes_of_each(s)) > 1:
        return _plan(
            companies,
            tuple(m for m in s.measure_keys if m == "market_value") or ("market_value",),
            s.currency,
            {"price_change": each},
        )
    mover = max((m for m in s.subjects.named if m.start < place), key=lambda m: m.start, default=None)
    movers = [mover.key if mover else companies[0]]
    if (s.subjects.group and not s.subjects.named) or any(
        w in s.text.lower() for w in (" both ", "两家都", "都涨", "都跌")
    ):
        movers = list(companies)
    near = [m for m in s.measures if _GROWING.get(m.key, m.key) in _REVENUES and m.start < place + 25]
    key = _REVENUES[_GROWING.get(near[-1].key, near[-1].key)] if near else "price_change"
    traded = not near and _TRADED.search(s.text.lower()[max(0, place - _BESIDE) : place]) is not None
    key = "volume_change" if traded else key
    held = {m.key for m in s.measures if _HELD.match(s.text.lower(), m.end)}
    results = tuple(
        m
        for m in s.measure_keys
        if m not in held and m not in _REVENUES and m not in ("price_return", "share_price", "revenue_growth")
    )
    if (
        not near
        and len(companies) == 1
        and results in ((), ("unlock_date",))
        and "share_price" in s.measure_keys
        and not s.has("STILL")
    ):
        results = ("market_value",)
    asked = results or (
        ("days_of_volume",)
        if key == "volume_change"
        else ("price_to_arr",)
        if key.startswith("run_rate")
        else ("days_of_volume",)
        if key == "volume_change"
        else ("price_to_sales",)
        if near and key == "revenue_change"
        else ("market_value",)
    )
    if near and len(companies) > 1 and not results:
        asked = (near[-1].key,)
        if near[-1].key != "volume" and any(w in s.text.lower() for w in ("multiple", "倍数", "pricier", "cheaper")):
            asked = ("price_to_sales" if near[-1].key == "revenue" else "price_to_arr",)
    if len(companies) == 1 and companies[0] in COUNTERPART and _asks_order(s):
        companies = (*companies, COUNTERPART[companies[0]])
    ordered = (*movers, *(c for c in companies if c not in movers)) if len(movers) == 1 else companies
    whose = {} if key != "price_change" and len(companies) == 1 else {"on": movers}
    return _plan(ordered, asked[:2], s.currency, {key: number(value), **whose})


_OF_A_MULTIPLE = re.compile(
    r"(?:half|third|quarter|twice|double|%|percent)(?: of)? .{2,24}(?:'s|’s) (?:multiple|p ?/ ?)|倍数的?(?:一半|几成)"
)
"""A part of somebody's multiple moves nothing, and cannot be supposed here."""
_TRADED = re.compile(r"(?:成交量?|交投|量能|换手|成交额|liquidity|daily trading|trading volume)[^,，。]{0,8}$")
"""What trades in a day is changed, not a price."""
_DONE = re.compile(r"(?<!\w)(?:has|have|had|did|doubled|tripled|halved)(?!\w)|翻倍了|翻了|腰斩了|^[^,，]*(?:了吗|过吗)")
_HELD = re.compile(
    r" ?(?:is|are|stays?|remains?|holds?|kept|being|all)? ?(?:held )?(?:put|flat|unchanged|constant"
    r"|the same|fixed|still|不变|持平|没变|维持)"
)
"""What is said to stay as it is, is no result."""


def _asks_order(s: Sentence) -> bool:
    """Decides whether a scenario of one company asks who stands ahead then, within its own pair."""
    order = s.has("COMP_HIGH", "COMP_LOW", "LEAD", "OVERTAKE", "LOSE_LEAD", "HIGHEST", "LOWEST")
    return order and s.has("WHICH", "OTHER", "STILL", "PRONOUN")


def _plan(companies: tuple[str, ...], measures: tuple[str, ...], currency: str | None, params: dict[str, Any]) -> Plan:
    return Plan("what_if", companies, measures, currency=currency, params=tuple(sorted(params.items())))
