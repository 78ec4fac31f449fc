"""Opening a database: migrated when it is behind, loaded with the shipped facts when it lacks them, ready in any case.

An up-to-date database is opened with two look-ups and a hash of the fact files: no Alembic, no facts parsed, nothing
written.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sqlalchemy import URL, Connection, inspect, text
from sqlalchemy.exc import OperationalError, ProgrammingError
from sqlmodel import SQLModel

from bot.clock import Clock
from data import loading, seals, shipped
from data.addresses import AddressError, normalised, shown
from data.database import Database
from data.problems import DamagedDatabaseError, ForeignDatabaseError, folder_problem, problem

HEAD: Final = "0018"
"""The newest revision of data/migrations/versions; a test holds the two together."""

LOOKED_AT_BYTES: Final = 100 * 2**20
"""Some 300,000 claims, and half a second. `twinstar doctor` and `twinstar backup` alone look over a larger file: no
command should wait for seconds."""

_LOOKS, _PAUSE_SECONDS = 20, 0.1
"""A new file is empty until its first page is written, which a slow disk may take a moment for."""

_LOCK: Final = 7_405_310_622
"""Any number of our own: two processes that open one PostgreSQL database take turns by it."""


def open_database(address: str, clock: Clock, *, facts: Path = shipped.FOLDER) -> Database:
    """Returns the database at an address, migrated and loaded. Two processes may do so at once: only one loads.

    Raises bot.errors.ProblemError with one of the sentences database-newer, -damaged, -empty, -read-only and
    -unreachable, each with the argument `path`: the file, or the address without its password.
    """
    try:
        url = normalised(address)
    except AddressError:
        raise problem("database-unreachable", shown(address)) from None
    if url.get_backend_name() == "sqlite":
        try:
            Path(url.database or "").parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise folder_problem(error, url) from None
        if stays_empty(Path(url.database or "")):
            raise problem("database-empty", url)
        if not _is_of_a_known_format(Path(url.database or "")):
            raise problem("database-damaged", url)
    print_of_facts = shipped.fingerprint(facts)
    database = Database(url)
    try:
        if url.get_backend_name() == "sqlite" and _size(url) <= LOOKED_AT_BYTES:
            database.read_now(_look_at_pages)
        if database.read_now(lambda c: _is_ours(c) and loading.edition(c) == print_of_facts):
            return database
        database.write_now(lambda c: _bring_up_to_date(c, facts, print_of_facts, clock))
    except (OperationalError, ProgrammingError):
        # Its own tables lack something that this revision has: someone altered them, or a build in between made them.
        database.close()
        raise problem("database-damaged", url) from None
    except BaseException:
        database.close()
        raise
    return database


def look_over(connection: Connection) -> None:
    """Looks at all there is: the pages of an SQLite file, and every sealed row. It takes a second for 100,000 rows.

    Raises DamagedDatabaseError or data.seals.DamagedRowError.
    """
    look_at_facts(connection)
    for what in damaged_documents(connection):
        raise seals.DamagedRowError(what)


def look_at_facts(connection: Connection) -> None:
    """Looks at all without which there is nothing to answer from: the pages, and every row that figures stand in."""
    _look_at_pages(connection)
    for what in seals.damaged(connection, *(t for t in SQLModel.metadata.sorted_tables if seals.SEAL in t.c)):
        raise seals.DamagedRowError(what)


def damaged_documents(connection: Connection) -> Iterator[str]:
    """Yields the table and the key of each damaged document, of a rule or a delivery for one: those fail alone."""
    return seals.damaged(connection, *(t for t in SQLModel.metadata.sorted_tables if seals.DOCUMENT in t.c))


def _look_at_pages(connection: Connection) -> None:
    """Looks whether a file's pages fit together and its indexes fit its tables: two to five milliseconds a megabyte.

    Rows are looked at as they are read, by their seals. PostgreSQL has tools of its own for its files.
    """
    if connection.dialect.name == "sqlite" and connection.scalar(text("PRAGMA integrity_check(1)")) != "ok":
        raise DamagedDatabaseError


def _is_ours(connection: Connection) -> bool:
    """Decides whether a database is at this revision; raises OperationalError when its tables are not so."""
    if revision_of(connection) != HEAD:
        return False
    if connection.dialect.name == "sqlite":
        for name, target in SQLModel.metadata.tables.items():
            # A table's own text may be damaged too, and then its columns have other names.
            columns = ", ".join(f'"{name}"."{column.name}"' for column in target.c)
            connection.exec_driver_sql(f'SELECT {columns} FROM "{name}" LIMIT 0')  # noqa: S608  names of our own
    return True


def stays_empty(file: Path) -> bool:
    """Decides whether there is a file without a byte in it, and not because another process is just making it.

    SQLite takes one for a new database, and even throws away the write-ahead log that lies beside it.
    """
    for _ in range(_LOOKS):
        if not file.is_file() or file.stat().st_size:
            return False
        threading.Event().wait(_PAUSE_SECONDS)
    return True


def _is_of_a_known_format(file: Path) -> bool:
    """Decides whether a file says it is of a format that is written too; SQLite would read any other without a word.

    Bytes 18 and 19 are 1 for a rollback journal, 2 for a write-ahead log (sqlite.org/fileformat.html, 1.3.3).
    """
    try:
        with file.open("rb") as stream:
            return stream.read(20)[18:] in (b"", b"\1\1", b"\2\2")
    except OSError:
        return True  # There is none, or it cannot be read: which of them is said as it is opened.


def _size(url: URL) -> int:
    file = Path(url.database or "")
    return file.stat().st_size if file.is_file() else 0


def revision_of(connection: Connection) -> str | None:
    """Returns the revision a database is at, None for an empty one.

    Raises ForeignDatabaseError for an SQLite file with tables of someone else; a PostgreSQL schema may hold others too.
    """
    tables = inspect(connection).get_table_names()
    if "alembic_version" not in tables:
        if tables and connection.dialect.name == "sqlite":
            raise ForeignDatabaseError
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


def _bring_up_to_date(connection: Connection, facts: Path, print_of_facts: str, clock: Clock) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    # What was true before the lock may have been done by another process while this one waited for it.
    if revision_of(connection) != HEAD:
        from data import migrate  # noqa: PLC0415  Alembic takes half a second to import and is hardly ever needed

        migrate.upgrade(connection)
    if loading.edition(connection) != print_of_facts:
        loading.load(connection, facts, print_of_facts, clock.now().at)
