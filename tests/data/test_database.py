from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, select, text

from data.addresses import normalised
from data.database import Database
from data.tables import WorkspaceRow, table
from tests.plugins.postgres import Server


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    if request.param == "sqlite":
        address = str(tmp_path / "x.db")
    else:
        server: Server = request.getfixturevalue("postgres_server")
        address = server.fresh()
    made = Database(normalised(address))
    made.write_now(lambda c: c.exec_driver_sql("CREATE TABLE tally (n INTEGER NOT NULL)").rowcount)
    made.write_now(lambda c: c.exec_driver_sql("INSERT INTO tally VALUES (0)").rowcount)
    yield made
    made.close()


def tally(connection: Connection) -> int:
    return int(connection.exec_driver_sql("SELECT n FROM tally").scalar_one())


def add_one(connection: Connection) -> int:
    connection.exec_driver_sql("UPDATE tally SET n = n + 1")
    return tally(connection)


def test_many_writes_at_once_all_take_effect_and_none_is_locked_out(database: Database) -> None:
    async def all_at_once() -> list[int]:
        return await asyncio.gather(*(database.write(add_one) for _ in range(100)))

    seen = asyncio.run(all_at_once())
    assert database.read_now(tally) == 100
    if database.is_sqlite:
        assert seen == list(range(1, 101))


def test_a_write_that_raises_leaves_nothing_behind(database: Database) -> None:
    def half(connection: Connection) -> None:
        add_one(connection)
        raise LookupError("changed my mind")

    with pytest.raises(LookupError):
        database.write_now(half)
    assert database.read_now(tally) == 0


def test_reading_goes_on_while_a_write_is_under_way(database: Database) -> None:
    written, read = threading.Event(), threading.Event()

    def slow(connection: Connection) -> int:
        add_one(connection)
        written.set()
        assert read.wait(10)
        return tally(connection)

    async def both() -> tuple[int, int]:
        writing = asyncio.ensure_future(database.write(slow))
        assert await asyncio.to_thread(written.wait, 10)
        before = await database.read(tally)
        read.set()
        return before, await writing

    assert asyncio.run(both()) == (0, 1)


def test_one_reading_sees_one_state_throughout(database: Database) -> None:
    def twice(connection: Connection) -> tuple[int, int]:
        first = tally(connection)
        database.write_now(add_one)
        return first, tally(connection)

    assert database.read_now(twice) == (0, 0)
    assert database.read_now(tally) == 1


def test_what_is_read_within_a_block_is_one_state_and_what_comes_after_it_is_new(database: Database) -> None:
    with database.reading():
        before = database.read_now(tally)
        database.write_now(add_one)
        with database.reading():
            assert database.read_now(tally) == before
        assert database.read_now(tally) == before
    assert database.read_now(tally) == before + 1


def test_a_block_of_reading_that_breaks_lets_go_of_its_state(database: Database) -> None:
    with pytest.raises(LookupError), database.reading():
        database.read_now(tally)
        raise LookupError("changed my mind")
    database.write_now(add_one)
    assert database.read_now(tally) == 1


def test_a_write_inside_a_write_is_refused_instead_of_waiting_for_ever(database: Database) -> None:
    with pytest.raises(RuntimeError, match="pass the connection"):
        database.write_now(lambda _: database.write_now(add_one))


def test_values_come_back_never_rows(database: Database) -> None:
    def rows(c: Connection) -> object:
        return c.execute(text("SELECT n FROM tally")).all()

    def row(c: Connection) -> object:
        return c.execute(text("SELECT n FROM tally")).one()

    def result(c: Connection) -> object:
        return c.execute(text("SELECT n FROM tally"))

    def model(_: Connection) -> object:
        return {"a": WorkspaceRow(key="w", created_at=datetime(2026, 1, 1, tzinfo=UTC))}

    for read in (rows, row, result, model):
        with pytest.raises(TypeError, match="not a value"):
            database.read_now(read)


def test_a_faulty_statement_is_not_called_a_faulty_database(database: Database) -> None:
    with pytest.raises(Exception, match="workspace"):
        database.read_now(lambda c: c.scalar(select(table(WorkspaceRow).c.key)))


def test_sqlite_is_set_up_to_survive_a_power_cut(tmp_path: Path) -> None:
    database = Database(normalised(str(tmp_path / "x.db")))

    def settings(c: Connection) -> list[object]:
        names = ("journal_mode", "synchronous", "foreign_keys")
        return [c.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]

    assert database.read_now(settings) == ["wal", 2, 1]
    assert database.write_now(settings) == ["wal", 2, 1]
    database.close()
