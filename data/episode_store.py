"""Episodes in the database: opened and followed in the clock's transaction, marked by people in their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, Literal, cast

from sqlalchemy import Connection, RowMapping, Select, bindparam, func, select

from bot.alerts import episodes
from bot.alerts.outcomes import Outcome
from bot.alerts.routing import Key, routed
from bot.clock import Clock
from bot.delivery import Delivery
from bot.episode import Episode, MarkEpisode, Resolve
from data import documents
from data.asked import asked, asking
from data.damage import Aside, read_of, rows_of
from data.database import Database, texts_of
from data.episode_tables import EpisodeRow
from data.loading import upsert
from data.quiet_store import QuietStore
from data.tables import table

Put = Callable[[Connection, Sequence[Delivery]], None]
What = Literal["key", "rule", "event", "like"]
MOST_LISTED = 100


class EpisodeStore:
    """The episodes of every workspace. What people do takes the workspace first and sees nothing of others."""

    def __init__(self, database: Database, clock: Clock, put: Put, quiet: QuietStore | None = None) -> None:
        self._database, self._clock, self._put, self._quiet = database, clock, put, quiet
        self._aside = Aside(sqlite=database.is_sqlite)

    def going_on(self, workspace: str) -> tuple[Episode, ...]:
        """Returns the episodes of a workspace that are not over, the latest first; damaged ones left out."""
        row = table(EpisodeRow)
        query = (
            select(row.c.workspace, row.c.key, row.c.document)
            .where(row.c.workspace == workspace, row.c.over.is_(False))
            .order_by(row.c.opened_at.desc(), row.c.key)
            .limit(MOST_LISTED)
        )
        found, damaged = self._database.read_now(lambda c: read_of(rows_of(c, query), _read, _name))
        self._aside.also(damaged)
        return tuple(found)

    def find(self, workspace: str, id: str) -> Episode | None:
        """Returns an episode by its id, over or not, None where a workspace has none such."""
        row = table(EpisodeRow)
        query = select(row.c.document).where(row.c.workspace == workspace, row.c.id == id)
        found = self._database.read_now(lambda c: c.scalar(query))
        return None if found is None else _episode(found)

    def apply(self, workspace: str, changes: Sequence[MarkEpisode]) -> None:
        """Writes what people did about episodes, and the edits of their messages, in one transaction."""
        if changes:
            self._database.write_now(lambda connection: self._apply(connection, workspace, changes))

    def tell(self, workspace: str, deliveries: Sequence[Delivery]) -> None:
        """Puts messages of a workspace on their way that are no alerts; those of another workspace are left out."""
        own = [d for d in deliveries if d.workspace == workspace]
        self._database.write_now(lambda connection: self._put(connection, own))

    def route(
        self, connection: Connection, outcome: Outcome, new: set[Key], deliveries: Sequence[Delivery]
    ) -> tuple[Delivery, ...]:
        """Returns what a tick sends, within its transaction: its alerts as the episodes they begin or follow in.

        What follows in one that is damaged is told by itself, and that one is left as it stands.
        """
        if outcome.tick is None:
            return tuple(deliveries)
        known, damaged = read_of(_known(connection, outcome), _read, _name)
        self._aside.also(damaged)
        found = routed(outcome, new, deliveries, known)
        if damaged:
            kept = tuple(e for e in found.episodes if f"episode {e.key} of {e.workspace}" not in damaged)
            found = replace(found, episodes=kept)
        if self._quiet is None:
            _write(connection, found.episodes)
            return found.deliveries
        quieted = self._quiet.within(connection, found.deliveries, found.episodes, outcome.tick.at)
        _write(connection, quieted.episodes)
        return quieted.deliveries

    def _apply(self, connection: Connection, workspace: str, changes: Sequence[MarkEpisode]) -> None:
        row, now = table(EpisodeRow), self._clock.now()
        for change in changes:
            query = select(row.c.document).where(row.c.workspace == workspace, row.c.id == change.id)
            document = connection.scalar(query.with_for_update())
            if document is None:
                continue
            before = _episode(document)
            after = episodes.marked(before, change.mark, now)
            if after == before:
                continue
            # What a person does about a message goes for its parts too: they have none of their own.
            mine = select(row.c.document).where(row.c.workspace == workspace, row.c.key.in_(before.parts))
            parts = [_episode(d) for d in connection.scalars(mine.with_for_update())] if before.parts else []
            _write(connection, [after, *(episodes.marked(part, change.mark, now) for part in parts)])
            said = episodes.replies(after, episodes.ended(after), now) if isinstance(change.mark, Resolve) else ()
            self._put(connection, (*said, *episodes.edits(after, now)))


def _known(connection: Connection, outcome: Outcome) -> list[RowMapping]:
    """The episodes that a tick may touch, held until its transaction is over."""
    assert outcome.tick is not None
    dialect = connection.dialect.name
    found: dict[Key, RowMapping] = {}
    wanted: dict[What, set[tuple[str, str]]] = {
        "key": {(a.workspace, a.episode) for a in outcome.alerts},
        "rule": {(c.workspace, c.rule) for c in outcome.courses},
        "event": {(a.workspace, event) for a in outcome.alerts if (event := episodes.event_of(a.key))},
        "like": {(o.workspace, f"unlock:{c}:%") for o in outcome.openings if o.generic for c in o.companies},
    }
    asks = [(_waking(), {"now": outcome.tick.at.at})]
    asks += [(_by(dialect, what), asking(connection, sorted(rows), "w", "v")) for what, rows in wanted.items() if rows]
    for query, values in asks:
        for row in rows_of(connection, query, values):
            found[row["workspace"], row["key"]] = row
    return list(found.values())


@lru_cache(maxsize=1)
def _waking() -> Select[Any]:
    row = table(EpisodeRow)
    over = (row.c.over.is_(False), row.c.wake_at <= bindparam("now"))
    return select(row.c.workspace, row.c.key, row.c.document).where(*over).with_for_update()


@lru_cache(maxsize=10)
def _by(dialect: str, what: What) -> Select[Any]:
    """The episodes under a key, or those that go on of a rule or an event, or of events that look like one."""
    row, these = table(EpisodeRow), asked(dialect, "w", "v")
    column = row.c.event if what == "like" else row.c[what]
    same = column.like(these.c.v) if what == "like" else column == these.c.v
    joined = these.join(row, (row.c.workspace == these.c.w) & same)
    query = select(row.c.workspace, row.c.key, row.c.document).select_from(joined)
    if what != "key":
        # Bare, it would tempt SQLite to go through all that goes on anywhere and look for each among what is asked.
        query = query.where(func.coalesce(row.c.over, True).is_(False))
    return query.with_for_update(of=row)


def _write(connection: Connection, changed: Iterable[Episode]) -> None:
    texts = texts_of(connection)
    rows: list[dict[str, Any]] = [
        {
            "workspace": e.workspace,
            "key": e.key,
            "id": e.id,
            "rule": e.rule,
            "event": e.event,
            "over": e.resolved_at is not None,
            "wake_at": e.snooze.until.at if e.snooze is not None else None,
            "opened_at": e.opened_at.at,
            "document": documents.value_written(e, texts),
        }
        for e in changed
    ]
    if rows:
        upsert(connection, EpisodeRow, rows)


def _read(row: RowMapping) -> Episode:
    return _episode(row["document"])


def _name(row: RowMapping) -> str:
    return f"episode {row['key']} of {row['workspace']}"


def _episode(document: str) -> Episode:
    return cast(Episode, documents.value_read(document))
