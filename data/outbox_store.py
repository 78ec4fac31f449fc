"""The outbox in the database: deliveries are put there with what they follow from, and taken by one holder at a time.

On SQLite every write holds the database; on PostgreSQL several deliverers take side by side, each skipping the rows
that another has locked.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache, partial
from typing import Any

from sqlalchemy import (
    Connection,
    Executable,
    RowMapping,
    and_,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from bot.answer import Answer
from bot.call import Place
from bot.clock import Clock
from bot.days import Instant
from bot.delivery import Again, Delivery, Parked, Sent, Settlement, Trouble, Unsure
from bot.text import Message
from data import documents, taking
from data.damage import RESTORE, whole
from data.database import Database, texts_of
from data.delivery_rows import LANES, Values, delivery_of, row_of
from data.inserting import insert_for
from data.putting_back import DAMAGED, PLACE_IN_LINE, one_of_each, parked_lately, put_back, whole_again
from data.rule_tables import TickRow
from data.tables import DeliveryRow, table

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=60)
"""Longer than any request may take (adapters give up after 30 seconds), so that a request never outlives its lease."""

FETCHED_ANEW = timedelta(hours=1)
"""After this what a restored copy lacks has been fetched again."""

_OUT = {"queue": None, "turn": None}
_HELD: Values = {"state": "unsure", "why": "restored", **_OUT}
_RESTORED = "restored"
"""The row of `tick` that says when an older copy was put back."""


def put(connection: Connection, deliveries: Iterable[Delivery]) -> None:
    """Puts deliveries into the outbox, within the transaction that writes what they follow from.

    One whose key is there already is left as it stands: the same effect is put once, however often it is decided. After
    an older copy was put back, what may have been sent before is held for a person.
    """
    texts = texts_of(connection)
    back = connection.scalar(select(_tick.c.at).where(_tick.c.name == _RESTORED))
    rows: list[Values] = []
    for each in deliveries:
        row = row_of(each, documents.written(each.document, texts))
        rows.append(row | _HELD if back is not None and _told_before(each, back) else row)
    if rows:
        connection.execute(_putting(connection.dialect.name), rows)


@lru_cache(maxsize=2)
def _putting(dialect: str) -> Executable:
    return insert_for(dialect, table(DeliveryRow)).on_conflict_do_nothing()


def restored(connection: Connection, now: datetime) -> int:
    """Marks all that waits as unsure and returns how much: an older copy cannot know what was sent since.

    Nor does it know what was told since: the next ticks tell that anew, and it is held as well.
    """
    connection.execute(delete(_tick).where(_tick.c.name == _RESTORED))
    connection.execute(insert(_tick).values(name=_RESTORED, at=now, mark=""))
    return connection.execute(update(_row).where(_row.c.queue.is_not(None)).values(_HELD)).rowcount


def _told_before(each: Delivery, back: datetime) -> bool:
    """Decides whether a delivery may have been sent before an older copy was put back at a moment.

    A reminder is due at its own moment. What follows a figure is due when the figure is seen, which after a copy was
    put back may be when it is fetched anew.
    """
    return each.due_at.at <= back + (timedelta() if each.lane == "unlock" else FETCHED_ANEW)


class OutboxStore:
    """Deliveries that are not done yet, each held by one holder for the length of a lease."""

    def __init__(self, database: Database, clock: Clock, lease: timedelta = LEASE) -> None:
        self._database, self._clock, self._lease = database, clock, lease
        self._after = ""
        self._tries: dict[str, datetime] = {}

    def claim(
        self, platform: str, holder: str, most: int, besides: Collection[str] = frozenset()
    ) -> Sequence[Delivery]:
        """Returns deliveries of a platform that are due, now held by `holder`, each with its lease.

        The most urgent lane comes first, every workspace gets its share except for those named in `besides`, which get
        none, and of one channel only the first in order. An edit that a later one overtook is noted as done and left
        out.
        """
        now = self._clock.now().at
        if now >= self._tries.get(platform, now):
            self._try_parked(platform, now)
        # Most of the time nothing is due, and finding that out must not take the one writer's turn.
        due = select(_row.c.key).where(_row.c.queue == platform, _row.c.next_attempt_at <= now).limit(1)
        if self._database.read_now(lambda connection: connection.scalar(due)) is None:
            return ()
        return self._database.write_now(lambda c: self._claim(c, platform, holder, most, besides, now))

    def begin(self, held: Sequence[Delivery]) -> Sequence[Delivery]:
        """Returns those that are still held, with the lease renewed and the attempt noted: to be called before each."""
        now = self._clock.now().at
        until = now + self._lease

        def write(connection: Connection) -> list[Delivery]:
            begun = []
            for each in held:
                values = {
                    "attempts": _row.c.attempts + 1,
                    "first_attempt_at": func.coalesce(_row.c.first_attempt_at, now),
                    "unanswered_at": func.coalesce(_row.c.unanswered_at, now),
                    "next_attempt_at": until,
                }
                if _changed(connection, each, values):
                    assert each.lease is not None
                    lease = replace(each.lease, until=Instant(until))
                    first = each.first_attempt_at or Instant(now)
                    begun.append(
                        replace(
                            each,
                            attempts=each.attempts + 1,
                            first_attempt_at=first,
                            unanswered_at=each.unanswered_at or Instant(now),
                            lease=lease,
                        )
                    )
            return begun

        return self._database.write_now(write) if held else ()

    def settle(self, settled: Sequence[tuple[Delivery, Settlement]]) -> Sequence[str]:
        """Notes what came of attempts and returns the keys of those that were no longer held, of which nothing is."""
        now = self._clock.now().at

        def write(connection: Connection) -> list[str]:
            refused = []
            taken = set[tuple[str, str, str]]()
            for each, came in settled:
                if not _changed(connection, each, _settlement(came, now)):
                    refused.append(each.key)
                elif isinstance(came, Sent) and came.message:
                    taken.add((each.workspace, each.destination.platform, each.destination.team))
                elif isinstance(came, Parked) and came.reach != "delivery":
                    _park_behind(connection, each.destination, came, now)
            for workspace, platform, team in taken:
                mended = (_row.c.workspace == workspace, _row.c.platform == platform, _row.c.team == team)
                put_back(connection, connection.execute(parked_lately(now, *mended)).all(), now)
            return refused

        return self._database.write_now(write) if settled else ()

    def health(self, workspace: str) -> Sequence[Trouble]:
        """Returns what waits for a reason, is unsure or parked in a workspace, by destination and reason."""
        place = (_row.c.platform, _row.c.team, _row.c.channel, _row.c.thread, _row.c.state, _row.c.why)
        query = (
            select(*place, _row.c.rule, func.count(), func.min(_row.c.due_at), func.min(_row.c.key))
            .where(
                _row.c.workspace == workspace,
                or_(_row.c.state.in_(("unsure", "parked")), and_(_row.c.queue.is_not(None), _row.c.why != "")),
                _row.c.why != "dropped",
            )
            .group_by(*place, _row.c.rule)
            .order_by(*place, _row.c.rule)
        )

        def read(connection: Connection) -> list[Trouble]:
            found: dict[tuple[Any, ...], Trouble] = {}
            for *where, state, why, rule, count, since, key in connection.execute(query):
                spot = (*where, state, why)
                before = found.get(spot)
                if before is None:
                    found[spot] = Trouble(Place(*where), state, why, count, Instant(since), (rule,), key)
                else:
                    first = min(before.since, Instant(since))
                    total, rules = before.count + count, (*before.rules, rule)
                    found[spot] = replace(before, count=total, since=first, rules=rules)
            return list(found.values())

        return self._database.read_now(read)

    def decide(self, workspace: str, delivery: str, *, again: bool) -> int:
        """Sends what stands for the same reason at the same destination again, or drops it; returns how many.

        What is sent again begins anew: a person has decided that whatever may stand there does not count.
        """
        now = self._clock.now().at

        def write(connection: Connection) -> int:
            mine = and_(_row.c.workspace == workspace, _row.c.state.in_(("unsure", "parked")))
            same = ("platform", "team", "channel", "thread", "state", "why")
            one = connection.execute(select(*(_row.c[n] for n in same)).where(mine, _row.c.key == delivery)).first()
            if one is None or one.why == "dropped":
                return 0
            alike = and_(mine, *(_row.c[name] == value for name, value in zip(same, one, strict=True)))
            if not again:
                dropped = {"state": "parked", "why": "dropped", "settled_at": now}
                if one.why == DAMAGED:
                    # It will never be told, and as it stands it would keep backups from being made.
                    dropped["document"] = documents.written(Answer(Message("why-damaged")))
                return connection.execute(update(_row).where(alike).values(dropped)).rowcount
            rows = connection.execute(select(*PLACE_IN_LINE).where(alike)).all()
            return put_back(connection, rows, now, unanswered_at=None)

        return self._database.write_now(write)

    def _try_parked(self, platform: str, now: datetime) -> None:
        """Lets one message of each team go whose token was refused lately, and all that were damaged and are whole."""
        anyway = platform not in self._tries

        def read(connection: Connection) -> tuple[list[Sequence[Any]], datetime]:
            found, again = one_of_each(connection, platform, now, anyway=anyway)
            return [*found, *whole_again(connection, platform)], again

        found, self._tries[platform] = self._database.read_now(read)
        if found:
            self._database.write_now(lambda connection: put_back(connection, found, now))

    def _claim(
        self, connection: Connection, platform: str, holder: str, most: int, besides: Collection[str], now: datetime
    ) -> list[Delivery]:
        until = now + self._lease
        rows: list[RowMapping] = []
        for lane in LANES:
            waiting = [w for w in taking.workspaces(connection, platform, lane) if w not in besides]
            later = [w for w in waiting if w > self._after]
            waiting = [*later, *waiting[: len(waiting) - len(later)]]
            while waiting and len(rows) < most:
                share = max(1, (most - len(rows)) // len(waiting))
                left = []
                for workspace in waiting:
                    if len(rows) == most:
                        break
                    few = min(share, most - len(rows))
                    keys: list[str] = list(connection.scalars(taking.due(platform, lane, workspace, few, now)))
                    if keys:
                        rows += taking.taken(connection, workspace, keys, holder, until)
                        self._after = workspace
                    if len(keys) == few:
                        left.append(workspace)
                waiting = left
        read: dict[str, Any] = {}
        claimed = []
        for row in rows:
            each = whole(partial(delivery_of, read=read), row)
            if each is None:
                self._set_aside(connection, row, now)
            elif (each := _with_target(connection, each, now)) is not None:
                claimed.append(each)
        return claimed

    def _set_aside(self, connection: Connection, row: RowMapping, now: datetime) -> None:
        """Parks a delivery that is damaged; whether it may have been posted before stays known."""
        this = (_row.c.workspace == row["workspace"], _row.c.key == row["key"], _row.c.token == row["token"])
        connection.execute(update(_row).where(*this).values(_settlement(Parked(DAMAGED), now)))
        what = f"delivery {row['key']} of {row['workspace']}"
        log.error("%s is damaged and set aside, all others go on: %s", what, RESTORE[self._database.is_sqlite])


_row, _tick = table(DeliveryRow), table(TickRow)


def _with_target(connection: Connection, each: Delivery, now: datetime) -> Delivery | None:
    """An edit or a reply with the message it belongs to, None for an edit that a later one overtook."""
    if each.act == "post":
        return each
    place = each.destination
    same = (
        _row.c.workspace == each.workspace,
        _row.c.episode == each.episode,
        _row.c.platform == place.platform,
        _row.c.team == place.team,
        _row.c.channel == place.channel,
        _row.c.thread == place.thread,
    )
    if each.act == "edit":
        later = select(_row.c.key).where(*same, _row.c.act == "edit", _row.c.version > each.version).limit(1)
        if connection.scalar(later) is not None:
            _changed(connection, each, _settlement(Sent("", "overtaken"), now))
            return None
    first = select(_row.c.message).where(*same, _row.c.act == "post", _row.c.state == "sent", _row.c.message != "")
    return replace(each, message=connection.scalar(first.order_by(_row.c.version.desc()).limit(1)) or "")


def _changed(connection: Connection, each: Delivery, values: Values) -> bool:
    """Changes the row of a delivery as long as it is held under its token, and returns whether it was."""
    token = each.lease.token if each.lease else -1
    held = (
        _row.c.workspace == each.workspace,
        _row.c.key == each.key,
        _row.c.state == "in_flight",
        _row.c.token == token,
    )
    return connection.execute(update(_row).where(*held).values(values)).rowcount == 1


def _settlement(came: Settlement, now: datetime) -> Values:
    match came:
        case Sent(message=message, why=why):
            done = {"state": "sent", "message": message, "why": why, "unanswered_at": None}
            return {**done, "settled_at": now, **_OUT}
        case Again(at=at, why=why, answered=answered):
            doubt = {"unanswered_at": None} if answered else {}
            return {"state": "pending", "next_attempt_at": at.at, "why": why, **doubt}
        case Unsure(why=why):
            return {"state": "unsure", "why": why, "settled_at": now, **_OUT}
        case Parked(why=why, answered=answered):
            doubt = {"unanswered_at": None} if answered else {}
            return {"state": "parked", "why": why, "settled_at": now, **doubt, **_OUT}


def _park_behind(connection: Connection, place: Place, came: Parked, now: datetime) -> None:
    """Parks what waits within the reach of a reason, so that nobody has to be refused ten thousand times."""
    within = [_row.c.queue == place.platform, _row.c.team == place.team, _row.c.state == "pending"]
    if came.reach == "channel":
        within.append(_row.c.channel == place.channel)
    # Of those behind it, one may have been accepted before.
    connection.execute(update(_row).where(*within).values(_settlement(replace(came, answered=False), now)))
