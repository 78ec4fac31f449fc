"""When each recurring work was last done, and how each part of a running house stands, for whoever asks later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, select

from bot.clock import Clock
from bot.days import Instant
from data.database import Database
from data.loading import upsert
from data.rule_tables import TickRow
from data.tables import table

_PART: Final = "part:"
_WORK: Final = "work:"


@dataclass(frozen=True, slots=True)
class Beat:
    """When something was last heard of, and how it stood."""

    at: Instant
    said: str


class BeatStore:
    """Beats of the house, over all processes that share the database."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    def beat(self, standing: Mapping[str, str], worked: Mapping[str, Instant]) -> None:
        """Writes down how parts stand now, and when each recurring work was last done."""
        now = self._clock.now()
        rows = [{"name": f"{_PART}{name}", "at": now.at, "mark": said} for name, said in standing.items()]
        rows += [{"name": f"{_WORK}{name}", "at": at.at, "mark": ""} for name, at in worked.items()]
        if rows:
            self._database.write_now(lambda connection: upsert(connection, TickRow, rows))

    def heard(self) -> tuple[Mapping[str, Beat], Mapping[str, Beat]]:
        """Returns the last beat of each part, and of each recurring work, by name."""
        row = table(TickRow)

        def read(connection: Connection) -> dict[str, Beat]:
            found = connection.execute(select(row.c.name, row.c.at, row.c.mark).where(row.c.name.contains(":")))
            return {name: Beat(Instant(at), said) for name, at, said in found}

        beats = self._database.read_now(read)
        apart = ({n.removeprefix(p): b for n, b in beats.items() if n.startswith(p)} for p in (_PART, _WORK))
        parts, works = apart
        return parts, works
