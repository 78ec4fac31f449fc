"""Counts that say how the house stands: what waits to be delivered, and how new the facts are."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, func, select

from bot.days import Day
from data.database import Database
from data.market_tables import OfferRow
from data.tables import BarRow, ClaimRow, DeliveryRow, table


class ConditionStore:
    """Reads what is counted; writes nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def deliveries(self, workspace: str) -> tuple[int, int, int]:
        """Returns how many deliveries of a workspace wait, are unsure, and are parked; dropped ones count for none."""
        row = table(DeliveryRow)
        query = (
            select(row.c.state, func.count())
            .where(row.c.workspace == workspace, row.c.state != "sent", row.c.why != "dropped")
            .group_by(row.c.state)
        )
        found = self._database.read_now(lambda c: {row[0]: row[1] for row in c.execute(query)})
        waiting = found.get("pending", 0) + found.get("in_flight", 0)
        return waiting, found.get("unsure", 0), found.get("parked", 0)

    def newest(self, today: Day) -> tuple[Day | None, Day | None]:
        """Returns the day of the newest price, and that on which the newest figure of all became public."""
        bar, offer, claim = table(BarRow), table(OfferRow), table(ClaimRow)

        def read(connection: Connection) -> tuple[date | None, date | None]:
            sessions = [
                connection.scalar(select(func.max(t.c.session)).where(t.c.session <= today.date)) for t in (bar, offer)
            ]
            public = select(func.max(claim.c.known_at)).where(claim.c.workspace == "", claim.c.known_at <= today.date)
            return max((s for s in sessions if s), default=None), connection.scalar(public)

        price, known = self._database.read_now(read)
        return Day(price) if price else None, Day(known) if known else None
