"""The state a scenario starts from: each company's inputs as found on a day, in one currency, with their claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from bot.analysis.conversion import shown_in
from bot.analysis.figures import Evidence, Figure
from bot.analysis.measuring import figure
from bot.analysis.moments import Moment
from bot.analysis.overhang import Overhang, next_release, overhang
from bot.analysis.scenarios import Input, State
from bot.analysis.trailing import trailing_revenue
from bot.days import AsOf, Day
from bot.facts.rates import Rate
from bot.quantities import Money, Shares

MEASURES = ("market_value", "share_price", "shares_in_issue", "run_rate_revenue", "revenue", "price_to_arr")


@dataclass(frozen=True, slots=True)
class Base:
    """One company's starting point: its state, and for every input its claims and the day it speaks of.

    `overhang` is the release whose shares are the ones freed, None where there is none; `rates` are the exchange rates
    that amounts were converted by.
    """

    state: State
    claims: Mapping[Input, tuple[str, ...]]
    days: Mapping[Input, AsOf]
    overhang: Overhang | None
    rates: tuple[Rate, ...]


def base_of(
    evidence: Evidence, company: str, moment: Moment, currency: str, stretch: tuple[Day, Day] | None = None
) -> Base:
    """Returns a company's starting point on a day; what is not known, or has no rate into the currency, is left out.

    The run rate is the one that P/ARR divides by (SEMANTICS rule 12), revenue that of twelve months. The release is the
    next one from the day on, or the first of a stretch of days.
    """
    inputs: dict[Input, Decimal] = {}
    claims: dict[Input, tuple[str, ...]] = {}
    days: dict[Input, AsOf] = {}
    rates: list[Rate] = []

    def put(name: Input, found: Figure) -> None:
        shown = shown_in(found, currency, evidence)
        number = shown.number
        if isinstance(number, Money) and number.currency != currency:
            return
        if isinstance(number, Money | Shares):
            inputs[name] = number.amount if isinstance(number, Money) else number.number
            claims[name] = found.claims
            rates.extend(shown.rates)
            if found.as_of is not None:
                days[name] = found.as_of

    value = figure(evidence, company, "market_value", moment)
    if value.formula == "close_times_shares":
        put("share_price", value.inputs[0])
        put("shares_in_issue", value.inputs[1])
    else:
        put("valuation", value)
    multiple = figure(evidence, company, "price_to_arr", moment)
    if multiple.value is not None and len(multiple.inputs) == 2:
        put("run_rate_revenue", multiple.inputs[1])
    put("revenue", trailing_revenue(evidence, company, moment))
    release = next_release(evidence.book, company, moment, stretch)
    found = None if isinstance(release, str) else overhang(evidence.book, release, moment)
    if found is not None:
        inputs["freed"], inputs["sold_part"] = found.supply.shares.number, Decimal(1)
        claims["freed"], claims["sold_part"] = found.supply.claims, found.supply.claims
        if found.main is not None:
            inputs["volume"], claims["volume"] = found.main.mean.number, found.main.claims
            days["volume"] = AsOf.day(found.main.last)
    return Base(State(company, inputs), claims, days, found, tuple(dict.fromkeys(rates)))
