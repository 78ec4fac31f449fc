"""The contract of prices on a real SQLite file and on a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from sqlalchemy import Connection, delete

from data.database import Database
from data.market_store import MarketStore
from data.market_tables import OfferRow, QuarantineRow
from data.opening import open_database
from data.tables import table
from tests.contracts.market import MarketContract
from tests.data.fact_folders import StoppedClock
from tests.plugins.postgres import Server


@pytest.fixture(scope="module")
def sqlite_database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = open_database(str(tmp_path_factory.mktemp("market") / "twinstar.db"), StoppedClock())
    yield database
    database.close()


@pytest.fixture(scope="module")
def postgresql_database(postgres_server: Server) -> Iterator[Database]:
    database = open_database(postgres_server.fresh(), StoppedClock())
    yield database
    database.close()


def _empty(row: type[OfferRow] | type[QuarantineRow], connection: Connection) -> None:
    connection.execute(delete(table(row)))


def emptied(database: Database) -> MarketStore:
    for row in (OfferRow, QuarantineRow):
        database.write_now(partial(_empty, row))
    return MarketStore(database, StoppedClock())


class TestSqlite(MarketContract):
    @pytest.fixture
    def store(self, sqlite_database: Database) -> MarketStore:
        return emptied(sqlite_database)


class TestPostgresql(MarketContract):
    @pytest.fixture
    def store(self, postgresql_database: Database) -> MarketStore:
        return emptied(postgresql_database)
