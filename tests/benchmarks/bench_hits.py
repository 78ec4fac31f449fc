"""What a hit costs, from the rule that fired to rows that survive a power cut, in a batch of 1,000 (P12).

The floor is a bare executemany of the very rows that ours wrote, as tuples, into the same tables and indexes of a copy
of the database, in one transaction: nothing is decided, composed or encoded there. Ours is timed from the step that
fired: the alert is composed from the reading, its episode and its channel are looked up, and everything is committed.
"""

from __future__ import annotations

import gc
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from adapters.clock import StoppedClock
from adapters.collecting import collect_seldom
from adapters.tick_work import Work
from bot.alerts.evaluating import Seen
from bot.alerts.outcomes import Armed, LastTick, Outcome
from bot.alerts.series import Reading, needs_of, read
from bot.alerts.step import RuleState, step
from bot.analysis.moments import Moment
from bot.answers.scene import Scene
from bot.call import Place
from bot.days import Instant
from data import outbox_store
from data.episode_store import EpisodeStore
from data.quiet_store import QuietStore
from data.watch_store import WatchStore
from tests.benchmarks.bench_rules import NOW, ROUNDS, SUBJECT, WORKSPACES, Book, rule, workspace
from tests.benchmarks.frame import Bench, Contestant
from tests.benchmarks.house import MICROSECONDS, open_shipped

BATCH, ALONE = 1_000, 20
RULES = 2 * ROUNDS * (BATCH + ALONE)

Batch = list[tuple[Armed, Reading]]
_WRITTEN = {
    "rule_state": "at = ?",
    "alert": "decided_at = ?",
    "episode": "opened_at = ?",
    "delivery": "next_attempt_at = ?",
}
"""The rows of one round, by the column that holds its moment."""


