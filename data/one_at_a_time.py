"""One process at a time in each role over one SQLite database, by locks on files beside it.

The system lets go of them when the process ends, however it ends; there is nothing to clean up. On PostgreSQL any
number of processes share the work (data.leading).
"""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import IO, Final

ROLES: Final = ("slack", "discord", "worker")
"""What a process may do alone: answer on a platform and deliver there, or follow the clock and fetch."""


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
