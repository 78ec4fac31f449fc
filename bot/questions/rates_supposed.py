"""Reading what-ifs of an exchange rate: the dollar at 7.9, the yuan at 6.8, the peg gone to 8, 人民币升到6.8."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.plan import Plan
from bot.questions.amounts import Amount
from bot.questions.changes import number
from bot.questions.currencies import rate_in
from bot.questions.sentence import Sentence

_SALES = frozenset({"revenue", "run_rate_revenue"})
_AT_RATE = re.compile(
    r"(?:hkd|hk dollar|cny|rmb|yuan|港元|港币|人民币)(?: \w+){0,2} \d+(?:\.\d+)? ?(?:to|per|a"
    r"|against)(?: the| a)? ?(?:1 )?(?:us )?(?:dollar|usd)|"
    r"\d ?(?:hkd|hk\$|港元|港币|rmb|cny|yuan|元) ?(?:per|to the|to a|/|=|兑) ?(?:1 ?)?(?:usd|us dollar|dollar|美元)"
)
_TO_THE_DOLLAR = re.compile(
    r"(?<!\w)(?:at|with|on|using) \d{1,2}\.\d+ (?:to|per|a|against)(?: the| a| one)? (?:us )?(?:dollar|usd|buck)"
)
_MOVES = re.compile(
    r"(?:(?P<yuan>人民币|rmb|cny|yuan)|港币|港元|港纸|港幣|hkd|汇率|联汇|peg)(?:汇率)? ?"
    r"(?:要是|如果|若|再|又|去|走|变)?(?:升值?|贬值?|涨|跌|去|走强?|走弱|滑|变|破|是|按)?(?:成|到|至|破|穿|为)? ?"
    r"(?P<rate>\d{1,2}(?:\.\d+)?)(?![\d%])(?:块(?P<tenth>\d)(?!\d))?(?! ?(?:%|亿|万|成|倍|个|年|月|日|bn|m))"
)
"""A currency, or the rate, that goes to a figure: 人民币升到6.8, 港币贬到8块2, 汇率7.9."""
_NAMED_BY: dict[str, tuple[str, ...]] = {
    "CNY": ("人民币", "rmb", "cny", "yuan"),
    "HKD": ("港币", "港元", "港纸", "港幣", "hkd"),
}
"""A currency that only names the rate is not the one that the answer is wanted in."""
_RATE_BELOW = 20
"""No rate of a currency covered reaches this in Hong Kong dollars or yuan."""
_IN_TENTHS = re.compile(r"(?<!\d)(\d{1,2})块(\d)(?!\d)")
"""Eight and two tenths is said 8块2."""


def at_rate(s: Sentence, companies: tuple[str, ...], assumes: bool) -> Plan | None:
    """Returns the what-if of a rate of exchange that a sentence lays down, None where it lays down none."""
    stated = rate_in(s.text.lower()) is not None and bool(companies)
    if s.pair and (rate := _rate_said(s)) and (assumes or stated or s.has("WOULD", "RISE", "FALL", "MATCH")):
        base, quote = s.pair
        return _plan(s, companies, s.currency or base, f"{base}{quote}", rate)
    small = s.text.lower()
    laid_down = _AT_RATE.search(small) is not None or _TO_THE_DOLLAR.search(small) is not None
    if (assumes or laid_down) and (spoken := _bare_rate(s)) is not None:
        # With no other currency said, sales are booked in yuan, and shares are priced in Hong Kong dollars.
        other = "CNY" if set(s.measure_keys) & _SALES else "HKD"
        return _plan(s, companies, s.currency or "USD", f"USD{other}", spoken)
    return _moved(s, companies)


def _moved(s: Sentence, companies: tuple[str, ...]) -> Plan | None:
    """A currency that goes to a rate, or the rate that does; a question for its source or its day is none of it."""
    small = s.text.lower()
    moved = _MOVES.search(small) if companies else None
    if moved is None or "source" in small or s.has("SOURCE", "FIGURE_DATE", "WHEN"):
        return None
    rate = Decimal(moved["rate"]) + (Decimal(moved["tenth"]) / 10 if moved["tenth"] else 0)
    if not 0 < rate < _RATE_BELOW:
        return None
    only_names_it = small[moved.start() : moved.end()].startswith(_NAMED_BY.get(s.currency or "", ()))
    wanted = "USD" if only_names_it else s.currency or "USD"
    return _plan(s, companies, wanted, "USDCNY" if moved["yuan"] else "USDHKD", Amount("number", rate, *moved.span()))


_SAID_SO = (
    *("exchange rate", "fx rate", "the peg", "the dollar", "greenback", "dollar goes", "dollar rises"),
    *("汇率", "美元兑"),
)


def _bare_rate(s: Sentence) -> Amount | None:
    """A rate of exchange said in words: the dollar at 7.9, 汇率到7.9; small, and no price of a share."""
    small = s.text.lower()
    amount = _rate_said(s)
    said = any(w in small for w in _SAID_SO) or _AT_RATE.search(small) or _TO_THE_DOLLAR.search(small)
    if not said or amount is None or amount.scaled or not 0 < amount.value < _RATE_BELOW:
        return None
    return amount


def _rate_said(s: Sentence) -> Amount | None:
    """The amount that is a rate of exchange: of one dollar to 7.9 it is not the one."""
    if spoken := _IN_TENTHS.search(s.text):
        return Amount("number", Decimal(f"{spoken[1]}.{spoken[2]}"), *spoken.span())
    said = [a for a in s.amounts if a.kind in ("number", "money")]
    return next((a for a in said if a.value != 1), said[0] if said else None)


def _plan(s: Sentence, companies: tuple[str, ...], currency: str, pair: str, rate: Amount) -> Plan:
    measures = (s.measure_keys or ("market_value",))[:1]
    plan = Plan("what_if", companies, measures, currency=currency, params=(("fx", {pair: number(rate.value)}),))
    return plan if s.when in (None, "today") else plan.with_changes(when=s.when)
