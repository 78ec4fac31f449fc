"""One changed figure against many rules, and a rule added and removed beside them (P11, P13).

At most 1.5 times for a million rules over ten thousand with the same hits, also where 50 of 1,000 workspaces have
claims, and so a view, of their own. TWINSTAR_BENCH_RULES makes the larger book smaller.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

from sqlalchemy import Connection, delete, insert

from bot.alerts.step import RuleState
from bot.answer import Answer
from bot.call import Person, Place
from bot.days import Instant
from bot.rule import LevelWatch, Rule, Subject
from bot.text import Message
from data import documents, outbox_store, rule_levels, rule_store, schema
from data.addresses import normalised
from data.database import Database
from data.rule_store import level_row, row_of
from data.rule_tables import RuleLevelRow, RuleRow, RuleStateRow
from data.seals import bare_text, sealed_text
from data.tables import WorkspaceRow, table
from data.watch_store import WatchStore
from tests.benchmarks.frame import Bench, Contestant
from tests.benchmarks.house import MICROSECONDS, size

FEW, MANY = 10_000, 1_000_000
HITS = 50
WORKSPACES, PRIVATE = 1_000, 50
TICKS = 20
ROUNDS = 9
NOW = Instant.of("2026-06-25T09:00Z")
SUBJECT = Subject("figure", ("zhipu",), "market_value", "HKD")
TOP = 10**12
SAID = Answer(Message("alert-above"))


def rule(number: int, level: int, workspace: str) -> Rule:
    at = Decimal(level)
    watch = LevelWatch(SUBJECT, "above", at, at)
    return Rule(f"{number:06d}", workspace, Person("slack", "T", "U"), (Place("slack", "T", "C"),), watch, NOW)


class Book:
    """A database with so many rules on one series, spread evenly over its levels and over the workspaces."""

    def __init__(self, path: Path, rules: int) -> None:
        self.path, self.count = path, rules
        self.database = Database(normalised(f"sqlite:///{path}"))
        self.database.write_now(schema.create_all)
        self.database.write_now(self._fill)
        self.store = WatchStore(self.database, outbox_store.put)
        self.bare = sqlite3.connect(path)

    def _fill(self, connection: Connection) -> None:
        spaces = [{"key": workspace(n), "created_at": NOW.at} for n in range(WORKSPACES)]
        connection.execute(insert(table(WorkspaceRow)), spaces)
        sample = rule(0, 0, "")
        state = documents.value_written(RuleState(beyond=False, seen="o", order=("2026-06-24",)))
        step = TOP // self.count
        for start in range(0, self.count, 50_000):
            rules, states, levels = [], [], []
            for number in range(start, min(self.count, start + 50_000)):
                one = replace(sample, id=f"{number:06d}", workspace=workspace(number % WORKSPACES))
                at = Decimal(number * step)
                one = replace(one, watch=LevelWatch(SUBJECT, "above", at, at))
                view = one.workspace if number % WORKSPACES < PRIVATE else ""
                rules.append(_bare_row(one))
                key = {"workspace": one.workspace, "rule": one.id}
                states.append({**key, "phase": "quiet", "document": state, "version": 1, "at": NOW.at})
                levels.append(
                    {**key, "series": SUBJECT.key, "view": view, "level": rule_levels.floor(at), "active": False}
                )
            connection.execute(insert(table(RuleRow)), rules)
            connection.execute(insert(table(RuleStateRow)), states)
            connection.execute(insert(table(RuleLevelRow)), levels)
        connection.exec_driver_sql("ANALYZE")

    def moves(self, hits: int, seed: int) -> list[tuple[int, int]]:
        """Returns random moves of the series that pass so many levels each."""
        luck, step = Random(seed), TOP // self.count  # noqa: S311  # a sample
        width = hits * step
        starts = [luck.randrange(0, TOP - width) // step * step + 1 for _ in range(TICKS)]
        return [(start, start + width - 1) for start in starts]

    def tick(self, views: Sequence[str]) -> Callable[[], float]:
        """Returns the microseconds that finding the rules of a move takes, over all of the views."""
        each = max(1, HITS * WORKSPACES // (WORKSPACES - PRIVATE)) if len(views) == 1 else HITS
        seeds = count(7)

        def measure() -> float:
            moves = self.moves(each, next(seeds))
            # Among a million rules hardly any that is hit was read of late.
            rule_store.forget_read()
            found = 0
            started = perf_counter()
            for low, high in moves:
                for view in views:
                    found += len(self.store.touched(SUBJECT.key, view, Decimal(low), Decimal(high)))
            took = perf_counter() - started
            assert found, "a store that reads no rule is fast"
            return took * MICROSECONDS / len(moves)

        return measure

    def scan(self) -> float:
        """The thing done wrong: every rule of the series is looked at."""
        low, high = self.moves(HITS, 7)[0]
        started = perf_counter()
        rows = self.bare.execute("SELECT level, rule FROM rule_level WHERE +series = ?", (SUBJECT.key,))
        found = [
            r for level, r in rows if rule_levels.floor(Decimal(low)) <= level <= rule_levels.ceiling(Decimal(high))
        ]
        assert found
        return (perf_counter() - started) * MICROSECONDS

    def edit(self) -> float:
        """Returns the microseconds of adding and removing a rule, as the store writes it, without the commit."""
        one = rule(0, TOP // 3, workspace(3))
        added = [replace(one, id=f"x{n}") for n in range(TICKS)]

        def write(connection: Connection) -> float:
            started = perf_counter()
            for each in added:
                connection.execute(insert(table(RuleRow)), _bare_row(each))
                connection.execute(insert(table(RuleLevelRow)), level_row(each.workspace, each, "", active=True))
            for each in added:
                for target in (RuleLevelRow, RuleRow):
                    row = table(target)
                    name = row.c.rule if target is RuleLevelRow else row.c.id
                    connection.execute(delete(row).where(row.c.workspace == each.workspace, name == each.id))
            return (perf_counter() - started) * MICROSECONDS / len(added)

        return self.database.write_now(write)

    def sorted_edit(self) -> float:
        """The thing done wrong: a list of all levels that is built anew for each edit, as one without an index is."""
        started = perf_counter()
        sorted(level for (level,) in self.bare.execute("SELECT level FROM rule_level"))
        return (perf_counter() - started) * MICROSECONDS

    def close(self) -> None:
        self.bare.close()
        self.database.close()


def workspace(number: int) -> str:
    return f"slack:{number:04d}"


_SAMPLE = row_of("w", rule(0, 0, "w"))
_DOCUMENT = bare_text(str(_SAMPLE["document"]))


def _bare_row(one: Rule) -> dict[str, object]:
    """A row whose document is that of the sample under the rule's own id: writing a million anew takes minutes."""
    document = _DOCUMENT.replace('"id":"000000"', f'"id":"{one.id}"')
    return {**_SAMPLE, "workspace": one.workspace, "id": one.id, "document": sealed_text(document)}


