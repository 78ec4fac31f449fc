"""A Discord server's scheduled events as the calendar in which unlocks stand.

discord.com/developers/docs/resources/guild-scheduled-event. Making and changing them needs the Manage Events
permission (for those of one's own Create Events is enough). What stands is found again by the last line of its text,
so that one put up before a crash is not put up twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import aiohttp

from adapters.deliver.limiter import Limiter
from adapters.deliver.turnstile import RANK
from adapters.discord.chat import API_URL, REQUEST_SECONDS
from adapters.discord.escape import escaped
from adapters.discord.limits_of_posting import PostingLimits
from bot.call import Place
from bot.programme import HinderedError, Hindrance, Item
from bot.text import Language
from bot.words.writer import Writer

GUILD_ONLY, EXTERNAL, SCHEDULED, CANCELED = 2, 3, 1, 4
TITLE_LENGTH, TEXT_LENGTH, WHERE_LENGTH = 100, 1000, 100

_MARK = re.compile(r"^Twinstar · (?P<key>[\w.-]+:[0-9a-f]+)$", re.MULTILINE)

_FULL = 30038
"""A server has as many events ahead as it may (Opcodes and Status Codes, JSON error codes)."""

_GONE = 10070


class DiscordCalendar:
    """Puts up, rewrites and takes back scheduled events, over HTTP of its own and behind the bot's one limiter."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        token: str,
        writer_of: Callable[[Language], Writer],
        limits: PostingLimits,
        limiter: Limiter,
        *,
        url: str = API_URL,
    ) -> None:
        self._session, self._token, self._writer_of = session, token, writer_of
        self._limits, self._limiter, self._url = limits, limiter, (url or API_URL).rstrip("/")

    async def standing(self, place: Place) -> Mapping[str, str]:
        """Returns the ids of the events of ours that lie ahead, by their keys."""
        found = await self._asked("GET", place)
        marks = ((_MARK.search(str(each.get("description") or "")), each) for each in found)
        return {m["key"]: str(each["id"]) for m, each in marks if m and each.get("status") == SCHEDULED}

    async def put_up(self, place: Place, item: Item, language: Language) -> str:
        """Puts up an event and returns its id."""
        said = await self._asked("POST", place, body=self._body(item, language))
        return str(said["id"])

    async def rewrite(self, place: Place, id: str, item: Item, language: Language) -> None:
        """Writes an event anew, on another day where the release moved."""
        await self._asked("PATCH", place, id, self._body(item, language))

    async def take_back(self, place: Place, id: str) -> None:
        """Cancels an event; one that somebody deleted is as good as cancelled."""
        await self._asked("PATCH", place, id, {"status": CANCELED})

    def _body(self, item: Item, language: Language) -> dict[str, Any]:
        writer = self._writer_of(language)
        mark = f"\n\nTwinstar · {item.key}"
        text = escaped(writer.plain(item.text))[: TEXT_LENGTH - len(mark)]
        return {
            "name": writer.plain(item.title)[:TITLE_LENGTH],
            "description": text + mark,
            "privacy_level": GUILD_ONLY,
            "entity_type": EXTERNAL,
            "entity_metadata": {"location": writer.plain(item.where)[:WHERE_LENGTH]},
            "scheduled_start_time": item.starts.iso,
            "scheduled_end_time": item.ends.iso,
        }

    async def _asked(self, method: str, place: Place, id: str = "", body: Mapping[str, Any] | None = None) -> Any:  # noqa: ANN401  JSON is what it is
        await self._limiter.enter("", RANK["notice"], self._limits.of_bot())
        path = f"{self._url}/guilds/{place.team}/scheduled-events" + (f"/{id}" if id else "")
        headers = {"Authorization": f"Bot {self._token}", "User-Agent": "DiscordBot (twinstar, 1)"}
        timeout = aiohttp.ClientTimeout(total=REQUEST_SECONDS)
        try:
            async with self._session.request(method, path, json=body, headers=headers, timeout=timeout) as answer:
                status, said = answer.status, await answer.json(content_type=None)
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as fault:
            raise HinderedError("unreachable", type(fault).__name__) from None
        if status < 300:
            return said
        code = int(said.get("code") or 0) if isinstance(said, dict) else 0
        if code == _GONE and method == "PATCH":
            return {}
        raise HinderedError(_why(status, code), f"{status} {code}")


def _why(status: int, code: int) -> Hindrance:
    if code == _FULL:
        return "full"
    if status in (401, 403, 404):
        return "forbidden"
    return "unreachable" if status == 429 or status >= 500 else "refused"
