"""Settings in the database: what people, channels and workspaces have set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from sqlalchemy import Connection, and_, delete, or_, select

from bot.call import Person, Place
from bot.clock import Clock
from bot.preferences import Preferences, Scope, SetPreference
from data import morning_hours
from data.database import Database
from data.loading import upsert
from data.preference_tables import SettingRow
from data.tables import PersonRow, table
from data.workspace_store import ensure_workspace, kept_id

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
                row = {**_person(workspace, person), "language": change.value or None, "updated_at": now.at}
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


def _said(connection: Connection, workspace: str, place: Place, person: Person) -> Preferences:
    row, own = table(SettingRow), table(PersonRow)
    scopes: tuple[Scope, ...] = ("person", "channel", "workspace")
    asked = [
        and_(*(row.c[name] == value for name, value in _subject(scope, place, person).items())) for scope in scopes
    ]
    query = select(row.c.scope, row.c.name, row.c.value).where(row.c.workspace == workspace, or_(*asked))
    said: dict[Scope, dict[str, str]] = {}
    for scope, name, value in connection.execute(query):
        said.setdefault(cast(Scope, scope), {})[name] = value
    mine = [own.c[name] == value for name, value in _person(workspace, person).items()]
    language = connection.scalar(select(own.c.language).where(*mine))
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


def _person(workspace: str, person: Person) -> Values:
    return {
        "workspace": workspace,
        "platform": kept_id(person.platform),
        "team": kept_id(person.team),
        "id": kept_id(person.id),
    }
