"""The last price within a session of each listing and vendor, and for which listings anybody would want one.

Quotes are kept apart from closes: none becomes one, and of each vendor only the last is there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from bot.clock import Clock
from bot.days import Instant
from bot.facts.offers import Offer
from bot.facts.records import Listing, Quote
from bot.quantities import Money
from data.amounts import PRICE_SCALE, restored, stored
from data.database import Database
from data.fact_records import listing_of
from data.loading import upsert
from data.market_tables import QuoteRow
from data.restating import Splits
from data.rule_tables import SeriesInputRow, TickRow
from data.seals import intact
from data.tables import CompanyUseRow, ListingRow, table
from data.vendors import source_of

QUOTES: Final = "quotes"
"""The name of the mark that moves with every new quote. It is not the one of prices: no rule waits for a quote."""


class QuoteStore:
    """Quotes of vendors, the last of each listing."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    def wanted(self) -> tuple[Listing, ...]:
        """Returns the listings of companies that a rule watches or a workspace has asked about, by ticker."""
        listing, watched, asked = table(ListingRow), table(SeriesInputRow), table(CompanyUseRow)
        companies = select(watched.c.company).union(select(asked.c.company))
        query = select(listing).where(listing.c.company.in_(companies)).order_by(listing.c.ticker)
        return self._database.read_now(lambda c: tuple(listing_of(row) for row in intact(c, ListingRow, query)))

    def keep(self, quotes: Sequence[Offer]) -> int:
        """Keeps the quotes that are newer than the vendor's last one, and returns how many were."""
        row = table(QuoteRow)

        def write(connection: Connection) -> int:
            query = select(row.c.ticker, row.c.vendor, row.c.at).where(row.c.ticker.in_({q.ticker for q in quotes}))
            held = {(ticker, vendor): at for ticker, vendor, at in connection.execute(query)}
            rows = [_row(q) for q in quotes]
            new = [
                r for r in rows if (r["ticker"], r["vendor"]) not in held or held[r["ticker"], r["vendor"]] < r["at"]
            ]
            if new:
                upsert(connection, QuoteRow, new)
                _mark(connection, self._clock)
            return len(new)

        return self._database.write_now(write) if quotes else 0


def quotes_of(rows: Iterable[Row[Any]], listings: Iterable[Listing], splits: Splits) -> dict[str, tuple[Quote, ...]]:
    """Returns kept quotes by company, as answering takes them."""
    by_ticker: Mapping[str, Listing] = {listing.ticker: listing for listing in listings}
    found: dict[str, list[Quote]] = defaultdict(list)
    for row in rows:
        listing = by_ticker[row.ticker]
        value = Money(restored(row.price, PRICE_SCALE), listing.currency)
        name = f"quote:{row.ticker}@{row.vendor}"
        quote = Quote(listing.company, value, Instant(row.at), listing.zone, source_of(row.vendor), name)
        found[listing.company].append(splits.quote(quote))
    return {company: tuple(quotes) for company, quotes in found.items()}


def _row(offer: Offer) -> dict[str, Any]:
    assert offer.close is not None
    assert offer.at is not None
    price = stored(round(offer.close, PRICE_SCALE), PRICE_SCALE)
    return {"ticker": offer.ticker, "vendor": offer.vendor, "price": price, "at": offer.at.at}


def _mark(connection: Connection, clock: Clock) -> None:
    row = table(TickRow)
    before = connection.scalar(select(row.c.mark).where(row.c.name == QUOTES))
    upsert(connection, TickRow, [{"name": QUOTES, "at": clock.now().at, "mark": str(int(before or 0) + 1)}])
