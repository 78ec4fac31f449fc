"""A flipped bit anywhere in the database file: every answer is what it was, or says what is damaged and what to type.

Never another number. What SQLite cannot see, a seal on each row of facts and a look over the file's pages do.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Literal

import pytest
from sqlalchemy import Connection, func, insert, select

from adapters.bootstrap import House, open_house
from adapters.clock import StoppedClock
from adapters.words import Writers
from bot.call import Place
from bot.days import Day, Instant
from bot.errors import ProblemError
from bot.facts.offers import About, Action, Count, Offer
from data import documents, opening, seals
from data.market_store import MarketStore
from data.quote_store import QuoteStore
from data.seals import unsealed
from data.share_store import ShareStore
from data.tables import ClaimRow, SourceRow, table
from tests.adapters.people.saying import OURS, say
from tests.contracts.market import offer

RESTORED_BY = "twinstar restore FILE --yes"
REFUSALS = ('"database-damaged"', '"database-row-damaged"')

PAGE = 4_096
TEAM = "slack:T1"
TOLD = (
    "/alert add unlock zhipu T-7",
    "/alert add zhipu moves 10% in 1 sessions",
    "/set add peers zhipu minimax",
    "/digest daily",
    "/settings currency USD for everyone",
)
ASKED = (
    "/value zhipu",
    "/compare zhipu minimax anthropic openai sensetime baidu",
    "/compare openai anthropic revenue on 2026-06-24",
    "/rank market value",
    "/history zhipu share price from 2026-02-01 to 2026-07-31",
    "/history zhipu minimax revenue",
    "/unlocks",
    "/overhang zhipu",
    "/mirror zhipu minimax",
    "/explain P/ARR",
    "/sources zhipu",
    "/claims musk",
    "/coverage zhipu",
    "/alert list",
    "/status",
    "/查 腾讯 总股本",
    "/claims zhipu",
    "/settings",
)
"""What is asked of every damaged file; together they read every table that figures stand in."""

Came = Literal["same", "refused at opening", "refused at answering", "different", "failed"]


@pytest.fixture(scope="module")
def clock() -> StoppedClock:
    return StoppedClock(Instant.of("2026-06-25T09:00Z"))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, clock: StoppedClock) -> Path:
    """A house that was lived in: rules, sets, prices and quotes of vendors, a split taken over, a team's own claim."""
    path = tmp_path_factory.mktemp("whole") / "twinstar.db"
    house = open_house(f"sqlite:///{path}", clock)
    for line in TOLD:
        say(house, line, runs=True)
    market = MarketStore(house.database, clock)
    market.take([offer(Day.of("2026-06-24"), "612.5"), offer(Day.of("2026-06-24"), "610", "eodhd")], [])
    QuoteStore(house.database, clock).keep(
        [replace(offer(None, "615.5"), at=Instant.of("2026-06-25T03:32Z")) for _ in "1"]
    )
    counts = (Count("yahoo", "2513.HK", Day.of("2026-06-20"), 446_000_000),)
    actions = (Action("yahoo", "2513.HK", Day.of("2026-05-20"), "dividend", Decimal("0.25")),)
    ShareStore(house.database, clock).keep([About(counts, actions)])
    house.database.write_now(recorded)
    house.ticker.tick()
    house.close()
    return path


def recorded(connection: Connection) -> None:
    claim, source = table(ClaimRow), table(SourceRow)
    query = select(claim).where(claim.c.company == "zhipu", claim.c.measure == "revenue").limit(1)
    one = unsealed(connection.execute(query).mappings().one())
    cited = unsealed(connection.execute(select(source).where(source.c.key == one["source"])).mappings().one())
    connection.execute(insert(source), [{**cited, "workspace": TEAM}])
    mine = {"workspace": TEAM, "id": "ours", "root": "ours", "shipped": False, "value": one["value"] + 10_000}
    connection.execute(insert(claim), [{**one, **mine}])


def answers(path: Path, clock: StoppedClock) -> list[str]:
    """Returns what is answered to everything, as documents."""
    house = open_house(f"sqlite:///{path}", clock)
    try:
        return [documents.written(say(house, line, runs=True).answer) for line in ASKED]
    finally:
        house.close()


class Bench:
    """One file with one bit of it flipped at a time, and put back."""

    def __init__(self, whole: Path, folder: Path, clock: StoppedClock) -> None:
        self._whole, self._file, self._clock = whole, folder / "flipped.db", clock
        self.size = whole.stat().st_size
        self._bytes = whole.read_bytes()
        self.expected = self._answers()

    def _answers(self, place: int | None = None, bit: int = 0) -> list[str]:
        for suffix in ("-wal", "-shm"):
            Path(f"{self._file}{suffix}").unlink(missing_ok=True)
        content = bytearray(self._bytes)
        if place is not None:
            content[place] ^= 1 << bit
        self._file.write_bytes(content)
        return answers(self._file, self._clock)

    def came(self, place: int, bit: int) -> Came:
        """Returns what became of flipping one bit of the byte at a place."""
        try:
            found = self._answers(place, bit)
        except ProblemError as refused:
            return "refused at opening" if RESTORED_BY in Writers().of("en").plain(refused.what) else "failed"
        rest = [one for one, expected in zip(found, self.expected, strict=True) if one != expected]
        if any('"internal"' in one[:80] for one in rest):
            return "failed"
        if any(not any(key in one[:120] for key in REFUSALS) for one in rest):
            return "different"
        return "refused at answering" if rest else "same"



def test_x(whole: Path, clock: StoppedClock, tmp_path: Path) -> None:
    chance = random.Random(12)
    bench = Bench(whole, tmp_path, clock)
    c = Counter()
    import time
    t=time.time()
    while time.time() - t < 50:
        place, bit = chance.randrange(bench.size), chance.randrange(8)
        try:
            came = bench.came(place, bit)
        except Exception as e:
            came = "raised " + repr(e)[:200]
        c[came]+=1
        if came not in ("same", "refused at opening", "refused at answering"):
            print(place, bit, came)
    print(c)
