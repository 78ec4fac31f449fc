"""A whole house on SQLite and on PostgreSQL, its clock moved by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.bootstrap import House, open_house
from adapters.clock import StoppedClock
from bot.days import Instant
from tests.plugins.postgres import Server, postgres_server

__all__ = ["postgres_server"]


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock(Instant.of("2026-11-23T00:00Z"))


@pytest.fixture
def house(tmp_path: Path, clock: StoppedClock) -> Iterator[House]:
    made = open_house(f"sqlite:///{tmp_path / 'facts.db'}", clock)
    yield made
    made.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def either(request: pytest.FixtureRequest, tmp_path: Path, clock: StoppedClock) -> Iterator[House]:
    """A house on either database, for what its stores do; loading the facts takes PostgreSQL some seconds."""
    if request.param == "sqlite":
        made = open_house(f"sqlite:///{tmp_path / 'facts.db'}", clock)
    else:
        server: Server = request.getfixturevalue("postgres_server")
        made = open_house(server.fresh(), clock)
    yield made
    made.close()
