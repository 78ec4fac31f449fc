"""Prints what a clock does over days that a seed draws: each tick, what it told, and every row that it left.

`python -m tests.adapters.ticking.trace SEED FOLDER`. The test beside it runs this twice and compares every byte.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

from sqlalchemy import Connection, select

from adapters.ticker import Ticker
from bot.call import Place
from bot.days import Instant
from bot.rule import ClaimWatch, Frequency, OvertakeWatch, Rule
from data.episode_store import EpisodeStore
from data.episode_tables import EpisodeRow
from data.quiet_store import QuietStore
from data.quiet_tables import QuietRow
from data.rule_tables import AlertRow, DueRow, RuleLevelRow, RuleStateRow, SeriesRow, TickRow
from data.tables import DeliveryRow, table
from data.watch_store import WatchStore
from tests.adapters.ticking.ticking import COMPANIES, RUN_RATE, Stage, figure, level
from tests.bot.facts_book import EURO_RATES

WRITTEN = (RuleStateRow, RuleLevelRow, DueRow, AlertRow, EpisodeRow, QuietRow, DeliveryRow, SeriesRow, TickRow)
DAYS, RULES, WORKSPACES = 14, 30, 4

FREQUENCIES: tuple[Frequency, ...] = ("once", "each_crossing", "each_close", "daily")


class Whole(Stage):
    """A stage on which alerts become episodes and channels have their quiet, as in the house."""

    def restart(self) -> None:
        super().restart()
        quiet = QuietStore(self.database, self.clock)
        self.episodes = EpisodeStore(self.database, self.clock, self._put, quiet)
        self.store = WatchStore(self.database, self._put, self.episodes.route)
        self.ticker = Ticker(self.store, self.facts, self.facts, EURO_RATES, self.clock)


def drawn(luck: Random, number: int) -> Rule:
    space = f"w{luck.randrange(WORKSPACES)}"
    at = luck.randint(70, 130)
    one = level(f"r{number}", at, luck.choice(["above", "below"]), space)
    places = tuple(Place("slack", space, f"C{n}") for n in range(luck.randint(1, 3)))
    frequency: Frequency = luck.choice(FREQUENCIES)
    one = replace(one, destinations=places, frequency=frequency, pending=luck.choice([1, 1, 2]))
    match luck.randrange(5):
        case 0:
            return replace(one, watch=OvertakeWatch(*luck.choice([("star", "moon"), ("moon", "star")]), RUN_RATE))
        case 1:
            return replace(one, watch=ClaimWatch(COMPANIES, (RUN_RATE,)))
        case _:
            return one


def rows(connection: Connection) -> list[str]:
    found = []
    for each in WRITTEN:
        row = table(each)
        for values in connection.execute(select(row).order_by(*row.primary_key)):
            found.append(f"{row.name} {tuple(values)!r}")
    return found


def run(seed: int, folder: Path) -> None:
    """Prints the trace of a seed."""
    luck = Random(seed)  # noqa: S311  # a sample
    stage = Whole(f"sqlite:///{folder / 'trace.db'}")
    stage.say(figure("star", "2026-05-20", 90), figure("moon", "2026-05-20", 95))
    stage.keep(*(drawn(luck, number) for number in range(RULES)))
    for day in range(DAYS):
        for company in COMPANIES:
            if luck.random() < 0.7:
                iso = (stage.clock.moment.at + timedelta(days=1)).date().isoformat()
                stage.say(figure(company, iso, luck.randint(60, 140)))
        if luck.random() < 0.2:
            stage.restart()
        stage.clock.moment = Instant(stage.clock.moment.at + timedelta(days=1, minutes=luck.randint(-90, 90)))
        ticked = stage.ticker.tick()
        sys.stdout.write(f"day {day} at {stage.clock.moment.iso}: {[a.key for a in ticked.alerts]}\n")
        sys.stdout.write("\n".join(repr(each) for each in ticked.deliveries) + "\n")
        sys.stdout.write("\n".join(stage.database.read_now(rows)) + "\n")
    stage.close()


if __name__ == "__main__":
    run(int(sys.argv[1]), Path(sys.argv[2]))
