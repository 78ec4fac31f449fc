"""A stand-in for Discord on this machine: the gateway and the REST routes that the bot uses, as strict as Discord is.

Every body is checked (checks.py), every route has its bucket, an interaction dies after three seconds and its token
after fifteen minutes of the stand-in's own time.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from email.utils import format_datetime
from typing import Any

from aiohttp import web

from tests.standins.discord.buckets import Buckets
from tests.standins.discord.checks import command_faults, modal_faults
from tests.standins.discord.events import Events
from tests.standins.discord.gateway import Gateway, Session
from tests.standins.discord.payloads import Asked, Json, Posted, User
from tests.standins.discord.refusing import MishapError, RefusedError

TOKEN = "stand-in"  # noqa: S105
FIRST_RESPONSE, TOKEN_LIFE = 3.0, 15 * 60.0

Route = Callable[[web.Request, Json, list[str]], Awaitable[Any]]


class Discord(Events):
    """One bot's Discord: what people do on it, and what the bot may do. `requests` and `refused` are kept for tests."""

    def __init__(self, shards: int = 1) -> None:
        super().__init__()
        self.shards = shards
        self.starts_left = 1000
        self.requests: list[tuple[str, str, Json]] = []
        self.refused: list[str] = []
        self.buckets = Buckets()
        self._url = ""
        self.gateway = Gateway(TOKEN, self._ready)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[tuple[str, str]]:
        """Serves on a free port of this machine, and yields the addresses of the API and the gateway."""
        application = web.Application(client_max_size=30 * 1024 * 1024)
        api, hook = "/api/v10", "/api/v10/webhooks/{application}/{token}"
        routes: list[tuple[str, str, Route]] = [
            ("GET", f"{api}/users/@me", self._whoami),
            ("GET", f"{api}/oauth2/applications/@me", self._app),
            ("GET", f"{api}/gateway/bot", self._gateway_bot),
            ("GET", f"{api}/applications/{{id}}/commands", self._get_commands),
            ("PUT", f"{api}/applications/{{id}}/commands", self._put_commands),
            ("POST", f"{api}/interactions/{{id}}/{{token}}/callback", self._callback),
            ("PATCH", f"{hook}/messages/@original", self._edit_original),
            ("DELETE", f"{hook}/messages/@original", self._delete_original),
            ("POST", hook, self._follow),
            ("POST", f"{api}/users/@me/channels", self._open_direct),
            ("GET", f"{api}/guilds/{{guild}}/scheduled-events", self._list_events),
            ("POST", f"{api}/guilds/{{guild}}/scheduled-events", self._make_event),
            ("PATCH", f"{api}/guilds/{{guild}}/scheduled-events/{{event}}", self._change_event),
            ("GET", f"{api}/channels/{{channel}}", self._see_channel),
            ("POST", f"{api}/channels/{{channel}}/messages", self._post),
            ("GET", f"{api}/channels/{{channel}}/messages", self._history),
            ("GET", f"{api}/channels/{{channel}}/messages/{{message}}", self._one),
            ("PATCH", f"{api}/channels/{{channel}}/messages/{{message}}", self._edit),
            ("DELETE", f"{api}/channels/{{channel}}/messages/{{message}}", self._delete),
        ]
        for method, path, route in routes:
            application.router.add_route(method, path, self._guarded(route))
        application.router.add_get("/gateway/", self.gateway.serve)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        host, port = runner.addresses[0][:2]
        self._url = f"ws://{host}:{port}/gateway/"
        try:
            yield f"http://{host}:{port}{api}", self._url
        finally:
            await runner.cleanup()

    def _guarded(self, route: Route) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def handle(request: web.Request) -> web.StreamResponse:
            body, files = await _body(request)
            self.requests.append((request.method, request.path, body))
            headers = {"Via": "1.1 stand-in", "Date": format_datetime(self.moment, usegmt=True)}
            try:
                headers |= self._counted(request)
                # The token stands in the address of what follows an interaction, in the header of everything else.
                if "token" not in request.match_info and request.headers.get("Authorization") != f"Bot {TOKEN}":
                    raise RefusedError(401, 0, "401: Unauthorized")
                answer = await route(request, body, files)
            except RefusedError as refusal:
                self.refused.append(f"{request.method} {request.path}: {refusal.code} {refusal}")
                return _refusal(refusal, headers)
            except MishapError as error:
                return await _mishap(request, error, headers)
            finally:
                async with self._changed:
                    self._changed.notify_all()
            return _json(answer, headers) if answer is not None else web.Response(status=204)

        return handle

    def _counted(self, request: web.Request) -> dict[str, str]:
        resource = request.match_info.route.resource
        template = f"{request.method} {resource.canonical if resource else request.path}"
        channel = request.match_info.get("channel", "")
        return self.buckets.count(template, channel, self.now, interaction="token" in request.match_info)

    def _ready(self, session: Session) -> list[tuple[str, Json]]:
        mine = [g for g in self.guilds if (g.id >> 22) % session.shard[1] == session.shard[0]]
        ready: Json = {
            "v": 10,
            "user": self.me.payload(),
            "guilds": [{"id": str(g.id), "unavailable": True} for g in mine],
            "session_id": session.id,
            "resume_gateway_url": self._url,
            "shard": session.shard,
            "application": {"id": str(self.application), "flags": 0},
        }
        return [("READY", ready), *(("GUILD_CREATE", g.payload(self.me)) for g in mine)]

    async def _whoami(self, request: web.Request, body: Json, files: list[str]) -> Json:
        return self.me.payload()

    async def _app(self, request: web.Request, body: Json, files: list[str]) -> Json:
        words = {"name": "Twinstar", "description": "", "summary": "", "verify_key": "", "icon": None}
        owner = User(1, "owner").payload()
        return {
            "id": str(self.application),
            "owner": owner,
            "flags": 0,
            "bot_public": True,
            "bot_require_code_grant": False,
            **words,
            "team": None,
        }

    async def _gateway_bot(self, request: web.Request, body: Json, files: list[str]) -> Json:
        limit = {"total": 1000, "remaining": self.starts_left, "reset_after": 0, "max_concurrency": 16}
        return {"url": self._url, "shards": self.shards, "session_start_limit": limit}

    async def _get_commands(self, request: web.Request, body: Json, files: list[str]) -> list[Json]:
        if request.query.get("with_localizations") == "true":
            return self.commands
        return [{k: v for k, v in c.items() if not k.endswith("_localizations")} for c in self.commands]

    async def _put_commands(self, request: web.Request, body: Json, files: list[str]) -> list[Json]:
        commands: list[Json] = body["list"]
        faults = [fault for command in commands for fault in command_faults(command)]
        if faults or len(commands) > 105:
            raise RefusedError(400, 50035, f"Invalid Form Body: {faults}")
        known = {"application_id": str(self.application), "version": "1"}
        self.commands = [{"description": "", **command, "id": str(self.ids.next()), **known} for command in commands]
        return self.commands

    async def _callback(self, request: web.Request, body: Json, files: list[str]) -> Json | None:
        asked = self.asked.get(int(request.match_info["id"]))
        if asked is None or asked.token != request.match_info["token"] or self.now - asked.at > FIRST_RESPONSE:
            raise RefusedError(404, 10062, "Unknown interaction")
        if asked.callback is not None:
            raise RefusedError(400, 40060, "Interaction has already been acknowledged.")
        allowed = {2: {4, 5, 9}, 3: {4, 5, 6, 7, 9}, 4: {8}, 5: {4, 5, 6, 7} if asked.under else {4, 5}}[asked.kind]
        if body["type"] not in allowed:
            raise RefusedError(400, 50035, "Invalid Form Body: type")
        if body["type"] == 8:
            _autocomplete(body["data"]["choices"])
        if body["type"] == 9 and (faults := modal_faults(body["data"])):
            raise RefusedError(400, 50035, f"Invalid Form Body: {faults}")
        asked.callback = body
        if body["type"] == 5:
            asked.original = self._new(asked.channel, {}, asked.user if asked.private else None)
        elif body["type"] == 6:
            asked.original = asked.under
        return {"interaction": {"id": str(asked.id), "type": asked.kind, "response_message_loading": body["type"] == 5}}

    async def _edit_original(self, request: web.Request, body: Json, files: list[str]) -> Json:
        asked = self._token(request)
        if asked.original is None or asked.original.deleted:
            raise RefusedError(404, 10008, "Unknown Message")
        return self._edited(asked, body, files).payload()

    async def _delete_original(self, request: web.Request, body: Json, files: list[str]) -> None:
        asked = self._token(request)
        if asked.original is None or asked.original.deleted:
            raise RefusedError(404, 10008, "Unknown Message")
        asked.original.deleted = True

    async def _follow(self, request: web.Request, body: Json, files: list[str]) -> Json:
        asked = self._token(request)
        if asked.callback is not None and asked.callback["type"] == 5 and not asked.filled:
            # Until the acknowledgement is filled, a follow-up fills it in, for those eyes that it was meant for.
            if asked.original is None or asked.original.deleted:
                raise RefusedError(404, 10008, "Unknown Message")
            return self._edited(asked, body, files).payload()
        self._checked(body, files)
        private = asked.user if (body.get("flags") or 0) & 64 else None
        asked.followups.append(self._new(asked.channel, body, private, files))
        return asked.followups[-1].payload()

    def _edited(self, asked: Asked, body: Json, files: list[str]) -> Posted:
        message = asked.original
        assert message is not None
        self._checked(body, files, edit=True)
        self._rewritten(message, {"flags": 0, **body}, files)
        asked.filled = True
        return message

    def _token(self, request: web.Request) -> Asked:
        token = request.match_info["token"]
        asked = next((a for a in self.asked.values() if a.token == token), None)
        if asked is None or int(request.match_info["application"]) != self.application:
            raise RefusedError(404, 10015, "Unknown Webhook")
        if self.now - asked.at > TOKEN_LIFE:
            raise RefusedError(401, 50027, "Invalid Webhook Token")
        if asked.callback is None:
            raise RefusedError(404, 10015, "Unknown Webhook")
        return asked


