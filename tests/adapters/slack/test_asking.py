"""Asking on Slack, over real signed HTTP and over a real socket."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.adapters.slack.desk import Gate, SetClock, Way, connected, play, standing
from tests.standins.slack.doings import Doings

pytestmark = pytest.mark.parametrize("way", ["http", "sockets"])


def test_a_command_is_acknowledged_at_once_while_its_answer_takes_ten_seconds(way: Way, database: Path) -> None:
    async def scene() -> None:
        clock = SetClock()
        gate = Gate(clock)
        held = lambda house: replace(house, take=gate.before(house.take))  # noqa: E731
        async with connected(database, way, clock=clock, change=held) as bot:
            # It returns once Slack has its acknowledgement, which it would never do if the answer came first.
            await bot.command("compare zhipu minimax")
            assert not gate.open.is_set()
            assert bot.messages == []
            gate.release_after(seconds=10)
            await bot.settled()
            (message,) = bot.messages
            assert message.only_for == "U1"
            assert {"data_table", "data_visualization"} <= set(message.kinds())
            assert message.option("Sources")
            assert "Zhipu" in message.text and "MiniMax" in message.text
            assert bot.slack.world.problems == []

    play(scene())


def test_a_private_answer_is_shared_by_its_button_with_who_asked(way: Way, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            await bot.command("value zhipu on 2026-06-24")
            await bot.settled()
            (private,) = bot.messages
            assert private.only_for == "U1"
            await bot.press(private, private.button("Share to channel"))
            await bot.settled()
            (shared,) = bot.messages
            assert (shared.only_for, shared.channel, shared.thread) == ("", "C1", "")
            assert "HK$969.3bn" in shared.text
            assert "Asked by anna" in shared.text
            assert private.deleted
            assert not any(b["action_id"] == "share" for b in shared.buttons)

    play(scene())


def test_a_mention_is_answered_in_its_thread_and_a_follow_up_there_too(way: Way, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            doings = Doings(bot.slack)
            asked = doings.mention("value zhipu on 2026-06-24")
            await bot.event(asked)
            await bot.settled()
            (message,) = bot.messages
            assert (message.thread, message.only_for) == (asked["event"]["ts"], "")
            assert "HK$969.3bn" in message.text
            again = doings.mention("智谱市值", thread=message.thread)
            await bot.event(again)
            await bot.settled()
            assert [m.thread for m in bot.messages] == [message.thread] * 2
            assert "智谱" in bot.messages[1].text

    play(scene())


def test_a_direct_message_is_answered_where_it_stands(way: Way, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            doings = Doings(bot.slack)
            await bot.event(doings.direct("“zhipu” market value on 2026–06–24"))
            await bot.settled()
            (message,) = bot.messages
            assert (message.channel, message.thread, message.only_for) == ("D1", "", "")
            assert "HK$969.3bn" in message.text

    play(scene())


def test_what_the_bot_or_an_edit_says_is_left_alone(way: Way, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            doings = Doings(bot.slack)
            await bot.event(doings.direct("value zhipu", bot_id="BT1"))
            await bot.event(doings.direct("value zhipu", subtype="message_changed"))
            await bot.event(doings.event(type="message", channel="C1", channel_type="channel", user="U1", text="zhipu"))
            await bot.event(doings.event(type="team_join", user={"id": "U2"}))
            await bot.settled()
            assert bot.messages == []

    play(scene())


def test_a_button_edits_its_message_in_place(way: Way, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            await bot.command("value zhipu on 2026-06-24")
            await bot.settled()
            (message,) = bot.messages
            await bot.press(message, message.button("In US dollars"))
            await bot.settled()
            assert bot.messages == [message]
            assert message.edits == 1
            assert "US$" in message.text

    play(scene())


def test_a_button_works_after_a_restart_between_posting_and_pressing(way: Way, database: Path) -> None:
    async def scene() -> None:
        clock = SetClock()
        async with standing(clock) as slack:
            async with connected(database, way, slack=slack, clock=clock) as bot:
                await bot.event(Doings(slack).mention("value zhipu on 2026-06-24"))
                await bot.settled()
                (message,) = bot.messages
            async with connected(database, way, slack=slack, clock=clock) as following:
                await following.press(message, message.button("In US dollars"))
                await following.settled()
                assert message.edits == 1
                assert "US$" in message.text
                assert following.messages == [message]

    play(scene())


def test_an_option_of_a_menu_works_after_a_restart_and_edits_its_message_in_place(way: Way, database: Path) -> None:
    async def scene() -> None:
        clock = SetClock()
        async with standing(clock) as slack:
            async with connected(database, way, slack=slack, clock=clock) as bot:
                await bot.event(Doings(slack).mention("compare zhipu minimax"))
                await bot.settled()
                (message,) = bot.messages
                assert len(message.buttons) == 4
            async with connected(database, way, slack=slack, clock=clock) as following:
                await following.deliver("interactive", Doings(slack).choose(message, "Sources"))
                await following.settled()
                assert following.messages == [message]
                assert message.edits == 1
                assert "and where it comes from" in message.text
                assert slack.world.problems == []

    play(scene())


def test_help_shows_lines_as_they_are_typed_on_slack(way: Way, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            await bot.command("")
            await bot.settled()
            (message,) = bot.messages
            assert message.only_for == "U1"
            assert "/twinstar value zhipu" in message.text
            assert " /value" not in message.text
            label = message.buttons[0]["text"]["text"]
            assert label.startswith("/twinstar ")
            await bot.press(message, message.buttons[0])
            await bot.settled()
            assert message.edits == 1

    play(scene())


def test_an_alias_carries_its_command_in_its_name(way: Way, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            await bot.command("zhipu on 2026-06-24", command="/value")
            await bot.settled()
            assert "HK$969.3bn" in bot.messages[0].text

    play(scene())


def test_a_mistake_is_told_to_the_asker_alone_with_what_to_type(way: Way, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            await bot.event(Doings(bot.slack).mention("value zhipuu market valeu"))
            await bot.settled()
            (message,) = bot.messages
            assert message.only_for == "U1"
            assert message.thread
            assert "/twinstar value" in message.text

    play(scene())


def test_the_shortcut_opens_what_a_number_rests_on(way: Way, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            await bot.event(Doings(bot.slack).mention("value zhipu on 2026-06-24"))
            await bot.settled()
            (message,) = bot.messages
            await bot.shortcut(message)
            await bot.settled()
            (view,) = bot.slack.world.views
            assert view["title"]["text"] == "Where it comes from"
            assert "2,174" in str(view["blocks"])
            assert bot.slack.world.problems == []

    play(scene())


def test_a_trigger_that_expired_is_answered_to_the_asker_instead(way: Way, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            await bot.event(Doings(bot.slack).mention("value zhipu on 2026-06-24"))
            await bot.settled()
            (message,) = bot.messages
            used = Doings(bot.slack).shortcut(message)
            bot.clock.pass_seconds(4)
            await bot.deliver("interactive", used)
            await bot.settled()
            assert bot.slack.world.views == []
            assert bot.messages[1].only_for == "U1"
            assert "2,174" in str(bot.messages[1].blocks)

    play(scene())


def test_a_message_of_someone_else_is_explained_as_unknown(way: Way, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            await bot.command("help")
            await bot.settled()
            await bot.shortcut(bot.messages[0])
            await bot.settled()
            assert "Nothing is kept" in str(bot.slack.world.views)

    play(scene())


def test_an_agent_conversation_opens_with_first_questions_that_work(way: Way, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            doings = Doings(bot.slack)
            await bot.event(doings.event(type="app_home_opened", user="U1", channel="D1", tab="messages"))
            await bot.settled()
            prompts = bot.slack.world.prompts["D1"]
            assert 1 <= len(prompts) <= 4
            for prompt in prompts:
                await bot.event(doings.direct(prompt["message"]))
            await bot.settled()
            assert len(bot.messages) >= len(prompts)
            assert not any(m.text.startswith("I cannot read") for m in bot.messages)

    play(scene())
