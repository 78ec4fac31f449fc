"""Copies of an SQLite database: taken while it is in use, looked at before they are trusted, and put back.

sqlite.org/backup.html: the copy is a snapshot, and neither readers nor the writer wait for it on a write-ahead log.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from bot.clock import Clock
from bot.errors import ProblemError
from bot.text import Message
from data import outbox_store, seals
from data.addresses import AddressError, normalised, shown
from data.opening import HEAD, open_database
from data.problems import problem
from data.seals import DamagedRowError

SUFFIXES = ("", "-wal", "-shm")
"""An SQLite database is up to three files: sqlite.org/wal.html."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that was looked at: its size in bytes, and how many claims and rules it holds."""

    path: Path
    size: int
    claims: int
    rules: int


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back: the copy, where what stood there before is kept, and how many deliveries are unsure now."""

    copy: Copy
    before: Path | None
    unsure: int


def file_of(address: str) -> Path:
    """Returns the file of an SQLite database; raises ProblemError for any other, which has tools of its own."""
    try:
        url = normalised(address)
    except AddressError:
        raise problem("database-unreachable", shown(address)) from None
    if url.get_backend_name() != "sqlite":
        raise ProblemError(Message("backup-not-sqlite"))
    return Path(url.database or "")


def back_up(database: Path, to: Path) -> Copy:
    """Writes a copy of a database that may be in use, whole or not at all, and returns what is in it.

    Raises ProblemError when there is no such database, the copy cannot be written, or what was copied is damaged.
    """
    if not database.is_file():
        raise problem("database-unreachable", str(database))
    if not database.stat().st_size:
        raise problem("database-empty", str(database))
    part = to.with_name(f".{to.name}.part")
    try:
        with contextlib.closing(_reading(database)) as source, contextlib.closing(sqlite3.connect(part)) as target:
            source.backup(target)
            # The copy is one file: whoever carries it off has all of it.
            target.execute("PRAGMA journal_mode=DELETE")
        try:
            copy = looked_at(part)
        except ProblemError as fault:
            # It is no worse than what it was copied from.
            raise problem("database-damaged", str(database)) if fault.what.key == "backup-damaged" else fault from None
        _synced(part)
        part.replace(to)
    except (sqlite3.Error, OSError):
        raise problem("backup-failed", str(to)) from None
    finally:
        part.unlink(missing_ok=True)
    return Copy(to, copy.size, copy.claims, copy.rules)


def looked_at(path: Path) -> Copy:
    """Returns what a copy holds; raises ProblemError for a file that is missing, damaged, or not one of ours."""
    if not path.is_file():
        raise problem("backup-missing", str(path))
    try:
        with contextlib.closing(_reading(path)) as connection:
            found = [row[0] for row in connection.execute("PRAGMA integrity_check(1)")]
            if found != ["ok"]:
                raise problem("backup-damaged", str(path))
            tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if not {"alembic_version", "claim"} <= tables:
                raise problem("backup-foreign", str(path))
            claims = connection.execute("SELECT count(*) FROM claim").fetchone()[0]
            rules = connection.execute("SELECT count(*) FROM rule").fetchone()[0] if "rule" in tables else 0
            if connection.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,):
                with create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool).connect() as sealed:
                    seals.look_over(sealed)
    except (sqlite3.Error, DBAPIError, DamagedRowError):
        raise problem("backup-damaged", str(path)) from None
    return Copy(path, path.stat().st_size, claims, rules)


def restore(copy: Path, into: Path, clock: Clock) -> Restored:
    """Puts a copy in the place of a database that nobody uses, and keeps beside it what stood there.

    The copy is brought up to date, and what waited to be delivered is unsure in it: it cannot know what was sent since.
    Raises ProblemError when the copy is damaged, is not one of ours, or was written by a newer version; then all stays
    as it was.
    """
    known = looked_at(copy)
    into.parent.mkdir(parents=True, exist_ok=True)
    part = into.with_name(f".{into.name}.restored")
    _removed(part)
    try:
        with contextlib.closing(_reading(copy)) as source, contextlib.closing(sqlite3.connect(part)) as target:
            source.backup(target)
        database = open_database(str(URL.create("sqlite", database=str(part))), clock)
        try:
            unsure = database.write_now(lambda connection: outbox_store.restored(connection, clock.now().at))
        finally:
            database.close()
        _synced(part)
        before = _set_aside(into, clock)
        part.replace(into)
    except (sqlite3.Error, OSError):
        raise problem("backup-failed", str(into)) from None
    finally:
        _removed(part)
    return Restored(known, before, unsure)


def _set_aside(database: Path, clock: Clock) -> Path | None:
    if not database.exists():
        return None
    aside = database.with_name(f"{database.name}.before-{clock.now().at:%Y%m%dT%H%M%SZ}")
    for suffix in SUFFIXES:
        with contextlib.suppress(FileNotFoundError):
            Path(f"{database}{suffix}").replace(f"{aside}{suffix}")
    return aside


def _removed(path: Path) -> None:
    for suffix in SUFFIXES:
        Path(f"{path}{suffix}").unlink(missing_ok=True)


def _reading(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=20)


def _synced(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
