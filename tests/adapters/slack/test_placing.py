"""Where the answer to a slash command goes, as its channel chose by /answers."""

from __future__ import annotations

from pathlib import Path

from tests.adapters.slack.desk import Bot, SetClock, connected, play, standing
from tests.standins.slack.doings import Doings
from tests.standins.slack.world import Message


async def said(bot: Bot, *commands: str, channel: str = "C1") -> list[Message]:
    """Types commands one after another and returns what the last one brought."""
    for command in commands:
        before = len(bot.messages)
        await bot.command(command, channel=channel)
        await bot.settled()
    return bot.messages[before:]


def test_a_channel_that_chose_open_sees_answers_at_once_and_others_do_not(database: Path) -> None:
    async def scene() -> None:
        async with connected(database, "http") as bot:
            (confirmed,) = await said(bot, "answers open", channel="C2")
            assert (confirmed.only_for, confirmed.text) == (
                "U1",
                "In this channel the answer to a command is shown to everyone.",
            )
            (public,) = await said(bot, "value zhipu", channel="C2")
            assert (public.channel, public.only_for, public.thread) == ("C2", "", "")
            assert not any(b["action_id"] == "share" for b in public.buttons)
            (private,) = await said(bot, "value zhipu", channel="C1")
            assert private.only_for == "U1"
            assert private.button("Share to channel")

    play(scene())


def test_the_choice_outlives_a_restart_and_is_taken_back_with_auto(database: Path) -> None:
    async def scene() -> None:
        clock = SetClock()
        async with standing(clock) as slack:
            async with connected(database, "http", slack=slack, clock=clock) as bot:
                await said(bot, "answers open")
            async with connected(database, "http", slack=slack, clock=clock) as bot:
                (public,) = await said(bot, "value zhipu")
                assert public.only_for == ""
                (private,) = await said(bot, "answers auto", "value zhipu")
                assert private.only_for == "U1"

    play(scene())


def test_in_a_channel_of_threads_the_question_stands_and_the_answer_hangs_under_it(database: Path) -> None:
    async def scene() -> None:
        async with connected(database, "http") as bot:
            await said(bot, "回答方式 讨论串")
            question, answer = await said(bot, "value zhipu on 2026-06-24")
            assert (question.text, question.only_for) == ("Anna asked: /twinstar value zhipu on 2026-06-24", "")
            assert (answer.thread, answer.only_for) == (question.ts, "")
            assert "HK$969.3bn" in answer.text
            await bot.press(answer, answer.button("In US dollars"))
            await bot.settled()
            assert (answer.edits, answer.thread) == (1, question.ts)

    play(scene())


def test_what_only_the_asker_should_see_stays_with_the_asker_everywhere(database: Path) -> None:
    async def scene() -> None:
        async with connected(database, "http") as bot:
            for showing in ("open", "thread"):
                (mistaken,) = await said(bot, f"answers {showing}", "value nobody-knows-this")
                assert mistaken.only_for == "U1"

    play(scene())


def test_in_a_channel_without_the_bot_the_answer_stands_alone_for_all(database: Path) -> None:
    async def scene() -> None:
        async with connected(database, "http") as bot:
            await said(bot, "answers thread")
            bot.slack.world.teams["T1"].channels["C1"].bot_is_member = False
            (answer,) = await said(bot, "value zhipu")
            assert (answer.only_for, answer.thread) == ("", "")

    play(scene())


def test_a_mention_is_answered_in_its_thread_whatever_the_channel_chose(database: Path) -> None:
    async def scene() -> None:
        async with connected(database, "http") as bot:
            await said(bot, "answers private")
            asked = Doings(bot.slack).mention("value zhipu")
            await bot.event(asked)
            await bot.settled()
            assert (bot.messages[-1].thread, bot.messages[-1].only_for) == (asked["event"]["ts"], "")

    play(scene())


def test_without_a_word_it_says_what_holds_now_and_what_can_be_chosen(database: Path) -> None:
    async def scene() -> None:
        async with connected(database, "http") as bot:
            (unset,) = await said(bot, "answers")
            assert "no rule of its own" in unset.text
            assert [b["text"]["text"] for b in unset.buttons] == [
                "/twinstar answers private",
                "/twinstar answers open",
                "/twinstar answers thread",
                "/twinstar answers auto",
            ]
            await bot.press(unset, unset.buttons[1])
            await bot.settled()
            (now,) = await said(bot, "answers")
            assert "shown to everyone" in now.text
            (unknown,) = await said(bot, "answers loudly")
            assert "loudly" in unknown.text

    play(scene())
