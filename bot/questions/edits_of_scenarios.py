"""Follow-ups that edit a scenario: by another part, to an amount, with another's multiple."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.plan import Plan
from bot.questions.changes import change_of, named_change, number
from bot.questions.groups import COUNTERPART
from bot.questions.sentence import Sentence

_MOST_WORDS = 7
_CHANGES = ("price_change", "revenue_change", "run_rate_revenue_change", "volume_change", "sell_fraction")
_FACTORS: tuple[tuple[re.Pattern[str], Decimal], ...] = (
    (re.compile(r"(?<!\w)(?:quadrupl\w+)(?!\w)|翻两番"), Decimal(3)),
    (re.compile(r"(?<!\w)(?:tripl\w+|trebl\w+)(?!\w)|翻三倍|变三倍|三倍"), Decimal(2)),
    (re.compile(r"(?<!\w)(?:doubl\w+)(?!\w)|翻倍|翻番|翻一番|翻一倍"), Decimal(1)),
    (re.compile(r"(?<!\w)(?:halv\w+|cut in half|by half|half)(?!\w)|腰斩|对折|砍半|减半|砍一半"), Decimal("-0.5")),
)
_DISCOUNT = re.compile(r"打?([一二三四五六七八九])折")
_LEAST_OF_A_COMPANY = 100_000_000
"""A larger amount is of the whole company, a smaller one of a share."""
_ON_WHOSE = re.compile(r"(?<!\w)(?:on|at|with|using|by)(?!\w)|(?:'s|’s|s')\W*$|按|用|照|套|的呢|的倍数")


def edited_scenario(s: Sentence, small: str, last: Plan) -> Plan | None:
    """Returns the scenario before with its change made another one, None where a follow-up makes none."""
    if last.operation != "what_if":
        return _supposing(s, small, last)
    if (plan := _who_then(s, last)) is not None:
        return plan
    return _rescaled(s, small, last) or _set_anew(s, last) or _lent_anew(s, small, last) or _of_another(s, last)


def _who_then(s: Sentence, last: Plan) -> Plan | None:
    """Who stands ahead in the scenario before, within the pair of whom it moves."""
    if len(last.companies) != 1 or last.companies[0] not in COUNTERPART or s.companies or s.amounts or s.measures:
        return None
    if not (s.has("WHICH") and s.has("COMP_HIGH", "COMP_LOW", "LEAD")) or "solve_for" in dict(last.params):
        return None
    return last.with_changes(companies=(last.companies[0], COUNTERPART[last.companies[0]]), direction="highest")


def _supposing(s: Sentence, small: str, last: Plan) -> Plan | None:
    """A value just looked up, and what would become of it: up a fifth? 涨两成呢."""
    if (
        last.operation != "lookup"
        or len(last.companies) != 1
        or s.companies
        or s.subjects.group
        or s.size > _MOST_WORDS
    ):
        return None
    if (
        not set(last.measures) <= _VALUED
        or s.measures
        or s.when is not None
        or s.has("WHEN", "WHY", "HOW_OFTEN", "SOURCE")
    ):
        return None
    change = change_of(s) if s.amounts or named_change(s) else None
    moved = s.has("RISE", "FALL", "MOVE_UP", "MOVE_DOWN", "DOUBLE", "TRIPLE", "HALVE", "IF")
    if change is None or not moved or _HAS_MOVED.search(small):
        return None
    params = (("on", [last.companies[0]]), ("price_change", number(change[1])))
    return Plan("what_if", last.companies, ("market_value",), currency=s.currency or last.currency, params=params)


_VALUED = frozenset({"market_value", "share_price"})
_HAS_MOVED = re.compile(r"(?<!\w)(?:has|have|had|did|was|is|are|it's)(?!\w)|[涨跌升降]了|过")


def _with(plan: Plan, **params: object) -> Plan:
    return plan.with_changes(params=tuple(sorted((dict(plan.params) | params).items())))


def _rescaled(s: Sentence, small: str, last: Plan) -> Plan | None:
    """A scenario with another change: make it 30 %, tripled, 对折呢."""
    if s.companies or s.subjects.group:
        return None
    params = dict(last.params)
    key = next((k for k in _CHANGES if isinstance(params.get(k), int | float)), None)
    if key is None or s.has("WHEN", "HOLDERS") or set(s.measure_keys) - {"volume", "revenue", "share_price"}:
        return None
    value: Decimal | None = None
    if discount := _DISCOUNT.search(small):
        value = Decimal("一二三四五六七八九".index(discount[1]) + 1) / 10 - 1
    elif (percent := s.amount("percent")) is not None and not any(w in small for w in ("half", "对折")):
        falls = s.has("FALL") or percent.value < 0 or (params[key] < 0 and not s.has("RISE"))
        value = -abs(percent.value) if falls else abs(percent.value)
    else:
        value = next((factor for pattern, factor in _FACTORS if pattern.search(small)), None)
    if value is None:
        named = named_change(s)
        value = named[1] if named else None
    if value is None:
        return None
    return _with(last, **{key: number(abs(value) if key == "sell_fraction" else value)})


def _set_anew(s: Sentence, last: Plan) -> Plan | None:
    """A scenario with its share or its whole put to an amount, as by: and at HK$800 a share."""
    amount = s.amount("money", "number")
    if amount is None or len(s.amounts) > 1 or s.companies or s.subjects.group:
        return None
    if s.pair or "fx" in dict(last.params) or set(s.measure_keys) - {"share_price", "market_value"}:
        return None
    whole = "market_value" in s.measure_keys or amount.scaled or amount.value >= _LEAST_OF_A_COMPANY
    if not whole and amount.kind == "number" and "share_price" not in s.measure_keys:
        return None
    taker = next(iter(dict(last.params).get("on") or dict(last.params).get("set") or last.companies), None)
    if taker is None:
        return None
    held = {taker: {"market_value" if whole else "share_price": number(amount.value)}}
    return last.with_changes(params=(("set", held),), currency=s.currency or last.currency)


def _of_another(s: Sentence, last: Plan) -> Plan | None:
    """The same scenario of somebody else: what is changed is theirs then, not that of the one before."""
    if (
        len(s.companies) != 1
        or len(last.companies) != 1
        or s.measures
        or s.amounts
        or s.size > _MOST_WORDS
        or s.has("IF")
    ):
        return None
    old, new = last.companies[0], s.companies[0]
    params = dict(last.params)
    if "on" in params:
        params["on"] = [new if c == old else c for c in params["on"]]
    for key in ("set", *_CHANGES):
        if isinstance(params.get(key), dict):
            params[key] = {new if c == old else c: value for c, value in params[key].items()}
    return last.with_changes(companies=(new,), params=tuple(sorted(params.items())))


def _lent_anew(s: Sentence, small: str, last: Plan) -> Plan | None:
    """A scenario of one's multiple on another with another lender, as by: and on OpenAI's."""
    if len(s.companies) != 1 or s.measures or s.amounts or s.size > _MOST_WORDS:
        return None
    given = dict(dict(last.params).get("set") or {})
    taker, held = next(iter(given.items()), ("", {}))
    key, lender = next(iter(dict(held).items()), ("", ""))
    new = s.companies[0]
    if len(given) != 1 or not isinstance(lender, str) or lender not in last.companies or new == taker:
        return None
    if _ON_WHOSE.search(small) is None:
        return last.with_changes(companies=(new, lender), params=(("set", {new: {key: lender}}),))
    return last.with_changes(companies=(taker, new), params=(("set", {taker: {key: new}}),))
