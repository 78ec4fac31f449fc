"""Shares in issue, splits and dividends as EODHD writes them, read without believing them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from adapters.market.reading import number
from bot.days import Day
from bot.facts.offers import Action, Count
from bot.facts.records import Listing

UNREAD = (ValueError, KeyError, TypeError, AttributeError, InvalidOperation)
"""What reading raises for a document of another shape."""


def counts_of(vendor: str, listing: Listing, sent: str) -> Iterator[Count]:
    """Yields the counts of a JSON object of objects with dateFormatted and shares."""
    for row in _read(sent).values():
        yield Count(vendor, listing.ticker, _day(row["dateFormatted"]), int(_wanted(row["shares"])))


def splits_of(vendor: str, listing: Listing, sent: str) -> tuple[Action, ...]:
    """Returns the splits of a JSON list of objects with date and split, as in 5.000000/1.000000."""
    return tuple(Action(vendor, listing.ticker, _day(r["date"]), "split", _ratio(r["split"])) for r in _read(sent))


def dividends_of(vendor: str, listing: Listing, sent: str) -> tuple[Action, ...]:
    """Returns the dividends of a JSON list of objects with date, unadjustedValue, value and currency.

    One in another currency than the listing's is left out: what it comes to is not said.
    """
    rows = [row for row in _read(sent) if row.get("currency") in (None, "", listing.currency)]
    paid = [(row["date"], row.get("unadjustedValue") or row["value"]) for row in rows]
    return tuple(Action(vendor, listing.ticker, _day(day), "dividend", _wanted(value)) for day, value in paid)


def _read(sent: str) -> Any:  # noqa: ANN401
    return json.loads(sent, parse_float=Decimal, parse_int=Decimal)


def _day(iso: str) -> Day:
    return Day(date.fromisoformat(iso))


def _wanted(value: Any) -> Decimal:  # noqa: ANN401
    found = number(value)
    if found is None:
        raise ValueError("a number is missing")
    return found


def _ratio(written: str) -> Decimal:
    after, _, before = written.partition("/")
    return _wanted(after) / _wanted(before or 1)
