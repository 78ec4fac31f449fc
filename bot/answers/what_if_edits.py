"""What the params of a what-if plan edit, in the form that questions and commands give them (questions/GUIDE)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, get_args

from bot.analysis.conversion import shown_in
from bot.analysis.measuring import figure
from bot.analysis.moments import Moment
from bot.analysis.scenario_bases import Base
from bot.analysis.scenarios import Edit, Input, Outcome, State, UnsolvableError, edited, solved
from bot.answers.scene import Scene
from bot.answers.unlocks import classes_of
from bot.days import Day
from bot.errors import ProblemError
from bot.plan import Plan
from bot.quantities import EXACT, Money, number_of
from bot.text import Message

CHANGES: Mapping[str, Input | None] = {
    "price_change": None,
    "run_rate_revenue_change": "run_rate_revenue",
    "revenue_change": "revenue",
    "volume_change": "volume",
}
"""Params that change an input by a fraction; the price's input depends on whether there is a share price."""

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
INPUTS: tuple[Input, ...] = get_args(Input)


@dataclass(frozen=True, slots=True)
class Solution:
    """What was solved for: the input, what it has to be, and the outcome that it brings to the target."""

    company: str
    name: Input
    before: Decimal | None
    needed: Decimal
    outcome: Outcome
    target: Decimal


def decimal(value: object) -> Decimal:
    """Returns a number of a plan exactly as it was written."""
    return Decimal(str(value))


def edits_of(plan: Plan, bases: Sequence[Base], scene: Scene, when: Moment, currency: str) -> tuple[Edit, ...]:
    """Returns the edits that a plan makes in a currency. Raises ProblemError for one that cannot be made."""
    params = dict(plan.params)
    states = {base.state.company: base.state for base in bases}
    found: list[Edit] = []
    for param, name in CHANGES.items():
        for company, fraction in _each(params.get(param), params.get("on"), states):
            factor = EXACT.add(Decimal(1), fraction)
            if factor < 0:
                raise ProblemError(Message("whatif-below-nothing"), "/whatif zhipu price -30%", outcome="refused")
            state = states[company]
            target = name or state.value_input
            if target not in state.inputs:
                raise unknown_input(company, target, scene)
            found.append(Edit(company, target, times=factor))
    if "sell_fraction" in params:
        found += _sold(params, bases, scene)
    for company, wanted in dict(params.get("set") or {}).items():
        if company in states:
            for measure, value in dict(wanted).items():
                found += _set(states, company, measure, value, scene, when, plan, currency)
    return tuple(found)


def unknown_input(company: str, name: Input, scene: Scene) -> ProblemError:
    """Returns the problem of an input that is not known and so cannot be changed."""
    said = Message(
        "whatif-unknown-input",
        {"company": scene.name(company), "input": Message(f"whatif-input-{name.replace('_', '-')}")},
    )
    return ProblemError(said, f"/value {company}", outcome="refused")


def _each(change: object, on: object, states: Mapping[str, State]) -> Iterable[tuple[str, Decimal]]:
    """Whom a change is for: those named with their own fractions, those it is said to be on, else everyone."""
    if change is None:
        return ()
    if isinstance(change, Mapping):
        return [(str(c), decimal(f)) for c, f in change.items() if c in states]
    chosen = [str(on)] if isinstance(on, str) else [str(c) for c in on] if isinstance(on, Sequence) else list(states)
    return [(c, decimal(change)) for c in chosen if c in states]


def _sold(params: Mapping[str, Any], bases: Sequence[Base], scene: Scene) -> list[Edit]:
    """Which part of the tradable shares is sold; of some classes only where it is known what these can trade."""
    fraction = decimal(params["sell_fraction"])
    if not 0 <= fraction <= 1:
        raise ProblemError(Message("whatif-part"), "/whatif minimax sell 20%", outcome="refused")
    classes = classes_of(params, scene)
    found = []
    for base in bases:
        if base.overhang is None:
            continue
        part = fraction
        if classes:
            rows = [h for h in base.overhang.release.holders if h.holder_class in classes]
            if not rows:
                raise ProblemError(
                    Message("whatif-none-of-theirs", {"company": scene.name(base.state.company)}),
                    f"/unlocks {base.state.company} holders",
                    outcome="refused",
                )
            if any(not h.tradable for h in rows):
                raise ProblemError(
                    Message("whatif-split-unknown", {"company": scene.name(base.state.company)}),
                    f"/whatif {base.state.company} sell 20%",
                    outcome="refused",
                )
            theirs = sum((h.shares for h in rows if h.tradable == "yes" and h.shares), Decimal(0))
            freed = base.state.inputs["freed"]
            part = EXACT.divide(EXACT.multiply(theirs, fraction), freed) if freed else Decimal(0)
        found.append(Edit(base.state.company, "sold_part", to=part))
    return found


