"""Settings in the database: what people, channels and workspaces have set."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, cast

from sqlalchemy import Connection, Select, and_, bindparam, delete, or_, select

from bot.call import Person, Place
from bot.clock import Clock
from bot.preferences import Preferences, Scope, SetPreference
from data import morning_hours
from data.database import Database
from data.keyed import by_key
from data.loading import upsert
from data.preference_tables import SettingRow
from data.tables import PersonRow, table
from data.workspace_store import ensure_workspace, kept_id, person_key

Values = dict[str, Any]


class PreferenceStore:
    """What each workspace's people and channels have set. Every method takes the workspace first."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    def of(self, workspace: str, place: Place, person: Person) -> Preferences:
        """Returns what a person, a place's channel and the workspace have set."""
        return self._database.read_now(lambda connection: _said(connection, workspace, place, person))

    def apply(self, workspace: str, place: Place, person: Person, changes: Sequence[SetPreference]) -> None:
        """Writes changes in one transaction, with the hours at which reminders not yet sent fall due."""
        if changes:
            self._database.write_now(lambda connection: self._apply(connection, workspace, place, person, changes))

    def _apply(
        self, connection: Connection, workspace: str, place: Place, person: Person, changes: Sequence[SetPreference]
    ) -> None:
        ensure_workspace(connection, workspace, self._clock)
        now = self._clock.now()
        for change in changes:
            if change.name == "language" and change.scope == "person":
                row = {**person_key(workspace, person), "language": change.value or None, "updated_at": now.at}
                upsert(connection, PersonRow, [row])
                continue
            key = {"workspace": workspace, **_subject(change.scope, place, person), "name": change.name}
            if change.value:
                upsert(connection, SettingRow, [{**key, "value": change.value, "updated_at": now.at}])
            else:
                kept = table(SettingRow)
                connection.execute(delete(kept).where(*(kept.c[name] == value for name, value in key.items())))
        if any(change.name == "morning" for change in changes):
            morning_hours.follow(connection, workspace, now)


_SCOPES: tuple[Scope, ...] = ("person", "channel", "workspace")


@cache
def _settings() -> Select[Any]:
    """Returns the statement that reads what is set in each scope, its subject given by names such as person_team."""
    row = table(SettingRow)
    names = ("scope", "platform", "team", "subject")
    subjects = [and_(*(row.c[name] == bindparam(f"{scope}_{name}") for name in names)) for scope in _SCOPES]
    mine = row.c.workspace == bindparam("workspace")
    return select(row.c.scope, row.c.name, row.c.value).where(mine, or_(*subjects))


def _said(connection: Connection, workspace: str, place: Place, person: Person) -> Preferences:
    asked = {"workspace": workspace}
    for scope in _SCOPES:
        asked |= {f"{scope}_{name}": value for name, value in _subject(scope, place, person).items()}
    said: dict[Scope, dict[str, str]] = {}
    for scope, name, value in connection.execute(_settings(), asked):
        said.setdefault(cast(Scope, scope), {})[name] = value
    mine = person_key(workspace, person)
    language = connection.scalar(by_key(PersonRow, ("language",), tuple(mine)), mine)
    if language:
        said.setdefault("person", {})["language"] = language
    return Preferences(said)


def _subject(scope: Scope, place: Place, person: Person) -> Values:
    match scope:
        case "person":
            return {
                "scope": scope,
                "platform": kept_id(person.platform),
                "team": kept_id(person.team),
                "subject": kept_id(person.id),
            }
        case "channel":
            return {
                "scope": scope,
                "platform": kept_id(place.platform),
                "team": kept_id(place.team),
                "subject": kept_id(place.channel),
            }
        case "workspace":
            return {"scope": scope, "platform": "", "team": "", "subject": ""}
