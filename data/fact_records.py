"""Rows of the fact tables as the core's own records."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import RowMapping as Row

from bot.days import AsOf, Day
from bot.facts.records import Bar, Claim, Company, Holding, Listing, Source
from bot.quantities import Quantity, Range, quantity
from bot.text import Name
from data.amounts import MONEY_SCALE, PRICE_SCALE, restored, scale_of


def company_of(row: Row) -> Company:
    """Returns the company of a row."""
    return Company(
        row["key"],
        Name(row["name"], row["name_zh"]),
        Name(row["legal_name"], row["legal_name_zh"]),
        row["status"],
        row["route"],
        row["reporting_currency"],
        row["fiscal_year_end"],
    )


def listing_of(row: Row) -> Listing:
    """Returns the listing of a row."""
    return Listing(
        row["company"],
        row["ticker"],
        row["venue"],
        _day(row["listed_on"]),
        _price(row["offer_price"]),
        row["currency"],
        row["zone"],
    )


def source_of(row: Row) -> Source:
    """Returns the source of a row."""
    return Source(row["key"], row["kind"], row["publisher"], row["title"], row["url"])


def claim_of(row: Row, source: Source) -> Claim:
    """Returns the claim of a row, with the source it names."""
    return Claim(
        id=row["id"],
        company=row["company"],
        measure=row["measure"],
        value=_stated(row),
        as_of=AsOf(row["as_of"], Day(row["as_of_start"]), Day(row["as_of_end"]), row["as_of_precision"]),
        scope=row["scope"],
        basis=row["basis"],
        audited=row["audited"],
        qualifier=row["qualifier"],
        stated_by=row["stated_by"],
        source=source,
        known_at=Day(row["known_at"]),
        known_at_basis=row["known_at_basis"],
        retrieved_at=_day(row["retrieved_at"]),
        supersedes=row["supersedes"],
        workspace=row["workspace"],
        note=row["note"],
    )


def bar_of(row: Row) -> Bar:
    """Returns the session of a row."""
    return Bar(
        session=Day(row["session"]),
        close=restored(row["close"], PRICE_SCALE),
        open=_price(row["open"]),
        high=_price(row["high"]),
        low=_price(row["low"]),
        volume=row["volume"],
        turnover=_number(row["turnover"], MONEY_SCALE),
        source=row["source"],
    )


def holding_of(row: Row, source: Source, published_on: str = "") -> Holding:
    """Returns one line of a lock-up list, with the source it names and the day that was published.

    Its id says where in the list it stands.
    """
    shares, percent = scale_of("shares"), scale_of("points")
    return Holding(
        id=f"holding:{row['company']}:{row['position']}",
        company=row["company"],
        holder=row["holder"],
        row_type=row["row_type"],
        holder_class=row["holder_class"],
        shares=_number(row["shares"], shares),
        share_class=row["share_class"],
        tradable=row["tradable"],
        percent_at_listing=_number(row["pct_of_issued"], percent),
        shares_at_listing=_number(row["pct_base"], shares),
        last_locked_day=_day(row["last_locked_day"]),
        first_free_day=_day(row["first_free_day"]),
        first_session=_day(row["first_session"]),
        date_status=row["date_status"],
        rule=row["rule"],
        source=source,
        note=row["note"],
        layer=row["rule_layer"],
        known_at=_published(published_on),
    )


def _published(text: str) -> Day | None:
    return AsOf.of(text).end if text else None


def _stated(row: Row) -> Quantity | Range | Day:
    if row["day"] is not None:
        return Day(row["day"])
    unit = row["unit"]
    value = _quantity(row["value"], unit)
    return value if value is not None else Range(_quantity(row["low"], unit), _quantity(row["high"], unit))


def _quantity(whole: int | None, unit: str) -> Quantity | None:
    return None if whole is None else quantity(restored(whole, scale_of(unit)), unit)


def _price(whole: int | None) -> Decimal | None:
    return _number(whole, PRICE_SCALE)


def _number(whole: int | None, scale: int) -> Decimal | None:
    return None if whole is None else restored(whole, scale)


def _day(found: date | None) -> Day | None:
    return None if found is None else Day(found)
