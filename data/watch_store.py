"""What the clock works on, over all workspaces: what is due, which rules a series touches, what a tick wrote.

A tick reads one snapshot, decides, and writes everything in one transaction. Of two that took up the same rule the
second writes nothing for it, because the version of its state has moved on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any, cast

from sqlalchemy import (
    Connection,
    RowMapping,
    Select,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from bot.alert import Alert
from bot.alerts.ladder import Due
from bot.alerts.outcomes import Armed, LastTick, Outcome, State, Watched, Written
from bot.alerts.step import RuleState
from bot.days import Day, Instant
from bot.delivery import Delivery
from bot.faults import Blind, Why
from bot.rule import Subject
from data import documents, rule_levels
from data.asked import asked, asking
from data.damage import Aside, read_of, rows_of, whole
from data.database import Database, texts_of
from data.inserting import insert_into
from data.loading import upsert
from data.rule_store import due_row, forget, row_of, rule_of
from data.rule_tables import (
    AlertRow,
    DueRow,
    RuleLevelRow,
    RuleRow,
    RuleStateRow,
    SeriesInputRow,
    SeriesRow,
    TickRow,
)
from data.tables import AliasRow, ClaimRow, EditionRow, table
from data.watch_queries import RULES, Queries

Put = Callable[[Connection, Sequence[Delivery]], None]
"""Writes deliveries within the transaction of their alerts."""

Route = Callable[[Connection, Outcome, set[tuple[str, str]], Sequence[Delivery]], Sequence[Delivery]]
"""Decides, within the transaction, what of a tick is sent: data.episode_store."""

_OWNED = tuple(table(each) for each in (ClaimRow, EditionRow, AliasRow))

STATES_READ = 256
"""States that stay as they were read: all quiet rules on a series, all ladders on a release stand in the same one."""

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class WatchStore:
    """The queues and indexes of rules, over all workspaces. Only the clock uses it."""

    def __init__(self, database: Database, put: Put, route: Route | None = None) -> None:
        self._database, self._put, self._route = database, put, route
        self._queries = Queries()
        self._damaged: set[tuple[str, str]] = set()
        self._rules, self._series = Aside(sqlite=database.is_sqlite), Aside(sqlite=database.is_sqlite)

    def last(self) -> LastTick | None:
        """Returns the last completed tick, None before the first one."""

        def read(connection: Connection) -> tuple[datetime, str] | None:
            found = connection.execute(self._queries.last).first()
            return None if found is None else (found.at, found.mark)

        found = self._database.read_now(read)
        return None if found is None else LastTick(Instant(found[0]), found[1])

    def any(self) -> bool:
        """Decides whether there is any rule at all, or anything that waits for its hour without one."""
        waiting = self._queries.waiting
        return self._database.read_now(lambda c: any(c.scalar(each) is not None for each in waiting))

    def edition(self) -> str:
        """Returns what changes whenever shipped facts do, or what a workspace has recorded itself, or a price came."""
        queries = self._queries

        def read(connection: Connection) -> str:
            editions = ":".join("/".join(row) for row in connection.execute(queries.shipped))
            counts = sorted(f"{workspace}={count}" for workspace, count in connection.execute(queries.own))
            editions += f":{connection.scalar(queries.prices) or 0}"
            return f"{editions}|{hashlib.sha256(' '.join(counts).encode()).hexdigest()[:8]}"

        return self._database.read_now(read)

    def owners(self) -> set[str]:
        """Returns the workspaces that have facts or names of their own; all others see what is shipped."""
        queries = [select(t.c.workspace).where(t.c.workspace > "").distinct() for t in _OWNED]
        return self._database.read_now(lambda c: {workspace for query in queries for workspace in c.scalars(query)})

    def due(self, now: Instant) -> list[tuple[Due, Armed]]:
        """Returns what has fallen due by now, in order, each with its rule; what is due for a damaged one stays so."""

        def read(connection: Connection) -> list[tuple[Due, Armed]]:
            rows = rows_of(connection, self._queries.due, {"now": now.at})
            return [(_due_of(row), armed) for row in rows if (armed := self._armed(row)) is not None]

        return self._database.read_now(read)

    def next_due(self, after: Instant | None = None) -> Instant | None:
        """Returns when the next thing falls due, or the next after a moment; None where nothing waits."""
        asked = {"after": after.at if after is not None else _NEVER}
        found = self._database.read_now(lambda c: c.scalar(self._queries.next_due, asked))
        return None if found is None else Instant(found)

    def watched(self) -> list[Watched]:
        """Returns every series that is watched, once for each view of it; one that is damaged is left out."""

        def read(connection: Connection) -> tuple[list[Watched], list[str]]:
            rows = rows_of(connection, self._queries.watched)
            return read_of(rows, _watched, lambda row: f"series {row['series']} {row['view']}".rstrip())

        found, damaged = self._database.read_now(read)
        self._series.say(damaged)
        return found

    def touched(self, series: str, view: str, low: Decimal | None, high: Decimal | None) -> list[Armed]:
        """Returns the rules that a series touches as it moves: waiting at a level between, or not quiet already.

        Without numbers, in a gap, only those that are not quiet.
        """
        ends = (1, 0) if low is None or high is None else (rule_levels.floor(low), rule_levels.ceiling(high))
        wanted = {"series": series, "view": view, "low": ends[0], "high": ends[1]}
        return self._read_armed(self._queries.touched, wanted)

    def of_kind(self, kind: str) -> list[Armed]:
        """Returns every rule of a kind that is not paused."""
        return self._read_armed(self._queries.of_kind, {"kind": kind})

    def complete(self, outcome: Outcome) -> Written:
        """Writes a tick in one transaction and returns what was new of it; rules that it found damaged wait."""
        written = self._database.write_now(lambda connection: self._complete(connection, outcome))
        self._rules.say([f"rule {rule} of {workspace}" for workspace, rule in self._damaged])
        self._damaged.clear()
        return written

    def split_views(self) -> None:
        """Gives each workspace that has claims of its own on a watched series a view of its own of it."""
        self._database.write_now(_split_views)

    def _read_armed(self, query: Select[Any], asked: dict[str, Any]) -> list[Armed]:
        def read(connection: Connection) -> list[Armed]:
            rows = rows_of(connection, query, asked)
            return [armed for row in rows if (armed := self._armed(row)) is not None]

        return self._database.read_now(read)

    def _armed(self, row: RowMapping) -> Armed | None:
        """A rule as it stands, None for one that is damaged itself or of which nobody can read where it stands."""
        armed = whole(_armed, row)
        if armed is None:
            self._damaged.add((row["rule_workspace"], row["rule_id"]))
        return armed

    def _complete(self, connection: Connection, outcome: Outcome) -> Written:
        stale = _write_states(connection, outcome)
        new = _write_alerts(connection, [a for a in outcome.alerts if (a.workspace, a.rule) not in stale])
        # Not only those of new alerts: another rule may tell another place what is known already. Of one place and one
        # alert the delivery's key keeps the first.
        fresh = [d for d in outcome.deliveries if (d.workspace, d.rule) not in stale]
        known = tuple(a for a in outcome.alerts if (a.workspace, a.rule) not in stale)
        courses = tuple(c for c in outcome.courses if (c.workspace, c.rule) not in stale)
        sent: Sequence[Delivery] = fresh
        if self._route is not None:
            sent = self._route(connection, replace(outcome, alerts=known, courses=courses), new, fresh)
        self._put(connection, sent)
        _write_dues(connection, outcome, stale)
        if outcome.series:
            upsert(connection, SeriesRow, [_series_row(s) for s in outcome.series])
        for rule in outcome.ended:
            forget(connection, rule.workspace, rule.id)
            upsert(connection, RuleRow, [row_of(rule.workspace, replace(rule, paused=True))])
        if outcome.tick is not None:
            row = {"name": RULES, "at": outcome.tick.at.at, "mark": outcome.tick.mark}
            upsert(connection, TickRow, [row])
        _wait_for(connection, self._damaged, outcome)
        told = {(a.workspace, a.key) for a in outcome.alerts} - new
        return Written(
            tuple(key for _, key in sorted(new)), tuple(d for d in sent if (d.workspace, d.alert) not in told)
        )


def _armed(row: RowMapping) -> Armed:
    state = _state_of(row["state_document"]) if row["state_document"] else None
    failed = _blind(row["state_why"], row["state_blind_since"]) if row["state_why"] else None
    return Armed(rule_of(row["rule_document"]), state, row["state_version"] or 0, failed)


@lru_cache(maxsize=STATES_READ)
def _state_of(document: str) -> State | None:
    return cast("State | None", documents.value_read(document))


def _blind(why: str | None, since: datetime | None) -> Blind | None:
    return None if since is None else Blind(Instant(since), cast(Why, why or ""))


def _due_of(row: Any) -> Due:  # noqa: ANN401  a row mapping
    names = ("workspace", "rule", "key", "kind", "zone", "hour", "subject", "rung")
    return Due(at=Instant(row["at"]), day=Day(row["day"]), **{name: row[name] for name in names})


def _watched(row: RowMapping) -> Watched:
    value = Decimal(row["value"]) if row["value"] else None
    through = Day(row["through"]) if row["through"] else None
    subject = cast(Subject, documents.value_read(row["document"]))
    return Watched(subject, row["view"], row["observation"], value, through, _blind(row["why"], row["blind_since"]))


def _series_row(watched: Watched) -> dict[str, Any]:
    return {
        "series": watched.subject.key,
        "view": watched.view,
        "document": documents.value_written(watched.subject),
        "observation": watched.observation,
        "value": "" if watched.value is None else str(watched.value),
        "through": watched.through.date if watched.through else None,
        "why": watched.blind.why if watched.blind else "",
        "blind_since": watched.blind.since.at if watched.blind else None,
    }


def _write_states(connection: Connection, outcome: Outcome) -> set[tuple[str, str]]:
    """Writes where rules stand now, and returns those that somebody else has moved on, or taken away, meanwhile."""
    if not outcome.states:
        return set()
    levels = table(RuleLevelRow)
    wanted = [(a.rule.workspace, a.rule.id) for a in outcome.states]
    found = connection.execute(_versions(connection.dialect.name), asking(connection, wanted, "w", "r"))
    held: dict[tuple[str, str], int | None] = {(w, id): version for w, id, version in found}
    stale = {key for key, a in zip(wanted, outcome.states, strict=True) if held.get(key, -1) not in _of(a.version)}
    kept = [a for a in outcome.states if (a.rule.workspace, a.rule.id) not in stale]
    at, texts = outcome.tick.at.at if outcome.tick else _NEVER, texts_of(connection)
    rows = [
        {
            "workspace": a.rule.workspace,
            "rule": a.rule.id,
            "phase": "failed" if a.failed else a.state.phase if isinstance(a.state, RuleState) else "quiet",
            "document": documents.value_written(a.state, texts),
            "version": a.version + 1,
            "at": at,
            "why": a.failed.why if a.failed else "",
            "blind_since": a.failed.since.at if a.failed else None,
        }
        for a in kept
    ]
    upsert(connection, RuleStateRow, rows)
    moved = [{"w": a.rule.workspace, "r": a.rule.id, "a": _is_active(a)} for a in kept if a.rule.subject is not None]
    if moved:
        mine = [levels.c.workspace == bindparam("w"), levels.c.rule == bindparam("r"), levels.c.level != 0]
        connection.execute(update(levels).where(*mine).values(active=bindparam("a")), moved)
    return stale


@lru_cache(maxsize=2)
def _versions(dialect: str) -> Select[Any]:
    states, rules, these = table(RuleStateRow), table(RuleRow), asked(dialect, "w", "r")
    joined = these.join(rules, (rules.c.workspace == these.c.w) & (rules.c.id == these.c.r)).join(
        states, (states.c.workspace == rules.c.workspace) & (states.c.rule == rules.c.id), isouter=True
    )
    return select(rules.c.workspace, rules.c.id, states.c.version).select_from(joined)


def _of(version: int) -> tuple[int | None, ...]:
    return (None, 0) if version == 0 else (version,)


def _is_active(armed: Armed) -> bool:
    """Decides whether a rule is looked at whatever its series does: it is not quiet, has seen nothing, or failed."""
    state = armed.state
    if armed.failed is not None or not isinstance(state, RuleState):
        return True
    return state.beyond is None or state.standing in ("pending", "firing")


def _write_alerts(connection: Connection, alerts: Iterable[Alert]) -> set[tuple[str, str]]:
    """Writes alerts that were not told yet and returns their workspaces and keys."""
    wanted = {(a.workspace, a.key): a for a in alerts}
    if not wanted:
        return set()
    texts = texts_of(connection)
    rows = [
        {
            "workspace": a.workspace,
            "key": a.key,
            "rule": a.rule,
            "lane": a.lane,
            "reason": a.reason,
            "due_at": a.due_at.at,
            "decided_at": a.decided_at.at,
            "episode": a.episode,
            "supersedes": a.supersedes,
            "document": documents.written(a.document, texts),
        }
        for a in wanted.values()
    ]
    row = table(AlertRow)
    # Another process may have told the same meanwhile: its row stays, and what comes back is what we made.
    written = insert_into(connection, row).on_conflict_do_nothing().returning(row.c.workspace, row.c.key)
    return {(workspace, key) for workspace, key in connection.execute(written, rows)}


def _write_dues(connection: Connection, outcome: Outcome, stale: set[tuple[str, str]]) -> None:
    due = table(DueRow)
    mine = [due.c.workspace == bindparam("w"), due.c.rule == bindparam("r")]
    # What another process took up at the same moment stays due: the alert's key tells whether it was told.
    dealt_with = (d for d in outcome.done if (d.workspace, d.rule) not in stale)
    if done := [{"w": d.workspace, "r": d.rule, "k": d.key} for d in dealt_with]:
        connection.execute(delete(due).where(*mine, due.c.key == bindparam("k")), done)
    replaced = {key: dues for key, dues in outcome.dues.items() if key not in stale}
    if replaced:
        connection.execute(delete(due).where(*mine), [{"w": w, "r": r} for w, r in replaced])
        rows = [due_row(d) for dues in replaced.values() for d in dues]
        if rows:
            connection.execute(insert(due), rows)
    upsert(connection, DueRow, [due_row(d) for d in outcome.again if (d.workspace, d.rule) not in stale])


def _wait_for(connection: Connection, damaged: Iterable[tuple[str, str]], outcome: Outcome) -> None:
    """Keeps rules that are damaged to be looked at, whatever their series does meanwhile, until they are whole.

    What they missed while a series moved on is found by that look: a quiet rule alone would wait for the next move.
    """
    rule, levels = table(RuleRow), table(RuleLevelRow)
    for workspace, id in sorted(damaged):
        mine = (rule.c.workspace == workspace, rule.c.id == id)
        if outcome.tick is None or connection.scalar(select(rule.c.id).where(*mine)) is None:
            continue
        at = outcome.tick.at
        look = Due(workspace, id, f"again:{id}", at, "arm", at.day_in("UTC"), "UTC", "")
        upsert(connection, DueRow, [due_row(look)])
        connection.execute(
            update(levels).where(levels.c.workspace == workspace, levels.c.rule == id).values(active=True)
        )


def _split_views(connection: Connection) -> None:
    claim, inputs = table(ClaimRow), table(SeriesInputRow)
    level, series = table(RuleLevelRow), table(SeriesRow)
    own = connection.execute(
        select(claim.c.workspace, inputs.c.series)
        .join(inputs, (inputs.c.company == claim.c.company) & (inputs.c.measure == claim.c.measure))
        .where(claim.c.workspace > "")
        .distinct()
    ).all()
    for workspace, key in own:
        this = (level.c.workspace == workspace, level.c.series == key, level.c.view == "")
        if connection.execute(update(level).where(*this).values(view=workspace)).rowcount:
            public = connection.execute(select(series).where(series.c.series == key, series.c.view == "")).mappings()
            upsert(connection, SeriesRow, [{**row, "view": workspace} for row in public])
