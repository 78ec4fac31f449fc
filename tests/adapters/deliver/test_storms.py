"""Ten minutes in which a platform refuses everything, however it says for how long: asked seldom, nothing lost."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field

import aiohttp
import pytest
from aiohttp import web

from adapters.deliver.deliverer import Deliverer
from adapters.deliver.gates import Gate
from adapters.deliver.limiter import Limiter
from adapters.deliver.turnstile import Waiter
from adapters.discord.chat import DiscordChat
from adapters.discord.limits_of_posting import PostingLimits as DiscordLimits
from adapters.slack.api import Api
from adapters.slack.chat import SlackChat
from adapters.slack.limits_of_posting import PostingLimits as SlackLimits
from adapters.words import Writers
from bot.ports import Chat
from data.database import Database
from data.outbox_store import OutboxStore, put
from tests.adapters.deliver.desk import look
from tests.adapters.deliver.rooms import slack_render
from tests.adapters.slack.desk import SetClock
from tests.fakes.deliveries import START, delivery
from tests.standins.discord.server import TOKEN, Discord, Route
from tests.standins.slack.server import StandIn

FORMS = {"nothing": "0", "one": "1", "an hour": "3600", "less than nothing": "-5", "no word": "", "a word": "soon"}
"""What stands in Retry-After."""

CHANNELS, STORM, STEP = 12, 600, 5
ALL_AT_ONCE = 60
"""More channels than Discord's window of fifty lets go at once, all of which may be on their way as a storm begins."""
AN_HOUR = 3_600
MOST_REFUSED = 100
"""One in a hundred of the 10,000 in ten minutes for which Discord bans an address."""


OF_A_ROUTE, OF_EVERYTHING, IN_FRONT = '{"retry_after": 1}', '{"global": true, "retry_after": 1}', "<html>"
"""What Discord says of one route, and of the whole bot; what stands in front of it answers in HTML."""


@dataclass
class Weather:
    """Whether it storms, and how often a request was refused."""

    form: str
    storms: bool = True
    refused: int = 0
    bodies: Iterator[str] = field(default_factory=lambda: itertools.cycle((OF_A_ROUTE, OF_EVERYTHING, IN_FRONT)))

    def answer(self) -> web.Response:
        self.refused += 1
        headers = {"Retry-After": self.form, "Via": "1.1 stand-in"} if self.form else {"Via": "1.1 stand-in"}
        body = next(self.bodies).replace("1}", f"{self.form}}}" if self.form.lstrip("-").isdigit() else '"soon"}')
        kind = "application/json" if body.startswith("{") else "text/html"
        return web.Response(status=429, headers=headers, text=body, content_type=kind)


class StormySlack(StandIn):
    weather: Weather

    async def _api(self, request: web.Request) -> web.Response:
        return self.weather.answer() if self.weather.storms else await super()._api(request)


class StormyDiscord(Discord):
    weather: Weather

    def _guarded(self, route: Route) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        calm = super()._guarded(route)

        async def handle(request: web.Request) -> web.StreamResponse:
            return self.weather.answer() if self.weather.storms else await calm(request)

        return handle


class Unwaiting(Limiter):
    """Puts back whatever would have to wait, since here time is moved by hand."""

    async def enter(self, owner: str, rank: int, gates: Sequence[Gate], longest: float = 0.0) -> Waiter:
        return await super().enter(owner, rank, gates, 0.0)


@dataclass
class Scene:
    chat: Chat
    team: str
    channels: Sequence[str]
    stands: Callable[[], list[str]]


@asynccontextmanager
async def slack(clock: SetClock, weather: Weather) -> AsyncIterator[Scene]:
    here = StormySlack(clock)
    here.weather = weather
    async with here, Api(f"{here.url}/api/") as api:
        channels = [f"C{n}" for n in range(CHANNELS)]
        team = here.world.team("T1", *channels)

        async def token_of(_team: str) -> str | None:
            return team.token

        chat = SlackChat(api, token_of, slack_render, SlackLimits(6_000), steady=seconds_of(clock))
        chat._limiter = Unwaiting(seconds_of(clock))
        yield Scene(chat, "T1", channels, lambda: [m.channel for m in here.world.messages])


