"""What became public later changes no earlier answer: whole answers, over every operation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.answer import Answer
from bot.answers.operations import OPERATIONS
from bot.answers.scene import Scene
from bot.days import AsOf, Day
from bot.errors import ProblemError
from bot.facts.book import FactBook
from bot.facts.records import Claim
from bot.plan import Plan
from bot.ports import Vocabulary
from bot.quantities import Range
from tests.bot.answers.plans import days, plans

Asking = Callable[[Plan], tuple[Answer, Scene]]


def answered(plan: Plan, scene: Scene) -> Answer | str:
    """Returns the answer of a scene, or the problem it was refused with."""
    try:
        return OPERATIONS[plan.operation].answer(plan, scene)
    except ProblemError as problem:
        return problem.what.key


def with_claims(book: FactBook, later: Sequence[Claim]) -> FactBook:
    """Returns the book with claims added to those of their companies and measures."""
    claims = dict(book.claims)
    for one in later:
        claims[one.company, one.measure] = (*claims.get((one.company, one.measure), ()), one)
    return replace(book, claims=claims)


def told_later(claim: Claim, known_at: Day, number: int, as_of: Day, *, corrects: bool) -> Claim:
    """A claim like one in the book, ten times as large, public only the day after the answer's own."""
    value = claim.value
    if not isinstance(value, Range | Day):
        value = replace(value, **{_number_field(value): 10 * getattr(value, _number_field(value))})
    period = AsOf.day(as_of) if claim.as_of.precision == "day" else claim.as_of
    return replace(
        claim,
        id=f"later-{number}",
        value=value,
        as_of=period,
        known_at=known_at.plus(1),
        supersedes=claim.id if corrects else "",
    )


def _number_field(value: object) -> str:
    return next(name for name in ("amount", "number", "fraction", "times") if hasattr(value, name))


@settings(
    phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None
)
@given(data=st.data())
def test_claims_that_became_public_later_change_nothing(
    ask: Asking, vocabulary: Vocabulary, data: st.DataObject
) -> None:
    plan = data.draw(plans(vocabulary)).with_changes(known_at=data.draw(days))
    assert plan.known_at is not None
    try:
        _, scene = ask(plan)
    except ProblemError:
        return
    known = sorted((c for group in scene.book.claims.values() for c in group), key=lambda c: c.id)
    if not known:
        return
    chosen = data.draw(st.lists(st.sampled_from(known), min_size=1, max_size=6))
    later = [
        told_later(one, plan.known_at, number, data.draw(days), corrects=data.draw(st.booleans()))
        for number, one in enumerate(chosen)
    ]
    fuller = replace(scene, book=with_claims(scene.book, later))
    assert answered(plan, fuller) == answered(plan, scene)


@pytest.mark.parametrize("operation", ["lookup", "compare", "rank", "ratio", "difference", "history", "sources"])
def test_a_claim_that_was_public_in_time_is_not_ignored(operation: str, ask: Asking) -> None:
    """The property above would hold for answers that never look: this one shows that they do."""
    companies = ("openai",) if operation in ("lookup", "sources") else ("openai", "anthropic")
    plan = Plan(operation, companies, ("market_value",), "2026-06-24", Day.of("2026-06-20"))  # type: ignore[arg-type]
    _, scene = ask(plan)
    known = next(c for c in scene.book.claims_of("openai", "market_value") if c.as_of.label == "2026-03-31")
    leaked = replace(told_later(known, Day.of("2026-06-18"), 1, Day.of("2026-06-10"), corrects=False))
    fuller = replace(scene, book=with_claims(scene.book, [leaked]))
    assert answered(plan, fuller) != answered(plan, scene)
