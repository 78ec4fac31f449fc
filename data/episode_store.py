"""Episodes in the database: opened and followed in the clock's transaction, marked by people in their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, cast

from sqlalchemy import Connection, func, select

from bot.alerts import episodes
from bot.alerts.outcomes import Outcome
from bot.alerts.routing import Key, routed
from bot.clock import Clock
from bot.delivery import Delivery
from bot.episode import Episode, MarkEpisode, Resolve
from data import documents
from data.asked import asked
from data.database import Database, texts_of
from data.episode_tables import EpisodeRow
from data.loading import upsert
from data.quiet_store import QuietStore
from data.tables import table

Put = Callable[[Connection, Sequence[Delivery]], None]
MOST_LISTED = 100


class EpisodeStore:
    """The episodes of every workspace. What people do takes the workspace first and sees nothing of others."""

    def __init__(self, database: Database, clock: Clock, put: Put, quiet: QuietStore | None = None) -> None:
        self._database, self._clock, self._put, self._quiet = database, clock, put, quiet

    def going_on(self, workspace: str) -> tuple[Episode, ...]:
        """Returns the episodes of a workspace that are not over, the latest first."""
        row = table(EpisodeRow)
        query = (
            select(row.c.document)
            .where(row.c.workspace == workspace, row.c.over.is_(False))
            .order_by(row.c.opened_at.desc(), row.c.key)
            .limit(MOST_LISTED)
        )
        return tuple(self._database.read_now(lambda c: [_episode(d) for d in c.scalars(query)]))

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
        """Returns what a tick sends, within its transaction: its alerts as the episodes they begin or follow in."""
        if outcome.tick is None:
            return tuple(deliveries)
        found = routed(outcome, new, deliveries, _known(connection, outcome))
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
            _write(connection, [after])
            said = episodes.replies(after, episodes.ended(after), now) if isinstance(change.mark, Resolve) else ()
            self._put(connection, (*said, *episodes.edits(after, now)))


def _known(connection: Connection, outcome: Outcome) -> list[Episode]:
    """The episodes that a tick may touch, held until its transaction is over."""
    assert outcome.tick is not None
    row = table(EpisodeRow)
    # Bare, it would tempt SQLite to go through all that goes on anywhere and look for each among what is asked.
    going_on = func.coalesce(row.c.over, True).is_(False)
    documents_of = select(row.c.workspace, row.c.key, row.c.document)
    queries = [documents_of.where(row.c.over.is_(False), row.c.wake_at <= outcome.tick.at.at)]
    keys = {(a.workspace, a.episode) for a in outcome.alerts}
    rules = {(c.workspace, c.rule) for c in outcome.courses}
    events = {(a.workspace, event) for a in outcome.alerts if (event := episodes.event_of(a.key))}
    unlocks = {(o.workspace, f"unlock:{c}:%") for o in outcome.openings if o.generic for c in o.companies}
    for name, wanted, also in (
        ("key", keys, ()),
        ("rule", rules, (going_on,)),
        ("event", events, (going_on,)),
        ("event", unlocks, (going_on,)),
    ):
        if wanted:
            these = asked(connection, sorted(wanted), "w", "v")
            same = row.c[name].like(these.c.v) if wanted is unlocks else row.c[name] == these.c.v
            joined = these.join(row, (row.c.workspace == these.c.w) & same)
            queries.append(documents_of.select_from(joined).where(*also))
    found: dict[Key, str] = {}
    for query in queries:
        for workspace, key, document in connection.execute(query.with_for_update(of=row)):
            found[workspace, key] = document
    return [_episode(document) for document in found.values()]


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


def _episode(document: str) -> Episode:
    return cast(Episode, documents.value_read(document))
