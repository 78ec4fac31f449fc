"""Both stand-ins as a process of their own that holds to its limits, over a network on which requests take a while.

`python -m tests.fan_out.platforms '{…}'` prints where it serves as one line of JSON, and serves until it is killed.
What it counted is said at /ledger; /ask makes an interaction that the bot may answer; /storm/begin and /storm/end bound
a time in which everything is refused.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass

from aiohttp import web

from adapters.clock import SystemClock
from tests.standins.discord.payloads import Asked, Json
from tests.standins.discord.refusing import RefusedError
from tests.standins.discord.server import TOKEN, Discord, Route
from tests.standins.slack.server import StandIn

SENT = "X-Sent"
"""Says when a request went out, by the clock that all processes of this machine have (CLOCK_MONOTONIC)."""

DISCORD_A_SECOND, SLACK_AT_ONCE, SLACK_A_SECOND = 50, 20.0, 5.0


@dataclass(frozen=True)
class Network:
    """How far away the platforms are: each way takes up to `jitter` seconds. Their windows begin at `phase`."""

    channels: int
    teams: int = 1
    phase: float = 0.0
    jitter: float = 0.08
    seed: int = 1


@dataclass(frozen=True)
class Where:
    """Where both are served, the names of their channels, and where the ledger is."""

    slack: str
    discord: str
    ledger: str
    slack_tokens: dict[str, str]
    discord_channels: list[str]
    discord_token: str = TOKEN


class Way:
    """The way there, which takes a while that differs."""

    def __init__(self, network: Network) -> None:
        self._jitter, self._chance = network.jitter, random.Random(network.seed)  # noqa: S311

    async def gone(self) -> float:
        """Returns after how many seconds something has come."""
        passed, seconds = asyncio.Event(), self._chance.uniform(0, self._jitter)
        asyncio.get_running_loop().call_later(seconds, passed.set)
        await passed.wait()
        return seconds


class Storm:
    """A time in which each request is refused: for its route, for everything, and from in front of the platform."""

    def __init__(self) -> None:
        self.rages = False
        self.refused = 0
        self._bodies = itertools.cycle(('{"retry_after": 1}', '{"global": true, "retry_after": 1}', "<html>"))

    def refusal(self) -> web.Response:
        """Returns the next refusal."""
        self.refused += 1
        body = next(self._bodies)
        kind = "application/json" if body.startswith("{") else "text/html"
        return web.Response(status=429, headers={"Retry-After": "1"}, text=body, content_type=kind)


class FarSlack(StandIn):
    def __init__(self, way: Way) -> None:
        super().__init__(SystemClock())
        self.storm = Storm()
        self.arrived: dict[str, float] = {}
        self._way = way
        self.world.rates.posts_a_second, self.world.rates.posts_a_team = 1, (SLACK_AT_ONCE, SLACK_A_SECOND)

    async def _api(self, request: web.Request) -> web.Response:
        await self._way.gone()
        now = time.monotonic()
        answer = self.storm.refusal() if self.storm.rages else await super()._api(request)
        if answer.status == 200:
            self.arrived.setdefault((await request.json())["channel"], now)
        await self._way.gone()
        return answer


class FarDiscord(Discord):
    """Counts in whole seconds of its own clock.

    A request that says when it was sent has come when its time on the way has passed since then, however long this
    machine, which does other things too, takes to hand it over.
    """

    def __init__(self, way: Way, phase: float) -> None:
        super().__init__()
        self.storm = Storm()
        self.arrived: dict[str, float] = {}
        self._way = way
        self.began = SystemClock().now().at
        self.follow(time.monotonic)
        self._phase = phase
        self.windows: Counter[int] = Counter()

    def _guarded(self, route: Route) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        near = super()._guarded(route)

        async def handle(request: web.Request) -> web.StreamResponse:
            request["way"] = await self._way.gone()
            answer = self.storm.refusal() if self.storm.rages else await near(request)
            await self._way.gone()
            return answer

        return handle

    def _counted(self, request: web.Request) -> dict[str, str]:
        if "token" not in request.match_info:
            window, passed = divmod(self._came(request) + self._phase, 1.0)
            self.windows[int(window)] += 1
            if self.windows[int(window)] > DISCORD_A_SECOND:
                self.buckets.refused.append("global")
                raise RefusedError(429, 0, "You are being rate limited.", 1.0 - passed, everywhere=True)
        return super()._counted(request)

    def _came(self, request: web.Request) -> float:
        sent = request.headers.get(SENT)
        return float(sent) + request["way"] if sent else time.monotonic()

    async def _post(self, request: web.Request, body: Json, files: list[str]) -> Json:
        self.arrived.setdefault(request.match_info["channel"], self._came(request))
        return await super()._post(request, body, files)

    def ask(self) -> Asked:
        id, channel = self.ids.next(), next(iter(self.channels.values()))
        asked = self.asked[id] = Asked(id, f"token-{id}", 2, channel, self.user("alice"), self.now, None)
        return asked


async def serve(network: Network, say: Callable[[str], object]) -> None:
    """Serves until it is killed, once it has said where."""
    discord = FarDiscord(Way(network), network.phase)
    guild = discord.guild("one")
    names = [str(discord.channel(guild, "told").id) for _ in range(network.channels)]
    async with FarSlack(Way(network)) as slack, discord.running() as (api, _):
        tokens = {}
        for number in range(1, network.teams + 1):
            team = slack.world.team(f"T{number}", *(f"C{number}x{n}" for n in range(network.channels)))
            tokens[team.id] = team.token

        async def ledger(_request: web.Request) -> web.Response:
            counted = {
                "slack": {"arrived": slack.arrived, "refused": len(slack.world.rates.refused)},
                "discord": {"arrived": discord.arrived, "refused": len(discord.buckets.refused)},
                "storm": {"slack": slack.storm.refused, "discord": discord.storm.refused},
            }
            return web.json_response(counted)

        async def storm(request: web.Request) -> web.Response:
            slack.storm.rages = discord.storm.rages = request.match_info["what"] == "begin"
            return web.json_response({"at": time.monotonic()})

        async def ask(_request: web.Request) -> web.Response:
            asked = discord.ask()
            return web.json_response({"path": f"/interactions/{asked.id}/{asked.token}/callback"})

        control = web.Application()
        control.add_routes([web.get("/ledger", ledger), web.get("/ask", ask), web.get("/storm/{what}", storm)])
        runner = web.AppRunner(control, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host, port = runner.addresses[0][:2]
        say(json.dumps(asdict(Where(f"{slack.url}/api/", api, f"http://{host}:{port}", tokens, names))))
        await asyncio.Event().wait()


def _said(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(serve(Network(**json.loads(sys.argv[1])), _said))
