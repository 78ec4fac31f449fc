"""Prices from vendors: what was believed, beside the shipped sessions, and what is kept aside until a person looks."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    Date,
    RowMapping,
    Select,
    String,
    Table,
    column,
    func,
    select,
    update,
    values,
)

from bot.clock import Clock
from bot.days import Day, Instant
from bot.facts.offers import Offer, Quarantined, Suspicion, usable
from bot.facts.records import Bar, Listing
from data.amounts import PRICE_SCALE, restored, stored
from data.database import Database
from data.fact_records import bar_of, listing_of
from data.inserting import insert_into
from data.loading import upsert
from data.market_tables import ActionRow, OfferRow, QuarantineRow
from data.rule_tables import TickRow
from data.seals import bare_text, intact, sealed_text
from data.tables import BarRow, ListingRow, table

PRICES = "prices"
"""The name of the mark that moves with every new price."""

TAKEN = "taken"
"""The kind of a split that a person has looked at and taken over, beside those that vendors report."""

LONGEST_TEXT = 400
"""Characters kept of what a vendor sent: enough to see what it was."""


@dataclass(frozen=True, slots=True)
class Held:
    """What is held of one listing from one vendor; `at` is when the last of it came."""

    ticker: str
    vendor: str
    sessions: int
    first: Day
    last: Day
    at: Instant


class MarketStore:
    """Offers of vendors, believed and not."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    def listings(self) -> tuple[Listing, ...]:
        """Returns every listing, by ticker."""
        row = table(ListingRow)
        query = select(row).order_by(row.c.ticker)
        return self._database.read_now(lambda c: tuple(listing_of(r) for r in intact(c, ListingRow, query)))

    def believed(self, wanted: Mapping[str, Day | None], vendor: str) -> dict[str, tuple[Bar, ...]]:
        """Returns by ticker the sessions that offers of a vendor are judged against, oldest first.

        They are its own believed ones and, for sessions that it has not given, the shipped ones. Each ticker wanted has
        its day: from the last session before that day on, None for all of them.
        """
        shipped, offered = table(BarRow), table(OfferRow)

        def read(connection: Connection) -> dict[str, tuple[Bar, ...]]:
            found: dict[str, dict[date, Bar]] = {ticker: {} for ticker in wanted}
            if not wanted:
                return {}
            firsts = {ticker: day.date if day else date.min for ticker, day in wanted.items()}
            own = offered.c.vendor == vendor
            before = [_ends(connection, shipped, firsts), _ends(connection, offered, firsts, own)]
            starts = {t: max((ends[t] for ends in before if t in ends), default=first) for t, first in firsts.items()}
            for row in intact(connection, BarRow, _from(shipped, starts)):
                found[row["ticker"]][row["session"]] = bar_of(row)
            for row in intact(connection, OfferRow, _from(offered, starts, own)):
                found[row["ticker"]][row["session"]] = offered_bar(row)
            return {ticker: tuple(bars[day] for day in sorted(bars)) for ticker, bars in found.items()}

        return self._database.read_now(read)

    def held(self) -> tuple[Held, ...]:
        """Returns how many sessions each vendor gave of each listing, by ticker and vendor."""
        row = table(OfferRow)
        counted = (func.count().label("sessions"), func.min(row.c.session).label("first"))
        last = (func.max(row.c.session).label("last"), func.max(row.c.at).label("at"))
        query = select(row.c.ticker, row.c.vendor, *counted, *last).group_by(row.c.ticker, row.c.vendor)
        query = query.order_by(row.c.ticker, row.c.vendor)
        return self._database.read_now(
            lambda c: tuple(
                Held(r.ticker, r.vendor, r.sessions, Day(r.first), Day(r.last), Instant(r.at)) for r in c.execute(query)
            )
        )

    def shipped(self) -> dict[str, Day]:
        """Returns the last shipped session of each listing, by ticker."""
        row = table(BarRow)
        query = select(row.c.ticker, func.max(row.c.session).label("last")).group_by(row.c.ticker)
        return self._database.read_now(lambda c: {r.ticker: Day(r.last) for r in c.execute(query)})

    def take(self, taken: Sequence[Offer], aside: Sequence[tuple[Offer, Suspicion]]) -> tuple[list[str], int]:
        """Writes both in one transaction; returns the listing of each new session and how many were newly kept aside.

        What a vendor said first of a session stands; a later word on it with another close is kept aside as revised.
        What is kept aside and now believed for the same session needs nobody's look any more.
        """
        now = self._clock.now().at

        def write(connection: Connection) -> tuple[list[str], int]:
            doubted, new = list(aside), list[str]()
            rows = [_row(offer, now) for offer in taken]
            made = _inserted(connection, OfferRow, rows, _KEY)
            known = [row for row in rows if _key(row) not in made]
            closes = _closes(connection, known) if known else {}
            for offer, row in zip(taken, rows, strict=True):
                if _key(row) in made:
                    # Of one session sent twice in a round the first is the one that was written.
                    made.discard(_key(row))
                    closes[_key(row)] = row["close"]
                    new.append(offer.ticker)
                elif closes[_key(row)] != row["close"]:
                    doubted.append((offer, "revised"))
            if new:
                _mark(connection, now)
                _settle(connection, taken, now)
            kept = [_aside(offer, why, now) for offer, why in doubted]
            return new, len(_inserted(connection, QuarantineRow, kept, ("vendor", "ticker", "digest")))

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

    def release(self, id: int, person: str, *, as_split: bool = False) -> Offer | None:
        """Lets an offer in on a person's word and returns it, in place of what the vendor gave for that session before.

        With `as_split` the ratio kept with it is written down too, and all that is read from then on restated by it.
        Returns None when none such is kept aside, or it holds no price of that listing that could be used.
        """
        now = self._clock.now().at
        row = table(QuarantineRow)

        def write(connection: Connection) -> Offer | None:
            query = select(row).where(row.c.id == id, row.c.released_at.is_(None))
            found = connection.execute(query).mappings().first()
            offer = _quarantined(found).offer if found else None
            if offer is None or not _usable(connection, offer) or (as_split and offer.split is None):
                return None
            kept = _row(offer, now)
            upsert(connection, OfferRow, [kept])
            if as_split and offer.split is not None:
                named = {"ticker": offer.ticker, "day": kept["session"], "vendor": offer.vendor, "kind": TAKEN}
                amount = stored(round(offer.split, PRICE_SCALE), PRICE_SCALE)
                upsert(connection, ActionRow, [{**named, "amount": amount, "at": now}])
            _mark(connection, now)
            connection.execute(update(row).where(row.c.id == id).values(released_at=now, released_by=person))
            return offer

        return self._database.write_now(write)


