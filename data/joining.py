"""One workspace going into another, table by table, by the list of tables itself: new ones are included."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import SQLModel

from data.people_tables import LinkOfferRow, LinkTryRow
from data.rule_tables import SeriesRow
from data.seals import bare_text, resealed, unsealed
from data.tables import WorkspaceRow, table

Row = dict[str, Any]
_NOT_MOVED = (str(LinkOfferRow.__tablename__), str(LinkTryRow.__tablename__))


def owned() -> list[Table]:
    """Returns every table whose rows belong to a workspace, those that others refer to first."""
    return [target for target in SQLModel.metadata.sorted_tables if "workspace" in target.c]


def move(connection: Connection, source: str, goal: str) -> None:
    """Moves everything of a workspace into another; where both have a row of the same key, the other's own stays."""
    moving = {t.name: [_renamed(r, source, goal) for r in _rows(connection, t, source)] for t in owned()}
    for target in reversed(owned()):
        connection.execute(delete(target).where(target.c.workspace == source))
    for target in owned():
        if moving[target.name] and target.name not in _NOT_MOVED:
            _put(connection, target, moving[target.name])
    series = table(SeriesRow)
    views = connection.execute(select(series).where(series.c.view == source)).mappings().all()
    connection.execute(delete(series).where(series.c.view == source))
    _put(connection, series, [{**row, "view": goal} for row in views])
    own = table(WorkspaceRow)
    connection.execute(delete(own).where(own.c.key == source))


def counted(connection: Connection, source: str, goal: str) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Returns how many rows of each table a move would take along, and how many of them would give way."""
    moving, giving_way = {}, {}
    for target in owned():
        keys = [column.name for column in target.primary_key.columns]
        here = {tuple(row[key] for key in keys if key != "workspace") for row in _rows(connection, target, source)}
        there = {tuple(row[key] for key in keys if key != "workspace") for row in _rows(connection, target, goal)}
        moving[target.name], giving_way[target.name] = len(here), len(here & there)
    return moving, giving_way


def _rows(connection: Connection, target: Table, workspace: str) -> list[Row]:
    found = connection.execute(select(target).where(target.c.workspace == workspace)).mappings()
    return [unsealed(row) for row in found]


def _renamed(row: Row, source: str, goal: str) -> Row:
    """A row under another workspace, in its columns and in the documents that name it."""
    return {
        name: goal
        if value == source
        else resealed(value, bare_text(value).replace(f'"{source}"', f'"{goal}"'))
        if isinstance(value, str)
        else value
        for name, value in row.items()
    }


def _put(connection: Connection, target: Table, rows: list[Row]) -> None:
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.execute(sqlite.insert(target).on_conflict_do_nothing(), rows)
    elif connection.dialect.name == "postgresql":
        connection.execute(postgresql.insert(target).on_conflict_do_nothing(), rows)
    else:
        connection.execute(insert(target), rows)
