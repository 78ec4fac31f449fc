"""One house on each database for all conversations."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from adapters.bootstrap import House, open_house
from adapters.clock import StoppedClock
from bot.days import Instant
from tests.plugins.postgres import Server, postgres_server

__all__ = ["postgres_server"]

EVERY = 5
"""One example in so many is asked on PostgreSQL by the gate too; `make soak` asks the others."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leaves most examples on PostgreSQL to the long run: a store differs between the databases, an example hardly."""
    examples = [i for i in items if i.name.startswith("test_an_example_answers_as_it_stands[postgresql")]
    for place, item in enumerate(examples):
        if place % EVERY:
            item.add_marker(pytest.mark.soak)


@pytest.fixture(scope="session")
def clock() -> StoppedClock:
    return StoppedClock(Instant.of("2026-06-25T09:00Z"))


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def house(
    request: pytest.FixtureRequest, clock: StoppedClock, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    """A house for conversations and another for examples, some of which set what holds for everyone."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('dialogues') / 'facts.db'}"
    else:
        server: Server = request.getfixturevalue("postgres_server")
        url = server.fresh()
    house = open_house(url, clock)
    yield house
    house.close()
