"""Fitting a question as understood to what an operation answers, so that no way of asking ends in an empty answer."""

from __future__ import annotations

from bot.plan import Plan

ARTICLES = ("zhipu", "minimax", "anthropic", "openai")
"""Zhipu is to MiniMax as Anthropic is to OpenAI, says the article of 25 June 2026."""

_ONE_MEASURE = frozenset({"rank", "ratio", "difference", "reversals", "mirror", "history", "sources"})

_OF_TWO = frozenset({"compare", "ratio", "difference"})


def parts(plan: Plan) -> tuple[Plan, ...]:
    """Returns the plans whose answers together answer one: mostly the plan itself.

    Several measures of an operation that takes one become one part each, a company against two others two parts; what
    cannot be computed for so many companies is shown side by side instead.
    """
    plan = _with_subjects(plan)
    if plan.operation == "ratio" and len(plan.measures) == 2:
        return (plan.with_changes(operation="compare"),) if len(plan.companies) > 1 else (plan,)
    if plan.operation in _OF_TWO and len(plan.companies) == 1:
        # A multiple of one company is its own figure, and what is apart within one is seen side by side.
        return (plan.with_changes(operation="lookup", direction=None),)
    if plan.operation == "difference" and len(plan.companies) != 2:
        return (plan.with_changes(operation="rank", direction="highest", measures=plan.measures[:1]),)
    if plan.operation == "history" and len(plan.companies) > 2:
        return (plan.with_changes(operation="rank", direction=plan.direction or "highest"),)
    if plan.operation in ("ratio", "reversals") and len(plan.companies) > 2:
        first, *others = plan.companies
        return tuple(plan.with_changes(companies=(first, other)) for other in others[:2])
    if plan.operation == "sources" and (len(plan.companies) > 1 or len(plan.measures) > 1):
        pairs = [(c, m) for c in plan.companies for m in plan.measures]
        return tuple(plan.with_changes(companies=(c,), measures=(m,)) for c, m in pairs[:2])
    if plan.operation in _ONE_MEASURE and len(plan.measures) > 1:
        return tuple(plan.with_changes(measures=(m,)) for m in plan.measures[:2])
    return (plan,)


def _with_subjects(plan: Plan) -> Plan:
    """Puts in whom and what goes without saying where an operation must have it."""
    if plan.operation == "mirror":
        four = len(plan.companies) == 4
        return plan.with_changes(
            companies=plan.companies if four else ARTICLES, measures=plan.measures or ("market_value",)
        )
    if plan.operation in ("reversals", "ratio") and not plan.companies:
        return plan.with_changes(companies=ARTICLES[:2])
    if plan.operation == "reversals" and len(plan.companies) == 1:
        return plan.with_changes(companies=(*plan.companies, *_rivals(plan.companies[0])))
    return plan


def _rivals(company: str) -> tuple[str, ...]:
    """Whom a company alone may have passed or been passed by: its twin, for one that has none the two in Hong Kong."""
    pair = next((pair for pair in (ARTICLES[:2], ARTICLES[2:]) if company in pair), None)
    return ARTICLES[:2] if pair is None else tuple(each for each in pair if each != company)
