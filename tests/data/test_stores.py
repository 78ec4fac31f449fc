"""The storage contract on working fakes, on a real SQLite file and on a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.fact_store import FactStore
from data.opening import open_database
from data.workspace_store import ReceiptStore, SettingsStore, ThreadStore
from tests.contracts.stores import FACTS, Stores, StoresContract, workspace
from tests.data.fact_folders import StoppedClock, fake_of, written
from tests.fakes.stores import FakeReceipts, FakeSettings, FakeThreads
from tests.plugins.postgres import Server

__all__ = ["workspace"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("facts"), FACTS)


class TestFakes(StoresContract):
    @pytest.fixture
    def stores(self, folder: Path) -> Stores:
        facts = fake_of(folder)
        return Stores(facts, facts, FakeThreads(), FakeReceipts(), FakeSettings())


@pytest.fixture(scope="module")
def sqlite_stores(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stores]:
    yield from opened(str(tmp_path_factory.mktemp("sqlite") / "twinstar.db"), folder)


@pytest.fixture(scope="module")
def postgresql_stores(folder: Path, postgres_server: Server) -> Iterator[Stores]:
    yield from opened(postgres_server.fresh(), folder)


class TestSqlite(StoresContract):
    @pytest.fixture
    def stores(self, sqlite_stores: Stores) -> Stores:
        return sqlite_stores


class TestPostgresql(StoresContract):
    @pytest.fixture
    def stores(self, postgresql_stores: Stores) -> Stores:
        return postgresql_stores


def opened(address: str, folder: Path) -> Iterator[Stores]:
    clock = StoppedClock()
    database = open_database(address, clock, facts=folder)
    facts = FactStore(database, folder)
    yield Stores(
        facts, facts, ThreadStore(database, clock), ReceiptStore(database, clock), SettingsStore(database, clock)
    )
    database.close()
