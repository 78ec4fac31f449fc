"""What every operation answers from: the plan's facts, rates and names, and the present moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.analysis.figures import Evidence
from bot.analysis.moments import Moment, days_between, moment
from bot.days import Day, Instant
from bot.errors import ProblemError
from bot.facts.book import FactBook, Needs
from bot.facts.measures import Measure
from bot.facts.rates import Rates
from bot.facts.records import Company
from bot.plan import Between, Plan
from bot.ports import Vocabulary
from bot.text import Message, Name

LISTING_TOKENS = frozenset({"listing", "since_listing"})


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that an answer may look at. Nothing else reaches an operation, so that a replay sees the same."""

    vocabulary: Vocabulary
    book: FactBook
    rates: Rates
    now: Instant

    @property
    def evidence(self) -> Evidence:
        """Returns the book and the rates together, as the analysis takes them."""
        return Evidence(self.book, self.rates)

    def company(self, key: str) -> Company:
        """Returns a company by its key."""
        return self.vocabulary.companies[key]

    def name(self, key: str) -> Name:
        """Returns a company's name in both languages."""
        return self.vocabulary.companies[key].name

    def moment(self, plan: Plan) -> Moment:
        """Returns the moment a plan asks for; the first trading day is that of the plan's first company.

        Raises ProblemError when that company has no listing date, or when the plan names none.
        """
        if plan.when != "first_day":
            return moment(plan, self.now)
        if not plan.companies:
            raise ProblemError(Message("needs-company"), "/value zhipu first day", outcome="clarify")
        company = plan.companies[0]
        days = [item.listed_on for item in self.book.listings.get(company, ()) if item.listed_on]
        if not days:
            said = Message("no-first-day", {"company": self.name(company)})
            raise ProblemError(said, f"/value {company}", outcome="refused")
        return moment(plan.with_changes(when=min(days).iso), self.now)

    def stretch(self, plan: Plan) -> tuple[Day, Day] | None:
        """Returns the first and last day of a stretch of time as asked, None for a single moment.

        A stretch that begins at the listing begins, for several companies, at the later one (SEMANTICS rule 9); of a
        company that is not listed it is the single moment it ends at.
        """
        when = plan.when
        if isinstance(when, Between) and when.start in LISTING_TOKENS:
            listed = self.later_listing(plan.companies)
            return None if listed is None else (listed, self.moment(plan).at)
        return days_between(when, self.now)

    def return_from(self, plan: Plan) -> Day | None:
        """Returns the day from whose close a price return is counted, None where it is since the listing.

        A year to date is counted from the last close of the year before (SEMANTICS rule 9).
        """
        if plan.when == "ytd":
            return Day(date(self.moment(plan).at.date.year - 1, 12, 31))
        if isinstance(plan.when, Between) and plan.when.start in (*LISTING_TOKENS, "first_day"):
            return None
        stretch = self.stretch(plan)
        return stretch[0] if stretch else None

    def later_listing(self, companies: Iterable[str]) -> Day | None:
        """Returns the latest day on which one of several companies was listed, None where none is."""
        days = [li.listed_on for c in companies for li in self.book.listings.get(c, ()) if li.listed_on]
        return max(days, default=None)

    def measure(self, key: str) -> Measure:
        """Returns a measure by its key."""
        return self.vocabulary.measures[key]


def inputs_of(measures: Iterable[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Returns measures with all that their formulas are made of, each once."""
    wanted: dict[str, None] = {}
    waiting = list(measures)
    while waiting:
        key = waiting.pop(0)
        if key in wanted or key not in vocabulary.measures:
            continue
        wanted[key] = None
        formula = vocabulary.measures[key].formula
        waiting += formula.inputs if formula else ()
        waiting += ("shares_in_issue",) if key == "market_value" else ()
    return tuple(wanted)


PRICED = frozenset({"market_value", "share_price", "price_return", "drawdown"})
"""Measures that are read off or derived from daily prices."""


def needs_of(plan: Plan, vocabulary: Vocabulary) -> Needs:
    """Returns the facts that a plan's companies and measures rest on."""
    measures = inputs_of(plan.measures, vocabulary)
    companies = plan.companies or tuple(vocabulary.companies)
    locked = any(f is not None and "holdings" in f.inputs for f in (vocabulary.measures[m].formula for m in measures))
    if locked and "shares_in_issue" not in measures:
        measures = (*measures, "shares_in_issue")
    return Needs(companies, measures, bars=any(m in PRICED for m in measures), holdings=locked)
