"""Damaged rows fail alone: what is read for many at once leaves them out, names them, and goes on with all others.

Nothing is taken from such a row but the columns that name it. It stands where it stood, so one that is put back as it
was is read again by itself.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Sequence
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Executable, RowMapping
from sqlalchemy.exc import OperationalError

from data.any_bytes import any_bytes
from data.problems import NO_TEXT
from data.seals import DamagedRowError

T = TypeVar("T")

log = logging.getLogger(__name__)

UNREADABLE: Final = (DamagedRowError, ValueError, TypeError, KeyError, AttributeError)
"""What reading a document raises that is not the one that was written: a seal that was hit itself cannot tell."""

RESTORE: Final = {
    True: "twinstar restore FILE --yes puts a backup back",
    False: "the server's own tools put a backup back",
}
"""What mends a damaged row, by whether it stands in an SQLite file."""


def rows_of(connection: Connection, query: Executable, asked: Any = None) -> Sequence[RowMapping]:  # noqa: ANN401
    """Returns the rows of a query; a cell of text whose bytes are none any more comes as these bytes."""
    try:
        return connection.execute(query, asked).mappings().all()
    except OperationalError as fault:
        if not str(fault.orig).startswith(NO_TEXT):
            raise
    with any_bytes(connection):
        return connection.execute(query, asked).mappings().all()


def whole(read: Callable[[RowMapping], T], row: RowMapping) -> T | None:
    """Returns what was read of a row of texts and numbers, None where it cannot be read as it was written."""
    if bytes in map(type, row.values()):
        return None
    try:
        return read(row)
    except UNREADABLE:
        return None


class Aside:
    """Says of each damaged row once that it is set aside and what puts it back, and once that it is so no more."""

    def __init__(self, *, sqlite: bool) -> None:
        self._restore = RESTORE[sqlite]
        self._said: frozenset[str] = frozenset()

    def say(self, damaged: Collection[str]) -> None:
        """Takes note of all that is damaged now, by table and key."""
        for what in sorted(set(damaged) - self._said):
            log.error("%s is damaged and set aside, all others go on: %s", what, self._restore)
        for what in sorted(self._said - set(damaged)):
            log.warning("%s is damaged no more", what)
        self._said = frozenset(damaged)

    def also(self, damaged: Collection[str]) -> None:
        """Takes note of what is damaged beside what was said, where only some of the rows were read."""
        self.say(self._said | set(damaged))


def read_of(
    rows: Sequence[RowMapping], read: Callable[[RowMapping], T], name: Callable[[RowMapping], str]
) -> tuple[list[T], list[str]]:
    """Returns what was read of the rows that can be, and the names of those that cannot."""
    found = [(row, whole(read, row)) for row in rows]
    return [each for _, each in found if each is not None], [name(row) for row, each in found if each is None]
