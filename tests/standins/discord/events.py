"""Scheduled events of servers on the stand-in: made, changed, cancelled, listed, with what Discord refuses of them.

discord.com/developers/docs/resources/guild-scheduled-event
"""

from __future__ import annotations

from datetime import datetime

from aiohttp import web

from tests.standins.discord.channels import Channels
from tests.standins.discord.payloads import Json
from tests.standins.discord.refusing import RefusedError

MOST_AHEAD = 100
_FIELDS = {
    "name",
    "description",
    "privacy_level",
    "entity_type",
    "entity_metadata",
    "scheduled_start_time",
    "scheduled_end_time",
    "status",
}


class Events(Channels):
    """What the bot may do with events. `unmanaged` are servers in which it lacks the permission Manage Events.

    `events` has all that were ever made, those deleted by people aside; `lost` makes the next one and breaks the line.
    """

    def __init__(self) -> None:
        super().__init__()
        self.events: dict[int, Json] = {}
        self.unmanaged: set[int] = set()
        self.lost = False

    def ahead(self, guild: int) -> list[Json]:
        """Returns the events of a server that people see coming, the next one first."""
        found = [e for e in self.events.values() if e["guild_id"] == str(guild) and e["status"] == 1]
        return sorted(found, key=lambda e: str(e["scheduled_start_time"]))

    async def _list_events(self, request: web.Request, body: Json, files: list[str]) -> list[Json]:
        return self.ahead(self._guild(request))

    async def _make_event(self, request: web.Request, body: Json, files: list[str]) -> Json:
        guild = self._guild(request)
        self._manages(guild)
        self._checked_event(body)
        needed = {"name", "privacy_level", "scheduled_start_time", "scheduled_end_time", "entity_type"}
        if missing := needed - body.keys():
            raise RefusedError(400, 50035, f"Invalid Form Body: {sorted(missing)}")
        if len(self.ahead(guild)) >= MOST_AHEAD:
            raise RefusedError(400, 30038, "Maximum number of uncompleted guild scheduled events reached (100)")
        id = self.ids.next()
        made = {**body, "id": str(id), "guild_id": str(guild), "creator_id": str(self.me.id), "status": 1}
        self.events[id] = made
        if self.lost:
            self.lost = False
            raise RefusedError(502, 0, "Bad Gateway")
        return made

    async def _change_event(self, request: web.Request, body: Json, files: list[str]) -> Json:
        guild = self._guild(request)
        self._manages(guild)
        event = self.events.get(int(request.match_info["event"]))
        if event is None or event["guild_id"] != str(guild):
            raise RefusedError(404, 10070, "Unknown Guild Scheduled Event")
        if event["status"] != 1:
            raise RefusedError(400, 180000, "Cannot update a finished event")
        if "status" in body and body["status"] not in (2, 4):
            raise RefusedError(400, 50035, "Invalid Form Body: status")
        self._checked_event(body)
        event |= body
        return event

    def _guild(self, request: web.Request) -> int:
        id = int(request.match_info["guild"])
        if all(guild.id != id for guild in self.guilds):
            raise RefusedError(404, 10004, "Unknown Guild")
        return id

    def _manages(self, guild: int) -> None:
        if guild in self.unmanaged:
            raise RefusedError(403, 50013, "Missing Permissions")

    def _checked_event(self, body: Json) -> None:
        faults = [f"unknown key {key}" for key in body.keys() - _FIELDS]
        faults += ["name"] if "name" in body and not 1 <= len(body["name"]) <= 100 else []
        faults += ["description"] if "description" in body and not 1 <= len(body["description"]) <= 1000 else []
        faults += ["privacy_level"] if body.get("privacy_level", 2) != 2 else []
        if "entity_type" in body and (
            body["entity_type"] != 3 or not 1 <= len((body.get("entity_metadata") or {}).get("location", "")) <= 100
        ):
            faults.append("an event of another kind, or without a location")
        if "scheduled_start_time" in body:
            starts, ends = (datetime.fromisoformat(body[f"scheduled_{k}_time"]) for k in ("start", "end"))
            faults += ["it starts in the past"] if starts <= self.moment else []
            faults += ["it ends before it starts"] if ends <= starts else []
        if faults:
            raise RefusedError(400, 50035, f"Invalid Form Body: {faults}")
