"""The outbox's contract on a real SQLite file and on a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from data import schema
from data.addresses import normalised
from data.database import Database
from tests.contracts.outbox import OutboxContract
from tests.plugins.postgres import Server


def opened(address: str) -> Iterator[Database]:
    database = Database(normalised(address))
    database.write_now(schema.create_all)
    yield database
    database.close()


@pytest.fixture(scope="module")
def sqlite_database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    yield from opened(str(tmp_path_factory.mktemp("outbox") / "twinstar.db"))


@pytest.fixture(scope="module")
def postgresql_database(postgres_server: Server) -> Iterator[Database]:
    yield from opened(postgres_server.fresh())


class TestSqlite(OutboxContract):
    @pytest.fixture
    def database(self, sqlite_database: Database) -> Database:
        return sqlite_database


class TestPostgresql(OutboxContract):
    @pytest.fixture
    def database(self, postgresql_database: Database) -> Database:
        return postgresql_database
