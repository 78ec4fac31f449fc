"""Reminders that wait, that come one after another, and that come all at once (P20 to P22).

APScheduler stands beside ours as a house without an index would use it: a job for each reminder.
"""

from __future__ import annotations

import asyncio
import gc
import sqlite3
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TypeVar

from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.schedulers.background import BackgroundScheduler
from sqlalchemy import Connection, bindparam, delete, insert, update

from adapters.bootstrap import open_house
from adapters.clock import SystemClock
from adapters.collecting import collect_seldom
from adapters.parts import TICK_SECONDS
from adapters.timing import DEFAULTS, Job, Timing
from bot.alerts.ladder import Due
from bot.alerts.outcomes import Outcome
from bot.call import Person, Place
from bot.days import Day, Instant
from bot.rule import KeepRule, ReleaseWatch, Rule, Rung
from data import outbox_store, rule_store
from data.database import Database
from data.rule_store import RuleStore, due_row
from data.rule_tables import DueRow
from data.tables import table
from data.watch_store import WatchStore
from tests.benchmarks.bench_rules import Book, workspace
from tests.benchmarks.frame import LEAST_ROUNDS, Bench, Contestant
from tests.benchmarks.house import MICROSECONDS, size

T = TypeVar("T")
MILLISECONDS = 1_000
WAITING = 100_000
AT_ONCE = size("REMINDERS", 2_000)
IN_TURN, SECONDS = 1_000, 5.0
LATER = datetime(2027, 1, 1, tzinfo=UTC)
MADE = Instant.of("2026-11-23T09:00Z")
NINETY_NINE = 0.99


def remind(database: Database, count: int) -> None:
    """Puts reminders into a book of rules: each of a rule that is there, each at a minute of its own."""

    def write(connection: Connection) -> None:
        connection.execute(delete(table(DueRow)))
        for start in range(0, count, 10_000):
            rows = []
            for number in range(start, min(count, start + 10_000)):
                at = Instant(LATER + timedelta(minutes=number))
                key = (workspace(number % 1_000), f"{number % 1_000:06d}", f"d{number}")
                day = Day(at.at.date())
                rows.append(due_row(Due(*key, at, "rung", day, "UTC", "09:00", "zhipu:x:2027-01-08", "T-1")))
            connection.execute(insert(table(DueRow)), rows)

    database.write_now(write)


def starting(database: Database) -> Callable[[], float]:
    """Returns the milliseconds from nothing to knowing when to wake up: all that is done at a start."""

    def measure() -> float:
        started = perf_counter()
        assert WatchStore(database, outbox_store.put).next_due() is not None
        return (perf_counter() - started) * MILLISECONDS

    return measure


def memory(make: Callable[[], T], done: Callable[[T], object] = id) -> Callable[[], float]:
    """Returns the KiB that something keeps, and what is made by it, as tracemalloc counts them."""

    def measure() -> float:
        gc.collect()
        tracemalloc.start()
        kept = make()
        held, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        done(kept)
        return held / 1024

    return measure


def scheduled(count: int) -> BackgroundScheduler:
    """Returns APScheduler with a job in its memory store for each reminder; it runs nothing."""
    scheduler = BackgroundScheduler(jobstores={"default": MemoryJobStore()}, timezone=UTC, job_defaults=dict(DEFAULTS))
    scheduler.start(paused=True)
    for number in range(count):
        scheduler.add_job(str, "date", run_date=LATER + timedelta(minutes=number), id=str(number))
    return scheduler


def ended(scheduler: BackgroundScheduler) -> None:
    scheduler.shutdown(wait=False)


def scheduling(count: int) -> Callable[[], float]:
    """Returns the milliseconds until all reminders are jobs."""

    def measure() -> float:
        started = perf_counter()
        made = scheduled(count)
        took = perf_counter() - started
        ended(made)
        return took * MILLISECONDS

    return measure


def waking(database: Database) -> Callable[[], float]:
    """Returns the microseconds of finding when the next reminder is due."""
    store = WatchStore(database, outbox_store.put)

    def measure() -> float:
        started = perf_counter()
        for _ in range(20):
            assert store.next_due() is not None
        return (perf_counter() - started) * MICROSECONDS / 20

    return measure


def waking_by_loading(path: Path) -> Callable[[], float]:
    """The thing done wrong: every reminder is loaded to find the next."""
    bare = sqlite3.connect(path)

    def measure() -> float:
        started = perf_counter()
        assert min(at for (at,) in bare.execute("SELECT at FROM due"))
        return (perf_counter() - started) * MICROSECONDS

    return measure


class Beat:
    """A clock that stands until it is started, and then goes on from there with the time of day."""

    def __init__(self, moment: Instant) -> None:
        self.moment, self._began = moment, 0.0

    def start(self, moment: Instant) -> None:
        """Sets the clock and lets it go."""
        self.moment, self._began = moment, perf_counter()

    def stop(self, moment: Instant) -> None:
        """Sets the clock and holds it."""
        self.moment, self._began = moment, 0.0

    def now(self) -> Instant:
        gone = perf_counter() - self._began if self._began else 0.0
        return Instant(self.moment.at + timedelta(seconds=gone))


