"""Deliveries that were taken, so that a repeated one is answered once however many processes it reaches."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection, delete

from bot.clock import Clock
from data.database import Database
from data.inserting import insert_into
from data.platform_tables import SeenRow
from data.tables import table

REMEMBERED = timedelta(hours=1)
"""Slack sends an event again at once, after one minute and after five more; a repeat was never seen later."""


class SeenStore:
    """Remembers deliveries for an hour."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    def claim(self, platform: str, team: str, delivery: str) -> bool:
        """Returns whether a delivery is new, and remembers it; of two who ask at once only one is told yes."""
        now = self._clock.now().at
        target = table(SeenRow)
        row = {"platform": platform, "team": team, "delivery": delivery, "at": now}

        def write(connection: Connection) -> bool:
            connection.execute(delete(target).where(target.c.at < now - REMEMBERED))
            # Not by the count of rows, which PostgreSQL's driver does not give for such a statement.
            new = insert_into(connection, target).values(row).on_conflict_do_nothing().returning(target.c.delivery)
            return connection.execute(new).first() is not None

        return self._database.write_now(write)
