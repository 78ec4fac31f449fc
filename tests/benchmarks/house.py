"""The house that the benches of answers measure: shipped facts on SQLite, and books as large as one likes."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from adapters.bootstrap import House, open_house
from adapters.clock import StoppedClock
from bot.days import Instant
from bot.facts.book import Needs

NOW = Instant.of("2026-06-25T09:00Z")
MICROSECONDS = 1_000_000


def size(name: str, usual: int) -> int:
    """Returns how large a bench is made: TWINSTAR_BENCH_CLAIMS=50000 and the like make it smaller or larger."""
    return int(os.environ.get(f"TWINSTAR_BENCH_{name}", usual))


@contextmanager
def open_shipped() -> Iterator[tuple[House, Path]]:
    """Opens a house of its own over the shipped facts, and says where its database lies."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "facts.db"
        house = open_house(f"sqlite:///{path}", StoppedClock(NOW))
        try:
            yield house, path
        finally:
            house.close()


def cpu(do: Callable[[], object], times: int) -> Callable[[], float]:
    """Returns a measure of the processor's microseconds that one go takes, over several goes."""

    def measure() -> float:
        started = process_time()
        for _ in range(times):
            do()
        return (process_time() - started) * MICROSECONDS / times

    return measure


def bare_reads(path: Path, needs: Needs, tickers: tuple[str, ...]) -> Callable[[], object]:
    """Returns the reads that needs come down to, in bare SQL: the same rows, as tuples, and nothing made of them."""
    connection = sqlite3.connect(path)

    def marks(count: int) -> str:
        return ", ".join("?" * count)

    claims = (
        "SELECT claim.*, source.* FROM claim JOIN source ON source.workspace = claim.workspace "  # noqa: S608
        f"AND source.key = claim.source WHERE claim.company IN ({marks(len(needs.companies))}) "
        f"AND claim.measure IN ({marks(len(needs.measures))}) AND claim.workspace IN ('', 'x')"
    )
    bars = f"SELECT * FROM bar WHERE ticker IN ({marks(len(tickers))}) ORDER BY ticker, session"  # noqa: S608

    def read() -> object:
        found = connection.execute(claims, (*needs.companies, *needs.measures)).fetchall()
        return found, connection.execute(bars, tickers).fetchall() if needs.bars else ()

    return read


def grow(path: Path, companies: int, claims: int) -> None:
    """Adds made-up companies with so many claims in all, spread evenly, of one measure each ten."""
    connection = sqlite3.connect(path)
    with connection:
        _clone(connection, "company", {"key": "'made-' || n.i"}, "key = 'zhipu'", companies)
        each = claims // companies
        changed = {
            "id": "'made-' || n.i",
            "root": "'made-' || n.i",
            "company": f"'made-' || (n.i / {each} + 1)",
            "note": "''",
        }
        _clone(connection, "claim", changed, "id = 'zhipu-revenue-fy2025-1'", each * companies, start=0)
    connection.execute("ANALYZE")
    connection.close()


def _clone(
    connection: sqlite3.Connection, table: str, changed: dict[str, str], which: str, count: int, start: int = 1
) -> None:
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    values = ", ".join(changed.get(column, f"t.{column}") for column in columns)
    names = ", ".join(f'"{column}"' for column in columns)
    connection.execute(
        f"WITH RECURSIVE n(i) AS (SELECT {start} UNION ALL SELECT i + 1 FROM n WHERE i < {start + count - 1}) "  # noqa: S608
        f"INSERT INTO {table} ({names}) SELECT {values} FROM {table} t, n WHERE t.{which}"
    )
