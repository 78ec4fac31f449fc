"""Unlocks among a server's own events: put up once, moved, taken back, and a refusal that people see."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from adapters.bootstrap import House, open_house
from adapters.clock import StoppedClock
from adapters.deliver.limiter import Limiter
from adapters.discord.limits_of_posting import PostingLimits
from adapters.discord.programme import DiscordCalendar
from bot.answer import Answer, Notice
from bot.call import Ask, Call, Person, Place
from bot.days import Instant
from bot.words.fallback import fallback
from data.programme_store import EVERY
from tests.standins.discord.payloads import Json
from tests.standins.discord.server import TOKEN, Discord

START = "2026-06-24T09:00Z"


@dataclass
class Server:
    """A Discord server, the house, and the clock that both go by."""

    house: House
    clock: StoppedClock
    discord: Discord
    calendar: DiscordCalendar
    guild: int
    url: str

    def say(self, line: str) -> Answer:
        place = Place("discord", str(self.guild), "7")
        return self.house.turns.take(Call(Ask.of(line), place, Person("discord", place.team, "1"), line)).answer

    async def look(self, iso: str = "") -> list[Json]:
        """Lets the next look come, and returns what people see coming then."""
        self.clock.moment = Instant.of(iso) if iso else Instant(self.clock.moment.at + EVERY)
        self.discord.now = (self.clock.moment.at - self.discord.began).total_seconds()
        await self.house.programming.tick(self.calendar)
        return self.discord.ahead(self.guild)

    def restart(self) -> None:
        self.house.close()
        self.house = open_house(self.url, self.clock)


@asynccontextmanager
async def server(folder: Path) -> AsyncIterator[Server]:
    async with AsyncExitStack() as stack:
        clock = StoppedClock(Instant.of(START))
        url = f"sqlite:///{folder / 'facts.db'}"
        discord = Discord()
        discord.began = clock.moment.at
        guild = discord.guild("fund")
        api, _ = await stack.enter_async_context(discord.running())
        session = await stack.enter_async_context(aiohttp.ClientSession())
        calendar = DiscordCalendar(session, TOKEN, _writers(url, clock), PostingLimits(), Limiter(), url=api)
        made = Server(open_house(url, clock), clock, discord, calendar, guild.id, url)
        stack.callback(lambda: made.house.close())
        yield made


def _writers(url: str, clock: StoppedClock) -> Callable[..., Any]:
    house = open_house(url, clock)
    house.close()
    return house.writers.of


Story = Callable[[Server], Coroutine[Any, Any, None]]


@pytest.fixture
def told(tmp_path: Path) -> Callable[[Story], None]:
    async def within(story: Story) -> None:
        async with server(tmp_path) as made:
            await story(made)

    return lambda story: asyncio.run(within(story))


def names(events: list[Json]) -> list[tuple[str, str]]:
    return [(e["name"], e["scheduled_start_time"]) for e in events]


def test_each_unlock_ahead_is_one_event_over_its_first_session_and_stays_one(told: Callable[[Story], None]) -> None:
    async def story(on: Server) -> None:
        assert await on.look() == [], "nothing stands before somebody asks for it"
        on.say("/events on")
        first = await on.look()
        assert names(first)[:2] == [
            ("Zhipu unlock: 5.76% of the shares in issue", "2026-07-08T01:30:00Z"),
            ("MiniMax unlock: 46.4% of the shares in issue", "2026-07-09T01:30:00Z"),
        ]
        assert first[0]["scheduled_end_time"] == "2026-07-08T08:10:00Z"
        assert first[0]["entity_metadata"]["location"] == "2513.HK" or first[0]["entity_metadata"]["location"]
        assert "25,681,600 shares" in first[0]["description"] and "Knowledge Atlas" in first[0]["description"]
        made = len(on.discord.events)
        on.restart()
        assert await on.look() == first and len(on.discord.events) == made, "another start puts up nothing"
        assert "unlocks stand" in fallback(on.say("/events"), on.house.writers.of("en"))
        later = await on.look("2026-07-08T09:00Z")
        assert names(later)[0][0].startswith("Zhipu"), "Discord ends an event by itself"

    told(story)


def test_put_up_just_before_a_crash_it_is_not_put_up_twice(told: Callable[[Story], None]) -> None:
    async def story(on: Server) -> None:
        on.say("/events on")
        on.discord.lost = True
        assert len(await on.look()) == 1
        assert [b.sentence.key for b in on.say("/events").blocks if isinstance(b, Notice)] == [
            "events-hindered-unreachable"
        ]
        on.restart()
        events = await on.look()
        assert len({e["name"] for e in events}) == len(events) == len(on.discord.events) > 2

    told(story)


def test_a_server_without_the_permission_says_so_until_it_is_given(told: Callable[[Story], None]) -> None:
    async def story(on: Server) -> None:
        on.discord.unmanaged.add(on.guild)
        on.say("/events on")
        assert await on.look() == []
        stands = on.say("/events")
        assert "Manage Events" in fallback(stands, on.house.writers.of("en"))
        assert [c.label.key for c in stands.choices] == ["choice-events-again", "choice-events-off"]
        on.discord.unmanaged.clear()
        on.say("/events on")
        on.clock.moment = Instant(on.clock.moment.at + timedelta(seconds=1))
        assert await on.look()
        assert not [b for b in on.say("/events").blocks if isinstance(b, Notice)]

    told(story)


def test_what_nobody_watches_is_taken_back_and_off_takes_all(told: Callable[[Story], None]) -> None:
    async def story(on: Server) -> None:
        on.say("/events on")
        everything = await on.look()
        on.say("/alert add unlock zhipu T-7")
        mine = await on.look()
        assert {e["name"].split()[0] for e in mine} == {"Zhipu"} and len(mine) < len(everything)
        assert [e for e in on.discord.events.values() if e["status"] == 4]
        on.say("/events off")
        assert await on.look() == []
        assert on.say("/events").headline.key == "events-are-off"

    told(story)


def test_what_a_person_deletes_stays_deleted(told: Callable[[Story], None]) -> None:
    async def story(on: Server) -> None:
        on.say("/events on")
        events = await on.look()
        del on.discord.events[int(events[0]["id"])]
        assert await on.look() == events[1:]

    told(story)


def test_a_day_that_moves_moves_the_event(told: Callable[[Story], None]) -> None:
    async def story(on: Server) -> None:
        on.say("/events on")
        first = await on.look()
        event = on.discord.events[int(first[0]["id"])]
        event |= {"scheduled_start_time": "2026-07-10T01:30:00Z", "name": "as told before"}
        on.say("/language zh")
        on.say("/events on")
        again = await on.look()
        assert (again[0]["id"], again[0]["scheduled_start_time"]) == (first[0]["id"], "2026-07-08T01:30:00Z")
        assert again[0]["name"] == "智谱解禁：占总股本5.76%"
        assert len(again) == len(first)

    told(story)


def test_elsewhere_there_is_no_such_calendar(told: Callable[[Story], None]) -> None:
    async def story(on: Server) -> None:
        for place in (Place("slack", "T1", "C1"), Place("discord", "", "9")):
            call = Call(Ask.of("/events on"), place, Person(place.platform, place.team, "1"), "x")
            said = on.house.turns.take(call).answer
            assert said.headline.key == "events-discord-only" and said.choices
        assert on.say("/events perhaps").headline.key == "events-what"

    told(story)
