from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.adapters.discord.houses import loaded
from tests.adapters.market.desk import Desk, opened


@pytest.fixture(scope="session")
def facts_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return loaded(tmp_path_factory.mktemp("prices"))


@pytest.fixture
def desk(tmp_path: Path, facts_database: Path) -> Iterator[Desk]:
    with opened(tmp_path, facts_database) as made:
        yield made


@pytest.fixture(params=["eodhd", "yahoo"])
def either(request: pytest.FixtureRequest, tmp_path: Path, facts_database: Path) -> Iterator[Desk]:
    with opened(tmp_path, facts_database, TWINSTAR_PRICES=request.param) as made:
        yield made
