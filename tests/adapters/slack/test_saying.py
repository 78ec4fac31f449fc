"""What is tried next when Slack refuses, and what is never done twice."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

import pytest

from adapters.usage import Usage
from bot.answer import AnyChart
from tests.adapters.slack.desk import Bot, SetClock, connected, play, standing
from tests.standins.slack.doings import Doings
from tests.standins.slack.validating import NATIVE


def calls(bot: Bot, method: str) -> int:
    return sum(name == method for name, _ in bot.slack.world.calls)


def test_native_blocks_that_are_refused_are_said_without_them_once(database: Path) -> None:
    async def scene() -> None:
        async with connected(database, "http") as bot:
            bot.slack.world.knows_native_blocks = False
            await bot.event(Doings(bot.slack).mention("compare zhipu minimax"))
            await bot.settled()
            (message,) = bot.messages
            assert not NATIVE & set(message.kinds())
            assert "rich_text" in message.kinds()
            assert calls(bot, "chat.postMessage") == 2
            assert message.buttons

    play(scene())


def test_an_answer_of_a_command_steps_down_the_same_way(database: Path) -> None:
    async def scene() -> None:
        async with connected(database, "http") as bot:
            bot.slack.world.knows_native_blocks = False
            await bot.command("compare zhipu minimax")
            await bot.settled()
            (message,) = bot.messages
            assert message.only_for == "U1"
            assert calls(bot, "response_url") == 2
            await bot.press(message, message.button("Share to channel"))
            await bot.settled()
            assert [m.only_for for m in bot.messages] == [""]

    play(scene())


def test_text_alone_is_said_where_no_blocks_are_taken(database: Path) -> None:
    async def scene() -> None:
        async with connected(database, "http") as bot:
            bot.slack.world.refuse("chat.postMessage", "invalid_blocks", times=2)
            await bot.event(Doings(bot.slack).mention("value zhipu on 2026-06-24"))
            await bot.settled()
            (message,) = bot.messages
            assert message.blocks == []
            assert "HK$969.3bn" in message.text

    play(scene())


def test_a_response_address_that_has_expired_is_gone_around(database: Path) -> None:
    async def scene() -> None:
        async with connected(database, "http") as bot:
            bot.slack.world.refuse("response_url", "expired_url")
            await bot.command("value zhipu on 2026-06-24")
            await bot.settled()
            (message,) = bot.messages
            assert (message.only_for, message.channel) == ("U1", "C1")
            assert calls(bot, "chat.postEphemeral") == 1

    play(scene())


def test_a_share_into_a_channel_the_bot_is_not_in_goes_by_the_response_address(database: Path) -> None:
    async def scene() -> None:
        async with connected(database, "http") as bot:
            bot.slack.world.teams["T1"].channels["C1"].bot_is_member = False
            await bot.command("value zhipu on 2026-06-24")
            await bot.settled()
            (private,) = bot.messages
            await bot.press(private, private.button("Share to channel"))
            await bot.settled()
            (shared,) = bot.messages
            assert (shared.only_for, shared.channel) == ("", "C1")
            # Posted without a timestamp coming back, it can be explained all the same.
            await bot.shortcut(shared)
            await bot.settled()
            assert "2,174" in str(bot.slack.world.views)

    play(scene())


def test_too_many_requests_are_waited_out_as_long_as_slack_says(database: Path) -> None:
    async def scene() -> None:
        async with connected(database, "http") as bot:
            bot.slack.world.refuse("chat.postMessage", "ratelimited", times=2, retry_after=30)
            await bot.event(Doings(bot.slack).mention("value zhipu"))
            await bot.settled()
            assert len(bot.messages) == 1
            assert calls(bot, "chat.postMessage") == 3

    play(scene())


def test_a_post_whose_answer_was_lost_is_not_posted_again(database: Path, caplog: pytest.LogCaptureFixture) -> None:
    async def scene() -> None:
        async with connected(database, "http") as bot:
            bot.slack.world.outcomes.take_and_drop("chat.postMessage")
            await bot.event(Doings(bot.slack).mention("value zhipu"))
            await bot.settled()
            assert len(bot.messages) == 1
            assert calls(bot, "chat.postMessage") == 1

    with caplog.at_level(logging.ERROR):
        play(scene())
    assert [r.message for r in caplog.records] == [
        "an answer may not have been posted: chat.postMessage: unreachable (ServerDisconnectedError)"
    ]


@pytest.mark.parametrize("code", ["is_archived", "account_inactive", "missing_scope", "msg_too_long", "fatal_error"])
def test_what_cannot_be_posted_is_logged_and_the_bot_goes_on(
    code: str, database: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        async with connected(database, "http") as bot:
            bot.slack.world.refuse("chat.postMessage", code)
            for _ in range(2):
                await bot.event(Doings(bot.slack).mention("value zhipu"))
                await bot.settled()
            assert len(bot.messages) == 1

    with caplog.at_level(logging.ERROR):
        play(scene())
    assert [r.message for r in caplog.records] == [f"an answer was not posted: chat.postMessage: {code}"]


def test_an_answer_that_was_never_kept_cannot_be_shared_and_says_so(database: Path) -> None:
    async def scene() -> None:
        async with connected(database, "http") as bot:
            await bot.command("value zhipu")
            await bot.settled()
            (message,) = bot.messages
            await bot.press(message, {"action_id": "share", "value": "nothing:zh"})
            await bot.settled()
            assert bot.messages[1].only_for == "U1"
            assert "cannot be shared" in bot.messages[1].text
            assert message.edits == 0

    play(scene())


def test_answers_under_way_at_the_end_are_said_before_the_bot_closes(database: Path) -> None:
    async def scene() -> None:
        clock = SetClock()
        async with standing(clock) as slack:
            async with connected(database, "http", slack=slack, clock=clock) as bot:
                for user in range(5):
                    await bot.command("value zhipu", Doings(slack, user=f"U{user}"))
            assert sorted(m.only_for for m in slack.world.messages) == [f"U{n}" for n in range(5)]

    play(scene())


def test_a_chart_that_no_message_can_hold_is_posted_as_a_picture(database: Path) -> None:
    async def drawn(chart: AnyChart, language: str, _theme: str) -> bytes:
        return f"PNG of {chart.title.key} in {language}".encode()

    async def scene() -> None:
        drawing = lambda house: replace(house, draw=drawn)  # noqa: E731
        async with connected(database, "http", change=drawing) as bot:
            await bot.event(Doings(bot.slack).mention("history zhipu minimax"))
            await bot.settled()
            assert "data_visualization" in bot.messages[0].kinds()
            assert "Drawn from 20 of" in str(bot.messages[0].blocks)
            assert len(bot.slack.world.files) == 2
            bot.slack.world.knows_native_blocks = False
            before = len(bot.slack.world.files)
            await bot.event(Doings(bot.slack).mention("history zhipu minimax"))
            await bot.settled()
            *_, file = bot.slack.world.files.values()
            assert len(bot.slack.world.files) > before
            assert file["bytes"].startswith(b"PNG of ")
            assert (file["channel"], file["thread"]) == ("C1", bot.messages[-1].thread)
            assert file["title"]
            # A private answer has none: Slack has no files for one person in a channel.
            count = len(bot.slack.world.files)
            await bot.command("history zhipu minimax")
            await bot.settled()
            assert len(bot.slack.world.files) == count

    play(scene())


def test_figures_asked_for_as_a_file_are_posted_whole_in_the_direct_conversation(database: Path) -> None:
    async def scene() -> None:
        async with connected(database, "http") as bot:
            doings = Doings(bot.slack)
            await bot.event(doings.direct("csv history zhipu"))
            await bot.event(doings.mention("csv history zhipu"))
            await bot.settled()
            (file,) = bot.slack.world.files.values()
            assert file["name"].endswith(".csv")
            assert file["bytes"].decode().startswith("table,row,column,value")
            assert file["channel"] == "D1"

    play(scene())


def test_whoever_asks_too_often_is_told_when_to_ask_again(database: Path) -> None:
    async def scene() -> None:
        clock = SetClock()
        limited = lambda house: replace(house, refusal=Usage(clock, 2, 0).refusal)  # noqa: E731
        async with connected(database, "http", clock=clock, change=limited) as bot:
            for _ in range(3):
                await bot.event(Doings(bot.slack).mention("value zhipu"))
                await bot.settled()
            assert [m.only_for for m in bot.messages] == ["", "", "U1"]
            assert "Ask again in 60 seconds" in bot.messages[2].text
            clock.pass_seconds(61)
            await bot.event(Doings(bot.slack).mention("value zhipu"))
            await bot.settled()
            assert bot.messages[3].only_for == ""

    play(scene())


def test_a_picture_is_posted_in_three_steps(database: Path) -> None:
    async def scene() -> None:
        async with connected(database, "http") as bot:
            token = bot.slack.world.teams["T1"].token
            await bot.running.api.upload(token, b"\x89PNG", "chart.png", "Zhipu since listing", "C1", "1.2")
            (file,) = bot.slack.world.files.values()
            assert (file["bytes"], file["title"]) == (b"\x89PNG", "Zhipu since listing")
            assert (file["channel"], file["thread"]) == ("C1", "1.2")

    play(scene())
