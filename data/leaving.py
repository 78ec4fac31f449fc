"""Deleting what belongs to a team or a person that leaves, table by table, by the list of tables itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, select, update
from sqlmodel import SQLModel

from bot.call import Person, Place
from data.audit_tables import AuditRow
from data.database import Database
from data.people_tables import LinkOfferRow, RoleRow
from data.preference_tables import SettingRow
from data.rule_store import forget as forget_rule
from data.rule_tables import RuleRow
from data.scrubbing import scrub
from data.tables import CompanySetRow, PersonRow, PlaceRow, WorkspaceRow, table
from data.workspace_store import kept_id

_OF_ALL = (str(AuditRow.__tablename__),)
"""What a team that only parts leaves behind: who changed what in the common workspace."""


def forget_team(database: Database, platform: str, team: str, workspace: str) -> Mapping[str, int]:
    """Deletes every row of a team and returns how many by table.

    Its workspace goes with it, unless another team shares that workspace: then only the team's own rows go, and its
    people are nobody in what stays.
    """
    return database.write_now(lambda connection: _forget(connection, platform, team, workspace))


def part(connection: Connection, platform: str, team: str, workspace: str) -> None:
    """Takes a team out of a workspace that others go on using: its rows go, and nothing is told to it any more."""
    _own_rows(connection, platform, team, {}, workspace)
    _out_of_documents(connection, platform, team, workspace)


class Forgetter:
    """Forgets people."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def forget(self, workspace: str, place: Place, person: Person) -> None:
        """Deletes what is a person's own in a workspace and takes their name off the rest.

        A workspace that is theirs alone, of a direct conversation, goes whole.
        """

        def write(connection: Connection) -> None:
            if place.team:
                _forget_person(connection, workspace, person)
            else:
                _whole(connection, workspace, {})

        self._database.write_now(write)


def _forget(connection: Connection, platform: str, team: str, workspace: str) -> dict[str, int]:
    place = table(PlaceRow)
    others = connection.scalar(
        select(place.c.team).where(
            place.c.workspace == workspace, (place.c.platform != platform) | (place.c.team != team)
        )
    )
    gone: dict[str, int] = {}
    if others is None:
        _whole(connection, workspace, gone)
    _own_rows(connection, platform, team, gone)
    if others is not None:
        _out_of_documents(connection, platform, team, workspace)
    return {name: count for name, count in gone.items() if count}


def _whole(connection: Connection, workspace: str, gone: dict[str, int]) -> None:
    # Rows that refer to others stand later in the order, so they are deleted first.
    for target in reversed(SQLModel.metadata.sorted_tables):
        if "workspace" in target.c:
            _delete(connection, target, [target.c.workspace == workspace], gone)
        if "view" in target.c:
            _delete(connection, target, [target.c.view == workspace], gone)
    own = table(WorkspaceRow)
    _delete(connection, own, [own.c.key == workspace], gone)


def _own_rows(
    connection: Connection, platform: str, team: str, gone: dict[str, int], workspace: str | None = None
) -> None:
    """Deletes the rows of a team everywhere, or in one workspace those that it does not leave behind there."""
    for target in reversed(SQLModel.metadata.sorted_tables):
        if "platform" not in target.c or "team" not in target.c:
            continue
        where = [target.c.platform == platform, target.c.team == team]
        if workspace is None:
            _delete(connection, target, where, gone)
        elif "workspace" in target.c and target.name not in _OF_ALL:
            _delete(connection, target, [*where, target.c.workspace == workspace], gone)


def _delete(connection: Connection, target: Any, where: list[Any], gone: dict[str, int]) -> None:  # noqa: ANN401
    gone[target.name] = gone.get(target.name, 0) + connection.execute(delete(target).where(*where)).rowcount


def _out_of_documents(connection: Connection, platform: str, team: str, workspace: str) -> None:
    """Rules go on where they are told elsewhere too, and end where they were told to the team alone."""
    row = table(RuleRow)
    scrub(connection, workspace, lambda named: named["platform"] == platform and named["team"] == team)
    ended = select(row.c.id).where(row.c.workspace == workspace, row.c.document.contains('"destinations":[]'))
    for id in connection.scalars(ended).all():
        forget_rule(connection, workspace, id)
        connection.execute(delete(row).where(row.c.workspace == workspace, row.c.id == id))


def _forget_person(connection: Connection, workspace: str, person: Person) -> None:
    platform, team, id = kept_id(person.platform), kept_id(person.team), kept_id(person.id)
    settings = table(SettingRow)
    own = ((table(PersonRow), "id"), (settings, "subject"), (table(LinkOfferRow), "person"), (table(RoleRow), "person"))
    for target, column in own:
        where = [target.c.workspace == workspace, target.c.platform == platform, target.c.team == team]
        scope = [target.c.scope == "person"] if target is settings else []
        connection.execute(delete(target).where(*where, *scope, target.c[column] == id))
    for target, column in ((table(AuditRow), "person"), (table(CompanySetRow), "made_by")):
        where = [target.c.workspace == workspace, target.c.platform == platform, target.c.team == team]
        connection.execute(update(target).where(*where, target.c[column] == id).values(**{column: ""}))
    audit = table(AuditRow)
    # A change that names them in its words, such as the role they were given, cannot stay without naming them.
    naming = audit.c.typed.contains(f"<@{id}>", autoescape=True)
    connection.execute(delete(audit).where(audit.c.workspace == workspace, naming))
    scrub(
        connection,
        workspace,
        lambda named: (
            named["platform"] == person.platform
            and named["team"] in (person.team, None)
            and named.get("id") == person.id
        ),
    )
