"""Scenarios differ from their base in what was edited alone, and solving backwards returns to the start."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.assumed_rates import AssumedRates
from bot.analysis.scenarios import Edit, Input, Outcome, State, UnsolvableError, differing, edited, solved
from bot.days import Day
from bot.facts.rates import rate_on
from tests.bot.facts_book import EURO_RATES

INPUTS: tuple[Input, ...] = get_args(Input)
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
LISTED: tuple[Input, ...] = tuple(i for i in INPUTS if i != "valuation")
PRIVATE: tuple[Input, ...] = ("valuation", "run_rate_revenue", "revenue")

numbers = st.decimals(Decimal("0.01"), Decimal("1e12"), places=2)
factors = st.decimals(Decimal("0.01"), Decimal(20), places=2)


@st.composite
def states(draw: st.DrawFn, company: str = "one") -> State:
    names = draw(st.sampled_from((LISTED, PRIVATE)))
    return State(company, {name: draw(numbers) for name in names})


@given(st.data())
def test_a_scenario_differs_in_what_was_edited_and_in_nothing_else(data: st.DataObject) -> None:
    base = [data.draw(states("one")), data.draw(states("two"))]
    touched: set[tuple[str, Input]] = set()
    edits = []
    for state in base:
        for name in data.draw(st.lists(st.sampled_from(sorted(state.inputs)), unique=True)):
            edits.append(Edit(state.company, name, times=data.draw(factors)))
            touched.add((state.company, name))
    scenario = edited(base, edits)
    moved = differing(base, scenario)
    assert moved <= touched
    for before, after in zip(base, scenario, strict=True):
        for outcome in OUTCOMES:
            depends = {(before.company, name) for name in before.factors(outcome)}
            if not depends & moved:
                assert after.outcome(outcome) == before.outcome(outcome)
        assert after.inputs.keys() == before.inputs.keys()


@given(states(), st.data())
def test_solving_backwards_and_forwards_returns_to_the_start(state: State, data: st.DataObject) -> None:
    outcome = data.draw(st.sampled_from([o for o in OUTCOMES if state.outcome(o) is not None]))
    name = data.draw(st.sampled_from(sorted(state.factors(outcome))))
    start = state.outcome(outcome)
    assert start is not None
    back = solved(state, name, outcome, start)
    assert abs(back - state.inputs[name]) <= state.inputs[name] * Decimal("1e-28")
    target = start * data.draw(factors)
    (there,) = edited([state], [Edit(state.company, name, to=solved(state, name, outcome, target))])
    reached = there.outcome(outcome)
    assert reached is not None and abs(reached - target) <= target * Decimal("1e-28")
    (home,) = edited([there], [Edit(state.company, name, to=solved(there, name, outcome, start))])
    assert abs(home.inputs[name] - state.inputs[name]) <= state.inputs[name] * Decimal("1e-28")


def test_what_does_not_depend_on_an_input_cannot_be_solved_for_it() -> None:
    state = State("one", {"valuation": Decimal(100), "run_rate_revenue": Decimal(5)})
    with pytest.raises(UnsolvableError):
        solved(state, "volume", "market_value", Decimal(1))
    with pytest.raises(UnsolvableError):
        solved(state, "run_rate_revenue", "price_to_arr", Decimal(0))
    with pytest.raises(UnsolvableError):
        edited([state], [Edit("one", "revenue", times=Decimal(2))])


def test_an_assumed_rate_changes_its_own_pair_alone() -> None:
    day = Day.of("2026-06-24")
    rates = AssumedRates(EURO_RATES, "USD", "HKD", Decimal(8))
    found = rate_on(rates, "USD", "HKD", day)
    assert found is not None and found.value == 8
    assert rate_on(rates, "USD", "CNY", day) == rate_on(EURO_RATES, "USD", "CNY", day)
