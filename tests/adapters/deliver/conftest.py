from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from data import schema
from data.addresses import normalised
from data.database import Database
from tests.adapters.deliver.desk import Desk
from tests.plugins.postgres import postgres_server

__all__ = ["postgres_server"]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    found = Database(normalised(str(tmp_path / "outbox.db")))
    found.write_now(schema.create_all)
    yield found
    found.close()


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk.over(database)
