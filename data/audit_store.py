"""What people changed, in the database: for a year and a bit, then it is nobody's business any more."""

from __future__ import annotations

import hashlib
from datetime import timedelta

from sqlalchemy import Connection, delete, select

from bot.alert_ports import Noted
from bot.call import Person, Place
from bot.clock import Clock
from bot.days import Instant
from data.audit_tables import AuditRow
from data.database import Database
from data.loading import upsert
from data.tables import table
from data.workspace_store import ensure_workspace

KEPT = timedelta(days=400)


class AuditStore:
    """What each workspace's people changed. Every method takes the workspace first and sees nothing of others."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    def note(self, workspace: str, noted: Noted) -> None:
        """Keeps a change; the same one noted twice is kept once."""
        said = f"{noted.by}{noted.place}{noted.at.iso}{noted.typed}"
        row = {
            "workspace": workspace,
            "id": hashlib.sha256(said.encode("utf-8", "backslashreplace")).hexdigest()[:16],
            "at": noted.at.at,
            "platform": noted.place.platform,
            "team": noted.place.team,
            "channel": noted.place.channel,
            "person": noted.by.id,
            "typed": noted.typed,
        }

        def write(connection: Connection) -> None:
            ensure_workspace(connection, workspace, self._clock)
            target = table(AuditRow)
            past = target.c.at < self._clock.now().at - KEPT
            connection.execute(delete(target).where(target.c.workspace == workspace, past))
            upsert(connection, AuditRow, [row])

        self._database.write_now(write)

    def recent(self, workspace: str, most: int) -> tuple[Noted, ...]:
        """Returns the latest changes of a workspace, the newest first."""
        row = table(AuditRow)
        query = (
            select(row.c.at, row.c.platform, row.c.team, row.c.channel, row.c.person, row.c.typed)
            .where(row.c.workspace == workspace)
            .order_by(row.c.at.desc(), row.c.id)
            .limit(most)
        )

        def read(connection: Connection) -> list[Noted]:
            return [
                Noted(Instant(at), Person(platform, team, person), Place(platform, team, channel), typed)
                for at, platform, team, channel, person, typed in connection.execute(query)
            ]

        return tuple(self._database.read_now(read))