class Calendar:
    """A house with so many rules on one release, each of its own workspace and channel, reminded day after day."""

    def __init__(self, folder: Path, count: int, mornings: int) -> None:
        self.count, self.clock, self.path = count, Beat(MADE), folder / f"calendar-{count}.db"
        self.house = open_house(f"sqlite:///{self.path}", self.clock)
        rules = RuleStore(self.house.database, self.clock, lambda: self.house.facts.measures)
        watch = ReleaseWatch(("zhipu",), ladder=tuple(Rung(days) for days in range(10, 10 + mornings)))

        def write(connection: Connection) -> None:
            for number in range(count):
                space, place = workspace(number), Place("slack", "T", f"C{number}")
                rule = Rule(f"{number:06d}", space, Person("slack", "T", "U"), (place,), watch, MADE)
                rules._apply(connection, space, [KeepRule(rule)])

        self.house.database.write_now(write)
        self.house.ticker.tick()
        self.store = WatchStore(self.house.database, outbox_store.put)
        self.bare = sqlite3.connect(self.path)

    def morning(self) -> Instant:
        """Returns when the next reminders are due, all of them in that instant."""
        due = self.house.ticker.next_due()
        assert due is not None
        return due

    def take_up(self) -> float:
        """Returns the milliseconds of taking up all that is due in one instant, each with its rule and state."""
        started = perf_counter()
        assert len(self.store.due(self.morning())) == self.count
        return (perf_counter() - started) * MILLISECONDS

    def take_up_unread(self) -> float:
        """The same with rules that this process has not read yet."""
        rule_store.forget_read()
        return self.take_up()

    def rows(self) -> float:
        """The floor: the same rows as bare tuples, nothing made of them."""
        query = (
            "SELECT due.*, rule.document, rule_state.* FROM due JOIN rule ON rule.workspace = due.workspace AND "
            "rule.id = due.rule LEFT JOIN rule_state ON rule_state.workspace = rule.workspace AND "
            "rule_state.rule = rule.id WHERE due.at <= ? ORDER BY due.at"
        )
        until = f"{self.morning().at:%Y-%m-%d %H:%M:%S.%f}"
        started = perf_counter()
        assert len(self.bare.execute(query, (until,)).fetchall()) == self.count
        return (perf_counter() - started) * MILLISECONDS

    def tell(self) -> float:
        """Returns the milliseconds from one instant to all of its deliveries in the outbox, durable."""
        self.clock.stop(self.morning())
        started = perf_counter()
        ticked = self.house.ticker.tick()
        took = perf_counter() - started
        assert len(ticked.deliveries) == self.count
        return took * MILLISECONDS

    def one_by_one(self) -> float:
        """The thing done wrong: a transaction for each; 20 of them stand for all."""
        due = Due(workspace(0), "none", "none", MADE, "rung", MADE.day_in("UTC"), "UTC", "09:00")
        started = perf_counter()
        for number in range(20):
            tick = self.store.last()
            assert tick is not None
            self.store.complete(Outcome(done=(replace(due, key=str(number)),), tick=tick))
        return (perf_counter() - started) * MILLISECONDS * self.count / 20

    def lateness(self, *, waits_for_its_turn: bool = False) -> float:
        """Returns how many milliseconds after its moment a reminder stood in the outbox: the 99th of a hundred.

        The moments follow one another over five seconds of real time, and the clock is the one that runs in the house.
        """
        begin = self._spread()
        self.clock.start(Instant(begin.at - timedelta(seconds=0.2)))
        late: list[float] = []
        ticker = self.house.ticker

        def look() -> None:
            for alert in ticker.tick().alerts:
                late.append((self.clock.now().at - alert.due_at.at).total_seconds() * MILLISECONDS)

        def sooner() -> float | None:
            due = None if waits_for_its_turn else ticker.upcoming()
            return None if due is None else (due.at - self.clock.now().at).total_seconds()

        async def scene() -> None:
            stop = asyncio.Event()

            async def tick() -> None:
                await asyncio.to_thread(look)
                if len(late) == self.count:
                    stop.set()

            timing = Timing([Job("clock", TICK_SECONDS, tick, sooner)], lambda _name: None)
            await asyncio.wait_for(timing.run(stop), 20 * SECONDS)

        asyncio.run(scene())
        assert len(late) == self.count
        self.clock.stop(Instant(begin.at + timedelta(hours=1)))
        return sorted(late)[int(self.count * NINETY_NINE)]

    def _spread(self) -> Instant:
        """Puts what is due next in one instant into so many moments of five seconds."""
        morning, row = self.morning(), table(DueRow)

        def write(connection: Connection) -> None:
            step = timedelta(seconds=SECONDS) / self.count
            keys = [{"w": workspace(n), "r": f"{n:06d}", "new": morning.at + step * n} for n in range(self.count)]
            mine = (row.c.workspace == bindparam("w"), row.c.rule == bindparam("r"), row.c.at == morning.at)
            connection.execute(update(row).where(*mine).values(at=bindparam("new")), keys)

        self.house.database.write_now(write)
        return morning

    def close(self) -> None:
        self.bare.close()
        self.house.close()


