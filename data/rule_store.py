"""The rules of a workspace: what it asked to be told of, and where each rule stands."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from functools import lru_cache
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, delete, func, insert, select

from bot.alerts import waiting
from bot.alerts.ladder import Due
from bot.alerts.series import needs_of
from bot.clock import Clock
from bot.days import Instant
from bot.facts.measures import Measure
from bot.faults import Blind, Why
from bot.ports import KeptRule
from bot.rule import DropRule, KeepRule, LevelWatch, OvertakeWatch, Rule, RuleChange, Subject
from data import documents, rule_levels
from data.damage import rows_of, whole
from data.database import Database
from data.inserting import insert_into
from data.loading import upsert
from data.rule_tables import DueRow, RuleLevelRow, RuleRow, RuleStateRow, SeriesInputRow, SeriesRow
from data.tables import ClaimRow, table
from data.workspace_store import ensure_workspace

Values = dict[str, Any]

RULES_READ = 4_096
"""Rules that stay as they were read, a few kilobytes each: they are read at every tick and changed hardly ever."""


class RuleStore:
    """What each workspace asked to be told of. Every method takes the workspace first and sees nothing of others."""

    def __init__(self, database: Database, clock: Clock, measures: Callable[[], Mapping[str, Measure]]) -> None:
        self._database, self._clock, self._measures = database, clock, measures

    def of(self, workspace: str) -> tuple[KeptRule, ...]:
        """Returns a workspace's rules in the order they were made, each with where it stands; damaged ones left out."""
        query = _followed(
            workspace,
            *(_rule.c.document, _state.c.phase, _state.c.why, _state.c.blind_since),
            *(_series.c.why.label("unseen"), _series.c.blind_since.label("blind")),
        )

        def read(connection: Connection) -> list[KeptRule]:
            found = (whole(_kept, row) for row in rows_of(connection, query))
            return [kept for kept in found if kept is not None]

        return tuple(self._database.read_now(read))

    def damaged(self, workspace: str) -> tuple[str, ...]:
        """Returns the ids of the rules that are set aside, because they or what they are followed by is damaged."""
        documents = (_rule.c.document, _state.c.document.label("state"), _series.c.document.label("series"))
        query = _followed(workspace, _rule.c.id, *documents)

        def read(connection: Connection) -> list[str]:
            rows = rows_of(connection, query)
            return [row["id"] for row in rows if whole(_read_through, row) is None]

        return tuple(self._database.read_now(read))

    def apply(self, workspace: str, changes: Sequence[RuleChange]) -> None:
        """Writes changes in one transaction. A rule that is kept anew begins anew: what it told stays told."""
        if changes:
            self._database.write_now(lambda connection: self._apply(connection, workspace, changes))

    def _apply(self, connection: Connection, workspace: str, changes: Sequence[RuleChange]) -> None:
        ensure_workspace(connection, workspace, self._clock)
        for change in changes:
            match change:
                case KeepRule(rule=rule):
                    self._keep(connection, workspace, rule)
                case DropRule(id=id):
                    row = table(RuleRow)
                    forget(connection, workspace, id)
                    connection.execute(delete(row).where(row.c.workspace == workspace, row.c.id == id))

    def _keep(self, connection: Connection, workspace: str, rule: Rule) -> None:
        row = table(RuleRow)
        before = rows_of(connection, select(row.c.document).where(row.c.workspace == workspace, row.c.id == rule.id))
        upsert(connection, RuleRow, [row_of(workspace, rule)])
        if not rule.paused:
            upsert(connection, DueRow, [due_row(waiting.arming(rule))])
        was = next((whole(_rule_of, each) for each in before), None)
        if was is not None and was.watch == rule.watch and not rule.paused:
            return
        forget(connection, workspace, rule.id)
        if rule.paused:
            return
        upsert(connection, DueRow, [due_row(waiting.arming(rule))])
        if rule.subject is not None:
            watch_series(connection, rule.subject, "", dict(self._measures()))
            view = view_of(connection, workspace, rule.subject.key)
            if view:
                watch_series(connection, rule.subject, view, dict(self._measures()))
            connection.execute(insert(table(RuleLevelRow)), level_row(workspace, rule, view, active=True))

    def count(self, workspace: str) -> int:
        """Returns how many rules a workspace has."""
        rule = table(RuleRow)
        query = select(func.count()).select_from(rule).where(rule.c.workspace == workspace)
        return int(self._database.read_now(lambda connection: connection.scalar(query)) or 0)


_rule, _state, _level, _series = (table(each) for each in (RuleRow, RuleStateRow, RuleLevelRow, SeriesRow))


