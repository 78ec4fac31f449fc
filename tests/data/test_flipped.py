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
from functools import cache
from pathlib import Path
from typing import Literal

import pytest
from sqlalchemy import Connection, func, insert, select

from adapters import rates
from adapters.bootstrap import House, open_house
from adapters.clock import StoppedClock
from adapters.words import Writers
from bot.call import Place
from bot.days import Day, Instant
from bot.errors import ProblemError
from bot.facts.offers import About, Action, Count, Offer
from data import documents, fact_store, opening, seals
from data.market_store import MarketStore
from data.backup import SUFFIXES
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

PROGRAM = {
    fact_store: (
        "read_measures", "read_concepts", "read_statement_words", "ShippedCalendar", "read_locks", "read_event_rows",
    ),
    rates: ("read_series",),
}  # fmt: skip

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
        for suffix in SUFFIXES:
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



@pytest.fixture(scope="module")
def read_once() -> Iterator[None]:
    """What is part of the program, and no database holds, is read once for all houses."""
    with pytest.MonkeyPatch.context() as patch:
        for module, names in PROGRAM.items():
            for name in names:
                patch.setattr(module, name, cache(getattr(module, name)))
        yield


def test_x(whole: Path, clock: StoppedClock, tmp_path: Path, read_once: None) -> None:
    import os, sqlite3, time
    chance = random.Random(int(os.environ.get("SEED","12")))
    bench = Bench(whole, tmp_path, clock)
    c = Counter()
    con = sqlite3.connect(whole)
    pages = {}
    for name, no in con.execute("select name,pageno from dbstat"): pages[no]=name
    only = os.environ.get("ONLY", "")
    facts = "claim bar holding source alias statement company listing offer".split()
    if only == "other": ok = [n for n, name in pages.items() if name not in facts and not name.startswith("sqlite_auto") and name!="sqlite_schema"]
    elif only == "index": ok = [n for n, name in pages.items() if name.startswith("sqlite_auto") or name=="claim_subject"]
    elif only == "header": ok=[1]
    elif only == "schema": ok=[n for n, name in pages.items() if name=="sqlite_schema"]
    elif only: ok=[n for n, name in pages.items() if name==only]
    else: ok=sorted(pages)
    t=time.time()
    while time.time() - t < float(os.environ.get("SECS","50")):
        no = chance.choice(ok)
        place, bit = (no-1)*PAGE+chance.randrange(100 if only=="header" else PAGE), chance.randrange(8)
        try:
            came = bench.came(place, bit)
        except Exception as e:
            came = "raised " + repr(e)[:200]
        if only!="header" and came=="same": pass
        c[came]+=1
        if came not in ("same", "refused at opening", "refused at answering"):
            print(place, bit, pages[no], came)
            if came in ("different","failed"):
                try: found = bench._answers(place, bit)
                except ProblemError as e: print(e.what); continue
                for q, a, b in zip(ASKED, bench.expected, found, strict=True):
                    if a != b:
                        n = next((n for n,(x,y) in enumerate(zip(a,b)) if x!=y),0)
                        print("   ", q, a[max(0,n-60):n+80], "|||", b[max(0,n-60):n+120]); break
    print(c)
