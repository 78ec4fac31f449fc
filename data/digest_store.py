"""Digests in the database: which channel gets one, and the outbox they go through."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, RowMapping, delete, select, update

from bot.call import Place
from bot.clock import Clock
from bot.days import Instant
from bot.delivery import Delivery
from bot.digest import Digest, DigestChange, DropDigest, KeepDigest
from data import documents
from data.damage import Aside, read_of, rows_of
from data.database import Database
from data.digest_tables import DigestRow
from data.loading import upsert
from data.tables import table
from data.workspace_store import ensure_workspace

Put = Callable[[Connection, Sequence[Delivery]], None]


class DigestStore:
    """Which channel gets a digest. Every method but the clock's own takes the workspace first."""

    def __init__(self, database: Database, clock: Clock, put: Put) -> None:
        self._database, self._clock, self._put = database, clock, put
        self._aside = Aside(sqlite=database.is_sqlite)

    def of(self, workspace: str, place: Place) -> Digest | None:
        """Returns the digest of a channel, None where it gets none."""
        row = table(DigestRow)
        query = select(row.c.document).where(*_at(workspace, place))
        found = self._database.read_now(lambda c: c.scalar(query))
        return None if found is None else _digest(found)

    def apply(self, workspace: str, changes: Sequence[DigestChange]) -> None:
        """Writes changes in one transaction."""
        if changes:
            self._database.write_now(lambda connection: self._apply(connection, workspace, changes))

    def due(self, now: Instant) -> tuple[Digest, ...]:
        """Returns the digests of all workspaces that are to be told by now, the earliest first, no damaged one."""
        row = table(DigestRow)
        query = select(row).where(row.c.next_at <= now.at).order_by(row.c.next_at, row.c.workspace)
        found, damaged = self._database.read_now(lambda c: read_of(rows_of(c, query), _read, _name))
        self._aside.say(damaged)
        return tuple(found)

    def tell(self, before: Digest, after: Digest, delivery: Delivery) -> bool:
        """Puts a digest on its way and moves it on, in one transaction; returns whether nobody else had done so."""
        row = table(DigestRow)

        def write(connection: Connection) -> bool:
            held = (*_at(before.workspace, before.place), row.c.next_at == before.next_at.at)
            moved = update(row).where(*held).values(_values(after))
            if connection.execute(moved).rowcount != 1:
                return False
            self._put(connection, [delivery])
            return True

        return self._database.write_now(write)

    def _apply(self, connection: Connection, workspace: str, changes: Sequence[DigestChange]) -> None:
        ensure_workspace(connection, workspace, self._clock)
        for change in changes:
            match change:
                case KeepDigest(digest=digest):
                    upsert(connection, DigestRow, [_values(replace(digest, workspace=workspace))])
                case DropDigest(place=place):
                    connection.execute(delete(table(DigestRow)).where(*_at(workspace, place)))


def _at(workspace: str, place: Place) -> tuple[ColumnElement[bool], ...]:
    row = table(DigestRow)
    return (
        row.c.workspace == workspace,
        row.c.platform == place.platform,
        row.c.team == place.team,
        row.c.channel == place.channel,
    )


def _values(digest: Digest) -> dict[str, Any]:
    return {
        "workspace": digest.workspace,
        "platform": digest.place.platform,
        "team": digest.place.team,
        "channel": digest.place.channel,
        "next_at": digest.next_at.at,
        "document": documents.value_written(digest),
    }


def _read(row: RowMapping) -> Digest:
    return _digest(row["document"])


def _name(row: RowMapping) -> str:
    return f"digest {row['platform']} {row['team']} {row['channel']} of {row['workspace']}"


def _digest(document: str) -> Digest:
    return cast(Digest, documents.value_read(document))