@asynccontextmanager
async def discord(clock: SetClock, weather: Weather, channels: int = CHANNELS) -> AsyncIterator[Scene]:
    here = StormyDiscord()
    here.weather, here.began = weather, START.at
    here.follow(seconds_of(clock))
    guild = here.guild("one")
    told = [here.channel(guild, "told") for _ in range(channels)]
    async with here.running() as (api, _), aiohttp.ClientSession() as session:
        steady = seconds_of(clock)
        limiter = Unwaiting(steady)
        chat = DiscordChat(session, TOKEN, Writers().of, DiscordLimits(), url=api, limiter=limiter, steady=steady)
        names = [str(each.id) for each in told]
        yield Scene(chat, str(guild.id), names, lambda: [str(m.channel.id) for m in here.messages.values()])


OPENS: dict[str, Callable[[SetClock, Weather], AbstractAsyncContextManager[Scene]]] = {
    "slack": slack,
    "discord": discord,
}


def seconds_of(clock: SetClock) -> Callable[[], float]:
    return lambda: (clock.now().at - START.at).total_seconds()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("platform", OPENS)
def test_a_platform_that_refuses_everything_is_asked_seldom_and_told_everything_once_it_takes_it(
    database: Database, platform: str, form: str
) -> None:
    clock, weather = SetClock(START.at), Weather(FORMS[form])

    async def play() -> None:
        async with OPENS[platform](clock, weather) as scene:
            made = [delivery(f"a{n}", c, platform=platform, team=scene.team) for n, c in enumerate(scene.channels)]
            database.write_now(lambda connection: put(connection, made))
            outbox = OutboxStore(database, clock)
            deliverer = Deliverer(outbox, {platform: scene.chat}, clock)
            for _ in range(STORM // STEP):
                await look(deliverer)
                clock.pass_seconds(STEP)
            assert scene.stands() == []
            assert {each.why for each in outbox.health("slack:T1")} == {"rate_limited"}
            assert 1 <= weather.refused < MOST_REFUSED
            weather.storms = False
            # An hour is waited for where an hour was asked for; for anything else some seconds.
            clock.pass_seconds(AN_HOUR if form == "an hour" else 0)
            for _ in range(20):
                await look(deliverer)
                clock.pass_seconds(STEP)
            assert sorted(scene.stands()) == sorted(scene.channels)
            assert outbox.health("slack:T1") == []

    asyncio.run(play())


@pytest.mark.parametrize("body", [OF_A_ROUTE, OF_EVERYTHING, IN_FRONT], ids=["a route", "everything", "in front"])
def test_a_storm_that_begins_with_a_full_window_on_its_way_costs_as_little(database: Database, body: str) -> None:
    clock, weather = SetClock(START.at), Weather("1", storms=False, bodies=itertools.repeat(body))

    async def play() -> None:
        async with discord(clock, weather, ALL_AT_ONCE) as scene:
            deliverer = Deliverer(OutboxStore(database, clock), {"discord": scene.chat}, clock)

            async def told(name: str) -> None:
                every = [delivery(f"{name}{c}", c, platform="discord", team=scene.team) for c in scene.channels]
                database.write_now(lambda connection: put(connection, every))
                await look(deliverer)
                for _ in range(60):
                    clock.pass_seconds(1)
                    await look(deliverer)

            await told("before")
            assert sorted(scene.stands()) == sorted(scene.channels)
            weather.storms = True
            await told("meanwhile")
            for _ in range(STORM - 60):
                clock.pass_seconds(1)
                await look(deliverer)
            assert len(scene.stands()) == ALL_AT_ONCE
            assert 1 <= weather.refused < MOST_REFUSED
            weather.storms = False
            await told("after")
            assert sorted(scene.stands()) == sorted([*scene.channels] * 3)

    asyncio.run(play())


def test_a_few_refusals_among_many_grants_hold_nothing_up_for_long() -> None:
    limits, now = DiscordLimits(), 0.0
    for number in range(100):
        for _ in range(50):
            limits.granted(f"C{number}", "POST", {}, now)
            now += 0.1
        assert limits.refused(now, 0.5) < 1.0
