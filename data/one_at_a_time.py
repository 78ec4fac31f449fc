"""One holder of a role at a time on one database: by a file beside an SQLite one, by an advisory lock on PostgreSQL.

Both are let go by the system when the process ends, however it ends; there is nothing to clean up.
"""

from __future__ import annotations

import fcntl
import os
import threading
import zlib
from pathlib import Path
from typing import IO, Final

from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from data.database import Database

ROLES: Final = ("slack", "discord", "worker")
"""What a process may do alone: answer on a platform and deliver there, or follow the clock and fetch."""

_SPACE: Final = 7_405_311
"""The first half of our advisory locks' keys, any number of our own; the second half is the role's."""


class FileLock:
    """A lock on a file beside the database, which holds the number of the process that has it."""

    def __init__(self, database: Path, role: str) -> None:
        self.path = database.with_name(f"{database.name}.{role}.lock")
        self._file: IO[str] | None = None

    def take(self) -> bool:
        """Decides whether the lock is ours now; it stays so until it is let go or the process ends."""
        if self._file is not None:
            return True
        file = self.path.open("a+", encoding="ascii")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.close()
            return False
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        self._file = file
        return True

    @property
    def holder(self) -> str:
        """Returns the number of the process that has it, empty where nobody can tell."""
        try:
            return self.path.read_text(encoding="ascii").strip()
        except (OSError, ValueError):
            return ""

    def let_go(self) -> None:
        """Lets others have it. The file stays: to remove it could take it away from under a new holder."""
        if self._file is not None:
            self._file.truncate(0)
            self._file.close()
            self._file = None


class AdvisoryLock:
    """A lock of a PostgreSQL session on a connection of its own, gone with that connection."""

    def __init__(self, database: Database, role: str) -> None:
        self._engine: Engine = create_engine(database.url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
        self._key = {"space": _SPACE, "role": zlib.crc32(role.encode()) & 0x7FFFFFFF}
        self._connection: Connection | None = None
        self._asking = threading.Lock()

    def take(self) -> bool:
        """Decides whether the lock is ours, asking anew each time: a connection that broke has lost it."""
        with self._asking:
            try:
                if self._connection is not None:
                    self._connection.execute(text("SELECT 1"))
                    return True
                connection = self._engine.connect()
                if connection.scalar(text("SELECT pg_try_advisory_lock(:space, :role)"), self._key):
                    self._connection = connection
                    return True
                connection.close()
            except SQLAlchemyError:
                self._closed()
            return False

    @property
    def holder(self) -> str:
        """Returns nothing: the server does not say who has it in words that would help."""
        return ""

    def let_go(self) -> None:
        """Lets others have it."""
        with self._asking:
            self._closed()

    def _closed(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


Lock = FileLock | AdvisoryLock


def lock_of(database: Database, role: str) -> Lock:
    """Returns the lock of a role on a database; it is not taken yet."""
    if database.is_sqlite:
        return FileLock(Path(database.url.database or ""), role)
    return AdvisoryLock(database, role)
