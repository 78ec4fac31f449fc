"""Loading the shipped facts into a database, as far as they differ from the edition it holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select
from sqlmodel import SQLModel

from data import claims
from data.inserting import insert_into
from data.shipped import Placed, read_folder
from data.table_files import Fault
from data.tables import (
    AliasRow,
    BarRow,
    ClaimRow,
    CompanyRow,
    EditionRow,
    HoldingRow,
    ListingRow,
    SourceRow,
    StatementRow,
    WithdrawalRow,
    table,
)

FACTS = "facts"


class FaultyFactsError(Exception):
    """Carries the faults of fact files that cannot be loaded."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("; ".join(f"{f.file}:{f.line} {f.what.key}" for f in faults[:5]))
        self.faults = tuple(faults)


def edition(connection: Connection) -> str | None:
    """Returns the fingerprint of the shipped facts that a database holds, None before the first loading."""
    held = table(EditionRow)
    return connection.scalar(select(held.c.fingerprint).where(held.c.workspace == "", held.c.part == FACTS))


def load(connection: Connection, folder: Path, fingerprint: str, at: datetime) -> claims.Counted:
    """Writes an edition of the shipped facts over the one a database holds, and returns what became of the claims.

    Changed claims are superseded and missing ones withdrawn, never overwritten. Raises FaultyFactsError, and writes
    nothing, when a row cannot be read.
    """
    facts = read_folder(folder)
    if facts.faults:
        raise FaultyFactsError(facts.faults)
    _upsert(connection, CompanyRow, facts.companies)
    _upsert(connection, SourceRow, facts.sources)
    _upsert(connection, ListingRow, facts.listings)
    alias = table(AliasRow)
    connection.execute(delete(alias).where(alias.c.workspace == ""))
    _insert(connection, alias, facts.aliases)
    _number(facts.holdings)
    for row, rows in ((HoldingRow, facts.holdings), (StatementRow, facts.statements)):
        connection.execute(delete(table(row)))
        _insert(connection, table(row), rows)
    _upsert(connection, BarRow, facts.bars)
    count = claims.merge(connection, "", (placed.values for placed in facts.claims))
    _withdraw(connection, {placed.values["root"] for placed in facts.claims}, at)
    upsert(connection, EditionRow, [{"workspace": "", "part": FACTS, "fingerprint": fingerprint, "at": at}])
    return count


def upsert(connection: Connection, row: type[SQLModel], values: Sequence[dict[str, Any]]) -> None:
    """Writes rows, each over the one with the same key."""
    if not values:
        return
    target = table(row)
    keys = [column.name for column in target.primary_key]
    rest = [name for name in values[0] if name not in keys]
    new = insert_into(connection, target)
    over = {name: new.excluded[name] for name in rest}
    connection.execute(new.on_conflict_do_update(index_elements=keys, set_=over), values)


def _upsert(connection: Connection, row: type[SQLModel], placed: Iterable[Placed]) -> None:
    upsert(connection, row, [p.values for p in placed])


def _number(holdings: Iterable[Placed]) -> None:
    """Numbers the lines of each company's lock-up list from 1."""
    lines: Counter[str] = Counter()
    for placed in holdings:
        lines[placed.values["company"]] += 1
        placed.values["position"] = lines[placed.values["company"]]


def _insert(connection: Connection, target: Table, placed: Iterable[Placed]) -> None:
    rows = [p.values for p in placed]
    if rows:
        connection.execute(insert(target), rows)


def _withdraw(connection: Connection, stated: set[str], at: datetime) -> None:
    """Marks the shipped claims whose root is no longer in the files, and takes the mark off those that came back."""
    claim, gone = table(ClaimRow), table(WithdrawalRow)
    shipped = connection.execute(select(claim.c.id, claim.c.root).where(claim.c.shipped)).all()
    marked = set(connection.scalars(select(gone.c.claim).where(gone.c.workspace == "")))
    missing = {claim_id for claim_id, root in shipped if root not in stated}
    if new := [{"workspace": "", "claim": claim_id, "at": at} for claim_id in sorted(missing - marked)]:
        connection.execute(insert(gone), new)
    for claim_id in sorted(marked - missing):
        connection.execute(delete(gone).where(gone.c.workspace == "", gone.c.claim == claim_id))
