"""A flipped bit anywhere in the database file: every answer is what it was, or says what is damaged and what to type.

Never another number. What SQLite cannot see, a seal on each row of facts and a look over the file's pages do.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal, get_args
from unittest.mock import ANY

import pytest
from sqlalchemy import Connection, func, insert, select, update
from sqlmodel import SQLModel

from adapters import rates
from adapters.bootstrap import open_house
from adapters.clock import StoppedClock
from adapters.words import Writers
from bot.days import Day, Instant
from bot.errors import ProblemError
from bot.facts.book import Needs
from bot.facts.offers import About, Action, Count
from data import database as databases
from data import documents, fact_store, opening, schema, seals
from data.amounts import PRICE_SCALE, stored
from data.backup import SUFFIXES, back_up, looked_at
from data.fact_store import FactStore
from data.market_store import MarketStore
from data.opening import open_database
from data.outbox_store import OutboxStore, put
from data.quote_store import QuoteStore
from data.seals import unsealed
from data.share_store import ShareStore
from data.tables import BarRow, ClaimRow, DeliveryRow, SourceRow, table
from tests.adapters.people.saying import say
from tests.contracts.market import offer
from tests.fakes.deliveries import MovingClock, delivery, said
from tests.plugins.postgres import Server

RESTORED_BY = "twinstar restore FILE --yes"
REFUSALS = ('"database-damaged"', '"database-row-damaged"')
SET_ASIDE = '"health-set-aside"'
"""What an answer without a damaged alert says: all others stand in it."""

PAGE = 4_096
PARTS = 10
"""Of the long run, so that several processes share it."""
FACT = b"zhipu"
"""Stands on most pages that hold facts, or lead to them."""
CLOSE = Decimal(2350)
"""What a share of Zhipu cost on the last day, which most answers say or are made of."""
CLAIMS_UNCHANGED = schema.SQLITE[0]
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


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "x.db")
    server: Server = request.getfixturevalue("postgres_server")
    return server.fresh()


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
    """One file with one bit of it flipped at a time."""

    def __init__(self, whole: Path, folder: Path, clock: StoppedClock) -> None:
        self._file, self._clock = folder / "flipped.db", clock
        self.bytes = whole.read_bytes()
        self._expected = self._answers(self.bytes)

    def came(self, place: int, bit: int) -> Came:
        """Returns what became of flipping one bit of the byte at a place."""
        content = bytearray(self.bytes)
        content[place] ^= 1 << bit
        try:
            found = self._answers(content)
        except ProblemError as refused:
            return "refused at opening" if RESTORED_BY in Writers().of("en").plain(refused.what) else "failed"
        other = [one for one, expected in zip(found, self._expected, strict=True) if one != expected]
        if any('"internal"' in one[:80] for one in other):
            return "failed"
        if any(not any(key in one[:120] for key in REFUSALS) and SET_ASIDE not in one for one in other):
            return "different"
        return "refused at answering" if other else "same"

    def places(self, chance: random.Random, facts: int, anywhere: int) -> Iterator[tuple[int, int]]:
        """Yields bits to flip, byte and bit: of pages that hold facts, then of any."""
        starts = [at for at in range(0, len(self.bytes), PAGE) if FACT in self.bytes[at : at + PAGE]]
        for _ in range(facts):
            yield chance.choice(starts) + chance.randrange(PAGE), chance.randrange(8)
        for _ in range(anywhere):
            yield chance.randrange(len(self.bytes)), chance.randrange(8)

    def _answers(self, content: bytes | bytearray) -> list[str]:
        for suffix in SUFFIXES:
            Path(f"{self._file}{suffix}").unlink(missing_ok=True)
        self._file.write_bytes(content)
        return answers(self._file, self._clock)


@pytest.fixture(scope="module")
def bench(whole: Path, tmp_path_factory: pytest.TempPathFactory, clock: StoppedClock) -> Iterator[Bench]:
    """What is part of the program, and no database holds, is read once for all houses; and no plug is pulled."""
    with pytest.MonkeyPatch.context() as patch:
        for module, names in PROGRAM.items():
            for name in names:
                patch.setattr(module, name, cache(getattr(module, name)))
        patch.setattr(databases, "_PRAGMAS", ("foreign_keys=ON", "synchronous=OFF", "cell_size_check=ON"))
        yield Bench(whole, tmp_path_factory.mktemp("flipped"), clock)


def test_a_flipped_bit_changes_no_answer(bench: Bench) -> None:
    chance = random.Random(12)  # noqa: S311  the same places each time
    came = Counter(bench.came(*place) for place in bench.places(chance, 40, 20))
    assert came["different"] == came["failed"] == 0, came
    assert came["same"] and came["refused at opening"] and came["refused at answering"], came


def test_of_every_place_that_holds_a_close(bench: Bench) -> None:
    came = [bench.came(place, 3) for place in closes(bench.bytes)]
    assert "refused at answering" in came
    assert set(came) <= {"same", "refused at answering"}


def test_without_seals_another_number_is_told(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seals, "seal_of", lambda _: ANY)
    assert "different" in [bench.came(place, 3) for place in closes(bench.bytes)]


def closes(content: bytes) -> list[int]:
    """The places in a file where the last close stands, as SQLite keeps it: in whole millionths, six bytes."""
    kept = stored(CLOSE, PRICE_SCALE).to_bytes(6)
    return [place + 5 for place in range(len(content)) if content.startswith(kept, place)][:6]


@pytest.mark.soak
@pytest.mark.parametrize("part", range(PARTS))
def test_ten_thousand_flipped_bits(bench: Bench, part: int, record_property: Callable[[str, object], None]) -> None:
    chance, each = random.Random(part), 5_000 // PARTS  # noqa: S311
    came = Counter(bench.came(*place) for place in bench.places(chance, each, each))
    for what in get_args(Came):
        record_property(f"ledger:a bit flipped in the database, part {part}: {what}", came[what])
    assert came["different"] == came["failed"] == 0


def test_an_empty_file_is_refused_with_what_to_do(
    tmp_path: Path, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_PAUSE_SECONDS", 0)
    path = tmp_path / "empty.db"
    path.touch()
    with pytest.raises(ProblemError) as refused:
        open_database(f"sqlite:///{path}", clock)
    told = Writers().of("en").plain(refused.value.what)
    assert "is empty" in told and "remove the file" in told and RESTORED_BY in told
    assert path.stat().st_size == 0
    with pytest.raises(ProblemError, match="database-empty"):
        back_up(path, tmp_path / "copy.db")


def test_a_row_edited_by_hand_is_named(address: str, clock: StoppedClock) -> None:
    database = open_database(address, clock)
    bar = table(BarRow)
    one = (bar.c.ticker == "2513.HK", bar.c.session == date(2026, 6, 24))
    database.write_now(lambda c: c.execute(update(bar).where(*one).values(close=bar.c.close + 1)).close())
    with pytest.raises(ProblemError) as refused:
        FactStore(database).snapshot("", Needs(("zhipu",), ("share_price",), bars=True))
    database.close()
    assert "bar 2513.HK 2026-06-24" in Writers().of("en").plain(refused.value.what)


def test_a_delivery_whose_text_was_changed_is_not_sent(address: str) -> None:
    clock = MovingClock()
    database, row = open_database(address, clock), table(DeliveryRow)
    outbox = OutboxStore(database, clock)
    database.write_now(lambda c: put(c, [delivery("a", document=said("HK$969 billion")), delivery("b", "C2")]))
    changed = func.replace(row.c.document, "969", "968")
    database.write_now(lambda c: c.execute(update(row).values(document=changed)).close())
    assert [each.alert for each in outbox.claim("slack", "h", 2)] == ["b"]
    (trouble,) = outbox.health("slack:T1")
    database.close()
    assert (trouble.state, trouble.why) == ("parked", "damaged")


def test_what_stood_there_before_seals_is_sealed_as_it_stands(whole: Path, tmp_path: Path, clock: StoppedClock) -> None:
    path = Path(shutil.copy(whole, tmp_path / "older.db"))
    expected = answers(Path(shutil.copy(whole, tmp_path / "newer.db")), clock)
    with closing(sqlite3.connect(path)) as older:
        older.execute("DROP TRIGGER claim_unchanged")
        for target in SQLModel.metadata.tables.values():
            if seals.SEAL in target.c:
                older.execute(f'ALTER TABLE "{target.name}" DROP COLUMN seal')
        older.execute(CLAIMS_UNCHANGED)
        older.execute("UPDATE alembic_version SET version_num = '0017'")
        older.commit()
    assert answers(path, clock) == expected
    looked_at(path)


def test_a_copy_of_a_damaged_database_is_not_kept(whole: Path, tmp_path: Path) -> None:
    content = bytearray(whole.read_bytes())
    content[closes(whole.read_bytes())[0]] ^= 8
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(content)
    with pytest.raises(ProblemError) as refused:
        back_up(damaged, tmp_path / "copy.db")
    assert refused.value.what.key == "database-damaged"
    assert not (tmp_path / "copy.db").exists()
