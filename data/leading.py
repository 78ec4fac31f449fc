"""Which of several processes over one PostgreSQL does a work that only one should do: whoever holds its lock.

The lock belongs to a connection, so that it is free the moment its process is gone (postgresql.org, advisory locks). Of
a process that stands still, or a machine that went without a word, the server hears nothing; then it ends the
connection, and with it the lead.

For the ticks of the clock it only spares work: two who tick side by side tell each alert once all the same, by the key
it is written under. A platform's limits go for the bot, and each process would use them up alone.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Mapping
from typing import Final, Literal, get_args

from sqlalchemy import URL, Connection, create_engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

Work = Literal["ticking", "slack", "discord"]
"""What is led: the ticks and what is fetched, delivering on Slack, answering and delivering on Discord."""

WORKS: tuple[Work, ...] = get_args(Work)

_KEYS: Final[Mapping[Work, int]] = {"ticking": 7_405_310_623, "slack": 7_405_310_624, "discord": 7_405_310_625}
"""Any numbers of our own, beside the one that opening a database takes turns by."""

SILENT_SECONDS = 30.0
"""After so long without a word the server takes the lead away; whoever leads asks every few seconds.

postgresql.org/docs/current/runtime-config-client.html, idle_session_timeout: since PostgreSQL 14."""


class Leadership:
    """The lead in one work among the processes over one database. On SQLite everybody leads: there is one process."""

    def __init__(self, url: URL, work: Work = "ticking", silent: float = SILENT_SECONDS) -> None:
        self._engine = None if url.get_backend_name() == "sqlite" else create_engine(url, poolclass=NullPool)
        self._key, self._silent = _KEYS[work], round(silent * 1000)
        self._held: Connection | None = None
        self._one_at_a_time = threading.Lock()

    def leads(self) -> bool:
        """Returns whether this process has the lead now, taking it where nobody has."""
        if self._engine is None:
            return True
        with self._one_at_a_time:
            try:
                if self._held is not None:
                    self._held.scalar(text("SELECT 1"))
                    return True
                connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
                if connection.scalar(text("SELECT pg_try_advisory_lock(:key)"), {"key": self._key}):
                    self._held = connection
                    with contextlib.suppress(DBAPIError):
                        connection.execute(text(f"SET idle_session_timeout = {self._silent}"))
                    return True
                connection.close()
            except DBAPIError:
                self._leave()
            return False

    def leave(self) -> None:
        """Gives the lead up."""
        with self._one_at_a_time:
            self._leave()

    def _leave(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            held.invalidate()
            held.close()
