"""One question is one plan, however it was put: the canonical form and the hash say so."""

from __future__ import annotations

import json
from itertools import permutations
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.call import Ask
from bot.days import Day
from bot.plan import ORDERED_OPERATIONS, Between, Operation, Plan

COMPANIES = ("zhipu", "minimax", "anthropic", "openai")
MEASURES = ("market_value", "revenue", "price_to_arr")

days = st.dates().map(lambda d: d.isoformat())
plans = st.builds(
    Plan,
    operation=st.sampled_from(get_args(Operation)),
    companies=st.permutations(COMPANIES).flatmap(lambda c: st.integers(0, 4).map(lambda n: tuple(c[:n]))),
    measures=st.permutations(MEASURES).flatmap(lambda m: st.integers(0, 3).map(lambda n: tuple(m[:n]))),
    when=st.none() | days | st.sampled_from(["ytd", "july", "first_day"]) | st.builds(Between, days, days),
    known_at=st.none() | st.dates().map(Day),
    currency=st.sampled_from([None, "USD", "HKD"]),
    direction=st.sampled_from([None, "highest", "lowest"]),
    params=st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=5) | st.booleans(), max_size=3).map(
        lambda d: tuple(sorted(d.items()))
    ),
)


@given(plan=plans)
def test_a_plan_comes_back_from_its_document_through_json(plan: Plan) -> None:
    assert Plan.from_document(json.loads(json.dumps(plan.document()))) == plan


@given(plan=plans)
def test_the_order_of_measures_never_matters_and_that_of_companies_only_in_a_fraction(plan: Plan) -> None:
    for measures in permutations(plan.measures):
        assert plan.with_changes(measures=measures).hash == plan.hash
    for companies in permutations(plan.companies):
        same = companies == plan.companies or plan.operation not in ORDERED_OPERATIONS
        assert (plan.with_changes(companies=companies).hash == plan.hash) is same


@given(one=plans, other=plans)
def test_two_plans_share_a_hash_only_when_they_ask_the_same(one: Plan, other: Plan) -> None:
    assert (one.hash == other.hash) is (one.canonical() == other.canonical())


def test_the_order_of_params_does_not_matter() -> None:
    one = Plan("what_if", params=(("a", 1), ("b", 2)))
    assert one.hash == Plan("what_if", params=(("b", 2), ("a", 1))).hash


def test_the_hash_of_a_plan_stays_what_it_was() -> None:
    """Receipts and alerts keep hashes; a change of form would make every kept one a stranger."""
    plan = Plan("lookup", ("zhipu",), ("market_value",), "2026-06-24", Day.of("2026-06-25"), "USD")
    assert plan.canonical() == (
        '{"companies":["zhipu"],"currency":"USD","direction":null,"known_at":"2026-06-25",'
        '"measures":["market_value"],"operation":"lookup","params":{},"when":"2026-06-24"}'
    )
    assert plan.hash == "f147bfe9b6a7b0e7"


@pytest.mark.parametrize("document", [{}, {"operation": "lookup"}])
def test_a_document_of_something_else_is_refused(document: dict[str, str]) -> None:
    with pytest.raises(KeyError):
        Plan.from_document(document)


@pytest.mark.parametrize("line", ["/value zhipu", "/help", "zhipu 市值", "", "/value zhipu in USD", "/ zhipu", "//"])
def test_a_typed_line_is_typed_back(line: str) -> None:
    ask = Ask.of(line)
    assert Ask.of(ask.typed) == ask


def test_options_that_a_platform_took_apart_are_typed_in_their_order() -> None:
    assert Ask("value", "zhipu", {"measure": "revenue", "when": "2025"}).typed == "/value zhipu revenue 2025"
