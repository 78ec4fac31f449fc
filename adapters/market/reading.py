"""What vendors send, read without believing it: whatever cannot be read becomes an offer that says so."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from bot.days import Day, Instant
from bot.facts.offers import Offer
from bot.facts.records import Listing

LONGEST_TEXT = 200
"""Characters of what a vendor sent that an offer carries."""

LARGEST = Decimal(10) ** 12
"""No price is larger in any currency, and no share trades as often in a day."""


def unreadable(vendor: str, ticker: str, sent: str) -> Offer:
    """Returns the offer that stands for something that could not be read."""
    return Offer(vendor, ticker, None, None, text=sent.strip()[:LONGEST_TEXT])


def from_json(vendor: str, ticker: str, sent: str, currency: str = "") -> tuple[Offer, ...]:
    """Returns the sessions of a JSON list of objects with date or session, open, high, low, close, volume.

    A page in place of JSON, and anything in it that is no such object, becomes an unreadable offer.
    """
    try:
        document = json.loads(sent, parse_float=Decimal, parse_int=Decimal)
    except ValueError:
        return (unreadable(vendor, ticker, sent),)
    if not isinstance(document, list):
        return (unreadable(vendor, ticker, sent),)
    return tuple(_offer(vendor, ticker, row, currency) for row in document)


def quote_from_json(vendor: str, listing: Listing, sent: str) -> Offer:
    """Returns the quote of a JSON object with close and timestamp, in seconds since 1970; else an unreadable offer."""
    try:
        row = json.loads(sent, parse_float=Decimal, parse_int=Decimal)
        return quoted(vendor, listing, row["close"], float(row["timestamp"]), listing.currency, sent)
    except (ValueError, TypeError, KeyError, OverflowError):
        return unreadable(vendor, listing.ticker, sent)


def quoted(vendor: str, listing: Listing, price: Any, seconds: float, currency: str, sent: str = "") -> Offer:  # noqa: ANN401
    """Returns a quote, unreadable where it has no number for a price."""
    at = Instant(datetime.fromtimestamp(seconds, UTC))
    try:
        found = number(price)
    except InvalidOperation:
        found = None
    if found is None:
        return unreadable(vendor, listing.ticker, sent or str(price))
    text = sent.strip()[:LONGEST_TEXT]
    return Offer(vendor, listing.ticker, at.day_in(listing.zone), found, currency=currency, text=text, at=at)


def from_csv(vendor: str, sent: str, listings: Mapping[str, str]) -> tuple[Offer, ...]:
    """Returns the sessions of a CSV file with the columns ticker, session, open, high, low, close, volume, currency.

    `listings` gives the currency of each ticker, for rows that name none. Without the columns that a price needs the
    whole text is one unreadable offer.
    """
    rows = csv.DictReader(io.StringIO(sent.removeprefix("\ufeff")))
    if not {"ticker", "session", "close"} <= set(rows.fieldnames or ()):
        return (unreadable(vendor, "", sent),)
    return tuple(_offer(vendor, str(row["ticker"]), row, listings.get(str(row["ticker"]), "")) for row in rows)


def of_ticker(offers: Iterable[Offer], ticker: str, first: Day, last: Day) -> tuple[Offer, ...]:
    """Returns the offers of one listing from a day on, with those that could not be read at all.

    The session that may be running on the day after `last` was not asked for; any later day is a fault to be seen.
    """
    asked = (o for o in offers if o.ticker in (ticker, "") and (o.session is None or o.session >= first))
    return tuple(o for o in asked if o.session is None or o.session <= last or o.session > last.plus(1))


def _offer(vendor: str, ticker: str, row: Any, currency: str) -> Offer:  # noqa: ANN401
    if not isinstance(row, Mapping):
        return unreadable(vendor, ticker, str(row))
    text = json.dumps(row, default=str, ensure_ascii=False)[:LONGEST_TEXT]
    try:
        session = Day(date.fromisoformat(str(row.get("session") or row.get("date"))))
        close, first, high, low = (number(row.get(name)) for name in ("close", "open", "high", "low"))
        volume = number(row.get("volume"))
    except (ValueError, InvalidOperation):
        return Offer(vendor, ticker, None, None, text=text)
    return Offer(
        vendor,
        ticker,
        session,
        close,
        first,
        high,
        low,
        volume=None if volume is None else int(volume),
        currency=str(row.get("currency") or currency),
        text=text,
    )


def number(value: Any) -> Decimal | None:  # noqa: ANN401
    """Returns a number that a vendor sent, None where it sent none.

    Raises InvalidOperation for what is no number, and for one larger than any price or volume can be.
    """
    if value is None or value == "":
        return None
    found = Decimal(str(value))
    if not found.is_finite() or abs(found) > LARGEST:
        raise InvalidOperation
    return found
