"""From rows of metrics, valuations, listings and share counts to figures that a source stated (drafts of claims)."""

from __future__ import annotations

from collections.abc import Mapping as Dict
from dataclasses import dataclass, field
from decimal import Decimal

from bot.days import AsOf, Day
from data.research_mapping import Mapping
from data.research_rows import BadCellError, LeftOutError, Row, as_of, day, number
from data.research_sources import SourceEntry, Sources

PERIODS = ("quarter", "half", "nine_months", "year")


@dataclass(frozen=True, slots=True)
class Draft:
    """One figure of one source, before it has an id."""

    company: str
    measure: str
    value: str
    low: str
    high: str
    unit: str
    as_of: AsOf
    scope: str
    basis: str
    audited: str
    qualifier: str
    stated_by: str
    source: str
    known_at: str
    known_at_basis: str
    note: str
    row: Row

    @property
    def identity(self) -> tuple[str, ...]:
        """Returns what makes two figures the same statement, so that another value corrects the earlier one."""
        return (self.measure, self.as_of.label, self.scope, self.basis, self.source)

    @property
    def content(self) -> tuple[str, ...]:
        """Returns what the statement says; a change in any of it is a new claim."""
        return (
            *(self.value, self.low, self.high, self.unit, self.audited, self.qualifier, self.stated_by),
            *(self.known_at, self.known_at_basis),
        )


@dataclass(frozen=True, slots=True)
class Prices:
    """What is needed to tell a stated market value from one that was computed from a price and a share count."""

    closes: Dict[tuple[str, str], Decimal]
    share_counts: Dict[str, list[tuple[str, Decimal]]]

    def market_cap(self, company: str, iso: str) -> Decimal | None:
        """Returns close x shares in issue of a day, or None where one of them is missing."""
        close = self.closes.get((company, iso))
        counts = [shares for since, shares in self.share_counts.get(company, []) if since <= iso]
        return close * counts[-1] if close is not None and counts else None


