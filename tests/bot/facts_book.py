"""The shipped facts as one FactBook, and small books made by hand, for tests of the core."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path

from bot.analysis.figures import Evidence
from bot.analysis.moments import Moment
from bot.days import AsOf, Day, Instant
from bot.facts.book import FactBook
from bot.facts.measures import Carry, Formula, Measure, UnitKind
from bot.facts.records import Bar, Bars, Claim, Company, Listing, Qualifier, Source, SourceKind
from bot.quantities import Quantity, Range, quantity
from bot.text import Name

FACTS = Path(__file__).parents[2] / "data" / "facts"
CALENDAR_YEAR = "12-31"


class FixedRates:
    """Rates for one euro that never change, published every day up to the last one."""

    def __init__(self, last: Day | None = None, **per_euro: str) -> None:
        self._last = last
        self._rates = {"EUR": Decimal(1), **{c: Decimal(v) for c, v in per_euro.items()}}

    def per_euro(self, currency: str, day: Day) -> tuple[Decimal, Day] | None:
        found = self._rates.get(currency)
        return None if found is None else (found, min(day, self._last) if self._last else day)

    def average_per_euro(self, currency: str, first: Day, last: Day) -> Decimal | None:
        return None if self._last and last > self._last else self._rates.get(currency)

    def currencies(self) -> frozenset[str]:
        return frozenset(self._rates)


EURO_RATES = FixedRates(USD="1.1", HKD="8.58", CNY="7.7")


def at(day: str, known_at: str | None = None) -> Moment:
    """Returns the moment of a day long past, so that every session up to it has closed."""
    valid, known = Day.of(day), Day.of(known_at or "2026-12-31")
    return Moment(valid, known, Instant.of("2027-01-01T00:00:00Z"), replayed=known_at is not None)


def source(kind: SourceKind = "press", key: str = "a-source") -> Source:
    return Source(key, kind, "Publisher", "Title", "https://example.com/")


def claim(
    ident: str,
    company: str,
    measure: str,
    value: Quantity | Range | Day,
    as_of: str,
    *,
    basis: str = "as_stated",
    known_at: str | None = None,
    scope: str = "",
    qualifier: Qualifier = "exact",
    kind: SourceKind = "press",
    supersedes: str = "",
) -> Claim:
    period = AsOf.of(as_of)
    known = Day.of(known_at) if known_at else period.end
    return Claim(
        ident, company, measure, value, period, scope, basis, None, qualifier, "press", source(kind), known,
        "stated", None, supersedes,
    )  # fmt: skip


def measure(
    key: str,
    unit: UnitKind = "money",
    carry: Carry = "mark",
    formula: Formula | None = None,
    carry_days: int | None = None,
) -> Measure:
    return Measure(key, unit, carry, Name(key), Name(key), Name(key), formula=formula, carry_days=carry_days)


MEASURES: Mapping[str, Measure] = {
    "market_value": measure("market_value", formula=Formula("market_value", ("share_price", "shares_in_issue"))),
    "share_price": measure("share_price", "price", "point"),
    "shares_in_issue": measure("shares_in_issue", "shares", "level"),
    "run_rate_revenue": measure("run_rate_revenue", "money", "level", carry_days=120),
    "revenue": measure("revenue", "money", "period"),
    "revenue_growth": measure("revenue_growth", "ratio", "period"),
    "users": measure("users", "count", "level"),
}


def listed(company: str, on: str | None, offer: str | None = None, currency: str = "HKD") -> Listing:
    price = Decimal(offer) if offer else None
    return Listing(company, f"{company}.HK", "XHKG", Day.of(on) if on else None, price, currency, "Asia/Hong_Kong")


def sessions(listing: Listing, closes: Mapping[str, str]) -> Bars:
    return Bars(listing, tuple(Bar(Day.of(day), Decimal(close)) for day, close in closes.items()))


def book(claims: Iterable[Claim] = (), bars: Iterable[Bars] = (), listings: Iterable[Listing] = ()) -> FactBook:
    grouped: dict[tuple[str, str], tuple[Claim, ...]] = {}
    for one in claims:
        key = (one.company, one.measure)
        grouped[key] = (*grouped.get(key, ()), one)
    traded = {b.listing.ticker: b for b in bars}
    every: dict[str, tuple[Listing, ...]] = {}
    for listing in (*listings, *(b.listing for b in traded.values())):
        every[listing.company] = (*every.get(listing.company, ()), listing)
    return FactBook(measures=MEASURES, listings=every, claims=grouped, bars=traded)


def evidence(claims: Iterable[Claim] = (), bars: Iterable[Bars] = ()) -> Evidence:
    return Evidence(book(claims, bars), EURO_RATES)


@cache
def shipped() -> FactBook:
    """Returns everything under data/facts that series and figures are made of."""
    sources = {
        row["source"]: Source(row["source"], row["kind"], row["publisher"], row["title"], row["url"])  # type: ignore[arg-type]
        for row in _rows("sources.csv")
    }
    companies = {row["company"]: _company(row) for row in _rows("companies.csv")}
    claims: dict[tuple[str, str], list[Claim]] = {}
    for path in sorted((FACTS / "claims").glob("*.csv")):
        for row in _rows(f"claims/{path.name}"):
            one = _claim(row, companies[path.stem], sources)
            claims.setdefault((one.company, one.measure), []).append(one)
    listings: dict[str, tuple[Listing, ...]] = {}
    bars: dict[str, Bars] = {}
    for row in _rows("listings.csv"):
        listing = _listing(row)
        listings[listing.company] = (*listings.get(listing.company, ()), listing)
        if (FACTS / "bars" / f"{listing.ticker}.csv").exists():
            bars[listing.ticker] = Bars(listing, _bars(listing.ticker))
    grouped = {key: tuple(found) for key, found in claims.items()}
    return FactBook(companies, _measures(), listings, grouped, bars, sources)


def _rows(name: str) -> Sequence[Mapping[str, str]]:
    with (FACTS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _company(row: Mapping[str, str]) -> Company:
    return Company(
        row["company"],
        Name(row["name"], row["name_zh"]),
        Name(row["legal_name"], row["legal_name_zh"]),
        row["status"],
        row["route"],
        row["reporting_currency"],
        row["fiscal_year_end"],
    )


def _claim(row: Mapping[str, str], company: Company, sources: Mapping[str, Source]) -> Claim:
    return Claim(
        row["claim"],
        company.key,
        row["measure"],
        _value(row),
        AsOf.of(row["as_of"], company.fiscal_year_end or CALENDAR_YEAR),
        row["scope"],
        row["basis"],
        {"yes": True, "no": False}.get(row["audited"]),
        row["qualifier"],  # type: ignore[arg-type]
        row["stated_by"],  # type: ignore[arg-type]
        sources[row["source"]],
        Day.of(row["known_at"]),
        row["known_at_basis"],  # type: ignore[arg-type]
        Day.of(row["retrieved_at"]) if row["retrieved_at"] else None,
        row["supersedes"],
    )


def _value(row: Mapping[str, str]) -> Quantity | Range | Day:
    if row["unit"] == "date":
        return Day.of(row["value"])
    low, high = (quantity(Decimal(row[end]), row["unit"]) if row[end] else None for end in ("low", "high"))
    return quantity(Decimal(row["value"]), row["unit"]) if row["value"] else Range(low, high)


def _listing(row: Mapping[str, str]) -> Listing:
    return Listing(
        row["company"],
        row["ticker"],
        row["venue"],
        Day.of(row["listed_on"]) if row["listed_on"] else None,
        Decimal(row["offer_price"]) if row["offer_price"] else None,
        row["currency"],
        row["zone"],
    )


def _bars(ticker: str) -> tuple[Bar, ...]:
    return tuple(
        Bar(Day.of(row["session"]), Decimal(row["close"]), source=row["source"]) for row in _rows(f"bars/{ticker}.csv")
    )


def _measures() -> Mapping[str, Measure]:
    with (FACTS / "measures.toml").open("rb") as file:
        declared = tomllib.load(file)["measure"]
    return {
        key: measure(
            key,
            row["unit"],
            row["carry"],
            Formula(row["operation"], tuple(row["inputs"]), row.get("max_lag_days")) if "operation" in row else None,
            row.get("carry_days"),
        )
        for key, row in declared.items()
    }