def _json(said: object, headers: Json, status: int = 200) -> web.Response:
    """Answers with this very content type: with a charset behind it discord.py takes the body for plain text."""
    return web.Response(
        body=json.dumps(said).encode(), status=status, headers={**headers, "Content-Type": "application/json"}
    )


def _refusal(refusal: RefusedError, headers: dict[str, str]) -> web.Response:
    said: Json = {"code": refusal.code, "message": str(refusal)}
    if refusal.status == 429:
        scope = "global" if refusal.everywhere else "user"
        headers |= {"Retry-After": f"{refusal.retry_after:.3f}", "X-RateLimit-Scope": scope}
        headers |= {"X-RateLimit-Global": "true"} if refusal.everywhere else {}
        said |= {"retry_after": refusal.retry_after, "global": refusal.everywhere}
    return _json(said, headers, refusal.status)


async def _mishap(request: web.Request, error: MishapError, headers: dict[str, str]) -> web.Response:
    """Answers with a fault of Discord's, or ends the connection where a mishap says so."""
    mishap, transport = error.mishap, request.transport
    if mishap.status:
        return _json({"code": 0, "message": f"{mishap.status}"}, headers, mishap.status)
    if mishap.silent:
        await asyncio.Event().wait()
    elif transport is not None and mishap.heard:
        told = json.dumps(error.answer).encode()
        head = {**headers, "Content-Type": "application/json", "Content-Length": str(len(told))}
        lines = "".join(f"{key}: {value}\r\n" for key, value in head.items())
        transport.write((f"HTTP/1.1 200 OK\r\n{lines}\r\n".encode() + told)[: mishap.heard])
        transport.close()
    elif transport is not None:
        transport.abort()
    return web.Response(status=204)


def _autocomplete(choices: list[Json]) -> None:
    fits = all(1 <= len(c["name"]) <= 100 and 1 <= len(c["value"]) <= 100 for c in choices)
    if len(choices) > 25 or not fits:
        raise RefusedError(400, 50035, "Invalid Form Body: choices")


async def _body(request: web.Request) -> tuple[Json, list[str]]:
    if request.content_type == "multipart/form-data":
        form = await request.post()
        files = [part.filename for part in form.values() if isinstance(part, web.FileField)]
        return json.loads(str(form["payload_json"])), files
    if not request.can_read_body:
        return {}, []
    body = await request.json()
    return (body if isinstance(body, dict) else {"list": body}), []
