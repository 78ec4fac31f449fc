"""Importing claims from CSV beside SQLite's own bulk insert of the same rows, and the memory it takes.

TWINSTAR_BENCH_IMPORT=1000000 imports as many. The control imports each row as a file of its own.
"""

from __future__ import annotations

import csv
import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import psutil

from data.facts_import import COLUMNS, apply_import, plan_import
from tests.benchmarks.frame import Bench, Contestant
from tests.benchmarks.house import open_shipped, size

ROWS = 100_000
SAMPLED = 5
MEBIBYTE = 1024 * 1024


def table_of(path: Path, count: int) -> Path:
    """Returns a file of so many claims, each of another day."""
    fixed = {
        "company": "zhipu", "measure": "employees", "unit": "count", "basis": "as_stated", "qualifier": "exact",
        "stated_by": "company", "source": "hkex-2513-results-2026-03-31", "known_at_basis": "stated",
        "known_at": "2026-03-31", "retrieved_at": "2026-10-08",
    }  # fmt: skip
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
        rows.writeheader()
        for number in range(count):
            day = f"{2016 + number // 336 % 10}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
            rows.writerow({**fixed, "claim": f"bench-{number}", "value": str(1000 + number % 9000), "as_of": day})
    return path


def imported(count: int) -> tuple[float, float]:
    """Returns the seconds an import took and the MiB that the process grew by at its widest."""
    with open_shipped() as (house, path):
        file = table_of(path.parent / "claims.csv", count)
        measures = dict(house.facts.measures)
        peak = _Peak()
        started = perf_counter()
        plan = plan_import(house.database, "", measures, file)
        done = apply_import(house.database, plan, measures, house.clock.now().at)
        took = perf_counter() - started
        grown = peak.stop()
        if done.added != count:
            raise RuntimeError(f"{done.added} of {count} rows were written: {plan.faults[:3]}")
    return took, grown


class _Peak:
    """Watches how far the process grows, every hundredth of a second."""

    def __init__(self) -> None:
        self._process, self._over = psutil.Process(), threading.Event()
        self._before = self._most = self._process.memory_info().rss
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def _watch(self) -> None:
        while not self._over.wait(0.01):
            self._most = max(self._most, self._process.memory_info().rss)

    def stop(self) -> float:
        self._over.set()
        self._thread.join()
        return (self._most - self._before) / MEBIBYTE


def bulk(count: int) -> float:
    """Returns the seconds that SQLite takes for the same rows, read by csv."""
    with TemporaryDirectory() as folder:
        file = table_of(Path(folder) / "claims.csv", count)
        started = perf_counter()
        connection = sqlite3.connect(Path(folder) / "bulk.db")
        columns = ", ".join(f'"{c}" TEXT' for c in COLUMNS)
        connection.execute(f'CREATE TABLE claim ({columns}, PRIMARY KEY ("claim"))')
        statement = f"INSERT INTO claim VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608
        with file.open(encoding="utf-8", newline="") as stream:
            rows = csv.reader(stream)
            next(rows)
            connection.executemany(statement, rows)
        connection.commit()
        connection.close()
        return perf_counter() - started


def one_by_one(count: int) -> float:
    """Returns the seconds that so many rows would take as a file each, reckoned from a few of them."""
    return sum(imported(1)[0] for _ in range(SAMPLED)) * count / SAMPLED


def benches() -> Iterator[Bench]:
    """Yields the time of an import and how its memory grows when the file is four times as long."""
    count = size("IMPORT", ROWS)
    rounds = 5
    yield Bench(
        f"Importing {count:,} claims, planned and written",
        "s",
        ours=(Contestant("twinstar facts import", lambda: imported(count)[0]),),
        reference=Contestant("SQLite's bulk insert of the same file", lambda: bulk(count)),
        control=Contestant(f"a file a row, reckoned from {SAMPLED}", lambda: one_by_one(count)),
        apart=1.5,
        rounds=rounds,
    )

    def everything_at_once() -> float:
        peak = _Peak()
        with TemporaryDirectory() as folder:
            file = table_of(Path(folder) / "claims.csv", count)
            with file.open(encoding="utf-8", newline="") as stream:
                kept = list(csv.DictReader(stream))
        grown = peak.stop()
        kept.clear()
        return grown

    floor: Callable[[float], float] = lambda grown: max(grown, 1.0)  # noqa: E731
    yield Bench(
        f"Memory an import of {count:,} claims takes at its widest",
        "MiB",
        ours=(Contestant("all of them", lambda: floor(imported(count)[1])),),
        reference=Contestant("a quarter of them", lambda: floor(imported(count // 4)[1])),
        control=Contestant("the file read into a list", lambda: floor(everything_at_once())),
        apart=1.5,
        rounds=rounds,
    )
