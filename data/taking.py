"""Taking what is due out of the outbox: whose workspaces wait, what is first in its channel, and having it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import chain
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, exists, func, select, tuple_, update

from data.damage import rows_of
from data.tables import DeliveryRow, table

_row = table(DeliveryRow)
_before = _row.alias("before")


def workspaces(connection: Connection, platform: str, lane: str) -> Iterator[str]:
    """Yields the workspaces that have something in a lane, by one index look-up each, however much waits there."""
    after = ""
    while True:
        query = select(func.min(_row.c.workspace)).where(
            _row.c.queue == platform, _row.c.lane == lane, _row.c.workspace > after
        )
        found: str | None = connection.scalar(query)
        if found is None:
            return
        yield found
        after = found


def due(platform: str, lane: str, workspace: str, most: int, now: datetime) -> Select[Any]:
    """Returns the query for what is due and first in its channel, locked against whoever takes at the same time."""
    in_front = exists().where(
        _before.c.queue == platform,
        _before.c.team == _row.c.team,
        _before.c.channel == _row.c.channel,
        _before.c.thread == _row.c.thread,
        tuple_(_before.c.turn, _before.c.key) < tuple_(_row.c.turn, _row.c.key),
    )
    return (
        select(_row.c.key)
        .where(
            _row.c.queue == platform,
            _row.c.lane == lane,
            _row.c.workspace == workspace,
            _row.c.next_attempt_at <= now,
            ~in_front,
        )
        .order_by(_row.c.turn, _row.c.key)
        .limit(most)
        .with_for_update(skip_locked=True, of=_row)
    )


def taken(
    connection: Connection, workspace: str, keys: Sequence[str], holder: str, until: datetime
) -> Iterator[RowMapping]:
    """Returns rows in the order of their keys, which a holder has from now on."""
    held = (
        update(_row)
        .where(_row.c.workspace == workspace, _row.c.key.in_(keys))
        .values(state="in_flight", holder=holder, token=_row.c.token + 1, next_attempt_at=until)
        .returning(*_row.c)
    )
    found = {row["key"]: row for row in rows_of(connection, held)}
    return chain(found[key] for key in keys)