class Hits:
    """A book of rules whose levels a real figure has just passed, each in a channel of its own."""

    def __init__(self, folder: Path, scene: Scene) -> None:
        self.scene, self.round, self.rows = scene, 0, 0.0
        self.book = Book(folder / "hits.db", RULES)
        clock = StoppedClock(NOW)
        quiet = QuietStore(self.book.database, clock)
        episodes = EpisodeStore(self.book.database, clock, outbox_store.put, quiet)
        self.whole = WatchStore(self.book.database, outbox_store.put, episodes.route)
        self.outbox_alone = WatchStore(self.book.database, outbox_store.put)
        self.reading = read(SUBJECT, scene.evidence, Moment(NOW.day_in("UTC"), NOW.day_in("UTC"), NOW))
        self.now = NOW
        self.used = 0
        self.book.bare.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copy(folder / "hits.db", folder / "copy.db")
        self.copy = sqlite3.connect(folder / "copy.db")
        self.copy.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;")

    def batch(self, count: int) -> Batch:
        """Returns rules that were not hit before, at a moment and on an observation of their own."""
        self.round += 1
        self.now = Instant(NOW.at + timedelta(minutes=10 * self.round))
        seen = replace(self.reading.seen, id=f"o{self.round}", order=(f"2026-07-{self.round % 28 + 1:02d}",))
        reading = replace(self.reading, seen=seen)
        found: Batch = []
        for number in range(self.used, self.used + count):
            where = Place("slack", "T", f"C{number % WORKSPACES}")
            one = replace(rule(number, number, workspace(number % WORKSPACES)), destinations=(where,))
            state = RuleState(beyond=False, seen="o", order=("2026-06-24",), kind=seen.kind)
            found.append((Armed(one, state, 1), reading))
        self.used += count
        return found

    def decided(self, batch: Batch) -> Outcome:
        """Returns what a tick makes of rules that fired: the alert of each, where it stands and how far it has gone."""
        work = Work(self.now)
        for armed, reading in batch:
            work.take(armed)
            assert isinstance(armed.state, RuleState)
            taken = step(armed.rule, armed.state, reading.seen, self.now)
            assert taken.key
            work.set(armed, taken.new)
            work.tell_value(armed.rule, taken, reading, self.scene, self.now)
            work.follow(armed.rule, taken.new, [Seen(reading, self.now)])
        return work.outcome(LastTick(self.now, ""))

    def hit(self) -> float:
        """Returns the microseconds that a hit takes in a batch, with all it changes."""
        batch = self.batch(BATCH)
        started = perf_counter()
        written = self.whole.complete(self.decided(batch))
        took = perf_counter() - started
        assert len(written.alerts) == len(written.deliveries) == BATCH
        return took * MICROSECONDS / BATCH

    def floor(self) -> float:
        """Returns the microseconds of writing the rows of the last whole round, per hit, by a bare executemany."""
        moment = f"{self.now.at:%Y-%m-%d %H:%M:%S.%f}"
        writes = [self._copied(name, where, (moment,)) for name, where in _WRITTEN.items()]
        writes.append(self._copied("quiet", "1", ()))
        joined = "rule_level JOIN rule_state USING (workspace, rule)"
        of_levels = f"SELECT active, workspace, rule FROM {joined} WHERE at = ?"  # noqa: S608
        levels = self.book.bare.execute(of_levels, (moment,)).fetchall()
        writes.append(("UPDATE rule_level SET active = ? WHERE workspace = ? AND rule = ?", levels))
        return self._written(writes)

    def outbox(self) -> float:
        """Returns the microseconds from a decided alert to its row and that of its delivery, in a batch, per hit."""
        batch = self.batch(BATCH)
        outcome = replace(self.decided(batch), states=(), courses=(), openings=())
        started = perf_counter()
        written = self.outbox_alone.complete(outcome)
        took = perf_counter() - started
        assert len(written.deliveries) == BATCH
        return took * MICROSECONDS / BATCH

    def outbox_floor(self) -> float:
        """Returns the microseconds of a bare executemany of just those two rows, per hit."""
        moment = f"{self.now.at:%Y-%m-%d %H:%M:%S.%f}"
        return self._written([self._copied(name, _WRITTEN[name], (moment,)) for name in ("alert", "delivery")])

    def one_by_one(self) -> float:
        """The thing done wrong: a transaction for each hit."""
        batch = self.batch(ALONE)
        started = perf_counter()
        for each in batch:
            self.whole.complete(self.decided([each]))
        return (perf_counter() - started) * MICROSECONDS / ALONE

    def _copied(self, table: str, where: str, asked: Sequence[str]) -> tuple[str, list[tuple[object, ...]]]:
        """The rows of a table as tuples, with the statement that writes each over the one with its key."""
        columns = [row[1] for row in self.book.bare.execute(f"PRAGMA table_info({table})")]
        names = ", ".join(f'"{name}"' for name in columns)
        rows = self.book.bare.execute(f"SELECT {names} FROM {table} WHERE {where}", asked).fetchall()  # noqa: S608
        changed = ", ".join(f'"{name}" = excluded."{name}"' for name in columns)
        marks = ", ".join("?" * len(columns))
        statement = f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT DO UPDATE SET {changed}"  # noqa: S608
        return statement, rows

    def _written(self, writes: Sequence[tuple[str, list[tuple[object, ...]]]]) -> float:
        started = perf_counter()
        self.copy.execute("BEGIN IMMEDIATE")
        for statement, rows in writes:
            self.copy.executemany(statement, rows)
        self.copy.commit()
        took = perf_counter() - started
        self.rows = sum(len(rows) for _, rows in writes) / BATCH
        assert all(len(rows) >= BATCH for _, rows in writes)
        return took * MICROSECONDS / BATCH

    def close(self) -> None:
        self.copy.close()
        self.book.close()


def benches() -> Iterator[Bench]:
    """Yields the bench of a whole hit and that of its alert and delivery alone."""
    with TemporaryDirectory() as folder, open_shipped() as (house, _):
        vocabulary = house.directory.vocabulary("")
        book = house.facts.snapshot("", needs_of(SUBJECT, dict(vocabulary.measures)))
        hits = Hits(Path(folder), Scene(vocabulary, book, house.rates, NOW))
        # As in a process that runs.
        before = gc.get_threshold()
        collect_seldom()
        yield _bench(
            "A hit, fired to durable: state, level, alert, episode, channel, delivery (P12)",
            ("by the clock and its stores", hits.hit),
            ("the same six rows by executemany", hits.floor),
            hits,
        )
        yield _bench(
            "A hit, its alert and its delivery alone (P12)",
            ("by the store", hits.outbox),
            ("the same two rows by executemany", hits.outbox_floor),
            hits,
        )
        gc.set_threshold(*before)
        gc.unfreeze()
        hits.close()


def _bench(
    title: str, ours: tuple[str, Callable[[], float]], floor: tuple[str, Callable[[], float]], hits: Hits
) -> Bench:
    return Bench(
        title,
        "us",
        ours=(Contestant(*ours),),
        reference=Contestant(*floor),
        control=Contestant("a transaction each", hits.one_by_one),
        apart=2,
        rounds=ROUNDS,
    )
