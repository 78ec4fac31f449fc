"""Who takes the ticks of the clock where several processes run over one PostgreSQL: whoever holds the lock.

The lock belongs to a connection, so that it is free the moment its process is gone (postgresql.org, advisory locks). It
only spares work: two who tick side by side tell each alert once all the same, by the key it is written under.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import URL, Connection, create_engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

_TICKING: Final = 7_405_310_623
"""Any number of our own, beside the one that opening a database takes turns by."""


class Leadership:
    """The lead among the processes over one database. On SQLite everybody leads: there is one writer anyway."""

    def __init__(self, url: URL) -> None:
        self._engine = None if url.get_backend_name() == "sqlite" else create_engine(url, poolclass=NullPool)
        self._held: Connection | None = None

    def leads(self) -> bool:
        """Returns whether this process has the lead now, taking it where nobody has."""
        if self._engine is None:
            return True
        try:
            if self._held is not None:
                self._held.scalar(text("SELECT 1"))
                return True
            connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
            if connection.scalar(text("SELECT pg_try_advisory_lock(:key)"), {"key": _TICKING}):
                self._held = connection
                return True
            connection.close()
        except DBAPIError:
            self.leave()
        return False

    def leave(self) -> None:
        """Gives the lead up."""
        held, self._held = self._held, None
        if held is not None:
            held.invalidate()
            held.close()
