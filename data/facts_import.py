"""Importing claims from a table: first a plan that writes nothing, then the good rows in one transaction.

The file is read row by row, so a million rows take no more memory than a thousand. Importing the same file again
changes nothing; a row that differs from the claim of its id becomes a correction that supersedes it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, select

from bot.facts.measures import Measure
from data import claims, editions
from data.database import Database
from data.fact_rows import CALENDAR_YEAR, CLAIM, SAME_CLAIM, claim_values
from data.facts_known import Known
from data.loading import upsert
from data.seals import intact, unsealed
from data.shipped import Placed
from data.table_files import Fault, FaultError, Row, fault, read_rows
from data.tables import CompanyRow, SourceRow, table

COLUMNS: Final = ("company", *CLAIM)
NEW_SOURCE: Final = ("source_title", "source_url", "source_publisher")
"""Columns that may name a source which is not in the list yet, where `source` is empty."""

SHOWN: Final = 200
"""How many changes and faults of each kind a plan spells out; it counts them all."""


_SCRATCH: Final = ("journal_mode=OFF", "synchronous=OFF", "cache_size=-32768", "temp_store=FILE")
"""Scratch is thrown away whatever happens, so it is written without care; 32 MiB hold about a million rows."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One claim that would be added or changed: where it stands and each column with its old and new content."""

    line: int
    claim: str
    columns: tuple[tuple[str, str, str], ...]


@dataclass(slots=True)
class ImportPlan:
    """What importing a file would do. `digest` identifies the bytes it was read from."""

    path: Path
    workspace: str
    digest: str
    count: claims.Counted = field(default_factory=claims.Counted)
    added: list[Difference] = field(default_factory=list)
    changed: list[Difference] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    faulty: int = 0


class ChangedFileError(Exception):
    """Says that a file is no longer the one that its plan was made from."""


def plan_import(database: Database, workspace: str, measures: dict[str, Measure], path: Path) -> ImportPlan:
    """Returns what importing a file into a workspace would do, row by row. Nothing is written.

    The empty workspace stands for everybody.
    """
    return database.read_now(lambda connection: _run(connection, workspace, measures, path, write=False))


def apply_import(database: Database, plan: ImportPlan, measures: dict[str, Measure], at: datetime) -> claims.Counted:
    """Writes the good rows of a planned file in one transaction, and returns what became of them.

    The workspace's edition changes with them. Raises ChangedFileError, and writes nothing, when the file changed after
    it was planned.
    """
    if _digest(plan.path) != plan.digest:
        raise ChangedFileError(str(plan.path))

    def write(connection: Connection) -> claims.Counted:
        done = _run(connection, plan.workspace, measures, plan.path, write=True)
        if done.count.added or done.count.changed:
            editions.renew(connection, plan.workspace, at)
        return done.count

    return database.write_now(write)


def _run(
    connection: Connection, workspace: str, measures: dict[str, Measure], path: Path, *, write: bool
) -> ImportPlan:
    plan = ImportPlan(path, workspace, _digest(path))
    reader = _Reader(connection, workspace, measures, plan)
    with closing(sqlite3.connect("")) as scratch:  # a temporary file of SQLite's own, so that memory stays flat
        for pragma in _SCRATCH:
            scratch.execute(f"PRAGMA {pragma}")
        scratch.execute("CREATE TABLE seen (key INTEGER PRIMARY KEY, line INTEGER)")
        for chunk in claims.chunks(_once(reader.rows(), scratch, plan)):
            found = claims.compared(connection, workspace, [placed.values for placed in chunk])
            if write:
                reader.write_sources([item.values for item in found if item.kind != "unchanged"])
                claims.add(connection, found)
            for placed, item in zip(chunk, found, strict=True):
                _note(plan, placed.line, item)
    plan.faults.sort(key=lambda found: found.line)
    return plan


def _note(plan: ImportPlan, line: int, item: claims.Compared) -> None:
    plan.count = plan.count.plus(item.kind)
    shown = plan.added if item.kind == "added" else plan.changed
    if item.kind != "unchanged" and len(shown) < SHOWN:
        shown.append(Difference(line, item.values["root"], _columns(item)))


def _columns(item: claims.Compared) -> tuple[tuple[str, str, str], ...]:
    before, after = claims.cells(item.held) if item.held else {}, claims.cells(item.values)
    return tuple((name, before.get(name, ""), after[name]) for name in after if before.get(name, "") != after[name])


def _complain(plan: ImportPlan, found: Fault) -> None:
    plan.faulty += 1
    if len(plan.faults) < SHOWN:
        plan.faults.append(found)


