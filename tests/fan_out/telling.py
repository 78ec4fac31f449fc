"""A fan-out with all that is real: outbox, deliverer, limiter and chats, over HTTP to stand-ins that hold to limits."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

import aiohttp

from adapters.clock import SystemClock
from adapters.deliver.deliverer import Deliverer
from adapters.delivering import DiscordPosting
from adapters.discord.chat import DiscordChat
from adapters.discord.limits_of_posting import PostingLimits as DiscordLimits
from adapters.slack.api import Api
from adapters.slack.chat import SlackChat
from adapters.slack.limits_of_posting import PostingLimits as SlackLimits
from adapters.words import Writers
from bot.delivery import Delivery
from bot.ports import Chat
from data import schema
from data.addresses import normalised
from data.database import Database
from data.outbox_store import OutboxStore, put
from tests.adapters.deliver.rooms import slack_render
from tests.fakes.deliveries import delivery, said
from tests.fan_out.platforms import DISCORD_A_SECOND, SENT, SLACK_A_SECOND, SLACK_AT_ONCE, Network, Where

ROOT = Path(__file__).parents[2]
_DOCUMENT = said("due")

Platform = Literal["slack", "discord"]


@contextlib.asynccontextmanager
async def platforms(network: Network) -> AsyncIterator[Where]:
    """Yields where both platforms are served by a process of their own."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.fan_out.platforms", json.dumps(asdict(network))),
        cwd=ROOT,
        limit=16 * 1024 * 1024,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        assert process.stdout is not None
        yield Where(**json.loads(await process.stdout.readline()))
    finally:
        process.kill()
        await process.wait()


@dataclass
class Told:
    """What came of it: the seconds until the last post was there, and how long each single alert was on its way."""

    seconds: float
    floor: float
    refused: int
    arrived: int
    waits: list[float] = field(default_factory=list)

    @property
    def of_the_floor(self) -> float:
        """Returns how near the least time it was that the limits leave, 1 for the least itself."""
        return self.floor / self.seconds


@dataclass
class Chats:
    """The chats of one process, and the line that what is asked on Discord goes past."""

    slack: Chat
    discord: Chat
    posting: DiscordPosting


@contextlib.asynccontextmanager
async def chats(where: Where, *, limited: bool = True) -> AsyncIterator[Chats]:
    """Yields chats as the house opens them; unlimited ones send whatever they have at once."""
    posting, slack_limits = DiscordPosting(), SlackLimits(6_000)
    if not limited:
        posting.limits, slack_limits = DiscordLimits(1_000_000), SlackLimits(6_000, burst=1e9, per_second=1e9)

    writers = Writers()
    writers.of("en")

    async def token_of(team: str) -> str | None:
        return where.slack_tokens.get(team)

    async with Api(where.slack) as api, aiohttp.ClientSession(trace_configs=[stamping()]) as session:
        yield Chats(
            SlackChat(api, token_of, slack_render, slack_limits),
            DiscordChat(
                session,
                where.discord_token,
                writers.of,
                posting.limits,
                url=where.discord,
                limiter=posting._limiter,
            ),
            posting,
        )


def stamping() -> aiohttp.TraceConfig:
    """Returns what makes each request say when it was sent."""
    trace = aiohttp.TraceConfig()

    async def sent(_session: object, _context: object, request: aiohttp.TraceRequestStartParams) -> None:
        request.headers[SENT] = str(time.monotonic())

    trace.on_request_start.append(sent)
    return trace


def to_discord(where: Where, posts: int, workspace: str = "big", first: int = 0) -> list[Delivery]:
    """Returns one alert to so many channels of one workspace."""
    due = SystemClock().now()
    return [
        delivery(
            f"{workspace}{n}", name, platform="discord", workspace=workspace, team="1", document=_DOCUMENT, due_at=due
        )
        for n, name in enumerate(where.discord_channels[first : first + posts])
    ]


def to_slack(team: int, posts: int) -> list[Delivery]:
    """Returns one alert to so many channels of one team."""
    due, name = SystemClock().now(), f"T{team}"
    return [
        delivery(f"{name}{n}", f"C{team}x{n}", workspace=f"slack:{name}", team=name, document=_DOCUMENT, due_at=due)
        for n in range(posts)
    ]


