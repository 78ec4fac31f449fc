"""Adding claims to a database: new ones, and corrections as further versions that supersede the earlier one.

Each claim of a file has a root, the id it first got. A changed row becomes the next version of its root, so that what
was known before stays what it was; the file keeps naming the root.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Literal, TypeVar

from sqlalchemy import Connection, bindparam, insert, or_, select

from data.amounts import restored, scale_of
from data.seals import intact
from data.tables import ClaimRow, WithdrawalRow, table

Values = dict[str, Any]
T = TypeVar("T")
Kind = Literal["added", "changed", "unchanged"]

CHUNK = 2_000
"""Claims compared at once: few enough for flat memory and for SQLite's limit of 32,766 arguments of a statement."""

OWN = "own"
"""What marks the version number of a team's correction, so that it never shares an id with a shipped one."""

_NOT_CONTENT = frozenset({"workspace", "id", "root", "version", "supersedes", "shipped"})


@dataclass(frozen=True, slots=True)
class Counted:
    """How many claims were new, changed and as they were."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0

    def plus(self, kind: Kind, number: int = 1) -> Counted:
        """Returns the count with some more of a kind."""
        return replace(self, **{kind: getattr(self, kind) + number})


@dataclass(frozen=True, slots=True)
class Compared:
    """A claim of a file beside the version of it that a database holds, and the version to add where they differ."""

    kind: Kind
    values: Values
    held: Values | None


def chunks(items: Iterable[T]) -> Iterator[list[T]]:
    """Yields items in lists of at most CHUNK, without holding more than one list."""
    iterator = iter(items)
    while chunk := list(islice(iterator, CHUNK)):
        yield chunk


def compared(connection: Connection, workspace: str, claims: Sequence[Values]) -> list[Compared]:
    """Returns what adding claims to a workspace would do, each beside its newest version there or the shipped one."""
    held = versions(connection, workspace, [c["root"] for c in claims])
    return [_compared(workspace, claim, held.get(claim["root"], ())) for claim in claims]


def add(connection: Connection, found: Iterable[Compared]) -> None:
    """Writes the new and changed ones among compared claims."""
    rows = [item.values for item in found if item.kind != "unchanged"]
    if rows:
        connection.execute(insert(table(ClaimRow)), rows)


def merge(connection: Connection, workspace: str, claims: Iterable[Values]) -> Counted:
    """Writes claims into a workspace as far as they differ from what stands there, and returns how many did."""
    count = Counted()
    for chunk in chunks(claims):
        found = compared(connection, workspace, chunk)
        add(connection, found)
        for item in found:
            count = count.plus(item.kind)
    return count


def versions(connection: Connection, workspace: str, roots: Sequence[str]) -> dict[str, list[Values]]:
    """Returns the versions of each root that a workspace sees, the oldest first and its own after the shared ones."""
    claim = table(ClaimRow)
    query = (
        select(claim)
        .where(claim.c.root.in_(bindparam("roots", expanding=True)))
        .where(claim.c.workspace.in_({"", workspace}))
        .order_by(claim.c.workspace, claim.c.version)
    )
    found: dict[str, list[Values]] = defaultdict(list)
    for row in intact(connection, ClaimRow, query, {"roots": list(roots)}):
        found[row["root"]].append(dict(row))
    return found


def _compared(workspace: str, claim: Values, held: Sequence[Values]) -> Compared:
    # A shipped row is held against what was shipped before, so that a new edition leaves a later import in force.
    rivals = [version for version in held if version["shipped"]] if claim["shipped"] else held
    if not held:
        return Compared("added", claim, None)
    if rivals and all(claim[name] == rivals[-1][name] for name in claim if name not in _NOT_CONTENT):
        return Compared("unchanged", claim, rivals[-1])
    version = held[-1]["version"] + 1
    new_id = f"{claim['root']}~{OWN if workspace else ''}{version}"
    return Compared("changed", {**claim, "id": new_id, "version": version, "supersedes": held[-1]["id"]}, held[-1])


def current(connection: Connection, workspace: str) -> Iterator[Values]:
    """Yields the newest version of every claim a workspace sees, without the withdrawn, by company and root."""
    claim, gone = table(ClaimRow), table(WithdrawalRow)
    query = (
        select(claim)
        .outerjoin(gone, (gone.c.workspace == claim.c.workspace) & (gone.c.claim == claim.c.id))
        .where(or_(claim.c.workspace == "", claim.c.workspace == workspace), gone.c.claim.is_(None))
        .order_by(claim.c.company, claim.c.root, claim.c.workspace, claim.c.version)
    )
    last: Values | None = None
    for row in connection.execution_options(yield_per=CHUNK).execute(query).mappings():
        if last is not None and row["root"] != last["root"]:
            yield last
        last = dict(row)
    if last is not None:
        yield last


def cells(claim: Values) -> dict[str, str]:
    """Returns a claim as the cells of a table, as the fact files write it and under its root."""
    scale = scale_of(claim["unit"])
    amounts = {name: _digits(claim[name], scale) for name in ("value", "low", "high")}
    if claim["day"] is not None:
        amounts["value"] = claim["day"].isoformat()
    audited = "" if claim["audited"] is None else "yes" if claim["audited"] else "no"
    plain = (
        "company", "measure", "unit", "as_of", "scope", "basis", "qualifier", "stated_by", "source", "known_at_basis",
        "note",
    )  # fmt: skip
    return {
        "claim": claim["root"],
        **{name: claim[name] for name in plain},
        **amounts,
        "audited": audited,
        "known_at": claim["known_at"].isoformat(),
        "retrieved_at": claim["retrieved_at"].isoformat() if claim["retrieved_at"] else "",
        "supersedes": claim["supersedes"] if claim["version"] == 1 else "",
    }


def _digits(whole: int | None, scale: int) -> str:
    return "" if whole is None else f"{restored(whole, scale):f}"
