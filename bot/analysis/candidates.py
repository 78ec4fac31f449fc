"""The live figures of a company: the chosen one and those that dispute it, as the order-stability takes them."""

from __future__ import annotations

from decimal import Decimal

from bot.analysis.figures import Evidence, Figure
from bot.analysis.stability import Candidate, Contender
from bot.days import AsOf, Day
from bot.facts.choosing import AT_LEAST
from bot.facts.rates import rate_for
from bot.facts.records import Qualifier
from bot.quantities import EXACT, Money, Quantity, Range, number_of, unit_of


def contender(evidence: Evidence, figure: Figure, unit: str) -> Contender | None:
    """Returns a figure with all that disputes it, in one unit; None where it is unknown, a day, or has no rate.

    What disputes it is what the answer shows as a dispute (Figure.disputes), so that no order is said to hang on a
    claim that is nowhere to be seen. "At least" and "more than" leave the upper end open, because that was said.
    """
    if figure.value is None or isinstance(figure.value, Day) or figure.as_of is None:
        return None
    period = evidence.book.measures[figure.measure].carry == "period"
    qualifier: Qualifier = "exact"
    if not figure.formula and figure.selection is not None and figure.selection.chosen is not None:
        qualifier = figure.selection.chosen.qualifier
    chosen = _candidate(evidence, figure.value, qualifier, figure.claims, figure.as_of, unit, period)
    if chosen is None:
        return None
    others = (
        _candidate(evidence, c.value, c.qualifier, (c.id,), c.as_of, unit, period)
        for c in figure.disputes
        if not isinstance(c.value, Day)
    )
    disputed = tuple(c for c in others if c is not None and (c.low, c.high) != (chosen.low, chosen.high))
    return Contender(figure.company, chosen, disputed)


def _candidate(
    evidence: Evidence,
    value: Quantity | Range,
    qualifier: Qualifier,
    claims: tuple[str, ...],
    as_of: AsOf,
    unit: str,
    period: bool,
) -> Candidate | None:
    ends = (value.low, value.high) if isinstance(value, Range) else (value, None if qualifier in AT_LEAST else value)
    numbers: list[Decimal | None] = []
    for end in ends:
        if end is None:
            numbers.append(None)
            continue
        number = _in_unit(evidence, end, as_of, unit, period)
        if number is None:
            return None
        numbers.append(number)
    return Candidate(claims, numbers[0], numbers[1])


def _in_unit(evidence: Evidence, value: Quantity, as_of: AsOf, unit: str, period: bool) -> Decimal | None:
    if unit_of(value) == unit:
        return number_of(value)
    if not isinstance(value, Money):
        return None
    rate = rate_for(evidence.rates, value.currency, unit, as_of, period=period)
    return None if rate is None else EXACT.multiply(value.amount, rate.value)
