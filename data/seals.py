"""Seals: each row of facts carries a sum over its own columns, so that one that was altered is known.

SQLite finds a page it cannot read, and an index that does not fit its table; of a flipped bit within a figure it knows
nothing (sqlite.org/cksumvfs.html). A seal is made wherever a row is written, and looked at wherever rows are read that
answers are made of. It is no signature: whoever edits a row by hand can make its seal, and whoever does not know of it
is found out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any, Final
from zlib import crc32

from sqlalchemy import BigInteger, Connection, DateTime, Executable, Row, RowMapping, Table, TypeDecorator, select
from sqlalchemy.engine.default import DefaultExecutionContext
from sqlalchemy.types import TypeEngine
from sqlmodel import Field, SQLModel

from data.any_bytes import any_bytes

SEAL: Final = "seal"
DOCUMENT: Final = "document"
"""The column of every table that keeps one: a rule, where it stands, an alert, a delivery (data.documents)."""

_APART: Final = "\x1f"
"""Stands in no cell of a table, so that "ab" beside "c" is not "a" beside "bc"."""


class DamagedRowError(Exception):
    """Says that a row is not what was written; `what` names its table and, where it can be read, its key."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


def seal_field() -> Any:  # noqa: ANN401  as Field of sqlmodel
    """Returns the column of a seal, to stand last in its table. Every insert fills it in; none has to know of it."""
    return Field(default=None, sa_type=BigInteger, sa_column_kwargs={"default": _sealed})


def seal_of(values: Sequence[Any]) -> int:
    """Returns the seal of a row's other columns, in their order.

    A cyclic sum of 32 bits finds every change within 32 bits of a row, and of others all but one in four billion; a
    page of PostgreSQL's has 16 for eight kilobytes. A cryptographic digest takes five times as long.
    """
    text = (f"%s{_APART}" * len(values)) % tuple(values)
    return crc32(text.encode("utf-8", "surrogatepass"))


def intact(connection: Connection, target: type[SQLModel], query: Executable, asked: Any = None) -> list[RowMapping]:  # noqa: ANN401
    """Returns the rows of a query over all columns of one table, each looked at; raises DamagedRowError."""
    return [row._mapping for row in intact_rows(connection, target, query, asked)]


def intact_rows(
    connection: Connection,
    target: type[SQLModel],
    query: Executable,
    asked: Any = None,  # noqa: ANN401
) -> Sequence[Row[Any]]:
    """Returns the same as plain rows."""
    name, plain = str(target.__tablename__), _plain(SQLModel.metadata.tables[str(target.__tablename__)])
    found = connection.execute(query, asked)
    try:
        rows = found.all()
    except (ValueError, TypeError, OverflowError):
        # A day that is none, a text where a number belongs: what the driver could not even make a value of.
        raise DamagedRowError(name) from None
    for row in rows:
        if seal_of(plain(row)) != row[-1]:
            raise DamagedRowError(_named(name, row))
    return rows


def unsealed(row: RowMapping) -> dict[str, Any]:
    """Returns a row's columns without its seal: to be written elsewhere, or otherwise, and sealed there."""
    return {name: value for name, value in row.items() if name != SEAL}


def sealed_text(document: str) -> str:
    """Returns a JSON document with a seal as the last of its members; what is no object is returned as it is."""
    return f'{document[:-1]}{_MEMBER}{crc32(document.encode()):08x}"}}' if document[-1:] == "}" else document


def bare_text(document: str) -> str:
    """Returns a JSON document without its seal, as it was written; raises DamagedRowError where it is another one.

    One without a seal, from before there were any, is returned as it is.
    """
    if document[-_TAIL:-10] != _MEMBER:
        return document
    bare = f"{document[:-_TAIL]}}}"
    if f"{crc32(bare.encode('utf-8', 'surrogatepass')):08x}" != document[-10:-2]:
        raise DamagedRowError(f"document {document[7:40].partition(_QUOTE)[0]}")
    return bare


def resealed(before: str, changed: str) -> str:
    """Returns a text that takes the place of another one, sealed where that was."""
    return changed if bare_text(before) is before else sealed_text(changed)


_MEMBER: Final = ',"seal":"'
_QUOTE: Final = '"'
_TAIL: Final = len(_MEMBER) + 8 + len('"}')


def look_over(connection: Connection) -> None:
    """Looks at every sealed row and document, a few thousand at a time; raises DamagedRowError at the first damaged."""
    for what in damaged(connection, *SQLModel.metadata.sorted_tables):
        raise DamagedRowError(what)


def damaged(connection: Connection, *targets: Table) -> Iterator[str]:
    """Yields the table and the key of every row of some tables that is not what was written."""
    with any_bytes(connection):
        for target in targets:
            if DOCUMENT in target.c:
                yield from _damaged_documents(connection, target)
            if SEAL in target.c:
                yield from _damaged_rows(connection, target)


def _damaged_documents(connection: Connection, target: Table) -> Iterator[str]:
    query = select(*target.primary_key, target.c[DOCUMENT])
    for *key, document in connection.execute(query, execution_options={"yield_per": _AT_ONCE}):
        try:
            read = isinstance(document, str) and bool(bare_text(document))
        except DamagedRowError:
            read = False
        if not read:
            yield " ".join([target.name, *map(str, key)])


def _damaged_rows(connection: Connection, target: Table) -> Iterator[str]:
    plain = _plain(target)
    try:
        for row in connection.execute(select(target), execution_options={"yield_per": _AT_ONCE}):
            if seal_of(plain(row)) != row[-1]:
                yield _named(target.name, row)
    except (ValueError, TypeError, OverflowError):
        yield target.name


_AT_ONCE: Final = 2_000


def _named(name: str, row: Row[Any]) -> str:
    keys = [column.name for column in SQLModel.metadata.tables[name].primary_key]
    return " ".join([name, *(str(row._mapping[key]) for key in keys if key != "workspace")])


def _sealed(context: DefaultExecutionContext) -> int:
    target: Any = context.compiled.statement  # type: ignore[union-attr]
    written: Mapping[str, Any] = context.get_current_parameters()  # type: ignore[no-untyped-call]
    return seal_of([_utc(written.get(name)) for name in _names(target.table)])


@cache
def _names(target: Table) -> tuple[str, ...]:
    return tuple(column.name for column in target.c if column.name != SEAL)


@cache
def _plain(target: Table) -> Callable[[Row[Any]], Sequence[Any]]:
    """What a row of a table is sealed as: all but its seal, moments in UTC whatever zone the driver gives them in."""
    moments = [n for n, column in enumerate(target.c) if isinstance(_kept_as(column.type), DateTime)]
    if not moments:
        return _all_but_the_seal

    def in_utc(row: Row[Any]) -> Sequence[Any]:
        cells: list[Any] = list(row[:-1])
        for n in moments:
            cells[n] = _utc(cells[n])
        return cells

    return in_utc


def _all_but_the_seal(row: Row[Any]) -> Sequence[Any]:
    return row[:-1]


def _kept_as(kind: TypeEngine[Any]) -> TypeEngine[Any]:
    return kind.impl_instance if isinstance(kind, TypeDecorator) else kind


def _utc(value: Any) -> Any:  # noqa: ANN401  whatever a cell holds
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(UTC).replace(tzinfo=None)
    return value
