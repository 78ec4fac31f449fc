"""Scenarios of a rate of exchange: a pair with its rate, the dollar at 7.9, the yuan going to 6.8, a peg that slips."""

from __future__ import annotations

import re

from bot.plan import Plan
from bot.questions.amounts import Amount
from bot.questions.changes import number
from bot.questions.currencies import rate_in
from bot.questions.sentence import Sentence

_AT_RATE = re.compile(
    r"(?:hkd|hk dollar|cny|rmb|yuan|港元|港币|人民币)(?: \w+){0,2} \d+(?:\.\d+)? ?(?:to|per|a"
    r"|against)(?: the| a)? ?(?:1 )?(?:us )?(?:dollar|usd)|"
    r"\d ?(?:hkd|hk\$|港元|港币|rmb|cny|yuan|元) ?(?:per|to the|to a|/|=|兑) ?(?:1 ?)?(?:usd|us dollar|dollar|美元)"
)
_NAMED = re.compile(
    r"exchange rate|fx rate|(?<!\w)the peg(?!\w)|(?<!\w)peg(?!\w)|(?<!\w)the dollar(?!\w)|汇率|联汇|美元兑"
    r"|dollar (?:goes|rises)"
)
_MOVES = re.compile(
    r"(?:(?P<yuan>人民币|rmb|cny|yuan)|港币|港元|港纸|港幣|hkd|汇率|联汇|peg)(?:汇率)? ?"
    r"(?:要是|如果|若|再|又|去|走|变)?(?:升值?|贬值?|涨|跌|去|走强?|走弱|滑|变|破|是|按)?(?:成|到|至|破|穿|为)? ?"
    r"(?P<rate>\d{1,2}(?:\.\d+)?)(?![\d%])(?:块(?P<tenth>\d)(?!\d))?(?! ?(?:%|亿|万|成|倍|个|年|月|日|bn|m))"
)
"""A currency, or the rate, that goes to a figure: 人民币升到6.8, 港币贬到8块2, 汇率7.9."""
_RATE_BELOW = 20
"""No rate of a currency covered reaches this in Hong Kong dollars or yuan."""


def at_another_rate(s: Sentence, companies: tuple[str, ...], assumes: bool) -> Plan | None:
    """Returns the what-if of a rate of exchange that a sentence states, None where it states none."""
    small = s.text.lower()
    stated = rate_in(small) is not None and bool(companies)
    if s.pair and (rate := _rate_said(s)) and (assumes or stated or s.has("WOULD", "RISE", "FALL", "MATCH")):
        base, quote = s.pair
        return _at(s, companies, f"{base}{quote}", number(rate.value), s.currency or base)
    moved = _MOVES.search(small) if companies else None
    if moved is not None and "source" not in small and not s.has("SOURCE", "FIGURE_DATE", "WHEN"):
        value = float(moved["rate"]) + (int(moved["tenth"]) / 10 if moved["tenth"] else 0)
        if 0 < value < _RATE_BELOW:
            named = _NAMED_BY.get(s.currency or "", ())
            wanted = "USD" if small[moved.start() : moved.end()].startswith(named) else s.currency or "USD"
            said = int(value) if value.is_integer() else round(value, 4)
            return _at(s, companies, "USDCNY" if moved["yuan"] else "USDHKD", said, wanted)
    said_rate = _NAMED.search(small) or _AT_RATE.search(small)
    amount = _rate_said(s)
    if not said_rate or not (assumes or _AT_RATE.search(small)) or amount is None or amount.scaled:
        return None
    if not 0 < amount.value < _RATE_BELOW:
        return None
    return _at(s, companies, "USDHKD", number(amount.value), s.currency or "USD")


_NAMED_BY: dict[str, tuple[str, ...]] = {
    "CNY": ("人民币", "rmb", "cny", "yuan"),
    "HKD": ("港币", "港元", "港纸", "港幣", "hkd"),
}
"""A currency that only names the rate is not the one that the answer is wanted in."""


def _rate_said(s: Sentence) -> Amount | None:
    """The amount that is a rate of exchange: of one dollar to 7.9 it is not the one."""
    said = [a for a in s.amounts if a.kind in ("number", "money")]
    return next((a for a in said if a.value != 1), said[0] if said else None)


def _at(s: Sentence, companies: tuple[str, ...], pair: str, rate: float, currency: str) -> Plan:
    measures = (s.measure_keys or ("market_value",))[:1]
    plan = Plan("what_if", companies, measures, None, None, currency, None, (("fx", {pair: rate}),))
    return plan if s.when in (None, "today") else plan.with_changes(when=s.when)
