"""Slack's or Discord's stand-in for a process of its own, on which each channel has its own mishaps laid down.

It is laid down what befalls the posts of a channel with POST /lay, and says what stands where with GET /ledger.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from typing import Any

from aiohttp import web

from adapters.clock import SystemClock
from tests.standins.discord.payloads import Json
from tests.standins.discord.refusing import ACCEPT_AND_DROP, LOST, Mishap, RefusedError, accept_late, cut_after
from tests.standins.discord.server import TOKEN, Discord
from tests.standins.slack.server import StandIn

LATE_SECONDS = 1.0
"""How late a post is usually accepted that nobody answers; less than what workers let it settle for."""

MISHAPS = ("", "lost", "drop", "late", "429", "500", "500 done", "garbage", "cut", "silent", "silent late")


async def nothing(seconds: float) -> None:
    """Waits for what never comes, for so long."""
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(asyncio.Event().wait(), seconds)


class Laid:
    """What befalls the next posts of each channel, and how often each kind did."""

    def __init__(self, late: float = LATE_SECONDS) -> None:
        self.late = late
        self.plans: dict[str, list[str]] = defaultdict(list)
        self.befallen: Counter[str] = Counter()

    def next(self, channel: str) -> str:
        found = self.plans[channel].pop(0) if self.plans[channel] else ""
        self.befallen[found] += bool(found)
        return found


class MishapSlack(StandIn):
    def __init__(self, laid: Laid) -> None:
        super().__init__(SystemClock())
        self.laid = laid
        # One pace for all; the runs are many and their channels thousands.
        self.world.rates.seconds_to_wait = lambda *_: 0  # type: ignore[method-assign]

    async def _api(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        if method != "chat.postMessage":
            return await super()._api(request)
        arguments = await request.json()
        mishap, outcomes = self.laid.next(arguments["channel"]), self.world.outcomes
        match mishap:
            case "lost":
                outcomes.lose(method)
            case "drop" | "cut":
                outcomes.take_and_drop(method)
            case "late" | "silent late":
                outcomes.take_late(method, self.laid.late)
            case "429":
                return web.json_response({"ok": False}, status=429, headers={"Retry-After": "x"})
            case "500":
                return web.Response(status=500, text="oops")
        answer = await super()._api(request)
        match mishap:
            case "500 done":
                return web.Response(status=503, text="<html>")
            case "garbage":
                return web.Response(text='{"ok": tru')
            case "silent":
                await nothing(5)
        return answer

    def stands(self) -> dict[str, list[str]]:
        self.world.outcomes.catch_up()
        found: dict[str, list[str]] = defaultdict(list)
        for message in self.world.messages:
            found[message.channel].append(_kind(str(message.blocks)))
        return found


class MishapDiscord(Discord):
    def __init__(self, laid: Laid, nonce_seconds: float) -> None:
        super().__init__()
        self.laid = laid
        self.nonce_window = nonce_seconds
        self.began = SystemClock().now().at
        start = time.monotonic()
        self.follow(lambda: time.monotonic() - start)

    async def _post(self, request: web.Request, body: Json, files: list[str]) -> Json:
        mishap = self.laid.next(request.match_info["channel"])
        if mishap == "429":
            raise RefusedError(429, 0, "You are being rate limited.", 0.2)
        befalls: dict[str, Mishap] = {
            "lost": LOST,
            "drop": ACCEPT_AND_DROP,
            "late": accept_late(self.laid.late),
            "silent late": accept_late(self.laid.late, silent=True),
            "cut": cut_after(40),
            "garbage": cut_after(9),
            "500": Mishap(done_after=None, status=500),
            "500 done": Mishap(status=502),
            "silent": Mishap(silent=True),
        }
        self.mishaps = [befalls[mishap]] if mishap else []
        return await super()._post(request, body, files)

    def stands(self) -> dict[str, list[str]]:
        self.settle()
        found: dict[str, list[str]] = defaultdict(list)
        for message in self.messages.values():
            if message.body.get("nonce"):
                found[str(message.channel.id)].append(_kind(str(message.body)))
        return found


def _kind(text: str) -> str:
    return "repeat" if "seen this already" in text else "plain"


@contextlib.asynccontextmanager
async def _running(
    kind: str, laid: Laid, nonce_seconds: float
) -> AsyncIterator[tuple[MishapSlack | MishapDiscord, dict[str, Any]]]:
    if kind == "slack":
        async with MishapSlack(laid) as slack:
            team = slack.world.team("T1")
            yield slack, {"api": f"{slack.url}/api/", "token": team.token, "team": "T1"}
    else:
        discord = MishapDiscord(laid, nonce_seconds)
        guild = discord.guild("one")
        async with discord.running() as (api, _):
            yield discord, {"api": api, "token": TOKEN, "team": str(guild.id)}


async def serve(kind: str, nonce_seconds: float, late: float, say: int) -> None:
    """Serves until it is killed, once it has said into a pipe where."""
    laid = Laid(late)
    async with _running(kind, laid, nonce_seconds) as (standin, where):

        async def lay(request: web.Request) -> web.Response:
            names = []
            for plan in (await request.json())["plans"]:
                if isinstance(standin, MishapSlack):
                    name = f"C{len(standin.world.teams['T1'].channels) + 1}"
                    standin.world.team("T1", name)
                else:
                    channel = standin.channel(standin.guilds[0], "run")
                    name = str(channel.id)
                    # An empty channel looks like one whose history is closed.
                    standin._new(channel, {"content": "earlier"}, None)
                laid.plans[name] = plan
                names.append(name)
            return web.json_response(names)

        async def ledger(_request: web.Request) -> web.Response:
            # What was accepted late by then must have shown.
            await nothing(late)
            return web.json_response({"stands": standin.stands(), "befallen": laid.befallen})

        control = web.Application(client_max_size=64 * 1024 * 1024)
        control.add_routes([web.post("/lay", lay), web.get("/ledger", ledger)])
        runner = web.AppRunner(control, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host, port = runner.addresses[0][:2]
        os.write(say, json.dumps({**where, "control": f"http://{host}:{port}"}).encode())
        os.close(say)
        await asyncio.Event().wait()
