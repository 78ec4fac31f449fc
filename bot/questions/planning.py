"""A plan from the tags of a sentence, once its operation, its companies and its measures are known."""

from __future__ import annotations

import re

from bot.plan import Between, Direction, Operation, Plan
from bot.questions import conditions, limits, totals
from bot.questions.dates import DEFAULT_YEAR
from bot.questions.extremes import starts_with_next
from bot.questions.fixed_times import MONTHS
from bot.questions.outcomes import Declined
from bot.questions.sentence import Sentence
from bot.questions.whom import companies_of

_UNDIRECTED = ("lookup", "ratio", "reversals", "mirror")
_YEAR_SO_FAR = ("history", "reversals", "rank", "compare", "difference")
_OVER_TIME = ("history", "rank", "compare", "difference", "reversals", "mirror")
_SIDE_OF_SO_MANY = re.compile(
    r"(?<!\w)(?:two|three|four|five|six|[2-9]) (?P<high>largest|biggest|highest|most valuable|dearest|priciest"
    r"|richest)(?!\w)"
    r"|(?P<han>最[大高贵多快强]的?(?:那|这)?[两二三四五六七八九十2-9] ?[家只个名位])"
)
_DEEPEST = re.compile(
    r"(?<!\w)(?:max\w*|worst|deepest|biggest|largest|steepest|heaviest|hardest|furthest|farthest|greatest|most"
    r"|peak[- ]to[- ]trough"
    r"|top[- ]to[- ]bottom|further|deeper)(?!\w)|最[大深惨狠多重猛高]"
)
"""The deepest fall is asked for, not how far down it stands now."""
_AFTER = re.compile(r"(?<!\w)(?:after|following|past)(?: the)? ?$")
_BEFORE = re.compile(r"(?<!\w)(?:before|ahead of|prior to)(?: the (?:start|beginning) of)? ?$")
_BEFORE_HAN = re.compile(r"(?:之|以|份)?前(?!的?那|半|几|\d)")
_AFTER_HAN = re.compile(r"(?:之|以|过)?后(?!天|市|面|来|年|期|的?第)")
_OF_LISTED = ("lookup", "history", "unlocks", "overhang", "what_if", "compare", "rank", "difference")


def planned(
    s: Sentence,
    operation: Operation,
    companies: tuple[str, ...],
    measures: tuple[str, ...],
    unlisted: frozenset[str],
) -> Plan:
    """Returns the plan of an operation, with the time, currency, direction and conditions that a sentence gives."""
    companies = companies_of(s, operation, companies)
    params = conditions.params_of(s, operation, measures)
    if operation in ("compare", "rank") and len(companies) != 1 and not s.has("IF"):
        params |= totals.params_of(s, companies)
    direction = _direction(s, operation, measures, "aggregate" in params)
    if operation == "reversals" and measures == ("revenue",) and companies and set(companies) <= unlisted:
        measures = ("run_rate_revenue",)
    currency = s.currency
    if operation == "rank" and not currency and "threshold" in params:
        currency = params["threshold"].get("currency")
    if operation == "rank" and "n" in params and (side := _SIDE_OF_SO_MANY.search(s.text.lower())) is not None:
        # From small to big says how the four largest are to be listed, not which four they are.
        direction = "highest" if side["high"] or side["han"] else direction
    if operation == "rank" and params.get("threshold", {}).get("op") == "<" and measures == ("price_return",):
        direction = "lowest"
    if operation == "compare" and "count" not in params:
        params.pop("threshold", None)
    when = _when(s, operation)
    return Plan(operation, companies, measures, when, None, currency, direction, tuple(sorted(params.items())))


def not_applicable(plan: Plan, unlisted: frozenset[str]) -> Declined | None:
    """Returns a refusal where only companies without a listing are asked for what only listed ones have."""
    if not plan.companies or not plan.measures or plan.operation not in _OF_LISTED:
        return None
    if not set(plan.companies) <= unlisted or not set(plan.measures) <= limits.LISTED_ONLY:
        return None
    nearest = [Plan("lookup", (c,), (m,)) for c in plan.companies[:2] for m in ("market_value", "run_rate_revenue")]
    return Declined("not_applicable", tuple(nearest[:3]), plan.companies, plan.measures)


