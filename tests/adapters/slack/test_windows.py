"""Making an alert in a window on Slack: opened at once, drawn anew as it is filled in, wrong at its field, kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.answer import Notice
from bot.call import Ask, Call, Person, Place
from tests.adapters.slack.desk import Bot, Gate, SetClock, Way, connected, play
from tests.adapters.slack.filling import fill, opened, send_in, words
from tests.standins.slack.doings import Doings
from tests.standins.slack.views import field_of

pytestmark = pytest.mark.parametrize("way", ["http", "sockets"])


def test_an_alert_is_built_in_a_window_whose_replay_follows_what_is_filled_in(way: Way, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            view = await opened(bot, "alert new")
            assert [block["block_id"] for block in view["blocks"]] == ["what"]
            await fill(bot, view, "what", "A figure crosses a level")
            assert "what it would have told over the past months is shown" in words(view)
            await fill(bot, view, "who", "Zhipu")
            await fill(bot, view, "level", "HK$300bn")
            assert replay(bot, "zhipu market value above HK$300bn") in words(view)
            await fill(bot, view, "side", "It falls past the level")
            assert replay(bot, "zhipu market value below HK$300bn") in words(view)
            assert field_of(view, "where")[1]["initial_conversation"] == "C1"
            assert await send_in(bot, view) == {}
            assert "Watching from now on: Zhipu market value crosses HK$300bn downwards" in words(view)
            (kept,) = bot.house.rules.of(workspace(bot))
            assert [place.channel for place in kept.rule.destinations] == ["C1"]
            assert bot.messages == []
            assert bot.slack.world.problems == []

    play(scene())


def test_what_is_wrong_is_said_at_its_field_in_the_language_of_the_asker(way: Way, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            view = await opened(bot, "提醒 表单 level 智谱")
            await fill(bot, view, "level", "很多")
            assert "“很多”不是可用的水平" in words(view)
            said = await send_in(bot, view)
            assert said == {"level:level": "“很多”不是可用的水平。请填数字，例如 5000亿港元、80 或 25%。"}
            assert not bot.house.rules.of(workspace(bot))
            await fill(bot, view, "level", "3000亿港元")
            assert await send_in(bot, view) == {}
            assert "即日起关注" in words(view)
            assert bot.slack.world.problems == []

    play(scene())


def test_what_is_missing_is_said_at_its_field(way: Way, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            view = await opened(bot, "alert form overtake zhipu")
            assert await send_in(bot, view) == {"than:overtake": "Choose a company other than the first."}
            await fill(bot, view, "than", "Zhipu")
            assert await send_in(bot, view) == {"than:overtake": "Choose a company other than the first."}
            assert bot.slack.world.problems == []

    play(scene())


def test_the_window_opens_in_time_while_everything_else_takes_ten_seconds(way: Way, database: Path) -> None:
    async def scene() -> None:
        clock = SetClock()
        gate = Gate(clock)
        held = lambda house: replace(house, take=gate.before(house.take))  # noqa: E731
        async with connected(database, way, clock=clock, change=held) as bot:
            await bot.command("alert new")
            await bot.slack.world.until(lambda: bot.slack.world.views)
            (view,) = bot.slack.world.views
            assert "One moment" in words(view)
            gate.release_after(seconds=10)
            await bot.settled()
            assert field_of(view, "what")
            assert bot.slack.world.problems == []

    play(scene())


def test_a_window_that_did_not_open_becomes_a_message_with_a_button_that_opens_one(way: Way, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            bot.slack.world.refuse("views.open", "expired_trigger_id")
            await bot.command("alert form level zhipu")
            await bot.settled()
            assert bot.slack.world.views == []
            (message,) = bot.messages
            await bot.press(message, message.button("Fill in the form"))
            await bot.settled()
            (view,) = bot.slack.world.views
            assert field_of(view, "who")[1]["initial_option"]["value"] == "zhipu"
            assert bot.messages == [message]

    play(scene())


def test_alert_me_under_an_answer_opens_the_form_where_the_answer_names_no_level(way: Way, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            await bot.event(Doings(bot.slack).mention("value zhipu"))
            await bot.settled()
            (message,) = bot.messages
            await bot.press(message, message.button("Alert me"))
            await bot.settled()
            (view,) = bot.slack.world.views
            assert field_of(view, "by")[1]["initial_value"] == "10"
            assert "in the last 12 months it would have fired" in words(view)

    play(scene())


def test_of_what_is_filled_in_quickly_the_last_state_is_drawn(way: Way, database: Path) -> None:
    async def scene() -> None:
        clock = SetClock()
        gate = Gate(clock)
        gate.open.set()
        held = lambda house: replace(house, take=gate.before(house.take))  # noqa: E731
        async with connected(database, way, clock=clock, change=held) as bot:
            view = await opened(bot, "alert form level zhipu")
            gate.open.clear()
            taken = gate.taken
            for level in ("3", "30", "300", "300bn"):
                await bot.deliver("interactive", Doings(bot.slack).fill(view, "level", level))
            gate.open.set()
            await bot.settled()
            assert gate.taken - taken <= 3
            assert replay(bot, "zhipu market value above HK$300bn") in words(view)
            assert bot.slack.world.problems == []

    play(scene())


def test_buttons_of_a_window_answer_in_it(way: Way, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            view = await opened(bot, "alert form level zhipu")
            await fill(bot, view, "level", "300bn")
            await send_in(bot, view)
            (actions,) = (block for block in view["blocks"] if block["type"] == "actions")
            button = next(each for each in actions["elements"] if each["text"]["text"] == "Pause this alert")
            await bot.deliver("interactive", Doings(bot.slack).press_in_window(view, button))
            await bot.settled()
            assert "Paused: Zhipu market value" in words(view)
            assert bot.messages == []
            assert bot.slack.world.problems == []

    play(scene())


def test_a_slow_check_is_acknowledged_in_time_and_its_outcome_follows(way: Way, database: Path) -> None:
    async def scene() -> None:
        clock = SetClock()
        gate = Gate(clock)
        gate.open.set()
        held = lambda house: replace(house, take=gate.before(house.take), patience=0.0)  # noqa: E731
        async with connected(database, way, clock=clock, change=held) as bot:
            view = await opened(bot, "alert form level zhipu")
            await fill(bot, view, "level", "300bn")
            gate.open.clear()
            assert await send_in(bot, view) == {}
            assert "One moment" in words(view)
            gate.open.set()
            await bot.settled()
            assert "Watching from now on" in words(view)

    play(scene())


def test_told_to_nobody_else_where_no_channel_is_picked(way: Way, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            await bot.event(Doings(bot.slack).direct("alert form high zhipu"))
            await bot.settled()
            (message,) = bot.messages
            await bot.press(message, message.button("Change it"))
            await bot.settled()
            (view,) = bot.slack.world.views
            assert await send_in(bot, view) == {}
            (kept,) = bot.house.rules.of(workspace(bot))
            assert [place.channel for place in kept.rule.destinations] == ["U1"]

    play(scene())


def test_only_what_asks_for_the_form_opens_a_window(way: Way, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            await bot.command("alert add unlock zhipu T-7")
            await bot.settled()
            assert bot.slack.world.views == []
            assert bot.house.table.opens_form(Ask(text="/提醒 新建"))
            assert not bot.house.table.opens_form(Ask("alert", "form discard"))

    play(scene())


def replay(bot: Bot, line: str) -> str:
    """Returns the line of replay that a person is told who types the same."""
    call = Call(Ask("alert", f"preview {line}"), Place("slack", "T1", "C1"), Person("slack", "T1", "U1"))
    (notice,) = [b for b in bot.house.turns.take(call).answer.blocks if isinstance(b, Notice)]
    assert notice.sentence.key == "alert-replay-line"
    return bot.house.writers.of("en").plain(notice.sentence)


def workspace(bot: Bot) -> str:
    doings = Doings(bot.slack)
    return bot.house.settings.workspace_of(Place("slack", doings.team, "C1"), Person("slack", doings.team, doings.user))
