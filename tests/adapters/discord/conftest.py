from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.bootstrap import House
from adapters.clock import StoppedClock
from tests.adapters.discord.houses import house, loaded


@pytest.fixture(scope="session")
def facts_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return loaded(tmp_path_factory.mktemp("facts"))


@pytest.fixture
def opened(tmp_path: Path, facts_database: Path) -> Iterator[tuple[House, StoppedClock]]:
    with house(tmp_path, facts_database) as both:
        yield both
