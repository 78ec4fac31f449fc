"""The figure of a company's measure on a day: chosen among claims or derived from them, never invented."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from bot.analysis.moments import Moment
from bot.analysis.quotes import newer
from bot.days import AsOf, Day
from bot.facts.book import FactBook
from bot.facts.choosing import RETELLING_WITHIN, Selection, choose, close
from bot.facts.rates import Rate, Rates
from bot.facts.records import Bar, Claim, Listing, Quote, Source
from bot.quantities import (
    Money,
    Multiple,
    Percent,
    Quantity,
    Range,
    Shares,
    divided,
    number_of,
)

Missing = Literal[
    "no_claim",
    "not_listed",
    "not_available",
    "no_price_yet",
    "no_shares",
    "only_talks",
    "missing_input",
    "other_scope",
    "too_far_apart",
    "no_rate",
    "not_positive",
    "no_offer_price",
    "no_listing_date",
    "before_listing",
    "before_first_price",
    "no_close_since",
    "no_release",
    "no_share_count",
]
"""Why a figure is not there: a catalogue term of the family `missing`."""

CHANGES = frozenset({"revenue_growth", "api_price_change"})
"""Measures that are changes, always written with their sign."""

SECOND_BASES = frozenset({"adjusted"})
"""Bases that are another class of figure: taken only where the first class has none, else shown beside it."""


COUNTS_AGREE = Decimal("0.005")
"""Counts of shares that differ by less, as a part, say the same: options are exercised every week."""

VENDOR_COUNT = "vendor_count"
"""The basis of a count of shares by a vendor of prices."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What figures are made from: the book of facts and the published exchange rates."""

    book: FactBook
    rates: Rates


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with all it rests on, or the reason why there is none.

    `claims` are the ids of what it was taken or derived from: claims, and bars as bar:TICKER:DAY. `inputs` are the
    figures that a formula used; `also` the claims that stand beside the chosen one without replacing it, `quotes` the
    prices within a later session, which are provisional and no evidence of anything.
    """

    company: str
    measure: str
    value: Quantity | Range | Day | None = None
    as_of: AsOf | None = None
    basis: str = ""
    scope: str = ""
    claims: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    formula: str = ""
    inputs: tuple[Figure, ...] = ()
    selection: Selection | None = None
    also: tuple[Claim, ...] = ()
    rates: tuple[Rate, ...] = ()
    missing: Missing | None = None
    quotes: tuple[Quote, ...] = ()

    @property
    def number(self) -> Quantity | None:
        """Returns the value as one quantity, None where it is unknown, a range or a day."""
        return None if self.value is None or isinstance(self.value, Range | Day) else self.value

    @property
    def disputes(self) -> tuple[Claim, ...]:
        """Returns the claims that contradict the figure for the same day and basis; a derived one by more than 2 %."""
        if not self.formula and self.basis != "close":
            return self.selection.disputes if self.selection else ()
        value, as_of = self.number, self.as_of
        if value is None or as_of is None:
            return ()
        return tuple(
            c
            for c in self.also
            if c.as_of.end == as_of.end
            and c.basis == self.basis
            and not isinstance(c.value, Range | Day)
            and not close(c.value, value, RETELLING_WITHIN)
        )

    def age(self, at: Day) -> int:
        """Returns how many days before a day the figure speaks of; 0 for an unknown one."""
        return at.since(self.as_of.end) if self.as_of else 0


def all_weighed(said: Figure) -> tuple[Claim, ...]:
    """Returns every claim that was weighed for a figure, the best first."""
    return tuple(w.claim for w in said.selection.weighed) if said.selection else ()


def stated(company: str, measure: str, claims: Iterable[Claim], moment: Moment) -> Figure:
    """Returns the figure that a source stated: of the whole company where there is one, else of the newest scope."""
    by_scope: dict[str, list[Claim]] = {}
    for claim in claims:
        by_scope.setdefault(claim.scope, []).append(claim)
    if not by_scope:
        return Figure(company, measure, missing="no_claim")
    selections = {scope: _selected(group, moment) for scope, group in by_scope.items()}
    chosen = {scope: s.chosen for scope, s in selections.items() if s.chosen is not None}
    if not chosen:
        beside = tuple(w.claim for s in selections.values() for w in s.weighed)
        if not beside:
            return Figure(company, measure, missing="no_claim")
        missing: Missing = "only_talks" if measure == "market_value" else "no_claim"
        return Figure(company, measure, selection=next(iter(selections.values())), also=beside, missing=missing)
    scope = "" if "" in chosen else max(chosen, key=lambda s: (chosen[s].as_of.end, s))
    claim, selection = chosen[scope], selections[scope]
    newer = [
        w.claim
        for w in selection.weighed
        if w.why in ("not_a_price", "tender_too_close") and w.claim.as_of.end >= claim.as_of.end
    ]
    return Figure(
        company,
        measure,
        _signed(claim.value) if measure in CHANGES else claim.value,
        claim.as_of,
        claim.basis,
        claim.scope,
        (claim.id,),
        (claim.source,),
        selection=selection,
        also=(*selection.disputes, *newer),
    )


def _signed(value: Quantity | Range | Day) -> Quantity | Range | Day:
    return replace(value, signed=True) if isinstance(value, Percent) else value


def _selected(claims: list[Claim], moment: Moment) -> Selection:
    first = choose([c for c in claims if c.basis not in SECOND_BASES], moment.at, moment.known_at)
    if first.chosen is not None:
        return first
    second = choose(claims, moment.at, moment.known_at)
    return second if second.chosen is not None else first


def last_bar(book: FactBook, company: str, moment: Moment) -> tuple[Listing, Bar] | None:
    """Returns a company's listing and its last session that had closed by the moment, None before its first one."""
    bars = book.bars_of(company)
    if bars is None:
        return None
    last = moment.last_session(bars.listing)
    for bar in reversed(bars.sessions):
        if bar.session <= last:
            return bars.listing, bar
    return None


