"""Everything that can be set up, in one process: how long until it is there, and what it weighs when nothing happens.

Both platforms, their deliveries, the clock with ten thousand reminders, prices and rates, beside importing the
libraries alone. Ready is when Slack has both sockets, Discord has let the bot in, and the first tick is done.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import signal
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import psutil

from adapters.bootstrap import open_house
from adapters.clock import StoppedClock, SystemClock
from bot.alerts.ladder import Due
from bot.call import Ask, Call, Person, Place
from bot.days import Day, Instant
from data.rule_store import due_row
from data.rule_tables import DueRow
from data.tables import table
from tests.adapters.discord.gateways import one_server
from tests.benchmarks.bench_cold_start import IMPORTS, MEBIBYTE, Go, first_line
from tests.benchmarks.frame import Bench, Contestant
from tests.standins.discord.server import TOKEN
from tests.standins.slack.server import APP_TOKEN, StandIn

REMINDERS = 10_000
IDLE_SECONDS = 8.0
LOOK_SECONDS = 0.02
ROUNDS = 5
ROOT = Path(__file__).parents[2]
START = "import sys; from adapters.main import main; sys.exit(main(sys.argv[1:]))"
WHERE = Place("slack", "T1", "C1")


def prepared(folder: Path) -> Path:
    """Returns a database with one rule that has ten thousand reminders ahead of it."""
    path = folder / "twinstar.db"
    house = open_house(f"sqlite:///{path}", StoppedClock(Instant.of("2026-06-20T00:00+00:00")))
    try:
        house.turns.take(Call(Ask.of("/alert add unlock zhipu T-7"), WHERE, Person("slack", "T1", "U1")))
        house.ticker.tick()
        workspace = house.settings.workspace_of(WHERE, Person("slack", "T1", "U1"))
        rule = house.rules.of(workspace)[0].rule.id
        at = Instant.of("2027-12-01T00:00+00:00")
        day = Day.of("2027-12-08")
        dues = [
            Due(workspace, rule, f"bench:{n}", at, "rung", day, "UTC", "09:00", "zhipu:none:2027-12-08", "T-7")
            for n in range(REMINDERS)
        ]
        rows = [due_row(due) for due in dues]
        house.database.write_now(lambda connection: connection.execute(table(DueRow).insert(), rows) and None)
    finally:
        house.close()
    return path


def everything(database: Path) -> Go:
    """Starts it all against both platforms and returns when it was ready, and what it weighed some seconds later."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_started(Path(shutil.copy(database, folder))))


async def _started(database: Path) -> Go:
    discord = one_server()
    discord.follow(asyncio.get_running_loop().time)
    prices = database.with_name("prices.csv")
    prices.write_text("ticker,session,close\n", encoding="utf-8")
    async with StandIn(SystemClock()) as slack, discord.running() as (api, gateway):
        settings = {
            "DATABASE_URL": f"sqlite:///{database}",
            "SLACK_BOT_TOKEN": slack.world.team("T1", "C1").token,
            "SLACK_APP_TOKEN": APP_TOKEN,
            "SLACK_API_URL": f"{slack.url}/api/",
            "DISCORD_TOKEN": TOKEN,
            "DISCORD_API_URL": api,
            "DISCORD_GATEWAY_URL": gateway,
            "TWINSTAR_PRICES": "feed",
            "TWINSTAR_FEED": str(prices),
            "TWINSTAR_RATES_URL": "http://127.0.0.1:9/rates.zip",
        }
        home = {"HOME": str(database.parent), "XDG_DATA_HOME": str(database.parent), "PYTHONPATH": str(ROOT)}
        began = perf_counter()
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", START, "run"),
            env={"PATH": os.environ["PATH"], **home, **settings},
            cwd=database.parent,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            async with asyncio.timeout(120):
                await asyncio.gather(
                    slack.world.until(lambda: len(slack.sockets) == 2),
                    discord.gateway.connected(1),
                    _ticked(database),
                )
            took = (perf_counter() - began) * 1000
            await asyncio.sleep(IDLE_SECONDS)
            return Go(took, psutil.Process(process.pid).memory_info().rss / MEBIBYTE)
        finally:
            process.send_signal(signal.SIGTERM)
            await process.wait()


async def _ticked(database: Path) -> None:
    """Returns when a tick was completed after the one that prepared the database."""
    with contextlib.closing(sqlite3.connect(database, timeout=30)) as connection:
        while True:
            row = connection.execute("SELECT at FROM tick WHERE name = 'rules'").fetchone()
            if row is not None and not str(row[0]).startswith("2026-06-20"):
                return
            await asyncio.sleep(LOOK_SECONDS)


def _imports(after: str = "") -> Go:
    program = f"{IMPORTS}\nimport aiohttp\n{after}\nprint('ready', flush=True)\nimport sys\nsys.stdin.read()"
    return first_line([sys.executable, "-c", program])


def benches() -> Iterator[Bench]:
    """Yields the time and the memory. The controls load the libraries twelve times, or hold ballast."""
    with tempfile.TemporaryDirectory() as folder:
        database = prepared(Path(folder))
        gone: list[Go] = []

        def ready() -> float:
            gone.append(everything(database))
            return gone[-1].milliseconds

        yield Bench(
            "Everything set up, with ten thousand reminders: start to ready",
            "ms",
            ours=(Contestant("twinstar run", ready),),
            reference=Contestant("importing the libraries alone", lambda: _imports().milliseconds),
            control=Contestant(
                "importing them in twelve processes in turn", lambda: sum(_imports().milliseconds for _ in range(12))
            ),
            apart=1.2,
            rounds=ROUNDS,
        )
        weights = iter(list(gone))
        yield Bench(
            "Everything set up, with ten thousand reminders: resident memory when idle",
            "MiB",
            ours=(Contestant("twinstar run", lambda: next(weights).mebibytes),),
            reference=Contestant("importing the libraries alone", lambda: _imports().mebibytes),
            control=Contestant(
                "the same with 256 MiB of ballast", lambda: _imports("b = b'x' * (256 * 1024 * 1024)").mebibytes
            ),
            apart=1.5,
            rounds=ROUNDS,
        )
