"""The figure of any measure on a day: stated, or worked out by the formula its declaration names."""

from __future__ import annotations

from bot.analysis import returns
from bot.analysis.figures import (
    Evidence,
    Figure,
    all_weighed,
    market_value,
    quotient,
    share_price,
    shares_in_issue,
    stated,
)
from bot.analysis.growth import revenue_growth
from bot.analysis.moments import Moment
from bot.analysis.observed import closes
from bot.analysis.paths import drawdown, maximum_drawdown
from bot.analysis.returns import NoReturn, Return
from bot.analysis.series import Point
from bot.analysis.trailing import trailing_revenue
from bot.analysis.unlocking import unlock_figure
from bot.days import AsOf
from bot.facts.measures import Formula
from bot.facts.rates import Rate, converted, rate_on
from bot.facts.records import Source
from bot.quantities import Money, number_of


def figure(evidence: Evidence, company: str, measure: str, moment: Moment) -> Figure:
    """Returns the figure of a measure on a day, as known at the moment.

    A return without a stretch of time is the one since listing, a drawdown the one from the highest close so far.
    """
    declared = evidence.book.measures[measure]
    if declared.unavailable:
        said = stated(company, measure, evidence.book.claims_of(company, measure), moment)
        return Figure(company, measure, selection=said.selection, also=all_weighed(said), missing="not_available")
    match declared.formula.operation if declared.formula else "":
        case "market_value":
            return market_value(evidence.book, company, moment)
        case "growth":
            return revenue_growth(evidence, company, moment)
        case "return":
            return return_figure(evidence, company, returns.since_listing(evidence.book, company, moment))
        case "drawdown":
            return drawdown_figure(evidence, company, moment)
        case "unlock_date" | "unlock_ratio" | "unlock_value" as unlocking:
            return unlock_figure(evidence, company, unlocking, moment)
        case "divide":
            assert declared.formula is not None
            return derived(evidence, company, measure, declared.formula, moment)
    if measure == "share_price":
        return share_price(evidence.book, company, moment)
    if measure == "shares_in_issue":
        return shares_in_issue(evidence.book, company, moment)
    return stated(company, measure, evidence.book.claims_of(company, measure), moment)


def derived(evidence: Evidence, company: str, measure: str, formula: Formula, moment: Moment) -> Figure:
    """Returns a measure declared as one divided by another, or the reason why they may not be divided.

    Revenue below the line is that of twelve months. A denominator of another scope, or further from the numerator than
    the measure's bound (120 days for P/ARR, SEMANTICS rule 12), is kept among the inputs, so that it is shown, and not
    divided.
    """
    top = figure(evidence, company, formula.inputs[0], moment)
    if formula.inputs[1] == "revenue":
        bottom = trailing_revenue(evidence, company, moment)
    else:
        bottom = figure(evidence, company, formula.inputs[1], _not_long_after(top, formula, moment))
    inputs = (top, bottom)
    a, b = top.number, bottom.number
    if a is None or b is None or top.as_of is None or bottom.as_of is None:
        return Figure(company, measure, inputs=inputs, missing="missing_input")
    if top.scope != bottom.scope:
        return Figure(company, measure, inputs=inputs, missing="other_scope")
    if formula.max_lag_days is not None and abs(top.as_of.end.since(bottom.as_of.end)) > formula.max_lag_days:
        return Figure(company, measure, inputs=inputs, missing="too_far_apart")
    if number_of(b) <= 0:
        return Figure(company, measure, inputs=inputs, missing="not_positive")
    rates: tuple[Rate, ...] = ()
    if isinstance(a, Money) and isinstance(b, Money) and a.currency != b.currency:
        rate = rate_on(evidence.rates, a.currency, b.currency, top.as_of.end)
        if rate is None:
            return Figure(company, measure, inputs=inputs, missing="no_rate")
        a, rates = converted(a, rate), (rate,)
    value = quotient(a, b, evidence.book.measures[measure].unit)
    return Figure(
        company,
        measure,
        value,
        top.as_of,
        top.basis,
        top.scope,
        (*top.claims, *bottom.claims),
        (*top.sources, *bottom.sources),
        formula="quotient",
        inputs=inputs,
        rates=rates,
    )


def _not_long_after(top: Figure, formula: Formula, moment: Moment) -> Moment:
    """The newest denominator comes first, but one too far ahead of the numerator gives way to an older one."""
    if top.as_of is None or formula.max_lag_days is None:
        return moment
    latest = top.as_of.end.plus(formula.max_lag_days)
    return Moment(min(moment.at, latest), moment.known_at, moment.now, moment.replayed)


def return_figure(evidence: Evidence, company: str, found: Return | NoReturn) -> Figure:
    """Returns a price return as a figure with both prices among its inputs, or why there is none."""
    if isinstance(found, str):
        return Figure(company, "price_return", missing=found)
    close = Figure(company, "share_price", found.close, AsOf.day(found.end), "close", claims=found.claims[-1:])
    base = Figure(company, "share_price", found.base, AsOf.day(found.start), found.base_is, claims=found.claims[:1])
    return Figure(
        company,
        "price_return",
        found.change,
        AsOf.day(found.end),
        f"from_{found.base_is}",
        claims=found.claims,
        sources=_sources(evidence, found.claims),
        formula="return",
        inputs=(close, base),
    )


def drawdown_figure(evidence: Evidence, company: str, moment: Moment, *, deepest: bool = False) -> Figure:
    """Returns how far the last close lies below the highest since listing, or the deepest such fall so far."""
    prices = closes(evidence, company, moment)
    fall = maximum_drawdown(prices) if deepest else drawdown(prices)
    if fall is None:
        missing = share_price(evidence.book, company, moment).missing or "no_price_yet"
        return Figure(company, "drawdown", missing=missing)
    low, high = (_price_at(company, prices.unit, point) for point in (fall.trough, fall.peak))
    return Figure(
        company,
        "drawdown",
        fall.depth,
        low.as_of,
        "from_peak" if fall.since_listing else "from_known_peak",
        claims=(*low.claims, *high.claims),
        sources=_sources(evidence, (*low.claims, *high.claims)),
        formula="drawdown",
        inputs=(low, high),
    )


def _price_at(company: str, currency: str, point: Point) -> Figure:
    return Figure(company, "share_price", Money(point.value, currency), point.as_of, "close", claims=point.claims)


def _sources(evidence: Evidence, claims: tuple[str, ...]) -> tuple[Source, ...]:
    """The sources of bars and claims by their ids, each once."""
    wanted = set(claims)
    by_id = {c.id: c.source for group in evidence.book.claims.values() for c in group if c.id in wanted}
    for ticker, bars in evidence.book.bars.items():
        if any(claim.startswith(f"bar:{ticker}:") for claim in wanted):
            days = {claim.rsplit(":", 1)[1] for claim in wanted if claim.startswith(f"bar:{ticker}:")}
            used = [bar for bar in bars.sessions if bar.session.iso in days]
            by_id |= {
                bar.session.iso + ticker: evidence.book.sources[bar.source]
                for bar in used
                if bar.source in evidence.book.sources
            }
    return tuple(dict.fromkeys(by_id.values()))
