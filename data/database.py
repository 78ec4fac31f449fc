"""The database: one writer and many readers on SQLite, many of both on PostgreSQL.

SQLite allows one writer at a time, and a transaction that reads first and writes later can fail at once whatever the
busy timeout; so everything that writes runs as a function on one thread under BEGIN IMMEDIATE, and reads run beside it
on WAL snapshots. Functions hand back plain values: a row would outlive the connection it came from.
"""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeVar

from sqlalchemy import URL, Connection, CursorResult, Engine, Row, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import SQLModel

from data.documents import Texts
from data.problems import explained

T = TypeVar("T")

READERS = 4
BUSY_MILLISECONDS = 20_000
"""How long one process waits for another's write before it gives up; loading the shipped facts takes about a second."""

SWITCH_ATTEMPTS = 100
SWITCH_PAUSE_SECONDS = 0.1

_PRAGMAS = ("foreign_keys=ON", "synchronous=FULL", "cell_size_check=ON")
"""FULL makes every commit survive a power cut; with NORMAL the last ones may be rolled back. A page whose cells overlap
is refused as it is read (sqlite.org/pragma.html).
"""


_SNAPSHOT: Final = {"isolation_level": "REPEATABLE READ"}


class Database:
    """Runs functions over a connection, each in one transaction. Opens nothing until the first of them.

    Errors that say the database cannot be used come out as bot.errors.ProblemError, all others as they are.
    """

    def __init__(self, url: URL) -> None:
        self.url = url
        self.is_sqlite = url.get_backend_name() == "sqlite"
        self._engine = _engine(url, sqlite=self.is_sqlite)
        # On SQLite a deferred transaction already is a snapshot; PostgreSQL would show every statement a newer state.
        self._snapshots = self._engine if self.is_sqlite else self._engine.execution_options(**_SNAPSHOT)
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="database-read")
        self._writer = ThreadPoolExecutor(1 if self.is_sqlite else READERS, thread_name_prefix="database-write")
        self._writing, self._reading = threading.local(), threading.local()

    def read_now(self, fn: Callable[[Connection], T]) -> T:
        """Returns what a function reads from one snapshot, on the calling thread."""
        with self.reading() as connection:
            return plain(fn(connection))

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """Lets every read of this thread within a block come from one snapshot.

        An answer reads eight times; to begin and end a transaction takes longer than what it reads. What is written
        meanwhile is seen by the first read after the block.
        """
        held: Connection | None = getattr(self._reading, "held", None)
        if held is not None:
            with explained(self.url):
                yield held
            return
        with explained(self.url), self._snapshots.connect() as connection, connection.begin():
            self._reading.held = connection
            try:
                yield connection
            finally:
                self._reading.held = None

    def write_now(self, fn: Callable[[Connection], T]) -> T:
        """Returns what a function wrote in one transaction, which is undone when it raises.

        Raises RuntimeError from within another write: on the one writer thread it would wait for itself for ever.
        """
        if getattr(self._writing, "busy", False):
            raise RuntimeError("a write inside a write: pass the connection on instead")
        return self._writer.submit(self._write, fn).result()

    async def read(self, fn: Callable[[Connection], T]) -> T:
        """Returns what a function reads from one snapshot, without holding up the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self._readers, self.read_now, fn)

    async def write(self, fn: Callable[[Connection], T]) -> T:
        """Returns what a function wrote in one transaction, without holding up the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self._writer, self._write, fn)

    def _write(self, fn: Callable[[Connection], T]) -> T:
        self._writing.busy = True
        try:
            with explained(self.url), self._engine.connect() as connection:
                connection = connection.execution_options(write=True, texts={})
                with connection.begin():
                    return plain(fn(connection))
        finally:
            self._writing.busy = False

    def close(self) -> None:
        """Waits for what is running and closes every connection; the last folds the write-ahead log into the file."""
        self._writer.shutdown()
        self._readers.shutdown()
        self._engine.dispose()


def texts_of(connection: Connection) -> Texts:
    """Returns what this transaction has written as JSON so far: one alert stands in several rows of it."""
    texts: Texts = connection.get_execution_options().get("texts", {})
    return texts


def plain(value: T) -> T:
    """Returns a value as it is; raises TypeError for a row or a result, alone or first in a collection."""
    first: object = value
    if isinstance(value, list | tuple | Mapping) and value and not isinstance(value, Row):
        first = next(iter(value.values() if isinstance(value, Mapping) else value))
    for item in (value, first):
        if isinstance(item, Row | CursorResult | SQLModel):
            raise TypeError(f"a function over the database returned {type(item).__name__}, not a value")
    return value


def _engine(url: URL, *, sqlite: bool) -> Engine:
    if not sqlite:
        return create_engine(url, pool_size=READERS, max_overflow=READERS, pool_pre_ping=True)
    engine = create_engine(
        url,
        pool_size=READERS + 1,
        max_overflow=-1,
        connect_args={"check_same_thread": False, "timeout": BUSY_MILLISECONDS / 1000},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    # With an isolation level of its own sqlite3 would begin transactions by itself: deferred, and not before a SELECT.
    connection.isolation_level = None
    connection.cursor().execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}").close()
    _write_ahead(connection)
    for pragma in _PRAGMAS:
        connection.cursor().execute(f"PRAGMA {pragma}").close()


def _write_ahead(connection: DBAPIConnection) -> None:
    """Switches a database to its write-ahead log.

    SQLite may refuse the switch at once, whatever the busy timeout, while another process is making it
    (sqlite.org/wal.html, on SQLITE_BUSY); the other one is done in a moment, so it is asked again.
    """
    for attempt in range(SWITCH_ATTEMPTS):
        try:
            connection.cursor().execute("PRAGMA journal_mode=WAL").close()
        except sqlite3.OperationalError as error:
            busy = getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
            if not busy or attempt == SWITCH_ATTEMPTS - 1:
                raise
            threading.Event().wait(SWITCH_PAUSE_SECONDS)
        else:
            return


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