def _direction(s: Sentence, operation: Operation, measures: tuple[str, ...], aggregated: bool) -> Direction | None:
    if operation == "reversals" and (spell := conditions.asked_spell(s)):
        return "lowest" if spell == "shortest" else "highest"
    if operation in _UNDIRECTED:
        return None
    if operation == "history":
        return _extreme(s, measures)
    several = len(measures) > 1
    if operation == "compare" and (aggregated or several or (s.has("LACK") and s.has("WHICH"))):
        return None
    if (operation == "unlocks" and several and not starts_with_next(s.text.lower())) or (
        operation == "difference" and not s.has("WHICH")
    ):
        return None
    return conditions.direction_of(s, operation, measures)


def _extreme(s: Sentence, measures: tuple[str, ...]) -> Direction | None:
    """Which end of a course is asked for; of a drawdown only the deepest can be."""
    if "drawdown" in measures:
        return "highest" if _DEEPEST.search(s.text.lower()) else None
    if s.has("PEAK", "TROUGH", "HIGHEST", "LOWEST"):
        low = s.has("TROUGH") or (s.has("LOWEST") and not s.has("HIGHEST", "PEAK"))
        return "lowest" if low else "highest"
    return None


def _when(s: Sentence, operation: Operation) -> str | Between | None:
    if operation == "history" and s.when == "first_day" and s.amount("money", "number"):
        return None
    if operation == "unlocks" and s.when == "today":
        return None
    if operation in _OVER_TIME and isinstance(s.when, str) and "_after_" in s.when:
        return Between("first_day" if s.when.endswith("listing") else "unlock_day", s.when)
    if operation in _YEAR_SO_FAR and s.when == "this_year":
        return "ytd"
    if isinstance(s.when, str) and _is_after(s) and operation in (*_OVER_TIME, "unlocks"):
        # What comes free after a day is read off the calendar of all that is still to come.
        return Between(s.when, "today") if operation in _OVER_TIME else None
    if operation in ("unlocks", "overhang") and (coming := _coming(s)) is not None:
        return coming
    if isinstance(s.when, str) and s.when in MONTHS and operation in ("unlocks", "overhang") and _is_before(s):
        return Between("today", f"end_of_{MONTHS[MONTHS.index(s.when) - 1]}")
    return s.when


def _coming(s: Sentence) -> str | Between | None:
    """The next year's days where those of this one lie before every release, and no year was said: 8 January."""
    start, end = s.when_span
    if _YEAR_SAID.search(s.text[start:end]):
        return None
    match s.when:
        case Between(start=first, end=last) if first[:7] in _BEFORE_RELEASES and last[:7] in _BEFORE_RELEASES:
            return Between(_a_year_on(first), _a_year_on(last))
        case str() if s.when[:7] in _BEFORE_RELEASES:
            return _a_year_on(s.when)
        case _:
            return None


def _a_year_on(day: str) -> str:
    return f"{int(day[:4]) + 1}{day[4:]}"


_BEFORE_RELEASES = (f"{DEFAULT_YEAR}-01", f"{DEFAULT_YEAR}-02")
"""Months in which the pair was listed or had just been: nothing of theirs came free in them."""
_YEAR_SAID = re.compile(r"20\d\d|(?<!\d)2\d ?年|今年|去年|this year|last year")


def _is_before(s: Sentence) -> bool:
    """Whether a month is named as the one in front of which something is sought: before January, 1月前."""
    start, end = s.when_span
    small = s.text.lower()
    return bool(_BEFORE.search(small[:start]) or _BEFORE_HAN.match(small, end))


def _is_after(s: Sentence) -> bool:
    """Whether a day or month is named as the one behind which something is sought: after 9 July, 7月之后."""
    start, end = s.when_span
    named = isinstance(s.when, str) and (s.when[:1].isdigit() or s.when in MONTHS) and not s.when.endswith("_ago")
    small = s.text.lower()
    return named and bool(_AFTER.search(small[:start]) or _AFTER_HAN.match(small, end))
