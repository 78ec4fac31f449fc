"""A round of prices for 500 listings beside a bare loop of requests, and what Yahoo's library costs in memory."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

import aiohttp
from sqlalchemy import insert

from adapters.clock import StoppedClock
from adapters.market.refreshing import AT_ONCE, Refresh
from adapters.market.web import Eodhd
from bot.days import Day, Instant
from data import schema
from data.addresses import normalised
from data.database import Database
from data.market_store import MarketStore
from data.seals import SEAL
from data.tables import CompanyRow, ListingRow, table
from tests.benchmarks.frame import Bench, Contestant
from tests.standins.market.server import Market

SYMBOLS = [f"{n:04}.HK" for n in range(1, 501)]
FIRST = date(2026, 9, 1)
DAYS = 40

_MEMORY = """
import asyncio, sys, psutil
from adapters.bootstrap import open_house
from adapters.clock import StoppedClock
from adapters.fresh import fresh
from adapters.settings import Settings
from bot.days import Instant
address, database, how = sys.argv[1:]
house = open_house("sqlite:///" + database, StoppedClock(Instant.of("2026-11-23T12:00Z")))
found = fresh(house, Settings.model_validate({"TWINSTAR_YAHOO_URL": address, "TWINSTAR_RATES_URL": "none"}))
process = psutil.Process()
before = process.memory_info().rss
if how == "worker":
    asyncio.run(found.once())
    heavy = {"pandas", "numpy", "yfinance"} & set(sys.modules)
    assert not heavy, heavy
elif how == "inside":
    from adapters.market.yahoo import asked_of_yahoo
    asked_of_yahoo("2513.HK", "2026-11-20", "2026-11-24", address)
print((process.memory_info().rss - before) / 1024 / 1024)
house.close()
"""


@contextmanager
def served(market: Market) -> Iterator[str]:
    """Serves a stand-in from another thread, which slows down everyone who asks it alike."""
    loop, started, address = asyncio.new_event_loop(), threading.Event(), list[str]()
    done = asyncio.Event()

    async def serve() -> None:
        async with market.running() as at:
            address.append(at)
            started.set()
            await done.wait()

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()))
    thread.start()
    started.wait(30)
    try:
        yield address[0]
    finally:
        loop.call_soon_threadsafe(done.set)
        thread.join(30)
        loop.close()


def benches() -> Iterator[Bench]:
    """Yields the time of a round and what Yahoo adds to the bot's own process."""
    market = Market()
    for symbol in SYMBOLS:
        for n in range(DAYS):
            market.deal(symbol, (FIRST + timedelta(days=n)).isoformat(), 100 + n)
    with served(market) as address, tempfile.TemporaryDirectory() as folder:
        yield _round(address, Path(folder))
        market.deal("2513.HK", "2026-11-20", 600)
        yield _memory(address, Path(folder))


def _round(address: str, folder: Path) -> Bench:
    database = Database(normalised(str(folder / "prices.db")))
    database.write_now(schema.create_all)
    made = table(CompanyRow)
    company = {c.name: "c" for c in made.columns if c.name != SEAL}
    empty = {c.name: "" for c in table(ListingRow).columns if c.name != SEAL}
    known = {"company": "c", "venue": "XHKG", "listed_on": None, "offer_price": None, "currency": "HKD"}
    rows = [empty | known | {"ticker": symbol, "zone": "Asia/Hong_Kong"} for symbol in SYMBOLS]
    database.write_now(lambda c: c.execute(insert(made), company).close())
    database.write_now(lambda c: c.execute(insert(table(ListingRow)), rows).close())
    clock = StoppedClock(Instant.of(f"{FIRST}T12:00Z"))
    refresh = Refresh(MarketStore(database, clock), [Eodhd("made-token", f"{address}/api")], lambda *_: True, clock)

    def ours() -> float:
        clock.moment = Instant(clock.moment.at + timedelta(days=1))
        started = perf_counter()
        found = asyncio.run(refresh.once())
        took = (perf_counter() - started) * 1000
        assert found.taken >= len(SYMBOLS) and not found.aside, found
        return took

    def bare(times: int = 1) -> Callable[[], float]:
        async def ask(session: aiohttp.ClientSession, symbol: str) -> None:
            day = Day(FIRST).iso
            query = {"from": day, "to": day, "fmt": "json", "api_token": "made-token"}
            async with session.get(f"{address}/api/eod/{symbol}", params=query) as reply:
                assert len(await reply.json()) == 1

        async def go() -> None:
            async with aiohttp.ClientSession() as session:
                for start in range(0, len(SYMBOLS) * times, AT_ONCE):
                    part = [SYMBOLS[n % len(SYMBOLS)] for n in range(start, start + AT_ONCE)]
                    await asyncio.gather(*(ask(session, symbol) for symbol in part))

        def measure() -> float:
            started = perf_counter()
            asyncio.run(go())
            return (perf_counter() - started) * 1000

        return measure

    return Bench(
        f"One round of prices for {len(SYMBOLS)} listings, judged and written",
        "ms",
        ours=(Contestant("refresh", ours),),
        reference=Contestant("a bare loop of as many requests", bare()),
        control=Contestant("a bare loop of twenty times as many", bare(20)),
        apart=1.5,
    )


def _memory(address: str, folder: Path) -> Bench:
    def adds(how: str) -> Callable[[], float]:
        def measure() -> float:
            command = [sys.executable, "-c", _MEMORY, address, str(folder / "house.db"), how]
            said = subprocess.run(command, capture_output=True, text=True, check=True)
            return float(said.stdout)

        return measure

    return Bench(
        "Resident memory that a round of Yahoo adds to the bot's own process",
        "MiB",
        ours=(Contestant("in a worker process", adds("worker")),),
        reference=Contestant("nothing asked", adds("nothing")),
        control=Contestant("in the bot's own process", adds("inside")),
        apart=3,
    )
