"""An episode as it stands on Slack and on Discord: taken on from one, seen on the other, and over on both."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path

from adapters.bootstrap import House, open_house
from adapters.clock import StoppedClock
from adapters.deliver.deliverer import Deliverer
from bot.call import Ask, Call, Person, Place
from bot.days import Instant
from bot.ports import Chat
from bot.rule import KeepRule
from tests.adapters.deliver.desk import look
from tests.adapters.deliver.rooms import DiscordRoom, SlackRoom, discord_room, slack_room


def test_taken_on_in_slack_it_is_seen_on_discord_and_in_the_end_both_say_how_it_went(tmp_path: Path) -> None:
    asyncio.run(_story(tmp_path))


async def _story(folder: Path) -> None:
    clock = StoppedClock(Instant.of("2026-06-14T09:00Z"))
    house = open_house(f"sqlite:///{folder / 'facts.db'}", clock)
    async with AsyncExitStack() as stack:
        stack.callback(house.close)
        slack = await stack.enter_async_context(slack_room())
        discord = await stack.enter_async_context(discord_room())
        places = tuple(Place(r.platform, r.team, r.channels[0]) for r in (slack, discord))
        say(house, places[0], "/alert add zhipu moves 10% in 1 sessions")
        (kept,) = house.rules.of("slack:T1")
        house.rules.apply("slack:T1", [KeepRule(replace(kept.rule, destinations=places))])
        house.ticker.tick()
        clock.moment = Instant.of("2026-06-15T09:00Z")
        (told, _) = house.ticker.tick().deliveries
        await delivered(house, slack, discord)
        assert [len(each) for each in texts(slack, discord)] == [1, 1]
        episode = told.document.choices[0].ask.text.split()[1]
        clock.moment = Instant.of("2026-06-15T09:01Z")
        say(house, places[0], f"/alert ack {episode}")
        await delivered(house, slack, discord)
        for each in texts(slack, discord):
            assert len(each) == 1, "the message is edited, nothing is posted"
            assert "Taken on by" in each[0]
        assert "a colleague on Slack" in texts(slack, discord)[1][0]
        clock.moment = Instant.of("2026-06-16T09:00Z")
        house.ticker.tick()
        await delivered(house, slack, discord)
        for first, beneath in texts(slack, discord):
            assert "Over after" in first and "Taken on by" in first
            assert "Over after" in beneath and "32.8%" in beneath


def say(house: House, place: Place, line: str) -> None:
    house.turns.take(Call(Ask.of(line), place, Person(place.platform, place.team, "U0ALICE"), line))


async def delivered(house: House, slack: SlackRoom, discord: DiscordRoom) -> None:
    async def passing(seconds: float) -> None:
        slack.pass_seconds(seconds)

    chats: dict[str, Chat] = {"slack": slack.chat, "discord": discord.chat}
    deliverer = Deliverer(house.outbox, chats, house.clock, lambda delivery, message: None, wait=passing)
    await look(deliverer)


def texts(slack: SlackRoom, discord: DiscordRoom) -> list[list[str]]:
    return [room.texts(room.channels[0]) for room in (slack, discord)]
