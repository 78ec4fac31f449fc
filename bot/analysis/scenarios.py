"""Scenarios: a company's inputs, edits of them, and what follows. Pure arithmetic on exact decimals.

Every outcome is a product of inputs and their inverses, so that solving backwards is a division and solving forwards
again returns to the start, and an edit touches nothing but what it names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from bot.quantities import EXACT

Input = Literal[
    "share_price", "shares_in_issue", "valuation", "run_rate_revenue", "revenue", "volume", "freed", "sold_part"
]  # fmt: skip
"""What can be edited; `valuation` is the last private round of a company without a share price, `freed` the tradable
shares of the next release, `sold_part` which part of these is sold, `volume` the average daily one."""

Outcome = Literal["market_value", "price_to_arr", "price_to_sales", "unlock_value", "days_of_volume"]

_VALUE: Mapping[bool, Mapping[Input, int]] = {True: {"share_price": 1, "shares_in_issue": 1}, False: {"valuation": 1}}
_BESIDES: Mapping[Outcome, Mapping[Input, int]] = {
    "market_value": {},
    "price_to_arr": {"run_rate_revenue": -1},
    "price_to_sales": {"revenue": -1},
}
_SUPPLY: Mapping[Outcome, Mapping[Input, int]] = {
    "unlock_value": {"freed": 1, "share_price": 1},
    "days_of_volume": {"freed": 1, "sold_part": 1, "volume": -1},
}


class UnsolvableError(ValueError):
    """Says that an outcome does not depend on an input, or that an input is not known."""


@dataclass(frozen=True, slots=True)
class State:
    """One company's inputs, amounts all in one currency; an input that is not known is left out."""

    company: str
    inputs: Mapping[Input, Decimal]

    @property
    def listed(self) -> bool:
        """Decides whether the company is valued by a share price."""
        return "share_price" in self.inputs

    @property
    def value_input(self) -> Input:
        """Returns the input by which the company's value moves."""
        return "share_price" if self.listed else "valuation"

    def factors(self, outcome: Outcome) -> Mapping[Input, int]:
        """Returns which inputs an outcome is made of: 1 for a factor, -1 for a divisor."""
        if outcome in _SUPPLY:
            return _SUPPLY[outcome]
        return {**_VALUE[self.listed], **_BESIDES[outcome]}

    def outcome(self, outcome: Outcome) -> Decimal | None:
        """Returns an outcome, None where one of its inputs is not known or a divisor is zero."""
        found = Decimal(1)
        for name, power in self.factors(outcome).items():
            value = self.inputs.get(name)
            if value is None or (power < 0 and not value):
                return None
            found = EXACT.multiply(found, value) if power > 0 else EXACT.divide(found, value)
        return found


@dataclass(frozen=True, slots=True)
class Edit:
    """One input of one company made another: `to` a value, or `times` a factor of what it is."""

    company: str
    name: Input
    to: Decimal | None = None
    times: Decimal | None = None


def edited(states: Iterable[State], edits: Iterable[Edit]) -> tuple[State, ...]:
    """Returns the states with edits made in order; raises UnsolvableError for a factor of an unknown input."""
    found = {state.company: state for state in states}
    for edit in edits:
        state = found[edit.company]
        value = edit.to
        if value is None:
            before = state.inputs.get(edit.name)
            if before is None or edit.times is None:
                raise UnsolvableError(f"{edit.company}: {edit.name} is not known")
            value = EXACT.multiply(before, edit.times)
        found[edit.company] = replace(state, inputs={**state.inputs, edit.name: value})
    return tuple(found.values())


def solved(state: State, name: Input, outcome: Outcome, target: Decimal) -> Decimal:
    """Returns what an input has to be for an outcome to reach a target, all other inputs as they are.

    Raises UnsolvableError where the outcome does not depend on the input, another input is unknown or zero, or the
    target is zero for a divisor.
    """
    factors = state.factors(outcome)
    if name not in factors:
        raise UnsolvableError(f"{outcome} does not depend on {name}")
    rest = State(state.company, {**state.inputs, name: Decimal(1)}).outcome(outcome)
    if not rest or (factors[name] < 0 and not target):
        raise UnsolvableError(f"{outcome} of {state.company} cannot be solved for {name}")
    return EXACT.divide(target, rest) if factors[name] > 0 else EXACT.divide(rest, target)


def differing(base: Iterable[State], scenario: Iterable[State]) -> frozenset[tuple[str, Input]]:
    """Returns the inputs in which a scenario differs from its base, by company."""
    before = {state.company: state for state in base}
    return frozenset(
        (state.company, name)
        for state in scenario
        for name in {*state.inputs, *before[state.company].inputs}
        if state.inputs.get(name) != before[state.company].inputs.get(name)
    )
