from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from data import schema
from data.addresses import normalised
from data.database import Database
from tests.adapters.deliver.desk import Desk
from tests.plugins.harms import how
from tests.plugins.postgres import either_url, postgres_server, postgres_url

__all__ = ["either_url", "how", "postgres_server", "postgres_url"]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    found = Database(normalised(str(tmp_path / "outbox.db")))
    found.write_now(schema.create_all)
    yield found
    found.close()


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk.over(database)
