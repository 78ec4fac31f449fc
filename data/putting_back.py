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


TRIED_AGAIN = timedelta(minutes=10)
"""Between two tries of a team whose token was refused: somebody may have mended it since."""


def one_of_each(
    connection: Connection, platform: str, now: datetime, *, anyway: bool
) -> tuple[list[Sequence[Any]], datetime]:
    """Returns the newest parked message of each team that is to be tried, and when to look again.

    A team that some process tries already, or tried lately, is left out: however many of them look, one try is made.
    With `anyway` it is tried however lately it was, since a new token comes with a new process.
    """
    waiting = select(_row.c.team).where(_row.c.queue == platform, _row.c.why.in_(OF_TEAMS)).distinct()
    tried = set(connection.scalars(waiting))
    parked = parked_lately(now, _row.c.platform == platform).add_columns(_row.c.team, _row.c.settled_at)
    newest: dict[str, Sequence[Any]] = {}
    last: dict[str, datetime] = {}
    # In one order everywhere, so that two processes that look at the same moment choose the same one.
    for *row, team, settled_at in connection.execute(parked.order_by(_row.c.due_at, _row.c.key)):
        newest[team], last[team] = row, max(settled_at, last.get(team, settled_at))
    ripe = {team: anyway or at + TRIED_AGAIN <= now for team, at in last.items()}
    found = [row for team, row in newest.items() if ripe[team] and team not in tried]
    soon = [last[team] + TRIED_AGAIN for team in newest if not ripe[team]]
    return found, min([now + TRIED_AGAIN, *soon])


def put_back(connection: Connection, rows: Sequence[Sequence[Any]], now: datetime, **anew: object) -> int:
    """Lets deliveries wait for an attempt, doubtful where they were; returns how many. One that waits by now is left.

    A reason of its team stays with each until it is sent: that it was parked for it says that it is to be tried.
    """
    back = [{"of": of, "at_key": key, "at_turn": turn(*place)} for of, key, *place in rows]
    # No IN: its list cannot be laid out where many rows are written at once.
    why = case((or_(*(_row.c.why == each for each in sorted(OF_TEAMS))), _row.c.why), else_="")
    given_up = or_(_row.c.state == "parked", _row.c.state == "unsure")
    where = (_row.c.workspace == bindparam("of"), _row.c.key == bindparam("at_key"), given_up)
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