async def told(
    platform: Platform,
    chat: Chat,
    many: Sequence[Delivery],
    singles: Sequence[tuple[float, Delivery]],
    where: Where,
    folder: Path,
    enough: int | None = None,
) -> Told:
    """Delivers many alerts, and each of the single ones when its second has come; `enough` ends it after so many.

    Raises TimeoutError where it takes three times as long as it should.
    """
    database = Database(normalised(str(folder / f"{platform}.db")))
    database.write_now(schema.create_all)
    every = len(many) + len(singles)
    floor = least(platform, [*many, *(each for _, each in singles)])
    kept, loop, done = iter(range(1, every + 1)), asyncio.get_running_loop(), asyncio.Event()

    def keep(_delivery: Delivery, _message: str) -> None:
        if next(kept) == (enough or every):
            loop.call_soon_threadsafe(done.set)

    await asyncio.to_thread(database.write_now, lambda c: put(c, many))
    deliverer = Deliverer(OutboxStore(database, SystemClock()), {platform: chat}, SystemClock(), keep)
    running, began, due = asyncio.create_task(deliverer.run()), time.monotonic(), dict[str, float]()

    async def one(each: Delivery) -> None:
        fresh = replace(each, due_at=SystemClock().now(), next_attempt_at=SystemClock().now())
        due[each.destination.channel] = time.monotonic()
        await asyncio.to_thread(database.write_now, lambda c: put(c, [fresh]))

    tasks: list[asyncio.Task[None]] = []

    def begin(each: Delivery) -> None:
        tasks.append(loop.create_task(one(each)))

    later = [loop.call_later(after, begin, each) for after, each in singles]
    try:
        async with asyncio.timeout(30 + 3 * floor):
            await done.wait()
    finally:
        for handle in later:
            handle.cancel()
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running
        database.close()
    counted = (await asked(f"{where.ledger}/ledger"))[platform]
    arrived: dict[str, float] = counted["arrived"]
    waits = [arrived[channel] - at for channel, at in due.items() if channel in arrived]
    last = max(arrived.values(), default=began)
    return Told(last - began, floor, counted["refused"], len(arrived), waits)


def least(platform: Platform, many: Sequence[Delivery]) -> float:
    """Returns the least seconds that a platform's limits leave for so many posts."""
    if platform == "discord":
        return (len(many) - DISCORD_A_SECOND) / DISCORD_A_SECOND
    teams = [each.workspace for each in many]
    return (max(map(teams.count, set(teams))) - SLACK_AT_ONCE) / SLACK_A_SECOND


async def answers(where: Where, posting: DiscordPosting, count: int, *, path: str = "") -> list[float]:
    """Returns how long each of so many answers to interactions took, one after another as the bot makes them.

    Another `path` is asked instead, which is no interaction.
    """
    took = []
    headers = {"Authorization": f"Bot {where.discord_token}"}
    async with aiohttp.ClientSession(headers=headers, trace_configs=[posting.trace(), stamping()]) as session:
        for _ in range(count):
            to = path or (await asked(f"{where.ledger}/ask"))["path"]
            began = time.perf_counter()
            way = session.get(where.discord + to) if path else session.post(where.discord + to, json=_ANSWER)
            async with way as answer:
                assert answer.status < 300, await answer.text()
            took.append(time.perf_counter() - began)
    return took


_ANSWER = {"type": 4, "data": {"content": "here"}}


async def asked(url: str) -> Any:  # noqa: ANN401  JSON is what it is
    """Returns what the process of the stand-ins says of itself."""
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        return await answer.json()


def p99(values: Sequence[float]) -> float:
    """Returns the 99th of a hundred, the greatest where there are fewer."""
    return sorted(values)[min(len(values) - 1, len(values) * 99 // 100)]


Scene = Callable[[], Awaitable[None]]


def play(scene: Scene) -> None:
    """Runs a scene to its end."""

    async def run() -> None:
        await scene()

    asyncio.run(run())