def share_price(book: FactBook, company: str, moment: Moment) -> Figure:
    """Returns the last close by the moment, in the listing's currency; other vendors' closes of it stand beside."""
    found = last_bar(book, company, moment)
    if found is None:
        listed = any(listing.listed_on for listing in book.listings.get(company, ()))
        return Figure(company, "share_price", missing="no_price_yet" if listed else "not_listed")
    listing, bar = found
    press = choose(book.claims_of(company, "share_price"), moment.at, moment.known_at)
    return Figure(
        company,
        "share_price",
        Money(bar.close, listing.currency),
        AsOf.day(bar.session),
        "close",
        claims=(bar_id(listing, bar),),
        sources=_bar_sources(book, bar),
        selection=press,
        also=_beside(press, bar.session),
        quotes=newer(book, company, bar.session, moment),
    )


def shares_in_issue(book: FactBook, company: str, moment: Moment) -> Figure:
    """Returns the shares in issue as a filing or another source states them, with vendors' counts beside it.

    A vendor's count never takes the place of a stated one, however new it is: it is a compilation, and of what is often
    unsaid. Where it is of a later day and differs by more than COUNTS_AGREE it is shown. Where nobody else states any
    it is taken.
    """
    said = stated(company, "shares_in_issue", book.claims_of(company, "shares_in_issue"), moment)
    counted = book.counts.get(company, ())
    if said.value is None or said.as_of is None:
        alone = stated(company, "shares_in_issue", counted, moment)
        return said if alone.value is None else alone
    newest = {c.source.key: c for c in counted if c.as_of.end <= min(moment.at, moment.known_at)}
    differing = tuple(
        c
        for c in newest.values()
        if c.as_of.end > said.as_of.end
        and isinstance(c.value, Shares)
        and isinstance(said.value, Shares)
        and not said.scope
        and not close(c.value, said.value, COUNTS_AGREE)
    )
    return replace(said, also=(*said.also, *differing)) if differing else said


def market_value(book: FactBook, company: str, moment: Moment) -> Figure:
    """Returns close times shares in issue of that session for a listed company, else what a source stated.

    All classes of shares are taken at one price (SEMANTICS rule 6). Before the first session it is the last private
    round (rule 5). The press's figures of the same day and newer ones stand beside the derived one.
    """
    claims = book.claims_of(company, "market_value")
    price = share_price(book, company, moment)
    if not isinstance(price.value, Money) or price.as_of is None:
        return stated(company, "market_value", claims, moment)
    session = Moment(price.as_of.end, moment.known_at, moment.now, moment.replayed)
    shares = shares_in_issue(book, company, session)
    if not isinstance(shares.value, Shares) or shares.scope:
        fallback = stated(company, "market_value", claims, moment)
        return fallback if fallback.value is not None else Figure(company, "market_value", missing="no_shares")
    press = choose(claims, moment.at, moment.known_at)
    return Figure(
        company,
        "market_value",
        price.value.times(shares.value.number),
        price.as_of,
        "market_cap",
        claims=(*price.claims, *shares.claims),
        sources=(*price.sources, *shares.sources),
        formula="close_times_shares",
        inputs=(price, shares),
        selection=press,
        also=_beside(press, price.as_of.end),
        quotes=tuple(replace(q, value=q.value.times(shares.value.number)) for q in price.quotes),
    )


def _beside(press: Selection, session: Day) -> tuple[Claim, ...]:
    """What was printed about a session or later ones stands beside its close and never replaces it (rule 7)."""
    left_out = ("superseded", "mismatch", "not_a_fact")
    return tuple(w.claim for w in press.weighed if w.claim.as_of.end >= session and w.why not in left_out)


def quotient(top: Quantity, bottom: Quantity, unit: str) -> Quantity:
    """Returns one quantity divided by another as a quantity of a measure's unit."""
    ratio = divided(number_of(top), number_of(bottom))
    if unit == "ratio":
        return Percent(ratio)
    if unit in ("money", "price") and isinstance(top, Money):
        return Money(ratio, top.currency)
    return Multiple(ratio)


def bar_id(listing: Listing, bar: Bar) -> str:
    """Returns the id by which a session's prices are cited beside claims."""
    return f"bar:{listing.ticker}:{bar.session.iso}"


def _bar_sources(book: FactBook, bar: Bar) -> tuple[Source, ...]:
    source = book.sources.get(bar.source)
    return (source,) if source else ()
