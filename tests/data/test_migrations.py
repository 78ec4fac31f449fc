from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Engine, create_engine, inspect, text
from sqlmodel import SQLModel

from data import migrate, schema
from data.addresses import normalised
from data.opening import HEAD
from tests.plugins.postgres import Server


@pytest.fixture(params=["sqlite", "postgresql"])
def engines(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Engine, Engine]]:
    """Two empty databases of one kind."""
    if request.param == "sqlite":
        addresses = [str(tmp_path / "fresh.db"), str(tmp_path / "migrated.db")]
    else:
        server: Server = request.getfixturevalue("postgres_server")
        addresses = [server.fresh(), server.fresh()]
    fresh, migrated = (create_engine(normalised(address)) for address in addresses)
    with fresh.begin() as connection:
        schema.create_all(connection)
    with migrated.begin() as connection:
        migrate.upgrade(connection)
    yield fresh, migrated
    fresh.dispose()
    migrated.dispose()


def test_a_migrated_database_has_the_schema_of_a_fresh_one(engines: tuple[Engine, Engine]) -> None:
    fresh, migrated = (described(engine) for engine in engines)
    assert set(fresh) >= {"claim", "company", "triggers"}
    assert migrated == fresh


def test_the_tables_as_declared_are_the_tables_as_migrated(engines: tuple[Engine, Engine]) -> None:
    with engines[1].connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []


def test_migrating_twice_changes_nothing(engines: tuple[Engine, Engine]) -> None:
    before = described(engines[1])
    with engines[1].begin() as connection:
        migrate.upgrade(connection)
    assert described(engines[1]) == before


def test_there_is_one_newest_revision_and_opening_knows_it() -> None:
    assert migrate.scripts().get_heads() == [HEAD]


def described(engine: Engine) -> dict[str, Any]:
    """Everything that a schema consists of, as values to compare."""
    found = inspect(engine)
    tables = {
        name: {
            "columns": [(c["name"], str(c["type"]), c["nullable"], c["default"]) for c in found.get_columns(name)],
            "key": found.get_pk_constraint(name)["constrained_columns"],
            "foreign": sorted(
                (key["constrained_columns"], key["referred_table"], key["referred_columns"])
                for key in found.get_foreign_keys(name)
            ),
            "unique": sorted((u["name"], u["column_names"]) for u in found.get_unique_constraints(name)),
            "indexes": sorted((i["name"], i["column_names"], i["unique"]) for i in found.get_indexes(name)),
        }
        for name in found.get_table_names()
        if name != "alembic_version"
    }
    with engine.connect() as connection:
        return {**tables, "triggers": triggers(connection)}


def triggers(connection: Connection) -> list[str]:
    if connection.dialect.name == "sqlite":
        statement = "SELECT sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
    else:
        statement = (
            "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal "
            "UNION ALL SELECT prosrc FROM pg_proc WHERE proname = 'claim_refuse' ORDER BY 1"
        )
    return [str(row[0]) for row in connection.execute(text(statement))]
