"""What the fact base is made of: companies, listings, sources, claims and bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal
from zoneinfo import ZoneInfo

from bot.days import AsOf, Day, Instant
from bot.quantities import Money, Quantity, Range
from bot.text import Name

SourceKind = Literal[
    "workspace", "exchange_filing", "company", "regulator", "wire", "press", "broker", "compilation", "article"
]
Qualifier = Literal["exact", "about", "at_least", "more_than", "nearly", "mismatch"]
StatedBy = Literal["filing", "company", "press", "estimate", "workspace"]
KnownAtBasis = Literal["stated", "assumed", "retrieved"]

SOURCE_RANK: tuple[SourceKind, ...] = (
    "workspace",
    "exchange_filing",
    "company",
    "regulator",
    "wire",
    "press",
    "broker",
    "compilation",
    "article",
)
"""Whose word counts first within one as-of date (DESIGN section 4); what a team recorded itself ranks first for it."""


@dataclass(frozen=True, slots=True)
class Company:
    """A subject of comparison, listed or not. `key` is its stable name in files, plans and databases."""

    key: str
    name: Name
    legal_name: Name
    status: str
    route: str
    reporting_currency: str
    fiscal_year_end: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A company's shares on one exchange; `venue` is the exchange's ISO 10383 code, `zone` an IANA name."""

    company: str
    ticker: str
    venue: str
    listed_on: Day | None
    offer_price: Decimal | None
    currency: str
    zone: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure was published; `url` is empty for a text that has no public address, never the title."""

    key: str
    kind: SourceKind
    publisher: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure that one source stated, with the day it speaks of and the day it became public.

    `scope` is empty for the whole company; `workspace` is empty for shipped facts and names the team for its own.
    """

    id: str
    company: str
    measure: str
    value: Quantity | Range | Day
    as_of: AsOf
    scope: str
    basis: str
    audited: bool | None
    qualifier: Qualifier
    stated_by: StatedBy
    source: Source
    known_at: Day
    known_at_basis: KnownAtBasis
    retrieved_at: Day | None
    supersedes: str = ""
    workspace: str = ""
    note: str = ""

    @property
    def rank(self) -> int:
        """Returns the rank of the kind of source, 0 for the one whose word counts first."""
        return SOURCE_RANK.index(self.source.kind)


@dataclass(frozen=True, slots=True)
class Bar:
    """One session of one listing, in the listing's currency; volume in shares. Only the close is always known."""

    session: Day
    close: Decimal
    open: Decimal | None = None
    high: Decimal | None = None
    low: Decimal | None = None
    volume: int | None = None
    turnover: Decimal | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """The sessions of one listing, oldest first."""

    listing: Listing
    sessions: Sequence[Bar]


@dataclass(frozen=True, slots=True)
class Quote:
    """A price within a session that still ran, or what it makes of the company: provisional, until the close is there.

    `value` is for one share, or for all where it was worked out for them; `zone` is the exchange's.
    """

    company: str
    value: Money
    at: Instant
    zone: str
    source: Source
    id: str

    @property
    def day(self) -> Day:
        """Returns the exchange's own day."""
        return self.at.day_in(self.zone)

    @property
    def clock(self) -> str:
        """Returns the hour and minute on the exchange's wall, as in 10:32."""
        return f"{self.at.at.astimezone(ZoneInfo(self.zone)):%H:%M}"


@dataclass(frozen=True, slots=True)
class Deed:
    """A split or a dividend as a vendor reports it; `amount` is the shares that one became, or money for each.

    A split that is `taken` was let in by a person: from its day on prices are in the shares of before it.
    """

    company: str
    day: Day
    kind: Literal["split", "taken", "dividend"]
    amount: Decimal | Money
    source: Source


@dataclass(frozen=True, slots=True)
class Holding:
    """One holder's locked shares as a filing lists them, or a stated total of such rows (never added to them).

    `percent_at_listing` is the filing's own figure in percent; `first_free_day` is None where only a condition is
    stated. `known_at` is the day its source was published, None where that is not known: then it is always used.
    """

    id: str
    company: str
    holder: str
    row_type: Literal["holder", "total", "class_split", "supply_event"]
    holder_class: str
    shares: Decimal | None
    share_class: str
    tradable: str
    percent_at_listing: Decimal | None
    shares_at_listing: Decimal | None
    last_locked_day: Day | None
    first_free_day: Day | None
    first_session: Day | None
    date_status: str
    rule: str
    source: Source
    note: str = ""
    layer: str = ""
    known_at: Day | None = None

    @property
    def needs_conversion(self) -> bool:
        """Decides whether the shares have to be converted before any exchange trades them."""
        return self.tradable == "after conversion"

    def known(self, day: Day) -> bool:
        """Decides whether the line was public on a day."""
        return self.known_at is None or self.known_at <= day


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone whose words are kept, with the ways to write the name; no company of the base."""

    key: str
    name: Name
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of a statement, as readers are told it, declared in data.

    `against` says that it speaks against what was said; `aliases` are the words it is asked for by.
    """

    key: str
    aliases: tuple[str, ...] = ()
    against: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that was said or predicted, by whom, by when it has to show, and what became of it.

    `verdict` is the key of a Standing and holds from `resolved_on`; before that day nobody could know it. `found` says
    how it was checked. `stated_on` is None where no source gives a day; `in_article` marks what the article of 25 June
    2026 says or quotes.
    """

    id: str
    companies: tuple[str, ...]
    kind: str
    said: Name
    speaker: Speaker
    stated_on: AsOf | None
    due_on: Day | None
    verdict: str
    against: bool
    resolved_on: Day | None
    found: Name | None
    source: Source
    in_article: bool = False

    def known(self, day: Day) -> bool:
        """Decides whether the statement was public on a day; one without a day of its own from its verdict on."""
        first = self.stated_on.end if self.stated_on else self.resolved_on or self.due_on
        return first is None or first <= day

    def settled(self, day: Day) -> bool:
        """Decides whether the verdict could be known on a day."""
        return self.resolved_on is None or self.resolved_on <= day
