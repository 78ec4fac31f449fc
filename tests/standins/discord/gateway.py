"""Discord's gateway over a websocket: hello, identify, heartbeats, events, resuming, and every way to be cut off.

discord.com/developers/docs/events/gateway
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

Json = dict[str, Any]

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID_SESSION, HELLO, HEARTBEAT_ACK = 0, 1, 2, 6, 7, 9, 10, 11
HEARTBEAT_INTERVAL = 41_250
"""Milliseconds, as Discord's own."""


@dataclass
class Session:
    """What a shard may resume: its events, numbered from 1."""

    id: str
    shard: list[int]
    events: list[Json] = field(default_factory=list)
    socket: web.WebSocketResponse | None = None
    heard: asyncio.Event = field(default_factory=asyncio.Event)


class Gateway:
    """Serves sessions. `ready` makes what a new session is told, `token` is the only one let in."""

    def __init__(self, token: str, ready: Callable[[Session], list[tuple[str, Json]]]) -> None:
        self._token, self._ready = token, ready
        self.sessions: dict[str, Session] = {}
        self.identified: list[Json] = []
        self.resumed = 0
        self.refuse_resume = False
        self._connected = asyncio.Condition()

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Talks with one connection until it ends."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": HELLO, "d": {"heartbeat_interval": HEARTBEAT_INTERVAL}, "s": None, "t": None})
        session: Session | None = None
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                continue
            said = message.json()
            match said["op"]:
                case 1:
                    await socket.send_json({"op": HEARTBEAT_ACK, "d": None, "s": None, "t": None})
                    if session is not None:
                        session.heard.set()
                case 2:
                    session = await self._identify(socket, said["d"])
                case 6:
                    session = await self._resume(socket, said["d"])
                case _:
                    pass
        return socket

    async def _identify(self, socket: web.WebSocketResponse, asked: Json) -> Session | None:
        if asked["token"] != self._token:
            await socket.close(code=4004)
            return None
        self.identified.append(asked)
        session = Session(f"session-{len(self.sessions) + 1}", asked.get("shard", [0, 1]), socket=socket)
        self.sessions[session.id] = session
        for name, data in self._ready(session):
            await self._send(session, name, data)
        await self._told_connected()
        return session

    async def _resume(self, socket: web.WebSocketResponse, asked: Json) -> Session | None:
        session = self.sessions.get(asked["session_id"])
        if session is None or self.refuse_resume or asked["token"] != self._token:
            self.refuse_resume = False
            await socket.send_json({"op": INVALID_SESSION, "d": False, "s": None, "t": None})
            return None
        session.socket = socket
        for event in session.events[int(asked["seq"] or 0) :]:
            await socket.send_json(event)
        self.resumed += 1
        await self._send(session, "RESUMED", {})
        await self._told_connected()
        return session

    async def dispatch(self, name: str, data: Json, guild: int | None = None) -> None:
        """Sends an event to the shard that it belongs to; one that is cut off gets it when it resumes."""
        for session in list(self.sessions.values())[-self._shards() :]:
            number, count = session.shard
            if ((guild or 0) >> 22) % count == number:
                await self._send(session, name, data)

    async def flushed(self) -> None:
        """Returns when every connected shard has read all that was sent and had a turn of its loop to act on it."""
        for _ in range(3):
            for session in self.sessions.values():
                if session.socket is not None and not session.socket.closed:
                    session.heard.clear()
                    await session.socket.send_json({"op": HEARTBEAT, "d": None, "s": None, "t": None})
                    await session.heard.wait()

    async def connected(self, times: int) -> None:
        """Returns when so many connections, new or resumed, have been let in."""
        async with self._connected:
            await self._connected.wait_for(lambda: len(self.identified) + self.resumed >= times)

    def drop(self) -> None:
        """Cuts every connection without a word, as a network does; what is sent from then on waits to be resumed."""
        for session in self.sessions.values():
            if session.socket is not None and session.socket._req is not None:
                transport = session.socket._req.transport
                session.socket = None
                if transport is not None:
                    transport.abort()

    async def tell(self, op: int, data: object = None) -> None:
        """Sends every shard an instruction: reconnect, or that its session is invalid."""
        for session in self.sessions.values():
            if session.socket is not None:
                socket, session.socket = session.socket, None
                await socket.send_json({"op": op, "d": data, "s": None, "t": None})

    def _shards(self) -> int:
        return max((s.shard[1] for s in self.sessions.values()), default=1)

    async def _send(self, session: Session, name: str, data: Json) -> None:
        event = {"op": DISPATCH, "t": name, "s": len(session.events) + 1, "d": data}
        session.events.append(event)
        if session.socket is not None and not session.socket.closed:
            await session.socket.send_json(event)

    async def _told_connected(self) -> None:
        async with self._connected:
            self._connected.notify_all()
