"""The newest file of reference rates, in the database: every process reads the one that any of them fetched."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select

from bot.clock import Clock
from bot.days import Day
from data.database import Database
from data.loading import upsert
from data.market_tables import RatesRow
from data.seals import intact
from data.tables import table

BANK: Final = "ecb"


class RatesStore:
    """Keeps one file, the last that was fetched; whoever hands it in has looked at it."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    def day(self) -> Day | None:
        """Returns the last day of the file that is kept, None where none is."""
        row = table(RatesRow)
        query = select(row.c.day).where(row.c.bank == BANK)
        found = self._database.read_now(lambda c: c.scalar(query))
        return None if found is None else Day(found)

    def packed(self) -> bytes | None:
        """Returns the file as the bank sent it."""
        row = table(RatesRow)
        query = select(row).where(row.c.bank == BANK)
        found = self._database.read_now(lambda c: [row["packed"] for row in intact(c, RatesRow, query)])
        return found[0] if found else None

    def keep(self, packed: bytes, day: Day) -> None:
        """Keeps a file in place of the one before, given the last day of which it has rates."""
        values = {"bank": BANK, "day": day.date, "packed": packed, "at": self._clock.now().at}
        self._database.write_now(lambda c: upsert(c, RatesRow, [values]))