def benches() -> Iterator[Bench]:
    """Yields the benches of rules and reminders, small book and large side by side."""
    many = size("RULES", MANY)
    with TemporaryDirectory() as folder:
        few_book, many_book = (Book(Path(folder) / f"{n}.db", n) for n in (FEW, many))
        own = ["", *(workspace(n) for n in range(PRIVATE))]
        yield Bench(
            f"A changed figure finds its {HITS} rules (P11)",
            "us",
            ours=(Contestant(f"{many:,} rules", many_book.tick([""])),),
            reference=Contestant(f"{FEW:,} rules", few_book.tick([""])),
            control=Contestant(f"all of {many:,} rules looked at", many_book.scan),
            apart=5,
            rounds=ROUNDS,
        )
        yield Bench(
            f"The same over {WORKSPACES:,} workspaces, {PRIVATE} of them with claims of their own",
            "us",
            ours=(Contestant(f"{many:,} rules", many_book.tick(own)),),
            reference=Contestant(f"{FEW:,} rules", few_book.tick(own)),
            control=Contestant(f"all of {many:,} rules looked at", many_book.scan),
            apart=2,
            rounds=ROUNDS,
        )
        yield Bench(
            "A rule added and removed (P13)",
            "us",
            ours=(Contestant(f"beside {many:,} rules", many_book.edit),),
            reference=Contestant(f"beside {FEW:,} rules", few_book.edit),
            control=Contestant(f"a sorted list of {many:,}", many_book.sorted_edit),
            apart=5,
            rounds=ROUNDS,
        )
        for book in (few_book, many_book):
            book.close()
