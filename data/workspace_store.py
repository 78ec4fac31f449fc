"""What belongs to a workspace: settings of its people and places, the last plan of its threads, and its receipts.

Reading never writes: the workspace of a place that nothing was ever kept for follows from the place alone, and its rows
are made only when something is changed or kept.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Select, bindparam, select

from bot.answer import Change, DropSet, KeepQuestions, KeepSet, RateQuestion, SetLanguage, SetShowing, Showing
from bot.call import Person, Place
from bot.clock import Clock
from bot.plan import Plan
from bot.ports import LEANS_FOR, CompanySet, Receipt
from bot.text import Language
from data import company_sets, company_uses, documents, question_log
from data.database import Database
from data.inserting import insert_into
from data.keyed import by_key
from data.loading import upsert
from data.preference_tables import SettingRow
from data.tables import ChannelRow, PersonRow, PlaceRow, ReceiptRow, ThreadRow, WorkspaceRow, table

Values = dict[str, Any]


class SettingsStore:
    """What people and places have chosen for themselves."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def workspace_of(self, place: Place, person: Person) -> str:
        """Returns the workspace that a place was joined to, else the one of its own team.

        A direct message outside of any team belongs to the person's own workspace.
        """
        if not place.team:
            return f"{_part(place.platform)}:@{_part(person.id)}"
        team = {"platform": kept_id(place.platform), "team": kept_id(place.team), "channel": ""}
        query = by_key(PlaceRow, ("workspace",), tuple(team))
        joined: str | None = self._database.read_now(lambda connection: connection.scalar(query, team))
        return joined or own_workspace(place)

    def language_of(self, workspace: str, place: Place, person: Person) -> Language | None:
        """Returns the language a person chose, else that of the thread, the channel or the team, else None."""
        return self._database.read_now(lambda connection: _language(connection, workspace, place, person))

    def sets_of(self, workspace: str, place: Place) -> Mapping[str, CompanySet]:
        """Returns the named sets of a place's channel, each in its newest version, by name."""
        channel = _channel(workspace, place)
        return self._database.read_now(lambda connection: company_sets.sets_of(connection, channel))

    def showing_of(self, workspace: str, place: Place) -> Showing | None:
        """Returns where a place's channel wants to see the answers to commands, None where it has not said."""
        channel = _channel(workspace, place)
        query = by_key(ChannelRow, ("showing",), tuple(channel))
        return self._database.read_now(lambda connection: connection.scalar(query, channel))

    def apply(self, workspace: str, place: Place, person: Person, changes: Sequence[Change]) -> None:
        """Writes changes in one transaction."""
        if changes:
            self._database.write_now(lambda connection: self._apply(connection, workspace, place, person, changes))

    def _apply(
        self, connection: Connection, workspace: str, place: Place, person: Person, changes: Sequence[Change]
    ) -> None:
        now = self._clock.now().at
        ensure_workspace(connection, workspace, self._clock)
        for change in changes:
            match change:
                case SetLanguage(language=language):
                    row = {**person_key(workspace, person), "language": language, "updated_at": now}
                    upsert(connection, PersonRow, [row])
                case SetShowing(showing=showing):
                    row = {**_channel(workspace, place), "showing": showing, "updated_at": now}
                    upsert(connection, ChannelRow, [row])
                case KeepSet(name=name, companies=companies, is_default=is_default):
                    kept = CompanySet(name, 0, companies, is_default)
                    company_sets.keep(connection, _channel(workspace, place), kept, kept_id(person.id), now)
                case DropSet(name=name):
                    company_sets.drop(connection, _channel(workspace, place), name, kept_id(person.id), now)
                case KeepQuestions(kept=wanted):
                    question_log.choose(connection, workspace, wanted)
                case RateQuestion(id=id, good=good):
                    question_log.rate(connection, workspace, id, good)


class ThreadStore:
    """The last plan of each thread, and what each workspace asks about most."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        since = table(ThreadRow).c.updated_at >= bindparam("since")
        self._last = by_key(ThreadRow, ("plan",), ("workspace", "platform", "team", "channel", "thread")).where(since)

    def last_plan(self, workspace: str, place: Place) -> Plan | None:
        """Returns the plan that was answered last in a thread, None when there is none of late."""
        asked = {**_place(workspace, place), "since": self._clock.now().at - LEANS_FOR}
        found: str | None = self._database.read_now(lambda connection: connection.scalar(self._last, asked))
        return Plan.from_document(json.loads(found)) if found else None

    def remember(self, workspace: str, place: Place, plan: Plan) -> None:
        """Keeps the plan as the thread's last one and counts its companies; writes nothing when it already is."""
        if self.last_plan(workspace, place) == plan:
            return
        now = self._clock.now().at
        row = {**_place(workspace, place), "plan": json.dumps(plan.document()), "updated_at": now}

        def write(connection: Connection) -> None:
            ensure_workspace(connection, workspace, self._clock)
            upsert(connection, ThreadRow, [row])
            company_uses.count(connection, workspace, plan.companies)

        self._database.write_now(write)

    def most_asked(self, workspace: str) -> tuple[str, ...]:
        """Returns the companies that a workspace asks about, the most asked for first."""
        return self._database.read_now(lambda connection: company_uses.most_asked(connection, workspace))


