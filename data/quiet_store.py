"""Quiet in the database: what channels asked for and what waits for them, what is muted, what was told of late."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, cast

from sqlalchemy import Column, Connection, RowMapping, Select, Table, and_, bindparam, delete, or_, select

from bot.alert_ports import ToldBefore
from bot.alerts.quieting import Calendar, Quieted, Where, quieted, where
from bot.call import Place
from bot.clock import Clock
from bot.days import Instant
from bot.delivery import Delivery
from bot.episode import Episode
from bot.quiet import ChannelState, DropSilence, KeepSilence, QuietChange, SetQuiet, Silence
from data import documents
from data.asked import asked, asking
from data.damage import Aside, read_of, rows_of
from data.database import Database, texts_of
from data.loading import upsert
from data.quiet_tables import QuietRow, SilenceRow
from data.rule_tables import AlertRow
from data.tables import table
from data.workspace_store import ensure_workspace

MOST_LOOKED_BACK = 2_000
_SPOT = ("workspace", "platform", "team", "channel")


class QuietStore:
    """What each workspace wants to hear when. Every method but the clock's own takes the workspace first.

    `calendar` gives the sessions of exchanges, which tell a channel's market hours.
    """

    def __init__(self, database: Database, clock: Clock, calendar: Callable[[], Calendar] = dict) -> None:
        self._database, self._clock, self._calendar = database, clock, calendar
        self._aside = Aside(sqlite=database.is_sqlite)

    def channel(self, workspace: str, place: Place) -> ChannelState | None:
        """Returns how a channel stands, None where it never asked for anything and was never told."""
        spot = (workspace, replace(place, thread=""))
        return self._database.read_now(lambda c: _states(_channels(c, [spot])).get(spot))

    def silences(self, workspace: str) -> tuple[Silence, ...]:
        """Returns what a workspace has muted, in the order in which it ends."""
        row = table(SilenceRow)
        query = select(row.c.document).where(row.c.workspace == workspace).order_by(row.c.until, row.c.id)
        return tuple(self._database.read_now(lambda c: [_silence(d) for d in c.execute(query).mappings()]))

    def told(self, workspace: str, since: Instant) -> tuple[ToldBefore, ...]:
        """Returns what a workspace was told since a moment, in order; what is damaged is left out."""
        row = table(AlertRow)
        query = (
            select(row.c.key, row.c.rule, row.c.lane, row.c.decided_at, row.c.document)
            .where(row.c.workspace == workspace, row.c.decided_at >= since.at)
            .order_by(row.c.decided_at, row.c.key)
            .limit(MOST_LOOKED_BACK)
        )

        def read(connection: Connection) -> tuple[list[ToldBefore], list[str]]:
            return read_of(rows_of(connection, query), _told, lambda row: f"alert {row['key']} of {workspace}")

        found, damaged = self._database.read_now(read)
        self._aside.also(damaged)
        return tuple(found)

    def apply(self, workspace: str, changes: Sequence[QuietChange]) -> None:
        """Writes changes in one transaction."""
        if changes:
            self._database.write_now(lambda connection: self._apply(connection, workspace, changes))

    def within(
        self, connection: Connection, sent: Sequence[Delivery], changed: Sequence[Episode], now: Instant
    ) -> Quieted:
        """Returns what of a tick's messages is told now, and keeps the rest, in the tick's own transaction.

        A channel or a silence that is damaged keeps nothing back, and what waits in it goes on waiting.
        """
        spots = {where(d) for d in sent if d.act != "edit"}
        states, unread = read_of(_channels(connection, sorted(spots, key=repr), now), _state, _channel_name)
        silences, more = read_of(_silences(connection, {w for w, _ in spots}, now), _silence, _silence_name)
        self._aside.also([*unread, *more])
        channels = {(state.workspace, state.place): state for state in states}
        found = quieted(sent, changed, channels, silences, now, self._calendar())
        _write(connection, [state for state in found.channels if _named(state) not in unread])
        _write_silences(connection, [s for s in found.silences if s.until.at > now.at])
        for silence in found.silences:
            if silence.until.at <= now.at:
                _drop(connection, silence.workspace, silence.id)
        return found

    def _apply(self, connection: Connection, workspace: str, changes: Sequence[QuietChange]) -> None:
        ensure_workspace(connection, workspace, self._clock)
        for change in changes:
            match change:
                case SetQuiet(place=place, quiet=quiet):
                    spot = (workspace, replace(place, thread=""))
                    state = _states(_channels(connection, [spot])).get(spot) or ChannelState(*spot)
                    # What waits is looked at anew with the next tick, which knows the new hours.
                    release = self._clock.now() if state.held else None
                    _write(connection, [replace(state, quiet=quiet, release_at=release)])
                case KeepSilence(silence=silence):
                    _write_silences(connection, [replace(silence, workspace=workspace)])
                case DropSilence(id=id):
                    _drop(connection, workspace, id)


def _channels(connection: Connection, spots: Sequence[Where], now: Instant | None = None) -> list[RowMapping]:
    row = table(QuietRow)
    held: list[RowMapping] = []
    if now is not None:
        released = select(*_columns(row)).where(row.c.release_at <= now.at).with_for_update()
        held += rows_of(connection, released)
    if spots:
        wanted = [(workspace, place.platform, place.team, place.channel) for workspace, place in spots]
        held += rows_of(connection, _of_spots(connection.dialect.name), asking(connection, wanted, *_SPOT))
    return held


def _columns(row: Table) -> list[Column[Any]]:
    return [*(row.c[name] for name in _SPOT), row.c.document]


def _states(rows: Sequence[RowMapping]) -> dict[Where, ChannelState]:
    return {(state.workspace, state.place): state for state in map(_state, rows)}


@lru_cache(maxsize=2)
def _of_spots(dialect: str) -> Select[Any]:
    row, these = table(QuietRow), asked(dialect, *_SPOT)
    joined = these.join(row, and_(*(row.c[name] == these.c[name] for name in _SPOT)))
    return select(*_columns(row)).select_from(joined).with_for_update(of=row)


def _silences(connection: Connection, workspaces: set[str], now: Instant) -> Sequence[RowMapping]:
    wanted = asking(connection, [(workspace,) for workspace in sorted(workspaces)], "workspace")
    return rows_of(connection, _of_workspaces(connection.dialect.name), {**wanted, "now": now.at})


@lru_cache(maxsize=2)
def _of_workspaces(dialect: str) -> Select[Any]:
    row, these = table(SilenceRow), asked(dialect, "workspace")
    mine = row.c.workspace.in_(select(these.c.workspace))
    query = select(row.c.workspace, row.c.id, row.c.document).where(or_(mine, row.c.until <= bindparam("now")))
    return query.order_by(row.c.workspace, row.c.id).with_for_update(of=row)


def _write(connection: Connection, states: Sequence[ChannelState]) -> None:
    texts = texts_of(connection)
    rows: list[dict[str, Any]] = [
        {
            "workspace": s.workspace,
            "platform": s.place.platform,
            "team": s.place.team,
            "channel": s.place.channel,
            "release_at": s.release_at.at if s.release_at is not None else None,
            "document": documents.value_written(s, texts),
        }
        for s in states
    ]
    if rows:
        upsert(connection, QuietRow, rows)


def _write_silences(connection: Connection, silences: Sequence[Silence]) -> None:
    rows: list[dict[str, Any]] = [
        {"workspace": s.workspace, "id": s.id, "until": s.until.at, "document": documents.value_written(s)}
        for s in silences
    ]
    if rows:
        upsert(connection, SilenceRow, rows)


def _drop(connection: Connection, workspace: str, id: str) -> None:
    row = table(SilenceRow)
    connection.execute(delete(row).where(row.c.workspace == workspace, row.c.id == id))


def _silence(row: RowMapping) -> Silence:
    return cast(Silence, documents.value_read(row["document"]))


def _silence_name(row: RowMapping) -> str:
    return f"silence {row['id']} of {row['workspace']}"


def _state(row: RowMapping) -> ChannelState:
    return cast(ChannelState, documents.value_read(row["document"]))


def _channel_name(row: RowMapping) -> str:
    return _quiet_name(*(row[name] for name in _SPOT))


def _named(state: ChannelState) -> str:
    return _quiet_name(state.workspace, state.place.platform, state.place.team, state.place.channel)


def _quiet_name(workspace: str, platform: str, team: str, channel: str) -> str:
    return f"quiet {platform} {team} {channel} of {workspace}"


def _told(row: RowMapping) -> ToldBefore:
    said = documents.read(row["document"]).headline
    return ToldBefore(row["key"], row["rule"], row["lane"], Instant(row["decided_at"]), said)
