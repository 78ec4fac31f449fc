"""Roles in the database: what each workspace's administrators made its people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from sqlalchemy import Connection, delete, select

from bot.call import Person
from bot.clock import Clock
from bot.people_ports import HasRole
from bot.roles import Role, SetRole
from data.database import Database
from data.loading import upsert
from data.people_tables import RoleRow
from data.tables import table
from data.workspace_store import ensure_workspace, kept_id


class RoleStore:
    """What people are in each workspace. Every method takes the workspace first and sees nothing of others."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    def of(self, workspace: str, person: Person) -> Role | None:
        """Returns what somebody was made, None where nobody said anything."""
        row = table(RoleRow)
        query = select(row.c.role).where(*(row.c[name] == value for name, value in _key(workspace, person).items()))
        return self._database.read_now(lambda connection: cast(Role | None, connection.scalar(query)))

    def all(self, workspace: str) -> tuple[HasRole, ...]:
        """Returns everybody with a role in a workspace, those who may most first."""
        row = table(RoleRow)
        query = (
            select(row.c.platform, row.c.team, row.c.person, row.c.role)
            .where(row.c.workspace == workspace)
            .order_by(row.c.role, row.c.platform, row.c.person)
        )

        def read(connection: Connection) -> list[HasRole]:
            return [
                HasRole(Person(platform, team, person), cast(Role, role))
                for platform, team, person, role in connection.execute(query)
            ]

        return tuple(self._database.read_now(read))

    def apply(self, workspace: str, changes: Sequence[SetRole]) -> None:
        """Writes changes in one transaction."""
        if changes:
            self._database.write_now(lambda connection: self._apply(connection, workspace, changes))

    def _apply(self, connection: Connection, workspace: str, changes: Sequence[SetRole]) -> None:
        ensure_workspace(connection, workspace, self._clock)
        row = table(RoleRow)
        for change in changes:
            key = _key(workspace, change.person)
            if change.role is None:
                connection.execute(delete(row).where(*(row.c[name] == value for name, value in key.items())))
            else:
                upsert(connection, RoleRow, [{**key, "role": change.role, "updated_at": self._clock.now().at}])


def _key(workspace: str, person: Person) -> dict[str, Any]:
    return {
        "workspace": workspace,
        "platform": kept_id(person.platform),
        "team": kept_id(person.team),
        "person": kept_id(person.id),
    }
