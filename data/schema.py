"""The triggers that keep claims append-only: no row is changed, and no shipped one deleted.

A workspace's own claims may be deleted with the workspace, which is what its people are owed when they leave.
"""

from __future__ import annotations

from sqlalchemy import Connection
from sqlmodel import SQLModel

from data import (
    audit_tables,
    digest_tables,
    episode_tables,
    market_tables,
    people_tables,
    platform_tables,
    preference_tables,
    programme_tables,
    question_tables,
    quiet_tables,
    rule_tables,
    tables,
)

PARTS = (
    tables,
    rule_tables,
    market_tables,
    question_tables,
    episode_tables,
    quiet_tables,
    digest_tables,
    audit_tables,
    preference_tables,
    people_tables,
    platform_tables,
    programme_tables,
)
"""The modules that declare tables: each has to be imported before the schema is whole."""

SQLITE = (
    "CREATE TRIGGER claim_unchanged BEFORE UPDATE ON claim BEGIN SELECT RAISE(ABORT, 'claims are append-only'); END",
    "CREATE TRIGGER claim_kept BEFORE DELETE ON claim WHEN OLD.workspace = '' "
    "BEGIN SELECT RAISE(ABORT, 'claims are append-only'); END",
)
POSTGRESQL = (
    "CREATE FUNCTION claim_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'claims are append-only'; END $$",
    "CREATE TRIGGER claim_unchanged BEFORE UPDATE ON claim FOR EACH ROW EXECUTE FUNCTION claim_refuse()",
    "CREATE TRIGGER claim_kept BEFORE DELETE ON claim FOR EACH ROW WHEN (OLD.workspace = '') "
    "EXECUTE FUNCTION claim_refuse()",
)


def create_all(connection: Connection) -> None:
    """Makes every table and trigger in an empty database, as the migrations do (they carry their own frozen copy)."""
    SQLModel.metadata.create_all(connection)
    for statement in SQLITE if connection.dialect.name == "sqlite" else POSTGRESQL:
        connection.exec_driver_sql(statement)
