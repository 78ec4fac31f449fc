"""Installations of teams, tokens among them: sealed before they reach the database, opened only with the key.

Fernet is AES-128 in CBC mode with an HMAC over it (cryptography.io/en/latest/fernet).
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, delete, select

from bot.clock import Clock
from bot.errors import ProblemError
from bot.text import Message
from data.database import Database
from data.loading import upsert
from data.platform_tables import InstallationRow
from data.putting_back import mended
from data.tables import table

log = logging.getLogger(__name__)


class Seal:
    """Seals and opens texts. The first key seals; all of them open, so that a key can be replaced by a new one."""

    def __init__(self, keys: Sequence[str]) -> None:
        """Raises ProblemError for a key that is none."""
        try:
            self._fernet = _fernet().MultiFernet([_fernet().Fernet(key.strip()) for key in keys])
        except ValueError:
            raise ProblemError(Message("key-unusable"), "twinstar key") from None

    def sealed(self, text: str) -> str:
        """Returns a text that says nothing without the key."""
        return str(self._fernet.encrypt(text.encode()).decode())

    def opened(self, sealed: str) -> str | None:
        """Returns what was sealed, None when it was with another key or was tampered with."""
        try:
            return str(self._fernet.decrypt(sealed).decode())
        except (_fernet().InvalidToken, ValueError):
            return None

    @staticmethod
    def new_key() -> str:
        """Returns a new key as a setting takes it."""
        return str(_fernet().Fernet.generate_key().decode())


def _fernet() -> Any:  # noqa: ANN401  the module itself
    from cryptography import fernet  # noqa: PLC0415  8 MiB, wanted only where tokens are kept

    return fernet


class InstallationStore:
    """The installation of each team of a platform, as a text whose form is the platform's own matter."""

    def __init__(self, database: Database, clock: Clock, seal: Seal) -> None:
        self._database, self._clock, self._seal = database, clock, seal

    def keep(self, platform: str, team: str, document: str) -> None:
        """Keeps a team's installation in place of the one before, and lets go what its token was refused for."""
        now = self._clock.now().at
        row = {
            "platform": platform,
            "team": team,
            "sealed": self._seal.sealed(document),
            "at": now,
        }

        def write(connection: Connection) -> None:
            upsert(connection, InstallationRow, [row])
            mended(connection, platform, team, now)

        self._database.write_now(write)

    def find(self, platform: str, team: str) -> str | None:
        """Returns a team's installation, None when there is none that the key opens."""
        row = table(InstallationRow)
        query = select(row.c.sealed).where(row.c.platform == platform, row.c.team == team)
        sealed: str | None = self._database.read_now(lambda connection: connection.scalar(query))
        if sealed is None:
            return None
        document = self._seal.opened(sealed)
        if document is None:
            log.error("the installation of %s team %s was sealed with another key", platform, team)
        return document

    def all(self, platform: str) -> dict[str, str]:
        """Returns every installation of a platform that the key opens, by its team."""
        row = table(InstallationRow)
        query = select(row.c.team, row.c.sealed).where(row.c.platform == platform)
        rows = self._database.read_now(lambda connection: [tuple(found) for found in connection.execute(query)])
        return {team: document for team, sealed in rows if (document := self._seal.opened(sealed)) is not None}

    def forget(self, platform: str, team: str) -> None:
        """Deletes a team's installation."""
        row = table(InstallationRow)
        gone = delete(row).where(row.c.platform == platform, row.c.team == team)
        self._database.write_now(lambda connection: connection.execute(gone).rowcount)
