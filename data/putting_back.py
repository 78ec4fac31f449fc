"""Deliveries that were given up and are to go after all: one place in line for each, as it had before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, case, or_, select, update

from bot.delivery import OF_TEAMS, Why
from data.damage import rows_of, whole
from data.delivery_rows import Values, delivery_of, turn
from data.tables import DeliveryRow, table

STILL_NEWS = timedelta(days=1)
"""How old a message of such a team may be to go by itself once it is mended; an older one waits for a person."""

DAMAGED: Why = "damaged"

_row = table(DeliveryRow)

PLACE_IN_LINE = (_row.c.workspace, _row.c.key, _row.c.lane, _row.c.due_at, _row.c.version)


def parked_lately(now: datetime, *where: ColumnElement[bool]) -> Select[Any]:
    """What was parked for a team's token and is still news."""
    parked = (_row.c.state == "parked", _row.c.why.in_(OF_TEAMS), _row.c.due_at >= now - STILL_NEWS)
    return select(*PLACE_IN_LINE).where(*parked, *where)


def put_back(connection: Connection, rows: Sequence[Sequence[Any]], now: datetime, **anew: object) -> int:
    """Lets deliveries wait for an attempt, doubtful where they were; returns how many.

    A reason of its team stays with each until it is sent: that it was parked for it says that it is to be tried.
    """
    back = [{"of": of, "at_key": key, "at_turn": turn(*place)} for of, key, *place in rows]
    # No IN: its list cannot be laid out where many rows are written at once.
    why = case((or_(*(_row.c.why == each for each in sorted(OF_TEAMS))), _row.c.why), else_="")
    where = (_row.c.workspace == bindparam("of"), _row.c.key == bindparam("at_key"))
    waiting: Values = {"state": "pending", "why": why, "next_attempt_at": now, "settled_at": None}
    values: Values = {**waiting, **anew, "queue": _row.c.platform, "turn": bindparam("at_turn")}
    if back:
        connection.execute(update(_row).where(*where).values(values), back)
    return len(back)


def mended(connection: Connection, platform: str, team: str, now: datetime) -> int:
    """Lets what was parked for a team's token go, since there is a new one; returns how much that is."""
    parked = parked_lately(now, _row.c.platform == platform, _row.c.team == team)
    return put_back(connection, connection.execute(parked).all(), now)


def whole_again(connection: Connection, platform: str) -> list[tuple[Any, ...]]:
    """Returns what was set aside because it was damaged and is as it was written by now, however old it is."""
    query = select(_row).where(_row.c.state == "parked", _row.c.why == DAMAGED, _row.c.platform == platform)
    rows = rows_of(connection, query)
    return [
        tuple(row[column.name] for column in PLACE_IN_LINE)
        for row in rows
        if whole(partial(delivery_of, read={}), row) is not None
    ]
