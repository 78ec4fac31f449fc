"""Inserts that say what happens to a row that is there already, in the words of either database."""

from __future__ import annotations

from functools import cache
from typing import cast

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import sqlite

from data.seals import SEAL


def insert_into(connection: Connection, target: Table) -> sqlite.Insert:
    """Returns an insert with on_conflict_do_nothing and on_conflict_do_update, which both databases have alike."""
    return insert_for(connection.dialect.name, target)


@cache
def insert_over(dialect: str, target: Table, names: tuple[str, ...]) -> sqlite.Insert:
    """Returns an insert of columns that takes the place of the row with the same key; composed once for each table."""
    keys = [column.name for column in target.primary_key]
    new = insert_for(dialect, target)
    over = {name: new.excluded[name] for name in names if name not in keys}
    if SEAL in target.c:
        over[SEAL] = new.excluded[SEAL]
    return new.on_conflict_do_update(index_elements=keys, set_=over)


def insert_for(dialect: str, target: Table) -> sqlite.Insert:
    """Returns the same for a database by its name, for statements that are composed once."""
    if dialect == "sqlite":
        return sqlite.insert(target)
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415  it brings every driver of PostgreSQL

    return cast(sqlite.Insert, postgresql.insert(target))
