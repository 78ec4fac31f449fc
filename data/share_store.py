"""Shares in issue, splits and dividends as vendors give them: kept apart from what filings say, and shown beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Any, Final, Literal, cast

from sqlalchemy import Connection, Row, func, select

from bot.clock import Clock
from bot.days import AsOf, Day, Instant
from bot.facts.offers import About, Count, Offer
from bot.facts.records import Claim, Deed, Listing
from bot.quantities import Money, Shares, divided
from data.amounts import PRICE_SCALE, restored, stored
from data.database import Database
from data.loading import upsert
from data.market_store import MarketStore
from data.market_tables import ActionRow, ShareCountRow
from data.restating import Splits
from data.rule_tables import TickRow
from data.tables import table
from data.vendors import source_of

SHARES: Final = "shares"
"""The name of the mark that moves with every round of asking for shares and actions."""

BASIS: Final = "vendor_count"

FURTHEST = Decimal(10)
"""A count more than so many times the vendor's last, or less than that part of it, is kept aside: a split of shares may
multiply it by as much, a slip of units by a thousand."""


class ShareStore:
    """What vendors say about shares beside their prices."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock
        self._aside = MarketStore(database, clock)

    def asked_at(self) -> Instant | None:
        """Returns when vendors were last asked, by whatever process; None for never."""
        row = table(TickRow)
        query = select(row.c.at).where(row.c.name == SHARES)
        found = self._database.read_now(lambda c: c.scalar(query))
        return None if found is None else Instant(found)

    def last(self, vendor: str) -> dict[str, Count]:
        """Returns the newest count of each listing from a vendor, by ticker."""
        row = table(ShareCountRow)
        query = select(row.c.ticker, row.c.day, row.c.shares).where(row.c.vendor == vendor).order_by(row.c.day)
        return self._database.read_now(
            lambda c: {t: Count(vendor, t, Day(day), shares) for t, day, shares in c.execute(query)}
        )

    def keep(self, found: Iterable[About]) -> int:
        """Keeps what vendors said and marks that they were asked now; returns how much of it is new or changed.

        A count that only repeats the vendor's one before it is no news and is left out. One that cannot be is put into
        quarantine, where nobody can let it in.
        """
        now = self._clock.now().at
        counts, aside = self._sifted([count for about in found for count in about.counts])
        actions = [action for about in found for action in about.actions if action.amount > 0]
        rows = [
            {"ticker": c.ticker, "day": c.day.date, "vendor": c.vendor, "shares": c.shares, "at": now} for c in counts
        ]
        done = [
            {
                "ticker": a.ticker, "day": a.day.date, "vendor": a.vendor, "kind": a.kind, "at": now,
                "amount": stored(round(a.amount, PRICE_SCALE), PRICE_SCALE),
            }
            for a in actions
        ]  # fmt: skip

        def write(connection: Connection) -> int:
            before = _size(connection)
            upsert(connection, ShareCountRow, rows)
            upsert(connection, ActionRow, done)
            upsert(connection, TickRow, [{"name": SHARES, "at": now, "mark": now.isoformat()}])
            return _size(connection) - before

        new = self._database.write_now(write)
        if aside:
            self._aside.take([], [(offer, "shares") for offer in aside])
        return new

    def _sifted(self, counts: Sequence[Count]) -> tuple[list[Count], list[Offer]]:
        good, aside = list[Count](), list[Offer]()
        last = {vendor: self.last(vendor) for vendor in {count.vendor for count in counts}}
        for count in sorted(counts, key=lambda c: (c.vendor, c.ticker, c.day)):
            before = last[count.vendor].get(count.ticker)
            if count.shares <= 0 or (before is not None and _far(count.shares, before.shares)):
                text = f"{count.shares} shares"
                aside.append(Offer(count.vendor, count.ticker, count.day, None, text=text))
            elif before is None or (count.shares != before.shares and count.day >= before.day):
                good.append(count)
                last[count.vendor][count.ticker] = count
        return good, aside


def counts_of(rows: Iterable[Row[Any]], listings: Iterable[Listing], splits: Splits) -> dict[str, tuple[Claim, ...]]:
    """Returns vendors' counts by company as claims of their own basis, which no filing's number gives way to."""
    companies = {listing.ticker: listing.company for listing in listings}
    found: dict[str, list[Claim]] = defaultdict(list)
    for row in rows:
        day = Day(row.day)
        claim = Claim(
            id=f"shares:{row.ticker}:{day.iso}@{row.vendor}",
            company=companies[row.ticker],
            measure="shares_in_issue",
            value=Shares(Decimal(row.shares)),
            as_of=AsOf.day(day),
            scope="",
            basis=BASIS,
            audited=None,
            qualifier="exact",
            stated_by="estimate",
            source=source_of(row.vendor),
            known_at=day,
            known_at_basis="retrieved",
            retrieved_at=None,
        )
        found[claim.company].append(splits.claim(claim))
    return {company: tuple(claims) for company, claims in found.items()}


def deeds_of(rows: Iterable[Row[Any]], listings: Iterable[Listing]) -> dict[str, tuple[Deed, ...]]:
    """Returns vendors' splits and dividends by company, oldest first."""
    by_ticker = {listing.ticker: listing for listing in listings}
    found: dict[str, list[Deed]] = defaultdict(list)
    for row in rows:
        listing, kind = by_ticker[row.ticker], cast(Literal["split", "taken", "dividend"], row.kind)
        amount = restored(row.amount, PRICE_SCALE)
        said = Money(amount, listing.currency) if kind == "dividend" else amount
        found[listing.company].append(Deed(listing.company, Day(row.day), kind, said, source_of(row.vendor)))
    return {company: tuple(deeds) for company, deeds in found.items()}


def _far(one: int, other: int) -> bool:
    return max(divided(Decimal(one), Decimal(other)), divided(Decimal(other), Decimal(one))) > FURTHEST


def _size(connection: Connection) -> int:
    counts = (select(func.count()).select_from(table(each)) for each in (ShareCountRow, ActionRow))
    return sum(int(connection.scalar(query) or 0) for query in counts)


ASKED_EVERY: Final = timedelta(days=1)
"""How often vendors are asked: these numbers change a few times a year."""
