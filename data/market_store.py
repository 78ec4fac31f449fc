"""Prices from vendors: what was believed, beside the shipped sessions, and what is kept aside until a person looks."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, RowMapping, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.clock import Clock
from bot.days import Day, Instant
from bot.facts.offers import Offer, Quarantined, Suspicion
from bot.facts.records import Bar, Listing
from data.amounts import PRICE_SCALE, restored, stored
from data.database import Database
from data.fact_records import bar_of, listing_of
from data.market_tables import OfferRow, QuarantineRow
from data.tables import BarRow, ListingRow, table

LONGEST_TEXT = 400
"""Characters kept of what a vendor sent: enough to see what it was."""


class MarketStore:
    """Offers of vendors, believed and not."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    def listings(self) -> tuple[Listing, ...]:
        """Returns every listing, by ticker."""
        row = table(ListingRow)
        query = select(row).order_by(row.c.ticker)
        return self._database.read_now(lambda c: tuple(listing_of(r) for r in c.execute(query).mappings()))

    def believed(self, ticker: str, vendor: str) -> tuple[Bar, ...]:
        """Returns the sessions of a listing that an offer of a vendor is judged against, oldest first.

        They are its own believed ones and, for sessions that it has not given, the shipped ones.
        """

        def read(connection: Connection) -> tuple[Bar, ...]:
            shipped, offered = table(BarRow), table(OfferRow)
            bars = {
                r["session"]: bar_of(r)
                for r in connection.execute(select(shipped).where(shipped.c.ticker == ticker)).mappings()
            }
            own = select(offered).where(offered.c.ticker == ticker, offered.c.vendor == vendor)
            bars |= {r["session"]: offered_bar(r) for r in connection.execute(own).mappings()}
            return tuple(bars[session] for session in sorted(bars))

        return self._database.read_now(read)

    def offered(self, ticker: str, vendor: str) -> Day | None:
        """Returns the last session that a vendor gave of a listing and that was believed."""
        row = table(OfferRow)
        query = select(func.max(row.c.session)).where(row.c.ticker == ticker, row.c.vendor == vendor)
        last = self._database.read_now(lambda c: c.scalar(query))
        return Day(last) if last else None

    def take(self, taken: Sequence[Offer], aside: Sequence[tuple[Offer, Suspicion]]) -> tuple[int, int]:
        """Writes both in one transaction and returns how many of each were new.

        What a vendor said first of a session stands; a later word on it that differs is kept aside as inconsistent.
        """
        now = self._clock.now().at

        def write(connection: Connection) -> tuple[int, int]:
            new = sum(_keep(connection, _row(offer, now)) for offer in taken)
            return new, sum(_put_aside(connection, offer, why, now) for offer, why in aside)

        return self._database.write_now(write)

    def quarantined(self, limit: int = 50) -> tuple[Quarantined, ...]:
        """Returns what is kept aside and was not let in, the newest first."""
        row = table(QuarantineRow)
        query = select(row).where(row.c.released_at.is_(None)).order_by(row.c.id.desc()).limit(limit)
        return self._database.read_now(lambda c: tuple(_quarantined(r) for r in c.execute(query).mappings()))

    def count_quarantined(self) -> int:
        """Returns how many offers are kept aside."""
        row = table(QuarantineRow)
        query = select(func.count()).select_from(row).where(row.c.released_at.is_(None))
        return self._database.read_now(lambda c: int(c.scalar(query) or 0))

    def release(self, id: int, person: str) -> Offer | None:
        """Lets an offer in on a person's word and returns it; None when none such is kept aside, or it has no price."""
        now = self._clock.now().at
        row = table(QuarantineRow)

        def write(connection: Connection) -> Offer | None:
            query = select(row).where(row.c.id == id, row.c.released_at.is_(None))
            found = connection.execute(query).mappings().first()
            offer = _quarantined(found).offer if found else None
            if offer is None or offer.session is None or offer.close is None or offer.close <= 0:
                return None
            _keep(connection, _row(offer, now))
            connection.execute(update(row).where(row.c.id == id).values(released_at=now, released_by=person))
            return offer

        return self._database.write_now(write)


def offered_bar(row: RowMapping) -> Bar:
    """Returns a believed offer as a session, whose source is the vendor."""

    def price(name: str) -> Decimal | None:
        return None if row[name] is None else restored(row[name], PRICE_SCALE)

    close = restored(row["close"], PRICE_SCALE)
    session = Day(row["session"])
    return Bar(session, close, price("open"), price("high"), price("low"), row["volume"], source=row["vendor"])


def _row(offer: Offer, at: Any) -> dict[str, Any]:  # noqa: ANN401
    assert offer.session is not None
    prices = {name: getattr(offer, name) for name in ("open", "high", "low", "close")}
    kept = {name: None if price is None else stored(_rounded(price), PRICE_SCALE) for name, price in prices.items()}
    return {
        "ticker": offer.ticker,
        "session": offer.session.date,
        "vendor": offer.vendor,
        **kept,
        "volume": offer.volume,
        "at": at,
    }


def _rounded(price: Decimal) -> Decimal:
    """A vendor's price comes out of floating point; no exchange quotes finer than this scale."""
    return round(price, PRICE_SCALE)


def _keep(connection: Connection, row: dict[str, Any]) -> bool:
    return _insert(connection, OfferRow, row)


def _put_aside(connection: Connection, offer: Offer, why: Suspicion, at: Any) -> bool:  # noqa: ANN401
    document = _document(offer)
    digest = hashlib.sha256(f"{why}{document}".encode()).hexdigest()[:32]
    row = {
        "vendor": offer.vendor,
        "ticker": offer.ticker,
        "digest": digest,
        "suspicion": why,
        "offer": document,
        "at": at,
        "released_at": None,
        "released_by": "",
    }
    return _insert(connection, QuarantineRow, row)


def _insert(connection: Connection, kind: type[OfferRow] | type[QuarantineRow], row: dict[str, Any]) -> bool:
    target = table(kind)
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    new = insert(target).values(row).on_conflict_do_nothing().returning(target.c.vendor)
    return connection.execute(new).first() is not None


def _document(offer: Offer) -> str:
    values = asdict(offer) | {"session": offer.session.iso if offer.session else None}
    values["text"] = offer.text[:LONGEST_TEXT]
    return json.dumps({k: str(v) if isinstance(v, Decimal) else v for k, v in values.items()}, sort_keys=True)


def _quarantined(row: RowMapping) -> Quarantined:
    values = json.loads(row["offer"])
    for name in ("close", "open", "high", "low", "split"):
        values[name] = None if values[name] is None else Decimal(values[name])
    values["session"] = Day.of(values["session"]) if values["session"] else None
    return Quarantined(row["id"], Offer(**values), row["suspicion"], Instant(row["at"]))