def _usable(connection: Connection, offer: Offer) -> bool:
    """No word of a person makes a price of nothing, of no day, in another currency, or of a listing nobody knows."""
    listing = table(ListingRow)
    currency = connection.scalar(select(listing.c.currency).where(listing.c.ticker == offer.ticker))
    return usable(offer) and offer.currency == currency


def _mark(connection: Connection, at: Any) -> None:  # noqa: ANN401
    """Moves the mark by which the clock sees that prices have changed."""
    row = table(TickRow)
    before = connection.scalar(select(row.c.mark).where(row.c.name == PRICES))
    upsert(connection, TickRow, [{"name": PRICES, "at": at, "mark": str(int(before or 0) + 1)}])


_KEY = ("ticker", "session", "vendor")


def _key(row: Mapping[str, Any] | RowMapping) -> tuple[Any, ...]:
    return tuple(row[name] for name in _KEY)


def _wanted(firsts: Mapping[str, date]) -> CTE:
    """Days by ticker as a table to join: asking for each ticker by itself takes longer than what a vendor needs."""
    return values(column("ticker", String), column("first", Date), name="wanted").data(list(firsts.items())).cte()


def _ends(
    connection: Connection, sessions: Table, firsts: Mapping[str, date], *only: ColumnElement[bool]
) -> dict[str, date]:
    """Returns the last session before each ticker's day, where there is one."""
    wanted = _wanted(firsts)
    joined = sessions.join(wanted, (wanted.c.ticker == sessions.c.ticker) & (sessions.c.session < wanted.c.first))
    query = select(sessions.c.ticker, func.max(sessions.c.session)).select_from(joined).where(*only)
    found = connection.execute(query.group_by(sessions.c.ticker))
    return {row[0]: row[1] for row in found}


