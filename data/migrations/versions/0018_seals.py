"""A seal on every row that answers are made of; what stands there already is sealed as it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any
from zlib import crc32

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

TABLES = (
    "company", "alias", "listing", "source", "claim", "bar", "holding", "statement", "offer", "quote",
    "corporate_action", "share_count", "rates",
)  # fmt: skip
AT_ONCE = 2_000


def upgrade() -> None:
    """Adds the columns and fills them in. Claims refuse every change, so their trigger stands back meanwhile."""
    for name in TABLES:
        op.add_column(name, sa.Column("seal", sa.BigInteger(), nullable=True))
    connection = op.get_bind()
    lite = connection.dialect.name == "sqlite"
    connection.exec_driver_sql("DROP TRIGGER claim_unchanged" if lite else "DROP TRIGGER claim_unchanged ON claim")
    for name in TABLES:
        _seal(connection, sa.Table(name, sa.MetaData(), autoload_with=connection, resolve_fks=False))
    connection.exec_driver_sql(
        "CREATE TRIGGER claim_unchanged BEFORE UPDATE ON claim BEGIN SELECT RAISE(ABORT, 'claims are append-only'); END"
        if lite
        else "CREATE TRIGGER claim_unchanged BEFORE UPDATE ON claim FOR EACH ROW EXECUTE FUNCTION claim_refuse()"
    )


def _seal(connection: sa.Connection, target: sa.Table) -> None:
    keys = [column.name for column in target.primary_key.columns]
    mine = [target.c[key] == sa.bindparam(f"at_{key}") for key in keys]
    change = sa.update(target).where(*mine).values(seal=sa.bindparam("made"))
    for rows in _rows(connection, target, keys):
        sealed = [{"made": _seal_of(row[:-1])} | {f"at_{key}": row._mapping[key] for key in keys} for row in rows]
        connection.execute(change, sealed)


def _rows(connection: sa.Connection, target: sa.Table, keys: list[str]) -> Iterator[Any]:
    """Rows in the order of their keys, a few at a time: none is read while others are written."""
    order = [target.c[key] for key in keys]
    last: tuple[Any, ...] | None = None
    while True:
        query = sa.select(target).order_by(*order).limit(AT_ONCE)
        if last is not None:
            query = query.where(
                sa.tuple_(*order) > sa.tuple_(*(sa.literal(v, c.type) for v, c in zip(last, order, strict=True)))
            )
        rows = connection.execute(query).all()
        if not rows:
            return
        yield rows
        last = tuple(rows[-1]._mapping[key] for key in keys)


def _seal_of(values: Sequence[object]) -> int:
    """As data.seals made them at this revision."""
    cells = [v.astimezone(UTC).replace(tzinfo=None) if isinstance(v, datetime) and v.tzinfo else v for v in values]
    text = "%s\x1f" * len(cells) % tuple(cells)
    return crc32(text.encode("utf-8", "surrogatepass"))
