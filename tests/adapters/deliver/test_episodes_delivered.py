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
from bot.commands.turn import Reply
from bot.days import Instant
from bot.delivery import Delivery
from bot.ports import Chat
from bot.rule import KeepRule
from bot.text import Typed
from tests.adapters.deliver.desk import look
from tests.adapters.deliver.rooms import DiscordRoom, SlackRoom, discord_room, slack_room
from tests.adapters.slack.desk import SetClock, connected
from tests.adapters.slack.filling import fill, opened, send_in, words


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


def test_from_firing_to_its_end_on_both_platforms_and_a_restart_changes_nothing(tmp_path: Path) -> None:
    """Built in Slack's window, linked with Discord, fires, is taken on, silent until the unlock, goes on and ends."""
    through, anew = (asyncio.run(_chain(tmp_path / name, restarts=name == "anew")) for name in ("through", "anew"))
    assert through == anew
    for first, *thread in through:
        assert "Taken on by" in first and "Over after" in first and "Furthest" in first
        woken, still, over = thread
        assert "silence is over" in woken and "3 messages were held back" in woken and "Furthest: 36.5%" in woken
        assert "still 24.3% below" in still
        assert "Over after 7 days" in over and "Furthest: 36.5% on 6 Jul 2026" in over


async def _chain(folder: Path, *, restarts: bool) -> list[list[str]]:
    folder.mkdir()
    clock = StoppedClock(Instant.of("2026-07-01T09:00Z"))
    url = f"sqlite:///{folder / 'facts.db'}"
    async with AsyncExitStack() as stack:
        slack = await stack.enter_async_context(slack_room())
        discord = await stack.enter_async_context(discord_room())
        here, there = (Place(r.platform, r.team, r.channels[0]) for r in (slack, discord))
        await built_in_a_window(folder / "facts.db", slack, clock.moment)
        house = open_house(url, clock)
        link(house, here, there)
        (kept,) = house.rules.of("slack:T1")
        assert kept.rule.destinations == (here,)
        say(house, there, f"/alert here {kept.rule.id}")
        told: list[Delivery] = []

        async def on(iso: str, *lines: tuple[Place, str]) -> None:
            nonlocal house
            if restarts:
                house.close()
                house = open_house(url, clock)
            clock.moment = Instant.of(iso)
            for place, line in lines:
                say(house, place, line)
            told.extend(house.ticker.tick().deliveries)
            await delivered(house, slack, discord)

        await on("2026-07-01T09:05Z")
        await on("2026-07-02T09:00Z")
        episode = told[0].document.choices[0].ask.text.split()[1]
        assert [len(each) for each in texts(slack, discord)] == [1, 1]
        await on("2026-07-02T09:02Z", (here, f"/alert ack {episode}"))
        assert "a colleague on Slack" in texts(slack, discord)[1][0], "seen on Discord within a cycle"
        await on("2026-07-02T09:05Z", (there, f"/alert snooze {episode} unlock"))
        for each in texts(slack, discord):
            assert len(each) == 1 and "Silent until" in each[0]
        for iso in ("2026-07-03T09:00Z", "2026-07-06T09:00Z", "2026-07-07T09:00Z"):
            await on(iso)
            assert [len(each) for each in texts(slack, discord)] == [1, 1]
        await on("2026-07-08T01:00Z")
        assert [len(each) for each in texts(slack, discord)] == [2, 2], "the morning of Zhipu's unlock"
        await on("2026-07-08T09:00Z")
        await on("2026-07-09T09:00Z")
        found = texts(slack, discord)
        house.close()
    return [[line.replace("\\", "") for line in each] for each in found]


async def built_in_a_window(database: Path, slack: SlackRoom, now: Instant) -> None:
    """Makes the alert in Slack's window, field by field, with the bot that answers there; then that bot ends."""
    async with connected(database, "sockets", slack=slack.slack, clock=SetClock(now.at)) as bot:
        view = await opened(bot, "alert new")
        await fill(bot, view, "what", "A fall from the peak")
        await fill(bot, view, "who", "Zhipu")
        await fill(bot, view, "by", "20%")
        await fill(bot, view, "often", "At every close while it holds")
        assert "in the last 12 months it would have fired" in words(view)
        assert await send_in(bot, view) == {}
        assert "Watching from now on" in words(view)
        assert bot.messages == [], "making an alert posts nothing"


def link(house: House, here: Place, there: Place) -> None:
    """Joins another team to the workspace of the first by a one-time code, as administrators of both do."""
    made = say(house, here, "/link", administrator=True).answer.headline.args["command"]
    assert isinstance(made, Typed)
    asked = f"/link {made.text.split()[1]} yes"
    assert say(house, there, asked, administrator=True).answer.headline.key == "link-joined"


def say(house: House, place: Place, line: str, *, administrator: bool = False) -> Reply:
    person = Person(place.platform, place.team, "U0ALICE")
    return house.turns.take(Call(Ask.of(line), place, person, line, administrator=administrator))


async def delivered(house: House, slack: SlackRoom, discord: DiscordRoom) -> None:
    async def passing(seconds: float) -> None:
        slack.pass_seconds(seconds)

    chats: dict[str, Chat] = {"slack": slack.chat, "discord": discord.chat}
    deliverer = Deliverer(house.outbox, chats, house.clock, lambda delivery, message: None, wait=passing)
    await look(deliverer)


def texts(slack: SlackRoom, discord: DiscordRoom) -> list[list[str]]:
    return [room.texts(room.channels[0]) for room in (slack, discord)]
