"""The answer to a post cut short at every byte: the post stands, its sender cannot know, and it stands once in the end.

`make test` cuts at some bytes, `make soak` at every single one, by an end of the connection and by a reset.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import re
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass

import aiohttp
import pytest

from adapters.deliver.deliverer import Deliverer
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
from tests.fakes.deliveries import START, delivery, said
from tests.standins.cutting import Cutting
from tests.standins.discord.server import TOKEN, Discord
from tests.standins.slack.server import StandIn

HOURS = 3
MOST_BYTES = 4_000
"""More than an answer of either platform has here."""


@dataclass
class Place:
    """A platform behind the proxy: its chat, its channels, and how many messages stand in each of them."""

    chat: Chat
    team: str
    channels: Sequence[str]
    stands: Callable[[], Counter[str]]


@asynccontextmanager
async def slack(clock: SetClock, cutting: Cutting, count: int) -> AsyncIterator[Place]:
    async with StandIn(clock) as here, cutting.before(f"{here.url}/api/") as url, Api(url) as api:
        channels = [f"C{n}" for n in range(count)]
        team = here.world.team("T1", *channels)

        async def token_of(_team: str) -> str | None:
            return team.token

        # A clock by which every request comes long after the one before: the limits are no matter here.
        seconds = itertools.count(0, 1_000)

        def stands() -> Counter[str]:
            return Counter(m.channel for m in here.world.messages)

        yield Place(
            SlackChat(api, token_of, slack_render, SlackLimits(60), steady=lambda: float(next(seconds))),
            "T1",
            channels,
            stands,
        )


@asynccontextmanager
async def discord(clock: SetClock, cutting: Cutting, count: int) -> AsyncIterator[Place]:
    here = Discord()
    here.began = START.at
    here.follow(lambda: (clock.now().at - START.at).total_seconds())
    guild = here.guild("one")
    channels = [here.channel(guild, "told") for _ in range(count)]
    async with here.running() as (api, _), cutting.before(api) as url, aiohttp.ClientSession() as session:
        chat = DiscordChat(session, TOKEN, Writers().of, DiscordLimits(1_000_000), url=url)

        def stands() -> Counter[str]:
            return Counter(str(m.channel.id) for m in here.messages.values())

        yield Place(chat, str(guild.id), [str(each.id) for each in channels], stands)


OPENS: dict[str, Callable[[SetClock, Cutting, int], AbstractAsyncContextManager[Place]]] = {
    "slack": slack,
    "discord": discord,
}


def channel_in(request: bytes) -> str:
    """Returns the channel that a request posts to, nothing for any other request."""
    head, _, body = request.partition(b"\r\n\r\n")
    if b"/chat.postMessage" in head:
        return str(json.loads(body)["channel"])
    found = re.match(rb"POST \S*/channels/(\d+)/messages ", head)
    return found.group(1).decode() if found else ""


@dataclass
class Ledger:
    """What came of it: what stands how often, what is unsure, and at how many bytes answers were cut."""

    put: int = 0
    lost: int = 0
    twice: int = 0
    unsure: int = 0
    cuts: int = 0
    longest: int = 0


def cut(
    database: Database, platform: str, sizes: Sequence[int], *, resets: bool = False, again: bool = False
) -> Ledger:
    """Delivers one alert to a channel for each size, of which the first answer is cut to that size.

    `again` is the control: whoever hears nothing sends again, and asks nobody.
    """
    clock = SetClock(START.at)

    async def scene() -> Ledger:
        plan: dict[str, int] = {}
        cutting = Cutting(lambda request: plan.pop(channel_in(request), None), resets)
        async with OPENS[platform](clock, cutting, len(sizes)) as place:
            plan.update(zip(place.channels, sizes, strict=True))
            document = said()
            made = [
                delivery(f"a{n}", channel, platform=platform, team=place.team, document=document)
                for n, channel in enumerate(place.channels)
            ]
            database.write_now(lambda connection: put(connection, made))
            outbox = OutboxStore(database, clock)
            chat: Chat = Forgetful(place.chat) if again else place.chat
            deliverer = Deliverer(outbox, {platform: chat}, clock)
            for _ in range(HOURS * 4):
                await look(deliverer)
                clock.pass_seconds(900 if again or platform == "slack" else 20)
            stood, health = place.stands(), outbox.health("slack:T1")
            # An answer that was let through whole was none that was cut.
            short = [size for size, whole in cutting.done if size < whole]
            ledger = Ledger(len(made), cuts=len(set(short)), longest=max(whole for _, whole in cutting.done))
            ledger.lost = sum(not stood[channel] for channel in place.channels)
            ledger.twice = sum(stood[channel] > 1 for channel in place.channels)
            ledger.unsure = sum(each.count for each in health)
            return ledger

    return asyncio.run(scene())


class Forgetful:
    """A chat that finds nothing and is remembered by nobody."""

    def __init__(self, chat: Chat) -> None:
        self._chat = chat
        self.settles, self.remembers = chat.settles, chat.settles - chat.settles
        self.turn, self.post, self.one_token = chat.turn, chat.post, chat.one_token

    async def find(self, _delivery: object) -> dict[int, str]:
        return {}


@pytest.mark.parametrize("resets", [False, True], ids=["ended", "reset"])
@pytest.mark.parametrize("platform", OPENS)
def test_a_post_whose_answer_breaks_off_stands_once(database: Database, platform: str, resets: bool) -> None:
    sizes = [0, 1, *range(13, 700, 61), MOST_BYTES]
    ledger = cut(database, platform, sizes, resets=resets)
    assert (ledger.lost, ledger.twice, ledger.unsure) == (0, 0, 0), ledger
    assert ledger.cuts > 5


@pytest.mark.parametrize("platform", OPENS)
def test_whoever_hears_nothing_and_sends_again_tells_it_twice(database: Database, platform: str) -> None:
    ledger = cut(database, platform, [0, 40, 200], again=True)
    assert ledger.twice == 3


@pytest.mark.soak
@pytest.mark.parametrize("resets", [False, True], ids=["ended", "reset"])
@pytest.mark.parametrize("platform", OPENS)
def test_at_every_byte(
    database: Database, platform: str, resets: bool, record_property: Callable[[str, object], None]
) -> None:
    whole = cut(database, platform, [MOST_BYTES]).longest
    database.write_now(lambda connection: connection.exec_driver_sql("DELETE FROM delivery").rowcount)
    ledger = cut(database, platform, range(whole + 1), resets=resets)
    assert (ledger.lost, ledger.twice, ledger.unsure) == (0, 0, 0), ledger
    assert ledger.cuts >= whole
    name = f"ledger:answers of {platform} {'reset' if resets else 'ended'} at each byte:"
    for what in ("cuts", "lost", "twice", "unsure"):
        record_property(f"{name} {what}", getattr(ledger, what))
