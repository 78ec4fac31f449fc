"""Growth of revenue: as stated, else derived from the same period a year before."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from bot.analysis.figures import SECOND_BASES, Evidence, Figure, stated
from bot.analysis.moments import Moment
from bot.days import AsOf
from bot.facts.choosing import Selection, choose
from bot.facts.records import Claim
from bot.quantities import EXACT, Money, Percent, divided

_LENGTHS = ("day", "month", "quarter", "half", "nine_months", "year")


def revenue_growth(evidence: Evidence, company: str, moment: Moment) -> Figure:
    """Returns the growth of revenue of the newest period that has one: stated, else derived.

    Derived: revenue / revenue of the same period a year before - 1, of the whole company, both of one basis and one
    currency, so that a year is never put against a half nor gross against net. A stated figure of the same end of
    period wins over a derived one. Where neither exists the newest revenue stands among the inputs.
    """
    said = stated(company, "revenue_growth", evidence.book.claims_of(company, "revenue_growth"), moment)
    made = derived_growth(evidence, company, moment)
    if said.as_of is None or said.value is None:
        return made
    newer = made.value is not None and made.as_of is not None and made.as_of.end > said.as_of.end
    return made if newer else said


def derived_growth(evidence: Evidence, company: str, moment: Moment) -> Figure:
    """Returns the growth of the newest period whose revenue a year before is known on the same basis.

    Of periods that end on one day the longest is taken.
    """
    every = evidence.book.claims_of(company, "revenue")
    whole = [c for c in every if not c.scope and c.as_of.precision != "day"]
    by_period: dict[tuple[str, str], AsOf] = {}
    for claim in whole:
        by_period.setdefault((claim.as_of.start.iso, claim.as_of.end.iso), claim.as_of)
    periods = sorted(by_period.values(), key=lambda a: (a.end, _LENGTHS.index(a.precision)), reverse=True)
    for period in periods:
        now = _revenue(company, (c for c in whole if _same(c.as_of, period)), moment)
        if now is None:
            continue
        earlier = (c for c in whole if c.basis == now.basis and year_before(c.as_of, period))
        before = _revenue(company, earlier, moment)
        growth = before and _growth(company, now, before)
        if growth:
            return growth
    newest = stated(company, "revenue", every, moment)
    return Figure(company, "revenue_growth", inputs=(newest,), missing="missing_input")


def year_before(earlier: AsOf, later: AsOf) -> bool:
    """Decides whether a period is the same part of the year before another: same length, same months."""
    return earlier.precision == later.precision and all(
        (one.date.year + 1, one.date.month) == (other.date.year, other.date.month)
        for one, other in ((earlier.start, later.start), (earlier.end, later.end))
    )


def _same(one: AsOf, other: AsOf) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _revenue(company: str, claims: Iterable[Claim], moment: Moment) -> Figure | None:
    found = list(claims)
    first: Selection = choose([c for c in found if c.basis not in SECOND_BASES], moment.at, moment.known_at)
    selection = first if first.chosen is not None else choose(found, moment.at, moment.known_at)
    claim = selection.chosen
    if claim is None or not isinstance(claim.value, Money):
        return None
    return Figure(
        company,
        "revenue",
        claim.value,
        claim.as_of,
        claim.basis,
        claims=(claim.id,),
        sources=(claim.source,),
        selection=selection,
        also=selection.disputes,
    )


def _growth(company: str, now: Figure, before: Figure) -> Figure | None:
    top, bottom = now.value, before.value
    if not isinstance(top, Money) or not isinstance(bottom, Money):
        return None
    if top.currency != bottom.currency or bottom.amount <= 0:
        return None
    rise = EXACT.subtract(divided(top.amount, bottom.amount), Decimal(1))
    return Figure(
        company,
        "revenue_growth",
        Percent(rise, signed=True),
        now.as_of,
        now.basis,
        claims=(*now.claims, *before.claims),
        sources=(*now.sources, *before.sources),
        formula="year_over_year",
        inputs=(now, before),
    )
