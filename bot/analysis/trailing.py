"""Revenue of the last twelve months: the last fiscal year, moved on by a half-year where both halves are known."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.analysis.figures import Evidence, Figure, stated
from bot.analysis.growth import year_before
from bot.analysis.moments import Moment
from bot.days import AsOf
from bot.facts.records import Claim
from bot.quantities import EXACT, Money


def trailing_revenue(evidence: Evidence, company: str, moment: Moment) -> Figure:
    """Returns the whole company's revenue of twelve months (SEMANTICS rule 13).

    Formula: last fiscal year + newest half-year after it - the same half a year before, all on one basis and in one
    currency; without both halves the last fiscal year as stated. A half-year alone is never taken for a year.
    """
    claims = [c for c in evidence.book.claims_of(company, "revenue") if not c.scope]
    year = _newest(company, claims, moment, lambda period: period.precision == "year")
    if year.as_of is None or not isinstance(year.value, Money):
        return Figure(company, "revenue", missing="no_claim")
    ended = year.as_of.end
    same_basis = [c for c in claims if c.basis == year.basis]
    half = _newest(
        company, same_basis, moment, lambda period: period.precision == "half" and period.start == ended.plus(1)
    )
    if half.as_of is None or not isinstance(half.value, Money):
        return year
    later = half.as_of
    before = _newest(company, same_basis, moment, lambda period: year_before(period, later))
    if not isinstance(before.value, Money) or len({v.currency for v in (year.value, half.value, before.value)}) > 1:
        return year
    amount = EXACT.subtract(EXACT.add(year.value.amount, half.value.amount), before.value.amount)
    parts = (year, half, before)
    return Figure(
        company,
        "revenue",
        Money(amount, year.value.currency),
        AsOf(
            f"12M to {later.end.iso}", before.as_of.end.plus(1) if before.as_of else later.start, later.end, "trailing"
        ),
        year.basis,
        claims=tuple(i for part in parts for i in part.claims),
        sources=tuple(s for part in parts for s in part.sources),
        formula="trailing",
        inputs=parts,
    )


def _newest(company: str, claims: Sequence[Claim], moment: Moment, fits: Callable[[AsOf], bool]) -> Figure:
    return stated(company, "revenue", [c for c in claims if fits(c.as_of)], moment)