@dataclass(frozen=True, slots=True)
class ClaimReader:
    """Makes drafts of claims, one method for each kind of row; each raises BadCellError or LeftOutError."""

    mapping: Mapping
    sources: Sources
    fiscal_year_ends: Dict[str, str]
    tickers: Dict[str, str]
    prices: Prices
    retrieved_at: str
    drafted_prices: set[tuple[str, str, str]] = field(default_factory=set)

    def metric(self, row: Row) -> Draft:
        """Returns the figure of a row of metrics.csv; `low` and `high` are optional columns for a range."""
        row = self.mapping.corrected(row)
        measure = self.mapping.measure(row.need("measure"))
        period = self._as_of(row, "period_or_as_of")
        source = self.sources.entry(row)
        known = self._known_at(row["published_on"], source, period, self._wait(measure, period))
        return self._draft(
            row,
            measure,
            period,
            source,
            known,
            unit=self.mapping.unit(measure, row.need("unit")),
            scope=self.mapping.scope(measure, row["scope"]),
            basis=row["basis"],
            stated_by=row["stated_by"],
            audited=row["audited"],
            column="value",
        )

    def valuation(self, row: Row) -> Draft:
        """Returns the market value of a row of valuations.csv, unless it was computed from a price."""
        row = self.mapping.corrected(row)
        kind, stated_by = row.need("kind"), row.need("stated_by")
        period = self._as_of(row, "as_of")
        if stated_by == "estimate" and kind == "offer_value":
            raise LeftOutError("computed-from-offer-price")
        if stated_by == "estimate" and kind in self.mapping.price_bases:
            computed = self.prices.market_cap(row["company"], period.end.iso)
            # A vendor's own estimate of the same day stands in another currency or is rounded, and stays a claim.
            if computed is not None and abs(computed - Decimal(number(row, "amount") or 0)) <= 1:
                raise LeftOutError("computed-from-close")
        source = self.sources.entry(row)
        return self._draft(
            row,
            "market_value",
            period,
            source,
            self._known_at(row["published_on"], source, period, 0),
            unit=self.mapping.unit("market_value", row.need("currency")),
            basis=kind,
            stated_by=stated_by,
            column="amount",
            qualifier="mismatch" if row["check"] == "mismatch" else row["qualifier"],
        )

    def quote(self, row: Row) -> Draft:
        """Returns the share price printed beside a market value, where no bar of that session is stored."""
        row = self.mapping.corrected(row)
        kind, period = row["kind"], self._as_of(row, "as_of")
        company = row["company"]
        priced = row["price"] and kind in self.mapping.price_bases and company in self.tickers
        if not priced or period.precision != "day" or (company, period.label) in self.prices.closes:
            raise LeftOutError("no-quote")
        source = self.sources.entry(row)
        basis = {"market_cap_open": "open", "market_cap_intraday": "intraday"}.get(kind, "close")
        mark = (company, period.label, source.source)
        if mark in self.drafted_prices:
            raise LeftOutError("quoted-by-listing")
        return self._draft(
            row,
            "share_price",
            period,
            source,
            self._known_at(row["published_on"], source, period, 0),
            unit=self.mapping.unit("share_price", row.need("currency")),
            basis=basis,
            stated_by=row.need("stated_by"),
            column="price",
            qualifier="exact",
        )

    def listing(self, row: Row) -> Draft:
        """Returns the figure of a row of listings.csv, unless it is a text or a price that a bar already holds."""
        row = self.mapping.corrected(row)
        name = row.need("field")
        if name not in self.mapping.listing_fields:
            raise BadCellError("unknown-field", name)
        rule = self.mapping.listing_fields[name]
        if "left_out" in rule:
            raise LeftOutError(rule["left_out"])
        measure = self.mapping.measure(rule["measure"])
        period = self._as_of(row, "as_of")
        if measure == "share_price" and (row["company"], period.label) in self.prices.closes:
            raise LeftOutError("held-by-bar")
        source = self.sources.entry(row)
        if measure == "share_price":
            self.drafted_prices.add((row["company"], period.label, source.source))
        return self._draft(
            row,
            measure,
            period,
            source,
            self._announced(source, period),
            unit=self.mapping.unit(measure, row.need("unit")),
            scope=rule.get("scope", ""),
            basis=rule.get("basis", ""),
            stated_by=_speaker(source),
            column="value",
            qualifier="about" if row["precision"] == "rounded" else "exact",
        )

    def share_count(self, row: Row, column: str) -> Draft:
        """Returns one count of a row of share_counts.csv: all shares, or a part named by the column."""
        row = self.mapping.corrected(row)
        if not row[column]:
            raise LeftOutError("no-count")
        scope = self.mapping.share_columns[column]
        period = AsOf.day(Day.of(day(row, "from_date") or row.need("from_date")))
        source = self.sources.entry(row)
        computed = scope == "h_or_class_a" and "computed" in row["note"]
        return self._draft(
            row,
            "shares_in_issue",
            period,
            source,
            self._announced(source, period),
            unit="shares",
            scope=scope,
            stated_by="estimate" if computed else _speaker(source),
            column=column,
        )

    def _as_of(self, row: Row, column: str) -> AsOf:
        company = row.need("company")
        if company not in self.fiscal_year_ends:
            raise BadCellError("unknown-company", company)
        return as_of(row, column, self.fiscal_year_ends[company] or "12-31")

    def _draft(
        self,
        row: Row,
        measure: str,
        period: AsOf,
        source: SourceEntry,
        known: tuple[str, str],
        *,
        unit: str,
        stated_by: str,
        column: str,
        scope: str = "",
        basis: str = "",
        audited: str = "",
        qualifier: str | None = None,
    ) -> Draft:
        if audited not in ("", "yes", "no"):
            raise BadCellError("unknown-audited", audited)
        value = day(row, column) if unit == "date" else number(row, column)
        low, high = number(row, "low"), number(row, "high")
        if bool(value) == bool(low or high):
            raise BadCellError("value-or-range", column)
        if low and high and Decimal(low) > Decimal(high):
            raise BadCellError("range-upside-down", f"{low} {high}")
        return Draft(
            company=row["company"],
            measure=measure,
            value=value,
            low=low,
            high=high,
            unit=unit,
            as_of=period,
            scope=scope,
            basis=self.mapping.basis(basis),
            audited=audited,
            qualifier=self.mapping.qualifier(row["qualifier"] if qualifier is None else qualifier),
            stated_by=self.mapping.speaker(stated_by),
            source=source.source,
            known_at=known[0],
            known_at_basis=known[1],
            note=self.mapping.note(row["note"]),
            row=row,
        )

    def _wait(self, measure: str, period: AsOf) -> int:
        """Returns how many days after its period a figure without a date is taken to be public: only results wait."""
        waits = self.mapping.measures[measure].carry == "period" and period.precision in PERIODS
        return self.mapping.results_days if waits else 0

    def _known_at(self, published: str, source: SourceEntry, period: AsOf, wait: int) -> tuple[str, str]:
        """Returns the day a figure became public and how that is known.

        The day a collection was compiled says nothing about when its figures became public, so it is passed over.
        """
        compiled = source.kind == "compilation" and published == source.published_on
        if published and not compiled:
            try:
                said = AsOf.of(published)
            except ValueError:
                raise BadCellError("not-a-day", f"published_on={published}") from None
            return said.end.iso, "stated" if said.precision == "day" else "assumed"
        assumed = period.end.plus(wait).iso
        # A target for a day to come was known at the latest when it was read.
        read = self.retrieved_at
        return (assumed, "assumed") if assumed <= read else (read, "retrieved")

    def _announced(self, source: SourceEntry, period: AsOf) -> tuple[str, str]:
        """Returns when the terms of a listing or a share count became public: with the announcement, if it is one.

        A return or a report that mentions a count much later did not announce it; then the day itself is assumed.
        """
        announced = source.published_on if source.kind != "compilation" else ""
        if announced and announced <= period.end.plus(self.mapping.announcement_days).iso:
            return announced, "stated"
        return period.end.iso, "assumed"


def _speaker(source: SourceEntry) -> str:
    return {"exchange_filing": "filing", "company": "company"}.get(source.kind, "press")
