"""A whole house with vendors' stand-ins beside it, driven by one test: what is typed, what comes, what is told."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select

from adapters.bootstrap import House, open_house
from adapters.clock import StoppedClock
from adapters.console.calls import call_of
from adapters.market.refreshing import Refresh, Refreshed
from adapters.market.start import refresh_of
from adapters.settings import Settings
from bot.call import Ask, Call, Person, Place
from bot.commands.turn import Reply
from bot.days import Day, Instant
from bot.words.fallback import fallback
from data.tables import DeliveryRow, table
from tests.standins.market.server import Market

FRIDAY = Instant.of("2026-11-20T12:00Z")
MONDAY = Instant.of("2026-11-23T12:00Z")
SLACK, DISCORD = Place("slack", "T1", "C1"), Place("discord", "1", "2")


@dataclass
class Desk:
    """The house, its clock, what vendors know, and the rounds that were taken."""

    house: House
    clock: StoppedClock
    settings: Settings
    market: Market = field(default_factory=Market)
    other: Market = field(default_factory=Market)
    refresh: Refresh | None = None
    loop: asyncio.Runner = field(default_factory=asyncio.Runner)

    def at(self, moment: str | Instant) -> None:
        self.clock.moment = Instant.of(moment) if isinstance(moment, str) else moment

    def round(self, since: Day | None = None) -> Refreshed:
        """Takes one round of refresh against the stand-ins; the refresh itself lives on, as it does in a process."""

        async def go() -> Refreshed:
            async with self.market.running() as first, self.other.running() as second:
                if self.refresh is None:
                    self.refresh = self._made(first)
                for vendor in self.refresh.vendors:
                    # The stand-in has another port each time.
                    name = "_place" if vendor.vendor == "feed" else "_address"
                    tail = {"eodhd": f"{first}/api", "feed": f"{second}/feed/csv"}.get(vendor.vendor, first)
                    setattr(vendor, name, tail)
                return await self.refresh.once(since)

        return self.loop.run(go())

    def _made(self, address: str) -> Refresh:
        house = self.house

        def moved(companies: frozenset[str]) -> None:
            house.ticker.tick()

        return refresh_of(house.database, house.facts.calendar.all(), self.settings, self.clock, moved)

    def says(self, line: str) -> str:
        """Returns what a line typed in the terminal is answered with."""
        return fallback(self.house.turns.take(call_of(line)).answer, self.house.writers.of("en"))

    def takes(self, line: str, place: Place, person: str = "alice") -> Reply:
        """Takes a command typed somewhere on a platform."""
        return self.house.turns.take(Call(Ask.of(line), place, Person(place.platform, place.team, person)))

    def delivered(self) -> list[tuple[str, str]]:
        """Returns every delivery that was ever put, as its platform and its alert."""
        row = table(DeliveryRow)
        query = select(row.c.platform, row.c.alert).order_by(row.c.alert, row.c.platform)
        return self.house.database.read_now(lambda c: [(r.platform, r.alert) for r in c.execute(query)])


@contextmanager
def opened(folder: Path, database: Path, **configured: str) -> Iterator[Desk]:
    """Yields a house over its own copy of a loaded database on a Friday evening, its only vendor EODHD's stand-in."""
    kept = folder / "twinstar.db"
    if not kept.exists():
        shutil.copy(database, kept)
    clock = StoppedClock(FRIDAY)
    settings = Settings.model_validate(
        {"TWINSTAR_PRICES": "eodhd", "EODHD_API_TOKEN": "made-token", "TWINSTAR_FEED": "x", **configured}
    )
    desk = Desk(open_house(f"sqlite:///{kept}", clock, configured=settings), clock, settings)
    try:
        yield desk
    finally:
        desk.loop.close()
        desk.house.close()