def _once(rows: Iterator[Placed], scratch: sqlite3.Connection, plan: ImportPlan) -> Iterator[Placed]:
    """The rows whose id and whose content stand on no earlier line; a complaint for each of the others."""
    for chunk in claims.chunks(rows):
        keys = sorted((key, placed.line) for placed in chunk for key in _keys(placed))
        before = scratch.total_changes
        scratch.executemany("INSERT OR IGNORE INTO seen VALUES (?, ?)", keys)
        if scratch.total_changes - before == len(keys):
            yield from chunk
            continue
        for placed in chunk:
            query = "SELECT min(line) FROM seen WHERE key IN (?, ?)"
            first: int = scratch.execute(query, _keys(placed)).fetchone()[0]
            if first == placed.line:
                yield placed
            else:
                _complain(plan, fault(placed.file, placed.line, "fact-twice", where=placed.file, first=first))


def _keys(placed: Placed) -> tuple[int, int]:
    """What makes a row the same as another: its id, and what it states. 63 bits mistake one in five million files."""
    content = tuple(placed.values[column] for column in SAME_CLAIM)
    return _hash((placed.values["root"],)), _hash(content)


def _hash(content: tuple[object, ...]) -> int:
    digest = blake2b(repr(content).encode("utf-8", "backslashreplace"), digest_size=8).digest()
    return int.from_bytes(digest) >> 1


class _Reader:
    """Turns the rows of a file into claims of a workspace, and knows the sources they need there."""

    def __init__(self, connection: Connection, workspace: str, measures: dict[str, Measure], plan: ImportPlan) -> None:
        self._connection = connection
        self._workspace = workspace
        self._plan = plan
        company, source = table(CompanyRow), table(SourceRow)
        years = connection.execute(select(company.c.key, company.c.fiscal_year_end)).all()
        self._years = {key: year or CALENDAR_YEAR for key, year in years}
        query = select(source).where(source.c.workspace.in_({"", workspace})).order_by(source.c.workspace)
        self._sources = {row["key"]: unsealed(row) for row in intact(connection, SourceRow, query)}
        self._known = Known(frozenset(self._years), measures, frozenset(self._sources))
        self._new: dict[str, dict[str, Any]] = {}

    def rows(self) -> Iterator[Placed]:
        for row in read_rows(self._plan.path, COLUMNS, optional=NEW_SOURCE):
            if isinstance(row, Fault):
                _complain(self._plan, row)
                continue
            try:
                yield self._claim(row)
            except FaultError as error:
                _complain(self._plan, row.fault(error.key, **error.arguments))

    def _claim(self, row: Row) -> Placed:
        company = row.cells["company"]
        self._known.check_company(company)
        cells = dict(row.cells)
        if not cells["source"]:
            cells["source"] = self._name_source(cells)
        values = claim_values(cells, company, self._years[company], self._workspace)
        values["shipped"] = False
        if values["source"] not in self._new:
            self._known.check_source(values["source"])
        self._known.check_figure(values)
        return Placed(values, row.file, row.line)

    def _name_source(self, cells: dict[str, str]) -> str:
        title, url, publisher = (cells.get(name, "") for name in NEW_SOURCE)
        if not title and not url:
            raise FaultError("fact-missing", column="source")
        key = f"own-{blake2b(f'{title} {url} {publisher}'.encode(), digest_size=6).hexdigest()}"
        if key not in self._sources:
            self._new[key] = {
                "workspace": self._workspace, "key": key, "kind": "workspace" if self._workspace else "compilation",
                "publisher": publisher, "title": title, "url": url, "published_on": "", "note": "",
            }  # fmt: skip
        return key

    def write_sources(self, values: list[dict[str, Any]]) -> None:
        """Writes the sources that claims cite and the workspace lacks, before the claims that refer to them.

        What a team records ranks first for it (DESIGN 4), so a source it cites becomes one of its own.
        """
        rows: dict[str, dict[str, Any]] = {}
        for key in {claim["source"] for claim in values}:
            held = self._new.get(key) or self._sources[key]
            if held["workspace"] != self._workspace or key in self._new:
                rows[key] = {
                    **held,
                    "workspace": self._workspace,
                    "kind": "workspace" if self._workspace else held["kind"],
                }
        upsert(self._connection, SourceRow, list(rows.values()))
        self._sources.update(rows)


def _digest(path: Path) -> str:
    digest = blake2b(digest_size=16)
    try:
        with path.open("rb") as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
    except OSError:
        return ""
    return digest.hexdigest()
