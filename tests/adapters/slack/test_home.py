"""The home tab on Slack: what is mine, what unlocks next, how the bot stands; drawn anew when that changes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.adapters.slack.desk import Bot, Way, connected, play
from tests.standins.slack.doings import Doings

pytestmark = pytest.mark.parametrize("way", ["http", "sockets"])


async def opened(bot: Bot, **more: object) -> dict[str, Any]:
    event = Doings(bot.slack).event(type="app_home_opened", user="U1", channel="D1", tab="home", **more)
    await bot.event(event)
    await bot.settled()
    home = bot.slack.world.homes["U1"]
    assert bot.slack.world.problems == []
    return home


def button(home: dict[str, Any], label: str) -> dict[str, Any]:
    elements = [each for block in home["blocks"] if block["type"] == "actions" for each in block["elements"]]
    buttons = [each for each in elements if each["type"] == "button"]
    found: dict[str, Any] = next(each for each in buttons if each["text"]["text"] == label)
    return found


def words(home: dict[str, Any]) -> str:
    return json.dumps(home["blocks"], ensure_ascii=False)


async def press(bot: Bot, label: str) -> None:
    home = bot.slack.world.homes["U1"]
    await bot.deliver("interactive", Doings(bot.slack).press_at_home(button(home, label)))
    await bot.settled()


def test_somebody_new_sees_what_unlocks_and_what_to_try(way: Way, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            home = await opened(bot)
            for each in ("No alerts of yours", "What unlocks next", "8 Jan 2027", "Last evaluated"):
                assert each in words(home)
            await press(bot, "/twinstar value zhipu")
            assert [(m.channel, m.only_for) for m in bot.messages] == [("U1", "")]

    play(scene())


def test_a_new_alert_is_made_from_the_tab_and_appears_in_it(way: Way, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            await opened(bot)
            await press(bot, "New alert")
            (view,) = bot.slack.world.views
            doings = Doings(bot.slack)
            await bot.deliver("interactive", doings.fill(view, "what", "A new high"))
            await bot.settled()
            await bot.deliver("interactive", doings.fill(view, "who", "MiniMax"))
            await bot.settled()
            await bot.deliver("interactive", doings.send_in(view))
            await bot.settled()
            assert "MiniMax share price: a new high" in words(bot.slack.world.homes["U1"])
            assert bot.messages == []

    play(scene())


def test_a_press_that_changes_something_is_answered_in_the_tab(way: Way, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            await bot.command("alert add unlock zhipu T-7")
            await bot.settled()
            before = len(bot.messages)
            home = await opened(bot)
            (label,) = (
                each["text"]["text"]
                for block in home["blocks"]
                if block["type"] == "actions"
                for each in block["elements"]
                if each["text"]["text"].startswith("Pause ")
            )
            await press(bot, label)
            home = bot.slack.world.homes["U1"]
            assert "Paused: shares coming free, Zhipu, T-7" in words(home)
            assert button(home, label.replace("Pause", "Resume"))
            assert len(bot.messages) == before

    play(scene())


def test_a_tab_that_stands_open_follows_a_typed_change_and_a_closed_one_is_left(way: Way, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            await bot.command("alert add unlock zhipu T-7")
            await bot.settled()
            assert bot.slack.world.homes == {}
            await opened(bot)
            await bot.command("alert add minimax overtakes zhipu")
            await bot.settled()
            assert "MiniMax overtakes Zhipu" in words(bot.slack.world.homes["U1"])
            published = bot.slack.world.published
            await bot.command("value zhipu")
            await bot.settled()
            assert bot.slack.world.published == published

    play(scene())


def test_a_tab_that_was_published_meanwhile_is_drawn_once_more(way: Way, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            stale = dict(await opened(bot))
            await opened(bot, view=stale)
            published = bot.slack.world.published
            await opened(bot, view=stale)
            assert bot.slack.world.published == published + 1
            codes = [arguments.get("hash", "") for method, arguments in bot.slack.world.calls if "publish" in method]
            assert codes[-2:] == [stale["hash"], ""]

    play(scene())
