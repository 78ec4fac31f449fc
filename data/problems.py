"""What a person is told when the database cannot be used: which one, and why, never with a password."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EACCES, EPERM, EROFS
from pathlib import Path
from typing import Final

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError, OperationalError

from bot.errors import ProblemError
from bot.text import Message, Raw
from data.addresses import shown
from data.seals import DamagedRowError

NO_TEXT: Final = "Could not decode to UTF-8"
"""What sqlite3 says, without a code, of a cell that holds other bytes than any text we wrote."""


class ForeignDatabaseError(Exception):
    """Says that a database holds tables, but not ours."""


class DamagedDatabaseError(Exception):
    """Says that a file's pages do not fit together."""


class NewerDatabaseError(Exception):
    """Says that a database was migrated by a later version of this program."""


def problem(key: str, url: URL | str, what: str | None = None) -> ProblemError:
    """Returns the error that names a database; `key` is a sentence of the catalogue with the argument `path`.

    One that says what in it is damaged has it as the argument `what`.
    """
    said = {} if what is None else {"what": Raw(what)}
    return ProblemError(Message(key, {"path": Raw(shown(url)), **said}))


@contextmanager
def explained(url: URL) -> Iterator[None]:
    """Turns what the drivers raise when a database cannot be used into the error a person is shown; the rest passes."""
    try:
        yield
    except NewerDatabaseError:
        raise problem("database-newer", url) from None
    except DamagedRowError as error:
        altered = "database-row-damaged" if url.get_backend_name() == "sqlite" else "database-row-altered"
        raise problem(altered, url, error.what) from None
    except UnicodeDecodeError as error:
        # SQLite quotes a damaged table's own text, and where that is none any more sqlite3 cannot make an error of it.
        if not error.object.startswith(b"malformed"):
            raise
        raise problem("database-damaged", url) from None
    except (ForeignDatabaseError, DamagedDatabaseError):
        raise problem("database-damaged", url) from None
    except DBAPIError as error:
        key = _reason(error, url)
        if key is None:
            raise
        raise problem(key, url) from None


def folder_problem(error: OSError, url: URL) -> ProblemError:
    """Returns the error for a database whose folder cannot be made."""
    refused = error.errno in (EACCES, EPERM, EROFS)
    return problem("database-read-only" if refused else "database-unreachable", url)


def _reason(error: DBAPIError, url: URL) -> str | None:
    """The sentence for a driver's error, None for one that speaks of a statement and not of the database."""
    if not isinstance(error.orig, sqlite3.Error):
        lost = error.statement is None or error.connection_invalidated
        return "database-unreachable" if lost and isinstance(error, OperationalError) else None
    if str(error.orig).startswith(NO_TEXT):
        return "database-damaged"
    match getattr(error.orig, "sqlite_errorname", "").split("_")[1:2]:
        case ["READONLY"]:
            return "database-read-only"
        case ["CANTOPEN" | "PERM" | "AUTH"]:
            path = Path(url.database or "")
            return "database-unreachable" if path.is_dir() else "database-read-only"
        case ["CORRUPT" | "NOTADB"]:
            return "database-damaged"
        case ["IOERR" | "FULL" | "BUSY" | "LOCKED"]:
            return "database-unreachable"
    return None
