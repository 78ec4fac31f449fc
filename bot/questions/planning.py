"""A plan from the tags of a sentence, once its operation, its companies and its measures are known."""

from __future__ import annotations

from bot.plan import Between, Direction, Operation, Plan
from bot.questions import conditions, limits, measured, totals
from bot.questions.outcomes import Declined
from bot.questions.sentence import Sentence

_UNDIRECTED = ("lookup", "ratio", "reversals", "mirror")
_YEAR_SO_FAR = ("history", "reversals", "rank", "compare", "difference")
_OF_LISTED = ("lookup", "history", "unlocks", "overhang", "what_if", "compare", "rank", "difference")


def planned(
    s: Sentence,
    operation: Operation,
    companies: tuple[str, ...],
    measures: tuple[str, ...],
    unlisted: frozenset[str],
) -> Plan:
    """Returns the plan of an operation, with the time, currency, direction and conditions that a sentence gives."""
    companies = measured.companies_of(s, operation, companies)
    params = conditions.params_of(s, operation, measures)
    if operation in ("compare", "rank") and len(companies) != 1 and not s.has("IF"):
        params |= totals.params_of(s, companies)
    direction = _direction(s, operation, measures, "aggregate" in params)
    if operation == "reversals" and measures == ("revenue",) and companies and set(companies) <= unlisted:
        measures = ("run_rate_revenue",)
    currency = s.currency
    if operation == "rank" and not currency and "threshold" in params:
        currency = params["threshold"].get("currency")
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
    if operation in _UNDIRECTED:
        return "highest" if operation == "reversals" and conditions.asks_longest(s) else None
    if operation == "history":
        return _extreme(s, measures)
    several = len(measures) > 1
    if operation == "compare" and (aggregated or several or (s.has("LACK") and s.has("WHICH"))):
        return None
    if (operation == "unlocks" and several) or (operation == "difference" and not s.has("WHICH")):
        return None
    return conditions.direction_of(s, operation, measures)


def _extreme(s: Sentence, measures: tuple[str, ...]) -> Direction | None:
    """Which end of a course is asked for; of a drawdown only the deepest can be."""
    if "drawdown" in measures:
        return "highest" if s.has("HIGHEST") or any(w in s.text.lower() for w in ("max", "worst")) else None
    if s.has("PEAK", "TROUGH", "HIGHEST", "LOWEST"):
        low = s.has("TROUGH") or (s.has("LOWEST") and not s.has("HIGHEST", "PEAK"))
        return "lowest" if low else "highest"
    return None


def _when(s: Sentence, operation: Operation) -> str | Between | None:
    if operation == "history" and s.when == "first_day" and s.amount("money", "number"):
        return None
    if operation == "unlocks" and s.when == "today":
        return None
    if operation in _YEAR_SO_FAR and s.when == "this_year":
        return "ytd"
    return s.when