def scheduled_lateness(path: Path) -> Callable[[], float]:
    """Returns the same of APScheduler with a job in memory for each reminder, which writes one bare row."""
    rows = sqlite3.connect(path)
    rows.execute("PRAGMA journal_mode=WAL")
    rows.execute("PRAGMA synchronous=FULL")
    rows.execute("CREATE TABLE told (due TEXT)")

    async def scene() -> float:
        late, every = list[float](), asyncio.Event()
        began = SystemClock().now().at + timedelta(seconds=1)

        async def told(due: datetime) -> None:
            rows.execute("INSERT INTO told VALUES (?)", (due.isoformat(),))
            rows.commit()
            late.append((SystemClock().now().at - due).total_seconds() * MILLISECONDS)
            if len(late) == IN_TURN:
                every.set()

        scheduler = AsyncIOScheduler(jobstores={"default": MemoryJobStore()}, timezone=UTC, job_defaults=dict(DEFAULTS))
        scheduler.start(paused=True)
        for number in range(IN_TURN):
            at = began + timedelta(seconds=SECONDS) / IN_TURN * number
            scheduler.add_job(told, "date", run_date=at, args=(at,), id=str(number))
        scheduler.resume()
        await asyncio.wait_for(every.wait(), 20 * SECONDS)
        scheduler.shutdown(wait=False)
        return sorted(late)[int(IN_TURN * NINETY_NINE)]

    return lambda: asyncio.run(scene())


def benches() -> Iterator[Bench]:
    """Yields the benches of reminders that wait, that come in turn and that come all at once."""
    with TemporaryDirectory() as folder:
        where = Path(folder)
        book = Book(where / "waiting.db", WAITING // 10)
        remind(book.database, WAITING)
        tenth = WAITING // 10
        yield Bench(
            f"{WAITING:,} reminders wait: from a start to knowing the next (P20)",
            "ms",
            ours=(Contestant("ours, nothing loaded", starting(book.database)),),
            reference=Contestant("the goal, 10 ms", lambda: 10.0),
            control=Contestant(f"APScheduler in memory, {tenth:,} only", scheduling(tenth)),
            apart=5,
        )
        yield Bench(
            f"{WAITING:,} reminders wait: what they keep of the memory (P20)",
            "KiB",
            ours=(Contestant("ours", memory(lambda: _woken(book.database))),),
            reference=Contestant("the goal, 5 MiB", lambda: 5 * 1024.0),
            control=Contestant(f"APScheduler in memory, {tenth:,} only", memory(lambda: scheduled(tenth), ended)),
            apart=5,
        )
        few = Book(where / "few.db", 1_000)
        remind(few.database, 1_000)
        yield Bench(
            "When the next reminder is due (P20)",
            "us",
            ours=(Contestant(f"{WAITING:,} reminders", waking(book.database)),),
            reference=Contestant("1,000 reminders", waking(few.database)),
            control=Contestant(f"all of {WAITING:,} loaded", waking_by_loading(book.path)),
            apart=5,
        )
        few.close()
        book.close()
        before = gc.get_threshold()
        collect_seldom()
        in_turn = Calendar(where, IN_TURN, 2 * LEAST_ROUNDS)
        yield Bench(
            f"{IN_TURN:,} reminders due over {SECONDS:g} s: how late the 99th of a hundred is in the outbox (P21)",
            "ms",
            ours=(Contestant("one timer for the next moment", in_turn.lateness),),
            reference=Contestant("APScheduler in memory, a bare row each", scheduled_lateness(where / "told.db")),
            control=Contestant(f"a look every {TICK_SECONDS:g} s", lambda: in_turn.lateness(waits_for_its_turn=True)),
            apart=5,
        )
        in_turn.close()
        at_once = Calendar(where, AT_ONCE, LEAST_ROUNDS + 1)
        yield Bench(
            f"{AT_ONCE:,} reminders due in one instant, none dropped (P22)",
            "ms",
            ours=(
                Contestant("taken up, rules read before", at_once.take_up),
                Contestant("taken up, rules never read", at_once.take_up_unread),
                Contestant("told: all rows in the outbox, durable", at_once.tell),
            ),
            reference=Contestant("the same rows, bare", at_once.rows),
            control=Contestant("a transaction each", at_once.one_by_one),
            apart=5,
        )
        at_once.close()
        gc.set_threshold(*before)
        gc.unfreeze()


def _woken(database: Database) -> WatchStore:
    store = WatchStore(database, outbox_store.put)
    assert store.next_due() is not None
    return store