def _from(sessions: Table, starts: Mapping[str, date], *only: ColumnElement[bool]) -> Select[Any]:
    wanted = _wanted(starts)
    joined = sessions.join(wanted, (wanted.c.ticker == sessions.c.ticker) & (sessions.c.session >= wanted.c.first))
    return select(sessions).select_from(joined).where(*only)


def _closes(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> dict[tuple[Any, ...], int]:
    """Returns the closes that are held of the sessions of rows, by their key."""
    held = table(OfferRow)
    named = [held.c[name].in_({row[name] for row in rows}) for name in _KEY]
    return {_key(row): row["close"] for row in intact(connection, OfferRow, select(held).where(*named))}


def _settle(connection: Connection, taken: Sequence[Offer], at: Any) -> None:  # noqa: ANN401
    row = table(QuarantineRow)
    believed = {(o.vendor, o.ticker, o.session) for o in taken}
    vendors, tickers = {o.vendor for o in taken}, {o.ticker for o in taken}
    waiting = [row.c.vendor.in_(vendors), row.c.ticker.in_(tickers), row.c.released_at.is_(None)]
    found = [_quarantined(r) for r in connection.execute(select(row).where(*waiting)).mappings()]
    done = [
        q.id
        for q in found
        if (q.offer.vendor, q.offer.ticker, q.offer.session) in believed and q.suspicion != "revised"
    ]
    if done:
        connection.execute(update(row).where(row.c.id.in_(done)).values(released_at=at))


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


def _aside(offer: Offer, why: Suspicion, at: Any) -> dict[str, Any]:  # noqa: ANN401
    document = _document(offer)
    # A page in place of prices, and a doubtful quote, differ each time they are sent: one a day is enough to look at.
    told = document if (offer.session or offer.close) and not offer.at else f"{bool(offer.at)}{at:%Y-%m-%d}"
    digest = hashlib.sha256(f"{why}{told}".encode()).hexdigest()[:32]
    return {
        "vendor": offer.vendor,
        "ticker": offer.ticker,
        "digest": digest,
        "suspicion": why,
        "offer": sealed_text(document),
        "at": at,
        "released_at": None,
        "released_by": "",
    }


def _inserted(
    connection: Connection,
    kind: type[OfferRow] | type[QuarantineRow],
    rows: Sequence[dict[str, Any]],
    key: Sequence[str],
) -> set[tuple[Any, ...]]:
    """Writes the rows that are not there yet and returns their keys."""
    if not rows:
        return set()
    target = table(kind)
    new = insert_into(connection, target).on_conflict_do_nothing().returning(*(target.c[name] for name in key))
    return {tuple(row) for row in connection.execute(new, rows)}


def _document(offer: Offer) -> str:
    told = asdict(offer) | {"session": offer.session.iso if offer.session else None}
    told |= {"text": offer.text[:LONGEST_TEXT], "at": offer.at.iso if offer.at else None}
    return json.dumps({k: str(v) if isinstance(v, Decimal) else v for k, v in told.items()}, sort_keys=True)


def _quarantined(row: RowMapping) -> Quarantined:
    told = json.loads(bare_text(row["offer"]))
    for name in ("close", "open", "high", "low", "split"):
        told[name] = None if told[name] is None else Decimal(told[name])
    told["session"] = Day.of(told["session"]) if told["session"] else None
    told["at"] = Instant.of(told["at"]) if told.get("at") else None
    return Quarantined(row["id"], Offer(**told), row["suspicion"], Instant(row["at"]))
