"""A sentence that leans on the question before it: what it asks anew, or which part of that question it changes."""

from __future__ import annotations

from bot.plan import Between, Operation, Plan
from bot.questions import asking_back, conditions, following, measured, operations
from bot.questions.counts import asks_place
from bot.questions.groups import COUNTERPART, COUNTERPART_ABROAD
from bot.questions.outcomes import Outcome, Understood
from bot.questions.planning import not_applicable, planned
from bot.questions.sentence import Sentence

_OF_UNLOCKS = ("unlocks", "overhang")
_OF_THEMSELVES = ("unlocks", "overhang", "mirror")
"""Operations that have measures of their own, whatever was asked before."""
_ASKS = ("PRONOUN", "FOLLOW", "THEN", "WHEN", "HOW_LONG", "HOW_OFTEN", "LEAD", "FIRST", "WHICH", "STILL")
_FROM_OFFER = ("share_price", "offer_price")
"""Held against the offer price, how far somebody has come since is the same question again."""
_PRICED = frozenset({"market_value", "share_price", "price_return"})


def followed(
    s: Sentence,
    companies: tuple[str, ...],
    everything: bool,
    last: Plan,
    unlisted: frozenset[str],
    operation: Operation | None = None,
) -> Outcome:
    """Returns what a follow-up asks after a plan, read as an operation where one is given."""
    companies = following.other_companies(s, last) or companies
    if operation is None and not companies and _asks_an_order(s, last):
        # One company has no order, so that of all is asked for.
        last, operation = last.with_changes(companies=last.companies if len(last.companies) > 1 else ()), "rank"
    own = operation or _own_operation(s, companies or last.companies, everything, last)
    plan = _changed(s, companies, last) if own is None else _asked_anew(s, own, companies, last, unlisted)
    if plan is None:
        return asking_back.unplaced(s, companies)
    return not_applicable(plan, unlisted) or Understood(plan, leaned=True)


def _asks_an_order(s: Sentence, last: Plan) -> bool:
    """Whether it is asked who comes first or second, after one company's figure or a comparison."""
    if last.operation not in ("lookup", "compare") or s.when is not None or not s.has("WHICH"):
        return False
    return asks_place(s) is not None or (len(last.companies) == 1 and s.has("HIGHEST", "LOWEST"))


def _changed(s: Sentence, companies: tuple[str, ...], last: Plan) -> Plan | None:
    """The last plan with a part of it changed; None where the sentence says nothing that could be one."""
    measures = s.measure_keys
    alone = last.operation == "lookup" and len(last.companies) == 1 and last.companies[0] in COUNTERPART
    if alone and not companies and s.has("WHICH") and s.has("COMP_HIGH", "COMP_LOW"):
        direction = conditions.direction_of(s, "compare", measures or last.measures)
        both = (last.companies[0], COUNTERPART[last.companies[0]])
        plan = last.with_changes(operation="compare", companies=both, direction=direction)
        return plan.with_changes(measures=measures) if measures else plan
    if last.operation in _OF_UNLOCKS:
        measures = tuple(m for m in measures if m in operations.UNLOCKING)
    if last.measures == _FROM_OFFER and measures == ("price_return",):
        measures = ()
    if not _says_a_change(s, companies, measures, last) and (s.rest or not s.has(*_ASKS)):
        return None
    plan = following.changed(s, last, companies, measures)
    if plan.operation == "rank":
        plan = _reordered(s, plan)
    return _refitted(plan)


def _says_a_change(s: Sentence, companies: tuple[str, ...], measures: tuple[str, ...], last: Plan) -> bool:
    said = companies or measures or s.when or s.currency or s.amount("percent") or s.subjects.excluded
    placed = last.operation == "rank" and asks_place(s) is not None
    return bool(said) or s.has("OTHER", "CORRECTION") or placed