def _set(
    states: Mapping[str, State],
    company: str,
    measure: str,
    value: object,
    scene: Scene,
    when: Moment,
    plan: Plan,
    currency: str,
) -> list[Edit]:
    """One measure of a company put to a number, to another company's, or to its own of another day or of its offer."""
    if dict(plan.params).get("solve_for"):
        return []
    state = states[company]
    if value == "first_day":
        debut = scene.moment(plan.with_changes(companies=(company,), when=value))
        then = Moment(debut.at, when.known_at, when.now, when.replayed)
        target = _amount(scene, company, measure, then, currency)
    else:
        target = _target(states, state, measure, value, scene, when, currency)
    if target is None:
        raise ProblemError(
            Message("whatif-no-value", {"company": scene.name(company)}), f"/value {company}", outcome="refused"
        )
    name, outcome = input_named(measure), outcome_named(measure)
    if name is not None:
        return [Edit(company, name, to=target)]
    if outcome is None:
        raise ProblemError(Message("whatif-not-editable"), "/whatif zhipu price -30%", outcome="refused")
    try:
        return [Edit(company, state.value_input, to=solved(state, state.value_input, outcome, target))]
    except UnsolvableError:
        raise unknown_input(company, "run_rate_revenue" if measure == "price_to_arr" else "revenue", scene) from None


def _target(
    states: Mapping[str, State],
    state: State,
    measure: str,
    value: object,
    scene: Scene,
    when: Moment,
    currency: str,
) -> Decimal | None:
    if isinstance(value, str) and value in states:
        return number_in(states[value], measure)
    if isinstance(value, str) and value[:1].isdigit() and "-" in value:
        day = Day.of(value)
        then = Moment(day, when.known_at, when.now, when.replayed)
        return _amount(scene, state.company, measure, then, currency)
    if value == "offer_price":
        return _amount(scene, state.company, "offer_price", when, currency)
    try:
        return decimal(value)
    except ArithmeticError:
        return None


def _amount(scene: Scene, company: str, measure: str, when: Moment, currency: str) -> Decimal | None:
    """A figure's number in a currency, None where it is not known or has no rate into it."""
    found = shown_in(figure(scene.evidence, company, measure, when), currency, scene.evidence).number
    if found is None or (isinstance(found, Money) and found.currency != currency):
        return None
    return number_of(found)


def number_in(state: State, measure: str) -> Decimal | None:
    """Returns an input or an outcome of a state by its name, None where it is not known or is neither."""
    name, outcome = input_named(measure), outcome_named(measure)
    if name is not None:
        return state.inputs.get(name)
    return state.outcome(outcome) if outcome is not None else None


def input_named(text: str) -> Input | None:
    """Returns the input of a name, None where there is none of it."""
    return next((name for name in INPUTS if name == text), None)


def outcome_named(text: str) -> Outcome | None:
    """Returns the outcome of a name, None where there is none of it."""
    return next((name for name in OUTCOMES if name == text), None)


def solution_of(plan: Plan, states: Sequence[State], scene: Scene, when: Moment, currency: str) -> Solution | None:
    """Returns what a plan solves for, None where it solves nothing. Raises ProblemError where it cannot be solved.

    `solve_for` names an input or its change, `on` whose; the target is what `set` puts an outcome to, or `until`: a
    number, or "equal" to the other company.
    """
    params = dict(plan.params)
    wanted = params.get("solve_for")
    if wanted is None:
        return None
    by_name = {state.company: state for state in states}
    on = params.get("on")
    company = str(on[0] if isinstance(on, list | tuple) and on else on or plan.companies[0])
    state = by_name.get(company)
    if state is None:
        raise ProblemError(Message("whatif-unsolvable"), "/whatif openai equal anthropic", outcome="refused")
    key = str(wanted).removesuffix("_change")
    name = state.value_input if key in _VALUES else input_named(key)
    try:
        if name is None:
            raise UnsolvableError(key)
        given = dict(dict(params.get("set") or {}).get(company) or {})
        if "market_value" in given and name != state.value_input:
            value = _target(by_name, state, "market_value", given.pop("market_value"), scene, when, currency)
            if value is not None:
                to = solved(state, state.value_input, "market_value", value)
                (state,) = edited([state], [Edit(company, state.value_input, to=to)])
        named = (outcome_named(m) for m in (*given, *plan.measures))
        outcome: Outcome = next((o for o in named if o is not None), "market_value")
        if given:
            target = _target(by_name, state, outcome, given.get(outcome), scene, when, currency)
        else:
            target = _until(params.get("until"), by_name, company, outcome)
        if target is None:
            raise UnsolvableError(outcome)
        needed = solved(state, name, outcome, target)
    except UnsolvableError:
        raise ProblemError(Message("whatif-unsolvable"), "/whatif openai equal anthropic", outcome="refused") from None
    return Solution(company, name, by_name[company].inputs.get(name), needed, outcome, target)


_VALUES = frozenset({"price", "share_price", "valuation", "market_value"})
"""Names under which the value of a company is solved for; which input that is depends on whether it is listed."""


def _until(until: object, states: Mapping[str, State], company: str, outcome: Outcome) -> Decimal | None:
    if until in (None, "equal") or until in states:
        other = until if until in states else next((c for c in states if c != company), None)
        return states[str(other)].outcome(outcome) if other is not None else None
    try:
        return decimal(until)
    except ArithmeticError:
        return None
