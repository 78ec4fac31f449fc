"""Socket Mode: two connections, so that while Slack recycles one the other takes what comes.

slack_sdk's own client closes a socket before it asks for the next, and after a failure tries the same single-use
address for ever; here the next one is open before the last is closed, and every try has an address of its own.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
from slack_bolt.adapter.socket_mode.async_internals import run_async_bolt_app
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.request import SocketModeRequest

from adapters.slack.api import Api, RefusedError

log = logging.getLogger(__name__)

SOCKETS = 2
"""Slack allows ten for one app (docs.slack.dev/apis/events-api/using-socket-mode)."""

PING_SECONDS = 10
LARGEST_MESSAGE = 4 * 1024 * 1024
_WAITS = (1, 2, 5, 10, 30)

Wait = Callable[[float], Awaitable[None]]


class Sockets:
    """Keeps the connections open and hands each envelope to the app, which acknowledges it."""

    def __init__(self, app: AsyncApp, api: Api, app_token: str, wait: Wait = asyncio.sleep) -> None:
        self._app, self._api, self._token, self._wait = app, api, app_token, wait
        self._open: set[aiohttp.ClientWebSocketResponse] = set()

    async def run(self) -> None:
        """Runs until cancelled. Raises RefusedError when Slack does not know the token, which waiting does not mend."""
        async with asyncio.TaskGroup() as group:
            for _ in range(SOCKETS):
                group.create_task(self._kept_open())

    def __len__(self) -> int:
        """Returns how many connections are open."""
        return len(self._open)

    async def _kept_open(self) -> None:
        socket = await self._opened()
        while True:
            try:
                await self._served(socket)
                following = await self._opened()
            finally:
                self._open.discard(socket)
                await socket.close()
            socket = following

    async def _opened(self) -> aiohttp.ClientWebSocketResponse:
        failures = 0
        while True:
            try:
                answer = await self._api.call(self._token, "apps.connections.open", {})
                socket = await self._api.session.ws_connect(
                    answer["url"], heartbeat=PING_SECONDS, max_msg_size=LARGEST_MESSAGE
                )
            except RefusedError as refused:
                if refused.code in ("invalid_auth", "not_authed", "not_allowed_token_type", "account_inactive"):
                    raise
                why = str(refused)
            except (aiohttp.ClientError, TimeoutError, OSError) as fault:
                # The text of the error holds the address with its ticket.
                why = type(fault).__name__
            else:
                self._open.add(socket)
                if failures:
                    log.warning("a socket to Slack is back")
                return socket
            # Once, however long Slack is away: the log is read by people.
            if not failures:
                log.warning("no socket to Slack: %s", why)
            await self._wait(_WAITS[min(failures, len(_WAITS) - 1)])
            failures += 1

    async def _served(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        """Hands on what comes until the connection ends or Slack says that it soon will."""
        async for message in socket:
            if message.type is not aiohttp.WSMsgType.TEXT:
                continue
            try:
                content = json.loads(message.data)
            except ValueError:
                continue
            if not isinstance(content, dict):
                continue
            if content.get("type") == "disconnect":
                return
            await self._taken(socket, content)

    async def _taken(self, socket: aiohttp.ClientWebSocketResponse, content: dict[str, Any]) -> None:
        """Lets Bolt take an envelope and acknowledges it; what is not acknowledged Slack sends again."""
        try:
            request = SocketModeRequest.from_dict(content)
            if request is None:
                return
            answer = await run_async_bolt_app(self._app, request)
        except (ValueError, TypeError, AttributeError, KeyError) as fault:
            log.warning("an envelope could not be read: %s", type(fault).__name__)
            return
        if answer.status != 200:
            return
        said: dict[str, Any] = {"envelope_id": request.envelope_id}
        if answer.body:
            said["payload"] = json.loads(answer.body) if answer.body.startswith("{") else {"text": answer.body}
        try:
            await socket.send_str(json.dumps(said))
        except (ConnectionError, aiohttp.ClientError):
            log.info("a socket ended before an envelope was acknowledged")
