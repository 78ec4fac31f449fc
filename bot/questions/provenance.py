"""Reading questions about where a figure comes from, what was said of it, and what a word means."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from bot.plan import Between, Plan
from bot.questions import scenarios
from bot.questions.amounts import Amount
from bot.questions.asking_back import names_somebody, plans_of
from bot.questions.groups import FOUR, TWO
from bot.questions.lexicon_measures import MEASURES
from bot.questions.operations import UNLOCKING
from bot.questions.outcomes import Outcome, Unclear, Understood
from bot.questions.sentence import Sentence

Identify = Callable[[Amount], Sequence[tuple[str, str]]]
"""Says whose figures, of which measure, an amount could be."""

_COMPANY_SPEAKERS = frozenset({"anthropic", "minimax", "openai", "zhipu"})
"""Companies whose own statements are kept; what they say of themselves is a figure more often than a saying."""


def origin(
    s: Sentence, companies: tuple[str, ...], last: Plan | None, identify: Identify, *, wanted: bool = False
) -> Outcome | None:
    """Returns the question for the sources of a figure; a bare amount says whose and which it is."""
    if not (wanted or _asks_origin(s, companies)):
        return None
    attributed = asks_whose(s)
    measures = tuple(m for m in s.measure_keys if m not in _OF_PAPERS or (len(s.measure_keys) == 1 and not s.amounts))
    if s.has("UNLOCK") and s.amount("percent") and not set(measures) & UNLOCKING:
        measures = ("unlock_ratio",)
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
    if not companies:
        if s.subjects.unknown:
            return Unclear("unknown_company", plans_of("sources", FOUR, measures[:1]), s.subjects.unknown)
        return Unclear("missing_context", plans_of("sources", FOUR, measures[:1] or ("market_value",)))
    named = bool(measures)
    measures = measures or ("market_value",)
    when = s.when if s.when is not None or not leaned or last is None else last.when
    when = None if when == "today" and not leaned else when
    plan = Plan("sources", companies, measures, when, params=tuple(sorted(params.items())))
    return Understood(plan, leaned, () if named else ("measure",))


def _asks_origin(s: Sentence, companies: tuple[str, ...]) -> bool:
    if not asks_whose(s) and (not s.has("SOURCE", "FIGURE_DATE", "RELIABLE") or _is_origin_of_revenue(s)):
        return False
    if s.has("WHEN") and not s.has("SOURCE", "FIGURE_DATE"):
        return False
    if s.has("STATEMENT") and s.has("VERIFY") and not s.has("SOURCE", "FIGURE_DATE"):
        return False
    if s.has("MIRROR", "LEAD_CHANGE", "COMPUTE") and not s.measures and not s.amounts and not s.has("FIGURE_DATE"):
        return False
    if (
        s.has("FIGURE_DATE")
        and not s.has("SOURCE", "RELIABLE")
        and s.has("FIRST", "OVERTAKE", "PEAK", "TROUGH", "LEVEL_OVER")
    ):
        return False
    if s.speaker and s.has("SAID", "PREDICTED"):
        return False
    only_dated = s.has("FIGURE_DATE") and not s.has("SOURCE", "RELIABLE")
    if only_dated and (s.has("UNLOCK") or "listing_date" in s.measure_keys or "unlock_date" in s.measure_keys):
        return False
    made = _only(s, "SOURCE", ("怎么来的", "咋来的", "怎么来")) and not s.amounts
    return not ((s.has("COMPUTE") or made) and not companies and not s.has("FIGURE_DATE"))


def asks_whose(s: Sentence) -> bool:
    """Decides whether it is asked who gave a figure: `who said` with an amount is of the figure, not of a speech."""
    said = s.has("WHO_SAID") or (s.has("WHICH") and s.has("SAID", "PREDICTED", "STATEMENT"))
    figure = s.amount("percent", "money") or next((a for a in s.amounts if a.scaled), None)
    return bool(said and figure and not s.speaker and (s.measures or s.has("UNLOCK")))


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
    if not (wanted or _asks_saying(s, companies, last)):
        return None
    person = _is_person(s)
    about_article = _is_of_article(s, companies)
    params: dict[str, object] = {}
    if s.speaker:
        params["speaker"] = s.speaker
    elif about_article and _ARTICLE_SAYS.search(s.text.lower()):
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
    if not companies and "threshold" in params:
        companies = TWO
    if s.has("PREDICTED") and not s.speaker and not params:
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


def _is_person(s: Sentence) -> bool:
    return bool(s.speaker) and s.speaker not in ("press", "investors") and s.speaker not in _COMPANY_SPEAKERS


def _is_of_article(s: Sentence, companies: tuple[str, ...]) -> bool:
    column = {s.text[h.start : h.end].lower() for h in s.cues.get("STATEMENT", ())} <= {"column"}
    if column and _OF_A_TABLE.search(s.text.lower()):
        return False
    return s.has("STATEMENT") and not (s.has("EXPLAIN") and s.terms) and not _is_reported(s, companies)


_OF_A_TABLE = re.compile(r"(?<!the )(?<!his )(?<!her )(?<!that )(?<!this )(?<!\w)column")
"""A column that nobody has written."""


def _asks_saying(s: Sentence, companies: tuple[str, ...], last: Plan | None) -> bool:
    said = s.has("SAID", "PREDICTED", "STATEMENT", "WHO_SAID") or (s.has("VERIFY") and bool(s.speaker))
    if s.has("LACK") and s.subjects.group and s.measures:
        return False
    if s.has("MIRROR") and not s.speaker and _only(s, "STATEMENT", ("说法", "论断", "观点", "assertion")):
        return False
    return bool(
        (_is_person(s) and not ((s.measures or s.has("UNLOCK")) and not said))
        or s.has("PREDICTED", "WHO_SAID")
        or _is_of_article(s, companies)
        or (s.has("SAID") and companies and not s.measures and not s.has("UNLOCK", "IF"))
        or (s.has("BORNE_OUT") and companies and s.amount("percent", "money", "times") and not s.has("IF"))
        or (last is not None and last.operation == "claims" and (s.has("VERIFY", "SAID") or s.speaker))
    )


def _only(s: Sentence, cue: str, words: Sequence[str]) -> bool:
    """Decides whether a cue stands in a sentence by some of these words alone."""
    said = [s.text[h.start : h.end].lower() for h in s.cues.get(cue, ())]
    return bool(said) and all(w in words for w in said)


_IS_WHAT = re.compile(r"(?:=|:|：|＝|->)\s*(?:[?？]+|what|啥|何)\W*$|^\W*[\w -]{3,24}\?\?+$")
"""A term and a question mark with nothing but an equals sign between: cornerstone investor = ?"""


def _is_reported(s: Sentence, companies: tuple[str, ...]) -> bool:
    """Decides whether a company only reports its figure: how many users does OpenAI claim is of the users."""
    words = {s.text[h.start : h.end].lower() for h in s.cues["STATEMENT"]}
    counted = "how many" in s.text.lower() or "how much" in s.text.lower()
    figure = bool(s.measures and companies) and (counted or s.has("GAP", "COMP_HIGH", "COMP_LOW", "RATIO", "TIMES"))
    return figure and words <= {"claim", "claims", "claimed", "statement", "column"} and not s.has("VERIFY")


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
    if not (wanted or _asks_definition(s, companies, last)):
        return None
    formula = (
        _formula(s, companies) if s.has("FORMULA") or set(s.terms) & {"platform_value", "commercial_value"} else ""
    )
    measures = tuple(m for m in s.measure_keys if m not in ("listing_date",) or len(s.measure_keys) == 1)
    if s.has("DIFFERENT") and len(s.terms) > 1:
        measures = tuple(m for m in measures if m != "listing_date")
    if s.has("COMPUTE") and len(measures) > 1:
        measures = tuple(m for m in measures if m != "share_price" or not _is_basis(s))
        measures = measures[:1] if _EITHER.search(s.text.lower()) and not s.has("DIFFERENT") else measures
    if s.terms and not set(measures) & set(MEASURES):
        measures = ()
    params: dict[str, object] = {}
    whom: tuple[str, ...] = ()
    if formula:
        params = {"formula": formula, "term": {"minimax": "platform_value", "zhipu": "commercial_value"}[formula]}
        whom, measures = (formula,), ()
    elif s.terms and not measures:
        params["term"] = s.terms[0]
    if not measures and not params and s.has("UNLOCK"):
        params["term"] = "lock_up"
    if not measures and not params and (s.has("MIRROR") or s.left or companies):
        return None
    return Understood(Plan("explain", whom, measures[:3], params=tuple(sorted(params.items()))))


def _asks_definition(s: Sentence, companies: tuple[str, ...], last: Plan | None) -> bool:
    if _is_walk(s, companies) or _is_meant_instead(s):
        return False
    known = s.terms or s.has("EXPLAIN", "FORMULA", "COMPUTE")
    if s.subjects.unknown or (s.rest and not known and names_somebody(s)):
        return False
    concept = bool(s.measures or s.terms or s.has("FORMULA", "UNLOCK", "MIRROR"))
    if not concept:
        return False
    made = _only(s, "SOURCE", ("怎么来的", "咋来的", "怎么来"))
    asks = s.has("EXPLAIN", "COMPUTE") or made or (bool(s.terms) and _IS_WHAT.search(s.text) is not None)
    asks = asks or (
        not companies and not s.subjects.group and not s.amounts and _OF_THE_HOUSE.search(s.text.lower()) is not None
    )
    differs = (
        s.has("DIFFERENT")
        and not companies
        and len(s.measures) + max(len(s.terms) + s.has("UNLOCK"), len(scenarios.kinds_of(s))) >= 2
        and not s.has("HIGHEST", "LOWEST", "EVERYTHING", "WHEN")
    )
    wonders = (
        s.has("WHY") and not companies and not s.has("MOVE", "MOVE_UP", "MOVE_DOWN", "FALL", "RISE") and s.when is None
    )
    leans = last is not None and any(w in f" {s.text.lower()} " for w in (" the ", " its ", " their ", "它", "about"))
    plain = _is_bare(s, companies) and not leans and _is_short_definition(s)
    if not (asks or differs or wonders or plain):
        return False
    if asks and s.has("IF") and not s.has("COMPUTE", "EXPLAIN"):
        return False
    return not (asks and not s.has("COMPUTE") and companies and s.has("FALL", "MOVE", "RISE") and s.has("WHY"))


_OF_THE_HOUSE = re.compile(
    r"(?<!\w)how (?:do|does|did|would|can) (?:you|u|we|it|the bot|twinstar) (?!know|feel|like|see|think|rate|rank)\w+"
    r"|(?<!\w)(?:do|does|did|is|are|why (?:is|are|does|do)|which|what) (?:\w+ ){0,2}?(?:your|twinstar's|the bot's) .{3,60}"
    r"(?<!\w)(?:or|based|use|uses|using|off|include|count|mean|run|calculated|computed|net|gross)(?!\w)"
    r"|(?:你们?|你这儿?|你这边|机器人)(?:的|家|算|用|取|看|显示|给)?.{2,30}(?:还是|是按|是用|包不包|含不含|怎么取|怎么定|什么价|什么口径)"
)
"""How the house itself does it: how do you squash a round and a cap into one, is your drawdown off closes or prints."""
_SHORT = 5
_WALK = re.compile(r"(?:walk|take|talk|run|guide|lead|step|bring) (?:me|us|\w+) through|讲讲|讲一下")


def _is_walk(s: Sentence, companies: tuple[str, ...]) -> bool:
    """Decides whether one is to be walked through figures over time, not through what a word means."""
    told = [s.text[h.start : h.end].lower() for h in s.cues.get("EXPLAIN", ())]
    stretch = s.has("TREND") or isinstance(s.when, Between) or (isinstance(s.when, str) and s.when.startswith("last_"))
    return bool(companies) and stretch and bool(s.measures) and bool(told) and all(_WALK.match(w) for w in told)


def _is_meant_instead(s: Sentence) -> bool:
    """Decides whether `I mean` only says the same again, not that a meaning is asked for."""
    told = s.cues.get("EXPLAIN", ())
    return s.has("CORRECTION") and all(s.text[: h.start].lower().rstrip().endswith(" i") for h in told)


_EITHER = re.compile(r"还是|(?<!\w)(?:or|denominator|numerator)(?!\w)|分母|分子")
"""What a figure is worked out from, this or that, is not itself asked about."""


def _is_basis(s: Sentence) -> bool:
    """Decides whether a close is named as what something is worked out from, on closing or intraday prices."""
    words = [s.text[m.start : m.end].lower() for m in s.measures if m.key == "share_price"]
    return all("clos" in w or "收盘" in w or "intraday" in w for w in words)


def _is_origin_of_revenue(s: Sentence) -> bool:
    """Decides whether `comes from` speaks of where revenue is made, not where a figure was found."""
    only = all(s.text[h.start : h.end].lower().startswith(("come", "came", "coming")) for h in s.cues.get("SOURCE", ()))
    asks = any(w in s.text.lower() for w in ("where", "which source", "哪"))
    return only and not asks and not s.has("FIGURE_DATE", "RELIABLE")


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


_DOES_MORE = (
    "HIGHEST LOWEST GAP CALENDAR WHEN EVERYTHING OVERTAKE PEAK WHICH PRONOUN MIRROR IF TREND COMP_HIGH COMP_LOW ORDER"
).split()
"""Cues beside which `what is` asks for a figure, not for a meaning."""


def _is_bare(s: Sentence, companies: tuple[str, ...]) -> bool:
    """Decides whether `what is` stands with a term alone: nobody, no time and no amount beside it."""
    alone = not companies and not s.subjects.group and s.when is None and not s.amounts
    return s.has("MEANING") and alone and not s.has(*_DOES_MORE) and not (s.has("PRESSURE") and s.has("UNLOCK"))


def _is_short_definition(s: Sentence) -> bool:
    return len(s.rest) <= 3 and s.size <= 14
