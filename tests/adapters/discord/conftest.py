from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route

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


@pytest.fixture(autouse=True)
def addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    """The addresses that discord.py is pointed at are put back after each test."""
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)
