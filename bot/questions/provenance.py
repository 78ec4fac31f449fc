"""Reading questions about where a figure comes from, what was said of it, and what a word means."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from bot.plan import Plan
from bot.questions import scenarios
from bot.questions.amounts import Amount
from bot.questions.asking_back import plans_of
from bot.questions.groups import FOUR, TWO
from bot.questions.lexicon_measures import MEASURES
from bot.questions.operations import UNLOCKING
from bot.questions.outcomes import Outcome, Unclear, Understood
from bot.questions.sentence import Sentence
from bot.questions.telling import (
    asks_definition,
    asks_origin,
    asks_saying,
    asks_whose,
    is_of_a_boss,
    is_of_article,
    is_person,
)

Identify = Callable[[Amount], Sequence[tuple[str, str]]]
"""Says whose figures, of which measure, an amount could be."""


def origin(
    s: Sentence, companies: tuple[str, ...], last: Plan | None, identify: Identify, *, wanted: bool = False
) -> Outcome | None:
    """Returns the question for the sources of a figure; a bare amount says whose and which it is."""
    if not (wanted or asks_origin(s, companies)):
        return None
    attributed, guessed = asks_whose(s), False
    measures = tuple(m for m in s.measure_keys if m not in _OF_PAPERS or (len(s.measure_keys) == 1 and not s.amounts))
    if s.has("UNLOCK") and not set(measures) & UNLOCKING and (s.amount("percent") or not (measures or s.amounts)):
        measures = ("unlock_ratio",) if s.amount("percent") else ("unlock_date",)
    if not set(measures) - set(_OF_PAPERS) and not s.amounts and _OF_PRICES.search(s.text.lower()):
        measures = ("share_price",)
    amount = (
        s.amount("money")
        or next((a for a in s.amounts if a.scaled), None)
        or s.amount("percent", "times")
        or s.amount("number")
    )
    params: dict[str, object] = {}
    if amount is not None:
        stated: dict[str, object] = {"value": scenarios.number(amount.value)}
        if amount.currency:
            stated["currency"] = amount.currency
        params["amount"] = stated
        if not companies or not measures:
            fits = [
                f
                for f in identify(amount)
                if (not companies or f[0] in companies) and (not measures or f[1] in measures)
            ]
            own = [f for f in fits if f == fits[0]] if attributed and measures == ("unlock_ratio",) else fits
            if len(set(own)) > 1 and not companies:
                plans = tuple(Plan("sources", (c,), (m,)) for c, m in dict.fromkeys(fits))
                return Unclear("ambiguous_company", plans[:3], s.text[amount.start : amount.end])
            if not fits and not companies and measures == ("unlock_ratio",):
                companies = TWO
            if fits:
                companies, measures = companies or (fits[0][0],), measures or (fits[0][1],)
                if amount.currency is None and isinstance(params["amount"], dict) and measures[0] == "market_value":
                    params["amount"] = {**stated, "currency": "HKD" if companies[0] in TWO else "USD"}
    leaned = False
    if last is not None and not companies:
        companies, leaned = last.companies, True
        measures = measures or last.measures
    if amount is not None and amount.kind == "percent" and companies and not measures:
        # A part is no market value; of one with a lock-up it is most often how much of it comes free.
        if not set(companies) <= set(TWO):
            plans = tuple(Plan("sources", companies[:1], (m,)) for m in _PARTS)
            return Unclear("ambiguous_metric", plans, s.text[amount.start : amount.end])
        measures, guessed = ("unlock_ratio",), True
    if not companies and set(measures) & UNLOCKING:
        companies = TWO
    if not companies and measures and amount is None and _OF_THE_BOT.search(s.text.lower()):
        return Understood(Plan("explain", (), measures[:3]))
    if not companies:
        if s.subjects.unknown:
            return Unclear("unknown_company", plans_of("sources", FOUR, measures[:1]), s.subjects.unknown)
        return Unclear("missing_context", plans_of("sources", FOUR, measures[:1] or ("market_value",)))
    named = bool(measures) and not guessed
    measures = measures or ("market_value",)
    when = s.when if s.when is not None or not leaned or last is None else last.when
    when = None if when == "today" and not leaned else when
    plan = Plan("sources", companies, measures, when, params=tuple(sorted(params.items())))
    return Understood(plan, leaned, () if named else ("measure",))


_PARTS = ("revenue_growth", "gross_margin", "enterprise_share")
"""What a bare part of a company without a lock-up is offered as."""
_OF_PRICES = re.compile(
    r"(?<!\w)(?:closes|closing prices?|prices|quotes|ticks|price (?:feed|data))(?!\w)|行情|收盘价|报价|股价"
)
_OF_THE_BOT = re.compile(
    r"(?<!\w)(?:you|your|yours|u|ur|twinstar|bot|feed|vendor|provider|api|cutoff|cut-off|data source)(?!\w)"
    r"|你|机器人|数据源|接口|数据商|换算"
)
"""Of no company at all: where the house takes such figures from, which the explanation of the measure says."""
_OF_PAPERS = ("listing_date", "filing_date")
"""Beside a figure these are the paper it stands in, a listing document or a filing."""
_ARTICLE_SAYS = re.compile(
    r"(?<!\w)(?:author|article|piece|column|essay)(?: \w+)? (?:says?|said|wr[oi]te|wrote|writes|warn\w*"
    r"|predict(?:ed|s)?(?!ion)|"
    r"claim(?:ed|s)?|argu\w+|expect\w*|saw|sees|call\w*|thought|thinks|reckon\w*|put)(?!\w)"
    r"|(?:作者|文章|那篇|原文)(?:里|中|曾|当时)?(?:也|就)?(?:说|写|认为|预言(?!有)|预测(?!有)|预计|断言|警告|担心|提到|指出|声称)"
)
"""The article or its author is said to have said it, and is the speaker; a statement in the article is not that."""


def saying(
    s: Sentence, companies: tuple[str, ...], last: Plan | None, identify: Identify, *, wanted: bool = False
) -> Outcome | None:
    """Returns the question for what a person or the article said or predicted."""
    if not (wanted or asks_saying(s, companies, last)):
        return None
    person = is_person(s)
    about_article = is_of_article(s, companies)
    params: dict[str, object] = {}
    if s.speaker:
        params["speaker"] = s.speaker
    elif companies == ("minimax",) and is_of_a_boss(s):
        params["speaker"] = "yan_junjie"
    elif about_article and _is_by_article(s, companies):
        params["speaker"] = "she_zongming"
    if s.has("FORMULA") and (formula := _formula(s, companies)):
        params["formula"] = formula
    if (times := s.amount("times")) is not None:
        params["threshold"] = {
            "metric": "market_value",
            "op": ">=",
            "value": scenarios.number(times.value),
            "of": "ratio",
        }
    elif len(s.amounts) == 1 and (quoted := s.amounts[0]).kind in ("percent", "money"):
        stated: dict[str, object] = {"value": scenarios.number(quoted.value)}
        params["amount"] = stated | ({"currency": quoted.currency} if quoted.currency else {})
    if not companies and "threshold" in params:
        companies = TWO
    if s.has("PREDICTED") and not s.speaker and not set(params) - {"amount"}:
        params["kind"] = "prediction"
    measures = s.measure_keys if companies and (s.has("VERIFY") or s.measures) else ()
    if s.has("UNLOCK") and not set(measures) & UNLOCKING and s.amount("percent"):
        measures = ("unlock_ratio",)
    if {"overseas_share", "enterprise_share"} & set(measures):
        measures = tuple(m for m in measures if m != "revenue")
    if s.has("STATEMENT") or s.has("PREDICTED") or person:
        measures = measures if companies else ()
    if last is not None and not params and not companies and last.operation == "claims":
        return Understood(last, leaned=True)
    when = s.when if s.when == "today" else None
    plan = Plan(
        "claims",
        companies,
        tuple(m for m in measures if m != "listing_date"),
        when,
        params=tuple(sorted(params.items())),
    )
    return Understood(plan)


_ARTICLE = re.compile(
    r"(?<!\w)(?:article|author|writer|columnist|pundit|piece|column|essay|op-?ed|write-?up|story|text)(?!\w)"
    r"|文章|作者|文中|文里|那篇|这篇|该文|原文|稿子|笔者|那文"
)


def _is_by_article(s: Sentence, companies: tuple[str, ...]) -> bool:
    """Decides whether the article itself says it; of a formula in it and of who said it first, another does."""
    small = s.text.lower()
    if _ARTICLE_SAYS.search(small):
        return True
    return bool(companies) and _ARTICLE.search(small) is not None and not s.has("WHO_SAID", "FORMULA")


def definition(
    s: Sentence, companies: tuple[str, ...], last: Plan | None, identify: Identify, *, wanted: bool = False
) -> Outcome | None:
    """Returns the question for the meaning of a term, a formula or a method of the house."""
    if (
        last is not None
        and last.operation == "explain"
        and not companies
        and (s.has("DIFFERENT") or s.measures or s.terms)
    ):
        measures = (
            tuple(dict.fromkeys((*last.measures, *s.measure_keys))) if s.has("DIFFERENT", "VERSUS") else s.measure_keys
        )
        if measures:
            return Understood(Plan("explain", (), measures[:3]), leaned=True)
        if s.terms and s.size <= _SHORT:
            return Understood(Plan("explain", (), (), params=(("term", s.terms[0]),)), leaned=True)
    again = last is not None and last.operation == "explain" and s.has("EXPLAIN") and s.has("PRONOUN")
    if again and last is not None and not (companies or s.measures or s.terms or s.has("UNLOCK")):
        return Understood(last, leaned=True)
    if not (wanted or asks_definition(s, companies, last)):
        return None
    formula = (
        _formula(s, companies) if s.has("FORMULA") or set(s.terms) & {"platform_value", "commercial_value"} else ""
    )
    measures = tuple(m for m in s.measure_keys if m not in ("listing_date",) or len(s.measure_keys) == 1)
    if s.has("DIFFERENT") and len(s.terms) > 1:
        measures = tuple(m for m in measures if m != "listing_date")
    if s.has("COMPUTE") and len(measures) > 1:
        measures = tuple(m for m in measures if m != "share_price" or not _is_basis(s))
        one_of = _EITHER.search(s.text.lower()) and not s.has("DIFFERENT") and set(measures) - _MULTIPLES
        measures = measures[:1] if one_of else measures
    counted = measures == ("days_of_volume",) or (measures == ("share_price",) and _is_basis(s))
    if s.has("OVERTAKE", "LEAD_CHANGE") and counted:
        measures = ("market_value",)
    if s.terms and not set(measures) & set(MEASURES):
        measures = ()
    params: dict[str, object] = {}
    whom: tuple[str, ...] = ()
    if formula:
        params = {"formula": formula, "term": {"minimax": "platform_value", "zhipu": "commercial_value"}[formula]}
        whom, measures = (formula,), ()
    elif s.terms and not measures:
        params["term"] = s.terms[0]
    elif measures:
        whom = s.companies
    if not measures and not params and s.has("UNLOCK"):
        params["term"] = "lock_up"
    if (
        not measures
        and not params
        and ((wanted and not s.has("EXPLAIN", "COMPUTE", "MEANING", "WHY")) or s.has("MIRROR") or s.left or companies)
    ):
        return None
    return Understood(Plan("explain", whom, measures[:3], params=tuple(sorted(params.items()))))


_MULTIPLES = frozenset({"price_to_sales", "price_to_arr"})
_SHORT = 5
"""A term in so few words behind an explanation asks for that of the term."""
_EITHER = re.compile(r"还是|(?<!\w)(?:or|denominator|numerator)(?!\w)|分母|分子")
"""What a figure is worked out from, this or that, is not itself asked about."""


def _is_basis(s: Sentence) -> bool:
    """Decides whether a close is named as what something is worked out from, on closing or intraday prices."""
    words = [s.text[m.start : m.end].lower() for m in s.measures if m.key == "share_price"]
    return all("clos" in w or "收盘" in w or "intraday" in w for w in words)


def _formula(s: Sentence, companies: tuple[str, ...]) -> str:
    small = s.text.lower()
    if (
        "minimax" in companies
        or s.speaker == "yan_junjie"
        or "platform_value" in s.terms
        or any(w in small for w in ("density", "智能密度", "throughput", "吞吐"))
    ):
        return "minimax"
    if (
        "zhipu" in companies
        or s.speaker in ("zhang_peng", "tang_jie")
        or "commercial_value" in s.terms
        or any(w in small for w in ("upper bound", "智能上界", "智能上限", "consumption", "消耗"))
    ):
        return "zhipu"
    return ""
