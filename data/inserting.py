"""Inserts that say what happens to a row that is there already, in the words of either database."""

from __future__ import annotations

from typing import cast

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import sqlite


def insert_into(connection: Connection, target: Table) -> sqlite.Insert:
    """Returns an insert with on_conflict_do_nothing and on_conflict_do_update, which both databases have alike."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(target)
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415  it brings every driver of PostgreSQL, which SQLite never needs

    return cast(sqlite.Insert, postgresql.insert(target))