def _reordered(s: Sentence, plan: Plan) -> Plan:
    """An order turned round, cut to its first few, or asked for one place."""
    direction = conditions.direction_of(s, "rank", plan.measures)
    if direction and s.has("ASCENDING", "DESCENDING", "HIGHEST", "LOWEST"):
        plan = plan.with_changes(direction=direction)
    params, said = dict(plan.params), conditions.params_of(s, "rank", plan.measures)
    if params.get("threshold", {}).get("metric") not in plan.measures:
        params.pop("threshold", None)
    if place := asks_place(s):
        params["position"] = place
    elif s.has("ORDER"):
        params.pop("position", None)
    params |= {name: said[name] for name in ("n", "threshold") if name in said}
    return plan.with_changes(params=tuple(sorted(params.items())))


def _refitted(plan: Plan) -> Plan:
    """A look-up that a second company joined is a comparison, and the other way round."""
    if plan.operation == "lookup" and len(plan.companies) > 1:
        return plan.with_changes(operation="compare")
    if plan.operation == "mirror" and len(plan.companies) == 1 and plan.companies[0] in COUNTERPART_ABROAD:
        return plan.with_changes(companies=(plan.companies[0], COUNTERPART_ABROAD[plan.companies[0]]))
    if plan.operation == "ratio" and len(plan.measures) > 1:
        return plan
    if plan.operation in ("compare", "ratio", "difference") and len(plan.companies) == 1:
        return plan.with_changes(operation="lookup", direction=None)
    if plan.operation == "rank" and len(plan.companies) == 1:
        # The first of one company is no news.
        return plan.with_changes(operation="lookup", direction=None, params=())
    return plan


def _asked_anew(
    s: Sentence, operation: Operation, companies: tuple[str, ...], last: Plan, unlisted: frozenset[str]
) -> Plan:
    """The plan of another operation, about what was asked before where the sentence names nothing else."""
    whom = following.joined(s, companies, last) if companies else last.companies
    measures, named = measured.measures_of(s, operation, whom)
    taken_over = operation not in _OF_THEMSELVES and not set(last.measures) & operations.UNLOCKING
    if not named and last.measures and taken_over:
        measures = last.measures
    plan = planned(s, operation, whom, measures, unlisted)
    if not companies and operation not in (*_OF_THEMSELVES, "ratio"):
        plan = plan.with_changes(companies=last.companies)
    if plan.when is None and operation == last.operation:
        plan = plan.with_changes(when=last.when)
    return plan


def _own_operation(s: Sentence, companies: tuple[str, ...], everything: bool, last: Plan) -> Operation | None:
    """The operation that a follow-up itself asks for; none where it only changes a part of the last one."""
    found = operations.operation_of(s, companies, everything)
    if s.has("HOLDERS") and last.operation in _OF_UNLOCKS:
        return "unlocks"
    match found:
        case None | "lookup":
            return None
        case "rank" if last.operation == "rank":
            return None
        case "ratio":
            return found if s.has("TIMES", "RATIO", "FIT", "PER") else None
        case "unlocks" | "overhang" if last.operation in _OF_UNLOCKS:
            return found
        case "unlocks" | "overhang" if last.operation == "what_if":
            return found if s.has("WHEN") else None
        case "compare":
            return found if last.operation != "rank" and _compares_anew(s, last) else None
        case "history":
            return found if _tells_a_course(s, last) else None
        case "reversals" if last.operation == "reversals":
            return found if s.has("HOW_OFTEN", "HOW_LONG") else None
        case "mirror" if last.operation == "mirror":
            return None
        case _:
            return found


def _compares_anew(s: Sentence, last: Plan) -> bool:
    if len(last.companies) == 1 and last.operation != "lookup" and not s.has("COMPARE", "WHICH"):
        return False
    return s.has("COMPARE", "CLOSE") or (s.has("COMP_HIGH", "COMP_LOW") and s.has("WHICH"))


def _tells_a_course(s: Sentence, last: Plan) -> bool:
    if last.operation == "history":
        return s.has("PEAK", "TROUGH")
    if last.operation in ("lookup", "compare", "ratio", "difference") and not s.has(
        "TREND", "PEAK", "TROUGH", "MOVED_BY"
    ):
        priced = not last.measures or bool(set(last.measures) & _PRICED)
        return priced and (isinstance(s.when, Between) or s.when in ("ytd", "since_listing"))
    return True