def _followed(workspace: str, *columns: ColumnElement[Any]) -> Select[Any]:
    """The rules of a workspace in the order they were made, beside where each stands and the series it looks at."""
    return (
        select(*columns)
        .select_from(_rule)
        .join(_state, (_state.c.workspace == _rule.c.workspace) & (_state.c.rule == _rule.c.id), isouter=True)
        .join(_level, (_level.c.workspace == _rule.c.workspace) & (_level.c.rule == _rule.c.id), isouter=True)
        .join(_series, (_series.c.series == _level.c.series) & (_series.c.view == _level.c.view), isouter=True)
        .where(_rule.c.workspace == workspace)
        .order_by(_rule.c.made_at, _rule.c.id)
    )


def forget(connection: Connection, workspace: str, rule: str) -> None:
    """Deletes where a rule stands, what finds it and what is due for it; its alerts stay."""
    for each in (RuleStateRow, RuleLevelRow, DueRow):
        row = table(each)
        connection.execute(delete(row).where(row.c.workspace == workspace, row.c.rule == rule))


def watch_series(connection: Connection, subject: Subject, view: str, measures: dict[str, Measure]) -> None:
    """Makes a view of a series known, with the claims it is read from, where it is not yet."""
    row = table(SeriesRow)
    if connection.scalar(select(row.c.series).where(row.c.series == subject.key, row.c.view == view)) is not None:
        return
    values = {
        "series": subject.key,
        "view": view,
        "document": documents.value_written(subject),
        "observation": "",
        "value": "",
        "through": None,
    }
    _insert_new(connection, SeriesRow, [values])
    needs = needs_of(subject, measures)
    inputs = [{"series": subject.key, "company": c, "measure": m} for c in needs.companies for m in needs.measures]
    _insert_new(connection, SeriesInputRow, inputs)


def view_of(connection: Connection, workspace: str, series: str) -> str:
    """Returns the workspace where it has claims of its own on a series, else the name of the public view."""
    claim, inputs = table(ClaimRow), table(SeriesInputRow)
    query = (
        select(claim.c.id)
        .join(inputs, (inputs.c.company == claim.c.company) & (inputs.c.measure == claim.c.measure))
        .where(claim.c.workspace == workspace, inputs.c.series == series)
        .limit(1)
    )
    return workspace if connection.scalar(query) is not None else ""


def level_row(workspace: str, rule: Rule, view: str, *, active: bool) -> Values:
    """Returns the row by which a rule over a series is found; an overtake is always looked at."""
    assert rule.subject is not None
    watch = rule.watch
    level = rule_levels.floor(watch.level) if isinstance(watch, LevelWatch) else 0
    return {
        "workspace": workspace,
        "rule": rule.id,
        "series": rule.subject.key,
        "view": view,
        "level": level,
        "active": active or isinstance(watch, OvertakeWatch),
    }


def due_row(due: Due) -> Values:
    """Returns something that falls due as its row."""
    names = ("workspace", "rule", "key", "kind", "zone", "hour", "subject", "rung")
    return {"at": due.at.at, "day": due.day.date, **{name: getattr(due, name) for name in names}}


def row_of(workspace: str, rule: Rule) -> Values:
    """Returns a rule as its row."""
    return {
        "workspace": workspace,
        "id": rule.id,
        "owner": json.dumps(asdict(rule.owner)),
        "kind": "value" if rule.subject is not None else type(rule.watch).__name__,
        "document": documents.value_written(rule),
        "paused": rule.paused,
        "made_at": rule.made_at.at,
    }


def _read_through(row: RowMapping) -> bool:
    for document in (row["document"], row["state"], row["series"]):
        if document is not None:
            documents.value_read(document)
    return True


@lru_cache(maxsize=RULES_READ)
def rule_of(document: str) -> Rule:
    """Returns the rule that a document was written of."""
    return cast(Rule, documents.value_read(document))


def forget_read() -> None:
    """Reads every rule anew from now on."""
    rule_of.cache_clear()


def _rule_of(row: RowMapping) -> Rule:
    return rule_of(row["document"])


def _kept(row: RowMapping) -> KeptRule:
    """A rule sees as little as its series; quiet ones are not written to each time that has a gap."""
    rule, phase, since, blind = _rule_of(row), row["phase"], row["blind_since"], row["blind"]
    if row["why"] and since is not None:
        return KeptRule(rule, "failed", Blind(Instant(since), cast(Why, row["why"])))
    if phase and blind is not None:
        unseen = row["unseen"]
        return KeptRule(rule, "failed" if unseen else "no_data", Blind(Instant(blind), cast(Why, unseen or "")))
    return KeptRule(rule, phase or "")


def _insert_new(connection: Connection, row: type[Any], values: Sequence[Values]) -> None:
    connection.execute(insert_into(connection, table(row)).on_conflict_do_nothing(), values)
