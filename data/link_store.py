"""Links in the database: codes by their hash, teams joined in a workspace, and teams that leave it."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, delete, select

from bot.call import Person, Place
from bot.clock import Clock
from bot.link import LASTS, MOST_TRIES, FailLink, Foreseen, JoinLink, LeaveLink, LinkChange, OfferLink
from data import morning_hours
from data.database import Database
from data.joining import counted, move
from data.leaving import part
from data.loading import upsert
from data.people_tables import LinkOfferRow, LinkTryRow
from data.tables import PlaceRow, WorkspaceRow, table
from data.workspace_store import ensure_workspace, kept_id, own_workspace

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Those that nobody mistakes for one another; twelve of them are some 59 bits."""

LENGTH = 12
_KINDS: Mapping[str, str] = {
    "rule": "rules",
    "claim": "claims",
    "company_set": "sets",
    "alert": "alerts",
    "setting": "settings",
    "role": "roles",
    "digest": "digests",
    "audit": "audit",
}
"""What is counted for people, by table; the rest moves along unsaid."""


class LinkStore:
    """Teams of several platforms in one workspace. Every method but `fresh` takes the workspace first."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    def fresh(self) -> str:
        """Returns a code that nobody can guess and nothing is kept of yet."""
        return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))

    def teams(self, workspace: str) -> tuple[tuple[str, str], ...]:
        """Returns the platform and id of every team that was joined in a workspace."""
        return tuple(self._database.read_now(lambda connection: joined(connection, workspace)))

    def tries_left(self, workspace: str) -> int:
        """Returns how many more codes may be typed in a workspace for now."""
        row = table(LinkTryRow)
        query = select(row.c.times).where(row.c.workspace == workspace, row.c.since > self._clock.now().at - LASTS)
        return MOST_TRIES - (self._database.read_now(lambda connection: connection.scalar(query)) or 0)

    def foresee(self, workspace: str, code: str) -> Foreseen | None:
        """Returns what joining by a code would do to a workspace, None for a code that is none or too old."""

        def read(connection: Connection) -> tuple[str, dict[str, int], dict[str, int]] | None:
            goal = self._goal(connection, code)
            if goal is None:
                return None
            moving, giving_way = counted(connection, workspace, goal)
            said = {kind: moving[name] for name, kind in _KINDS.items()}
            return goal, said, {kind: giving_way[name] for name, kind in _KINDS.items()}

        found = self._database.read_now(read)
        return None if found is None else Foreseen(*found)

    def apply(self, workspace: str, place: Place, person: Person, changes: Sequence[LinkChange]) -> None:
        """Writes changes in one transaction."""
        if changes:
            self._database.write_now(lambda connection: self._apply(connection, workspace, place, person, changes))

    def _apply(
        self, connection: Connection, workspace: str, place: Place, person: Person, changes: Sequence[LinkChange]
    ) -> None:
        now = self._clock.now().at
        for change in changes:
            match change:
                case OfferLink(code=code):
                    ensure_workspace(connection, workspace, self._clock)
                    row = {
                        "workspace": workspace,
                        "sealed": sealed(code),
                        "platform": kept_id(place.platform),
                        "team": kept_id(place.team),
                        "person": kept_id(person.id),
                        "ends_at": now + LASTS,
                    }
                    upsert(connection, LinkOfferRow, [row])
                case FailLink():
                    ensure_workspace(connection, workspace, self._clock)
                    tried = table(LinkTryRow)
                    mine = (tried.c.workspace == workspace, tried.c.since > now - LASTS)
                    before = connection.execute(select(tried.c.times, tried.c.since).where(*mine)).first()
                    times, since = (before.times + 1, before.since) if before else (1, now)
                    upsert(connection, LinkTryRow, [{"workspace": workspace, "times": times, "since": since}])
                case JoinLink(code=code):
                    self._join(connection, workspace, place, code)
                case LeaveLink():
                    self._leave(connection, workspace, place)

    def _join(self, connection: Connection, workspace: str, place: Place, code: str) -> None:
        offer = table(LinkOfferRow)
        goal = self._goal(connection, code)
        if goal is None or goal == workspace:
            return
        first = connection.execute(select(offer.c.platform, offer.c.team).where(offer.c.workspace == goal)).one()
        ensure_workspace(connection, workspace, self._clock)
        move(connection, workspace, goal)
        connection.execute(delete(offer).where(offer.c.workspace == goal))
        for platform, team in (tuple(first), (kept_id(place.platform), kept_id(place.team))):
            self._belongs(connection, goal, platform, team)
        morning_hours.follow(connection, goal, self._clock.now())

    def _leave(self, connection: Connection, workspace: str, place: Place) -> None:
        """The team's own rows go; what the workspace recorded stays with those who remain in it."""
        platform, team = kept_id(place.platform), kept_id(place.team)
        if (platform, team) not in joined(connection, workspace):
            return
        part(connection, platform, team, workspace)
        own, known = own_workspace(place), table(WorkspaceRow)
        fresh, number = own, 1
        while connection.scalar(select(known.c.key).where(known.c.key == fresh)) is not None:
            number += 1
            # The parts of a workspace's name are quoted, so that this one is nobody else's.
            fresh = f"{own}/{number}"
        if fresh != own:
            row = {"key": fresh, "created_at": self._clock.now().at}
            upsert(connection, WorkspaceRow, [row])
            self._belongs(connection, fresh, platform, team)

    def _belongs(self, connection: Connection, workspace: str, platform: str, team: str) -> None:
        place = table(PlaceRow)
        here = (place.c.platform == platform, place.c.team == team, place.c.channel == "", place.c.thread == "")
        language = connection.scalar(select(place.c.language).where(*here))
        connection.execute(delete(place).where(*here))
        row = {"workspace": workspace, "platform": platform, "team": team, "channel": "", "thread": ""}
        upsert(connection, PlaceRow, [{**row, "language": language, "updated_at": self._clock.now().at}])

    def _goal(self, connection: Connection, code: str) -> str | None:
        """The workspace that a code leads to. A code is one of no workspace in particular, or nobody could use it."""
        row = table(LinkOfferRow)
        found: str | None = connection.scalar(
            select(row.c.workspace).where(row.c.sealed == sealed(code), row.c.ends_at > self._clock.now().at)
        )
        return found


def joined(connection: Connection, workspace: str) -> list[tuple[str, str]]:
    """Returns the platform and id of every team that was joined in a workspace."""
    row = table(PlaceRow)
    query = select(row.c.platform, row.c.team).where(row.c.workspace == workspace, row.c.channel == "").distinct()
    return [(platform, team) for platform, team in connection.execute(query.order_by(row.c.platform, row.c.team))]


def sealed(code: str) -> str:
    """Returns what is kept of a code: whoever reads the database cannot use it."""
    return hashlib.sha256(code.encode("utf-8", "backslashreplace")).hexdigest()
