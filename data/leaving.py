"""Deleting what belongs to a team that leaves, table by table, by the list of tables itself: new ones are included."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, delete, select
from sqlmodel import SQLModel

from data.database import Database
from data.tables import PlaceRow, WorkspaceRow, table


def forget_team(database: Database, platform: str, team: str, workspace: str) -> Mapping[str, int]:
    """Deletes every row of a team and returns how many by table.

    Its workspace goes with it, unless another team shares that workspace: then only the team's own rows go.
    """
    return database.write_now(lambda connection: _forget(connection, platform, team, workspace))


def _forget(connection: Connection, platform: str, team: str, workspace: str) -> dict[str, int]:
    place = table(PlaceRow)
    others = connection.scalar(
        select(place.c.team).where(
            place.c.workspace == workspace, (place.c.platform != platform) | (place.c.team != team)
        )
    )
    gone: dict[str, int] = {}
    # Rows that refer to others stand later in the order, so they are deleted first.
    for target in reversed(SQLModel.metadata.sorted_tables):
        if target.name == WorkspaceRow.__tablename__:
            continue
        conditions = []
        if "workspace" in target.c and others is None:
            conditions.append(target.c.workspace == workspace)
        if "platform" in target.c and "team" in target.c:
            conditions.append((target.c.platform == platform) & (target.c.team == team))
        for condition in conditions:
            gone[target.name] = gone.get(target.name, 0) + connection.execute(delete(target).where(condition)).rowcount
    if others is None:
        own = table(WorkspaceRow)
        gone[own.name] = connection.execute(delete(own).where(own.c.key == workspace)).rowcount
    return {name: count for name, count in gone.items() if count}
