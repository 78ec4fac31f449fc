"""The book of facts that one question is answered from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.days import Day
from bot.facts.events import BaseRate, Case, Event, Willingness
from bot.facts.lockups import LockBook
from bot.facts.measures import Measure
from bot.facts.records import Bars, Claim, Company, Deed, Holding, Listing, Quote, Source, Statement
from bot.sessions import Sessions


@dataclass(frozen=True, slots=True)
class Needs:
    """The facts a plan has to see: every candidate claim of just these companies and measures, and what else is wanted.

    `bars_from` leaves out sessions before a day; None with `bars` true means from the first one. `events` brings what
    happened to any company, what studies and cases say about releases, and how holders are assumed to sell.
    """

    companies: tuple[str, ...]
    measures: tuple[str, ...]
    bars: bool = False
    holdings: bool = False
    bars_from: Day | None = None
    statements: bool = False
    events: bool = False


@dataclass(frozen=True, slots=True)
class FactBook:
    """Companies, measures, claims and bars, as far as one question needs them. Nothing in it was chosen yet.

    `quotes` are the last prices within a session by company: no claims and no bars, so that nothing takes them for one.
    `counts` are shares in issue as vendors give them: apart from claims, because a filing's number stands above each.
    """

    companies: Mapping[str, Company] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    listings: Mapping[str, tuple[Listing, ...]] = field(default_factory=dict)
    claims: Mapping[tuple[str, str], tuple[Claim, ...]] = field(default_factory=dict)
    bars: Mapping[str, Bars] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    holdings: Mapping[str, tuple[Holding, ...]] = field(default_factory=dict)
    statements: tuple[Statement, ...] = ()
    sessions: Mapping[str, Sessions] = field(default_factory=dict)
    locks: LockBook = field(default_factory=LockBook)
    events: tuple[Event, ...] = ()
    base_rates: tuple[BaseRate, ...] = ()
    cases: tuple[Case, ...] = ()
    willingness: Mapping[str, Willingness] = field(default_factory=dict)
    quotes: Mapping[str, tuple[Quote, ...]] = field(default_factory=dict)
    counts: Mapping[str, tuple[Claim, ...]] = field(default_factory=dict)
    deeds: Mapping[str, tuple[Deed, ...]] = field(default_factory=dict)

    def claims_of(self, company: str, measure: str) -> tuple[Claim, ...]:
        """Returns every claim of a company's measure, of whatever scope, basis and time."""
        return self.claims.get((company, measure), ())

    def bars_of(self, company: str) -> Bars | None:
        """Returns the sessions of a company's first listing that has any."""
        for listing in self.listings.get(company, ()):
            if listing.ticker in self.bars:
                return self.bars[listing.ticker]
        return None

    def listing_of(self, company: str) -> Listing | None:
        """Returns a company's first listing with a day of its own, None for one that is not listed as far as known."""
        return next((listing for listing in self.listings.get(company, ()) if listing.listed_on), None)

    def sessions_of(self, company: str) -> Sessions | None:
        """Returns the trading days of the exchange a company is listed on, None where no calendar covers it."""
        listing = next(iter(self.listings.get(company, ())), None)
        return self.sessions.get(listing.venue) if listing else None
