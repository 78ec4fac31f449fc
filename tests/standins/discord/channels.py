"""Messages of channels on the stand-in: created, edited, deleted, and read back by history, with what can go wrong.

discord.com/developers/docs/resources/message
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from aiohttp import web

from tests.standins.discord.checks import message_faults
from tests.standins.discord.payloads import Channel, Json, Posted, User
from tests.standins.discord.people import People
from tests.standins.discord.refusing import Mishap, MishapError, RefusedError

NONCE_WINDOW = 180.0
"""Seconds for which a nonce is known. Discord says "the past few minutes" and no more."""


class Channels(People):
    """What the bot may do in channels.

    `mishaps` befall the next writes in their order, None for one that goes well. `barred` are channels that refuse
    everything, with status and code: bar(). `hidden` are channels of which the bot may not read the history, which
    Discord answers with an empty list. `nonce_window` is how long, in seconds, a nonce keeps a message from being
    posted again.
    """

    def __init__(self) -> None:
        super().__init__()
        self.mishaps: list[Mishap | None] = []
        self.barred: dict[int, tuple[int, int, str]] = {}
        self.hidden: set[int] = set()
        self.nonce_window = NONCE_WINDOW
        self._nonces: dict[str, tuple[float, Posted]] = {}
        self._late: list[tuple[float, Callable[[], object]]] = []

    def bar(self, channel: Channel, status: int = 403, code: int = 50001, why: str = "Missing Access") -> None:
        """Refuses everything in a channel: 50001 without access, 50013 without permission, 50007 a closed inbox."""
        self.barred[channel.id] = (status, code, why)

    def standing(self, channel: Channel) -> list[Posted]:
        """Returns the messages that everyone sees in a channel, the oldest first."""
        self.settle()
        return [m for m in self.messages.values() if m.channel is channel and not m.deleted and m.private_to is None]

    def settle(self) -> None:
        """Does what was accepted late and is due by now."""
        due = [work for at, work in self._late if at <= self.now]
        self._late = [(at, work) for at, work in self._late if at > self.now]
        for work in due:
            # One that Discord refuses in the end has nobody left to be told.
            with suppress(RefusedError):
                work()

    async def _post(self, request: web.Request, body: Json, files: list[str]) -> Json:
        channel = self._channel(request)
        self._checked(body, files)
        return await self._befallen(lambda: self._created(channel, body, files))

    async def _history(self, request: web.Request, body: Json, files: list[str]) -> list[Json]:
        channel = self._channel(request)
        asked = {key: int(value) for key, value in request.query.items()}
        limit = asked.get("limit", 50)
        if not 1 <= limit <= 100 or len(asked.keys() & {"after", "before", "around"}) > 1:
            raise RefusedError(400, 50035, "Invalid Form Body: limit")
        # Without the permission to read it, a channel looks empty.
        there = sorted(self.standing(channel), key=lambda m: m.id) if channel.id not in self.hidden else []
        if "after" in asked:
            there = [m for m in there if m.id > asked["after"]][:limit]
        elif "before" in asked:
            there = [m for m in there if m.id < asked["before"]]
        elif "around" in asked:
            there = sorted(sorted(there, key=lambda m: abs(m.id - asked["around"]))[:limit], key=lambda m: m.id)
        return [message.payload() for message in reversed(there[-limit:])]

    async def _one(self, request: web.Request, body: Json, files: list[str]) -> Json:
        return self._standing(request).payload()

    async def _edit(self, request: web.Request, body: Json, files: list[str]) -> Json:
        message = self._standing(request)
        if message.author is not self.me:
            raise RefusedError(403, 50005, "Cannot edit a message authored by another user")
        self._checked(body, files, edit=True)
        return await self._befallen(lambda: self._rewritten(message, body, files).payload())

    async def _delete(self, request: web.Request, body: Json, files: list[str]) -> None:
        self._standing(request).deleted = True

    async def _see_channel(self, request: web.Request, body: Json, files: list[str]) -> Json:
        return self._channel(request).payload()

    async def _open_direct(self, request: web.Request, body: Json, files: list[str]) -> Json:
        known = (c for c in self.channels.values() if c.recipient and c.recipient.id == int(body["recipient_id"]))
        channel = next(known, None) or self.direct(User(int(body["recipient_id"]), "somebody"))
        return channel.payload()

    async def _befallen(self, work: Callable[[], Json]) -> Json:
        """Does a write, or what befalls it."""
        mishap = self.mishaps.pop(0) if self.mishaps else None
        if mishap is None:
            return work()
        answer: Json | None = None
        if mishap.done_after == 0:
            answer = work()
        elif mishap.done_after is not None:
            self._late.append((self.now + mishap.done_after, work))
        raise MishapError(mishap, answer)

    def _created(self, channel: Channel, body: Json, files: list[str]) -> Json:
        nonce = str(body.get("nonce") or "") if body.get("enforce_nonce") else ""
        at, known = self._nonces.get(nonce, (0.0, None))
        if known is not None and self.now - at < self.nonce_window:
            if known.deleted:
                raise RefusedError(404, 10008, "Unknown Message")
            return known.created()
        message = self._new(channel, body, None, files)
        if nonce:
            self._nonces[nonce] = (self.now, message)
        return message.created()

    def _channel(self, request: web.Request) -> Channel:
        self.settle()
        channel = self.channels.get(int(request.match_info["channel"]))
        if channel is None:
            raise RefusedError(404, 10003, "Unknown Channel")
        if channel.id in self.barred:
            raise RefusedError(*self.barred[channel.id])
        return channel

    def _standing(self, request: web.Request) -> Posted:
        channel = self._channel(request)
        message = self.messages.get(int(request.match_info["message"]))
        if message is None or message.deleted or message.channel is not channel or message.private_to is not None:
            raise RefusedError(404, 10008, "Unknown Message")
        return message

    def _rewritten(self, message: Posted, body: Json, files: list[str]) -> Posted:
        if (message.body.get("flags") or 0) & 1 << 15 and not (body.get("flags", 1 << 15) or 0) & 1 << 15:
            raise RefusedError(400, 50035, "Invalid Form Body: the layout flag cannot be removed")
        message.body = {**message.body, **{k: v for k, v in body.items() if k != "attachments"}}
        message.files = files
        message.changed = self.moment
        return message

    def _checked(self, body: Json, files: list[str], *, edit: bool = False) -> None:
        if faults := message_faults(body, edit=edit, files=len(files)):
            raise RefusedError(400, 50035, f"Invalid Form Body: {faults}")

    def _new(self, channel: Channel, body: Json, private: User | None, files: list[str] | None = None) -> Posted:
        id = self.ids.message(self.moment)
        message = Posted(id, channel, self.me, body, private.id if private else None, files or [])
        self.messages[message.id] = message
        return message