class ReceiptStore:
    """Receipts of everything answered and posted."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def keep(self, workspace: str, receipt: Receipt) -> None:
        """Keeps a receipt; the same id again replaces it."""
        row = {
            "workspace": workspace,
            "id": kept_id(receipt.id),
            "plan_hash": receipt.plan.hash,
            "plan": json.dumps(receipt.plan.document()),
            "claims": json.dumps(receipt.claims),
            "code_version": receipt.code_version,
            "answer": documents.written(receipt.answer) if receipt.answer else None,
            "kept_at": self._clock.now().at,
        }

        def write(connection: Connection) -> None:
            ensure_workspace(connection, workspace, self._clock)
            upsert(connection, ReceiptRow, [row])

        self._database.write_now(write)

    def find(self, workspace: str, receipt: str) -> Receipt | None:
        """Returns a receipt by its id, None when that workspace has none such."""
        row = table(ReceiptRow)
        query = select(row).where(row.c.workspace == workspace, row.c.id == kept_id(receipt))

        def read(connection: Connection) -> Receipt | None:
            found = connection.execute(query).mappings().first()
            return None if found is None else _receipt(receipt, dict(found))

        return self._database.read_now(read)


def own_workspace(place: Place) -> str:
    """Returns the workspace that a team has to itself as long as it was joined to no other."""
    return f"{_part(place.platform)}:{_part(place.team)}"


def ensure_workspace(connection: Connection, workspace: str, clock: Clock) -> None:
    """Makes a workspace's own row on its first change, since everything it owns refers to that."""
    target = table(WorkspaceRow)
    row = {"key": workspace, "created_at": clock.now().at}
    connection.execute(insert_into(connection, target).on_conflict_do_nothing(), row)


def _receipt(receipt: str, row: Values) -> Receipt:
    return Receipt(
        id=receipt,
        plan=Plan.from_document(json.loads(row["plan"])),
        claims=tuple(json.loads(row["claims"])),
        code_version=row["code_version"],
        answer=documents.read(row["answer"]) if row["answer"] else None,
    )


@cache
def _languages() -> Select[Any]:
    """Returns the statement that reads the languages set for a workspace and its channels; composed once."""
    wanted = ("scope", "platform", "team", "subject", "value")
    return by_key(SettingRow, wanted, ("workspace", "name")).where(table(SettingRow).c.scope != "person")


def _language(connection: Connection, workspace: str, place: Place, person: Person) -> Language | None:
    mine = person_key(workspace, person)
    language: Language | None = connection.scalar(by_key(PersonRow, ("language",), tuple(mine)), mine)
    if language is not None:
        return language
    team = {"workspace": workspace, "platform": kept_id(place.platform), "team": kept_id(place.team)}
    rows = connection.execute(by_key(PlaceRow, ("channel", "thread", "language"), tuple(team)), team).all()
    of = {(channel, thread): found for channel, thread, found in rows if found is not None}
    channel, thread = kept_id(place.channel), kept_id(place.thread)
    settings = connection.execute(_languages(), {"workspace": workspace, "name": "language"}).all()
    by: dict[tuple[str, ...], Language] = {tuple(row)[:4]: row.value for row in settings}
    here = ("channel", kept_id(place.platform), kept_id(place.team), channel)
    nearer = of.get((channel, thread)) or of.get((channel, "")) or by.get(here)
    return nearer or of.get(("", "")) or by.get(("workspace", "", "", ""))


def person_key(workspace: str, person: Person) -> Values:
    """Returns the key of a person's row."""
    return {
        "workspace": workspace,
        "platform": kept_id(person.platform),
        "team": kept_id(person.team),
        "id": kept_id(person.id),
    }


def _place(workspace: str, place: Place) -> Values:
    return {
        "workspace": workspace,
        "platform": kept_id(place.platform),
        "team": kept_id(place.team),
        "channel": kept_id(place.channel),
        "thread": kept_id(place.thread),
    }


def _channel(workspace: str, place: Place) -> Values:
    return {name: value for name, value in _place(workspace, place).items() if name != "thread"}


def kept_id(identity: str) -> str:
    """An id as it can be kept: PostgreSQL takes no NUL and neither database a lone surrogate, which a pipe can send."""
    escaped = identity.replace("\\", "\\\\").replace("\0", "\\0")
    return escaped.encode("utf-8", "backslashreplace").decode()


def _part(identity: str) -> str:
    """An id as part of a workspace's name; quoting keeps the marks between the parts unmistakable."""
    return quote(identity.encode("utf-8", "backslashreplace"), safe="")
