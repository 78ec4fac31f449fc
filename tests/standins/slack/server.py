"""Slack on loopback: Web API, response addresses, uploads and sockets over real HTTP, and the deliveries it makes."""

from __future__ import annotations

import asyncio
import io
import json
from email.utils import format_datetime
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl, urlencode

import aiohttp
from aiohttp import web
from slack_sdk.signature import SignatureVerifier

from bot.clock import Clock
from tests.standins.slack.methods import METHODS, content_of
from tests.standins.slack.refusal import RefusedError
from tests.standins.slack.world import ADDRESS_USES, Message, World

APP_TOKEN = "xapp-1-app-secret"  # noqa: S105
SIGNING_SECRET = "signing-secret-of-the-app"  # noqa: S105
CLIENT_ID, CLIENT_SECRET = "11.22", "client-secret-of-the-app"


class StandIn:
    """A Slack that is closed with `async with`. Deliver to it by socket, or by HTTP once `app_url` is set."""

    def __init__(self, clock: Clock) -> None:
        self.world = World(clock)
        self.sockets: list[web.WebSocketResponse] = []
        self.tickets: set[str] = set()
        self.most_sockets = 0
        self.app_url = ""
        self.url = ""
        self._acknowledged: dict[str, asyncio.Future[dict[str, Any]]] = {}
        self._verifier = SignatureVerifier(SIGNING_SECRET)

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=20 * 1024 * 1024)
        app.router.add_post("/api/{method}", self._api)
        app.router.add_get("/api/{method}", self._api)
        app.router.add_post("/response/{name}", self._respond)
        app.router.add_post("/upload/{file}", self._upload)
        app.router.add_get("/socket/{ticket}", self._socket)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        self.session = aiohttp.ClientSession()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        for socket in list(self.sockets):
            await socket.close()
        await self.session.close()
        await self._runner.cleanup()

    # What the app calls

    async def _api(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        arguments = await _arguments(request)
        token = request.headers.get("Authorization", "").removeprefix("Bearer ") or str(arguments.pop("token", ""))
        self.world.calls.append((method, arguments))
        self.world.outcomes.catch_up()
        if refusals := self.world.refusals[method]:
            code, retry_after = refusals.pop(0)
            status = 429 if code == "ratelimited" else 200
            headers = {"Retry-After": str(retry_after)} if code == "ratelimited" else {}
            return web.json_response({"ok": False, "error": code}, status=status, headers=headers)
        outcome, late = self.world.outcomes.of(method)
        if outcome == "taken_late":
            self.world.outcomes.postpone(late, lambda: self._done(method, token, arguments))
        answer, status, headers = {"ok": False}, 200, {}
        if outcome in ("answered", "taken_unanswered"):
            answer, status, headers = self._done(method, token, arguments)
        await self.world.changed()
        if outcome != "answered":
            assert request.transport is not None
            request.transport.abort()
        return web.json_response(answer, status=status, headers=headers)

    def _done(self, method: str, token: str, arguments: dict[str, Any]) -> tuple[dict[str, Any], int, dict[str, str]]:
        """Returns the answer to a call, its status and its headers."""
        now = {"Date": format_datetime(self.world.clock.now().at, usegmt=True)}
        try:
            answer = {"ok": True, **self._answered(method, token, arguments)}
            team = self.world.of_token(token, "")
            return answer, 200, now | ({"X-OAuth-Scopes": ",".join(sorted(team.scopes))} if team else {})
        except RefusedError as refused:
            if refused.answer["error"] != "ratelimited":
                return refused.answer, 200, now
            return refused.answer, 429, now | {"Retry-After": str(refused.answer["retry_after"])}

    def _answered(self, method: str, token: str, arguments: dict[str, Any]) -> dict[str, Any]:
        if method == "apps.connections.open":
            if token != APP_TOKEN:
                raise RefusedError("invalid_auth")
            ticket = f"t{self.world.number()}"
            self.tickets.add(ticket)
            return {"url": f"{self.url.replace('http', 'ws', 1)}/socket/{ticket}"}
        if method == "oauth.v2.access":
            return self._exchanged(arguments)
        if method not in METHODS:
            raise RefusedError("unknown_method")
        team = self.world.of_token(token, str(arguments.get("channel")))
        if team is None:
            raise RefusedError("invalid_auth")
        if not team.active:
            raise RefusedError("account_inactive")
        if seconds := self.world.rates.seconds_to_wait(team.id, method, arguments):
            raise RefusedError("ratelimited", retry_after=seconds)
        scope, work = METHODS[method]
        if scope and scope not in team.scopes:
            raise RefusedError("missing_scope", needed=scope)
        answer = work(self.world, team, arguments)
        if method == "files.getUploadURLExternal":
            answer["upload_url"] = f"{self.url}/upload/{answer['upload_url']}"
        return answer

    def _exchanged(self, arguments: dict[str, Any]) -> dict[str, Any]:
        if (arguments.get("client_id"), arguments.get("client_secret")) != (CLIENT_ID, CLIENT_SECRET):
            raise RefusedError("bad_client_secret")
        team = self.world.teams.get(self.world.codes.pop(str(arguments.get("code")), ""))
        if team is None:
            raise RefusedError("invalid_code")
        return {
            "access_token": team.token,
            "token_type": "bot",
            "scope": ",".join(sorted(team.scopes)),
            "bot_user_id": team.bot_user,
            "app_id": "A1",
            "team": None if team.organisation else {"id": team.id, "name": team.id},
            "enterprise": {"id": team.organisation, "name": team.organisation} if team.organisation else None,
            "is_enterprise_install": bool(team.organisation),
            "authed_user": {"id": "UINSTALLER"},
        }

    async def _respond(self, request: web.Request) -> web.Response:
        address = self.world.addresses.get(request.match_info["name"])
        content = await request.json()
        self.world.calls.append(("response_url", content))
        if refusals := self.world.refusals["response_url"]:
            code, retry_after = refusals.pop(0)
            if code == "ratelimited":
                return web.Response(status=429, headers={"Retry-After": str(retry_after)})
            return web.json_response({"ok": False, "error": code}, status=200)
        if address is None or self.world.clock.now().at > address.until:
            return web.json_response({"ok": False, "error": "expired_url"}, status=404)
        if address.uses >= ADDRESS_USES:
            return web.json_response({"ok": False, "error": "used_url"}, status=404)
        address.uses += 1
        answer: web.Response = web.Response(text="ok")
        if content.get("delete_original"):
            if address.message:
                address.message.deleted = True
        else:
            try:
                text, blocks = content_of(self.world, content)
            except RefusedError as refused:
                return web.json_response(refused.answer)
            if content.get("replace_original") and address.message:
                address.message.text, address.message.blocks = text, blocks
                address.message.edits += 1
            else:
                only_for = "" if content.get("response_type") == "in_channel" else address.user
                thread = address.message.thread if address.message else ""
                made = Message(address.channel, self.world.ts(), text, blocks, thread, only_for, team=address.team)
                self.world.messages.append(made)
        await self.world.changed()
        return answer

    async def _upload(self, request: web.Request) -> web.Response:
        file = self.world.files.get(request.match_info["file"])
        content = await request.read()
        if file is None or len(content) != file["length"]:
            return web.Response(status=400)
        file["bytes"] = content
        return web.Response(text=f"OK - {len(content)}")

    # Sockets

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["ticket"] not in self.tickets:
            return web.Response(status=403)
        self.tickets.remove(request.match_info["ticket"])
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": len(self.sockets) + 1})
        self.sockets.append(socket)
        self.most_sockets = max(self.most_sockets, len(self.sockets))
        await self.world.changed()
        try:
            async for message in socket:
                said = json.loads(message.data)
                waiting = self._acknowledged.pop(said.get("envelope_id"), None)
                if waiting is not None and not waiting.done():
                    waiting.set_result(said)
        finally:
            self.sockets.remove(socket)
            await self.world.changed()
        return socket

    async def envelope(
        self,
        kind: str,
        payload: dict[str, Any],
        *,
        socket: int = 0,
        id: str = "",
    ) -> dict[str, Any]:
        """Sends an envelope down one of the sockets and returns the acknowledgement."""
        id = id or f"e{self.world.number()}"
        waiting = asyncio.get_running_loop().create_future()
        self._acknowledged[id] = waiting
        await self.send_envelope(kind, payload, id, socket=socket)
        async with asyncio.timeout(20):
            acknowledged: dict[str, Any] = await waiting
        return acknowledged

    async def send_envelope(self, kind: str, payload: dict[str, Any], id: str, *, socket: int = 0) -> None:
        """Sends an envelope and does not wait for anything."""
        whole = {"type": kind, "envelope_id": id, "payload": payload, "accepts_response_payload": True}
        await self.sockets[socket].send_json(whole)

    async def disconnect(self, socket: int = 0, reason: str = "refresh_requested") -> None:
        """Tells a connection that it ends, as Slack does when it recycles one."""
        await self.sockets[socket].send_json({"type": "disconnect", "reason": reason})

    # HTTP

    async def post(
        self,
        kind: str,
        payload: dict[str, Any],
        *,
        retry: int = 0,
        at: int | None = None,
        signature: str | None = None,
    ) -> tuple[int, str]:
        """Sends a signed request to the app and returns status and body of its answer."""
        body, content_type = _encoded(kind, payload)
        headers = self.signed(body, at=at, signature=signature) | {"Content-Type": content_type}
        if retry:
            headers |= {"X-Slack-Retry-Num": str(retry), "X-Slack-Retry-Reason": "http_timeout"}
        return await self.post_raw(body, headers)

    async def post_raw(self, body: bytes, headers: dict[str, str]) -> tuple[int, str]:
        """Sends bytes as they are."""
        async with self.session.post(f"{self.app_url}/slack/events", data=io.BytesIO(body), headers=headers) as answer:
            return answer.status, await answer.text()

    def signed(self, body: bytes, *, at: int | None = None, signature: str | None = None) -> dict[str, str]:
        """Returns the headers that prove where a body comes from."""
        seconds = str(at if at is not None else int(self.world.clock.now().at.timestamp()))
        proof = signature or self._verifier.generate_signature(timestamp=seconds, body=body) or ""
        return {"X-Slack-Request-Timestamp": seconds, "X-Slack-Signature": proof}


async def _arguments(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        found = await request.json()
        return dict(found) if isinstance(found, dict) else {}
    return {**dict(parse_qsl((await request.read()).decode())), **dict(request.query)}


def _encoded(kind: str, payload: dict[str, Any]) -> tuple[bytes, str]:
    if kind == "events_api":
        return json.dumps(payload).encode(), "application/json"
    fields = payload if kind == "slash_commands" else {"payload": json.dumps(payload)}
    return urlencode(fields).encode(), "application/x-www-form-urlencoded"
