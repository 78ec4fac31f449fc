"""Programmes in the database: which servers have one, and who sees to it next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, RowMapping, delete, select, update

from bot.call import Place
from bot.clock import Clock
from bot.programme import Programme, SwitchProgramme
from data import documents
from data.damage import Aside, read_of, rows_of
from data.database import Database
from data.loading import upsert
from data.programme_tables import ProgrammeRow
from data.tables import table
from data.workspace_store import ensure_workspace

EVERY = timedelta(minutes=15)
"""Between two looks at a server's calendar: a day that moved is of yesterday's filing, not of the last second."""


class ProgrammeStore:
    """Which server has a programme. Every method but the clock's own takes the workspace first."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock
        self._aside = Aside(sqlite=database.is_sqlite)

    def of(self, workspace: str, place: Place) -> Programme | None:
        """Returns the programme of a server, None where it has none."""
        found = self._database.read_now(lambda c: c.scalar(_document(workspace, place)))
        return None if found is None else _programme(found)

    def apply(self, workspace: str, changes: Sequence[SwitchProgramme]) -> None:
        """Writes changes in one transaction; what is switched is looked at next."""
        if changes:
            self._database.write_now(lambda connection: self._apply(connection, workspace, changes))

    def claim(self) -> tuple[Programme, ...]:
        """Returns the programmes whose turn it is, over all workspaces; nobody else gets them for a while.

        One that is damaged is left out.
        """
        row, now = table(ProgrammeRow), self._clock.now().at

        def write(connection: Connection) -> list[Programme]:
            due = select(row).where(row.c.next_at <= now).order_by(row.c.next_at).with_for_update()
            found, damaged = read_of(rows_of(connection, due), _read, _name)
            self._aside.also(damaged)
            connection.execute(update(row).where(row.c.next_at <= now).values(next_at=now + EVERY))
            return found

        return tuple(self._database.write_now(write))

    def keep(self, programme: Programme) -> None:
        """Keeps how a programme stands, unless the server has left or switched it meanwhile."""
        self._database.write_now(lambda connection: _keep(connection, programme))

    def end(self, programme: Programme) -> None:
        """Forgets a programme that was switched off and taken back."""
        row, mine = table(ProgrammeRow), _at(programme.workspace, programme.place)

        def write(connection: Connection) -> None:
            kept = connection.scalar(_document(programme.workspace, programme.place))
            if kept is not None and not _programme(kept).on:
                connection.execute(delete(row).where(*mine))

        self._database.write_now(write)

    def _apply(self, connection: Connection, workspace: str, changes: Sequence[SwitchProgramme]) -> None:
        ensure_workspace(connection, workspace, self._clock)
        for change in changes:
            document = connection.scalar(_document(workspace, change.place))
            before = Programme(workspace, _server(change.place)) if document is None else _programme(document)
            if document is None and not change.on:
                continue
            after = replace(before, on=change.on, language=change.language, hindrance="")
            upsert(connection, ProgrammeRow, [{**_values(after), "next_at": self._clock.now().at}])


def _keep(connection: Connection, programme: Programme) -> None:
    document = connection.scalar(_document(programme.workspace, programme.place))
    if document is None:
        return
    kept = _programme(document)
    after = replace(programme, on=kept.on, language=kept.language)
    where = _at(programme.workspace, programme.place)
    connection.execute(update(table(ProgrammeRow)).where(*where).values(document=documents.value_written(after)))


def _document(workspace: str, place: Place) -> Any:  # noqa: ANN401  a select of one column
    return select(table(ProgrammeRow).c.document).where(*_at(workspace, place))


def _at(workspace: str, place: Place) -> tuple[ColumnElement[bool], ...]:
    row = table(ProgrammeRow)
    return (row.c.workspace == workspace, row.c.platform == place.platform, row.c.team == place.team)


def _server(place: Place) -> Place:
    return replace(place, channel="", thread="")


def _values(programme: Programme) -> dict[str, Any]:
    return {
        "workspace": programme.workspace,
        "platform": programme.place.platform,
        "team": programme.place.team,
        "document": documents.value_written(programme),
    }


def _read(row: RowMapping) -> Programme:
    return _programme(row["document"])


def _name(row: RowMapping) -> str:
    return f"programme {row['platform']} {row['team']} of {row['workspace']}"


def _programme(document: str) -> Programme:
    return cast(Programme, documents.value_read(document))
