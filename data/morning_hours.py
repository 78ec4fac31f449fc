"""The hour of reminders: a changed one moves what is still to come, and nothing that was told is told again."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, RowMapping, select, update

from bot.alerts.timing import local_instant
from bot.days import Day, Instant
from bot.rule import MORNING, Rule
from data.damage import rows_of, whole
from data.loading import upsert
from data.preference_tables import SettingRow
from data.rule_store import row_of, rule_of
from data.rule_tables import DueRow, RuleRow
from data.tables import table


def follow(connection: Connection, workspace: str, now: Instant) -> None:
    """Gives every rule of a workspace that names no hour of its own that of its channel, else of the workspace.

    What waited for a later hour and would have been due already by the new one is due at once rather than lost.
    """
    row = table(RuleRow)
    hours = _hours(connection, workspace)
    rows = rows_of(connection, select(row.c.document).where(row.c.workspace == workspace))
    for rule in (whole(_rule_of, each) for each in rows):
        if rule is None:
            continue
        hour = _hour_of(rule, hours)
        if rule.own_hour or hour == rule.morning:
            continue
        upsert(connection, RuleRow, [row_of(workspace, replace(rule, morning=hour))])
        _move(connection, workspace, rule, hour, now)


def _move(connection: Connection, workspace: str, rule: Rule, hour: str, now: Instant) -> None:
    due = table(DueRow)
    waiting = select(due.c.key, due.c.day, due.c.zone).where(
        due.c.workspace == workspace, due.c.rule == rule.id, due.c.hour == rule.morning, due.c.at > now.at
    )
    for key, day, zone in connection.execute(waiting).all():
        at = max(local_instant(Day(day), hour, zone).at, now.at)
        mine = (due.c.workspace == workspace, due.c.rule == rule.id, due.c.key == key)
        connection.execute(update(due).where(*mine).values(hour=hour, at=at))


def _hours(connection: Connection, workspace: str) -> dict[tuple[str, str, str], str]:
    row = table(SettingRow)
    query = select(row.c.platform, row.c.team, row.c.subject, row.c.value).where(
        row.c.workspace == workspace, row.c.name == "morning"
    )
    return {(platform, team, channel): value for platform, team, channel, value in connection.execute(query)}


def _hour_of(rule: Rule, hours: dict[tuple[str, str, str], str]) -> str:
    usual = hours.get(("", "", ""), MORNING)
    first = next(iter(rule.destinations), None)
    return usual if first is None else hours.get((first.platform, first.team, first.channel), usual)


def _rule_of(row: RowMapping) -> Rule:
    return rule_of(row["document"])
