"""Who runs the workspace: asked of Slack where an answer hangs on it, once in some minutes, and never else."""

from __future__ import annotations

from pathlib import Path

from tests.adapters.slack.desk import Bot, connected, play
from tests.standins.slack.doings import Doings


def asked(bot: Bot) -> int:
    return sum(method == "users.info" for method, _ in bot.slack.world.calls)


def test_slack_is_asked_for_changes_that_need_it_alone_and_remembered_for_minutes(database: Path) -> None:
    async def scene() -> None:
        async with connected(database, "http") as bot:
            bot.slack.world.teams["T1"].administrators.add("U1")
            for line in ("value zhipu", "alert add unlock zhipu T-7", "settings"):
                await bot.command(line)
                await bot.settled()
            assert asked(bot) == 0
            await bot.command("settings editing administrators")
            await bot.settled()
            assert "administrators alone" in bot.messages[-1].text
            await bot.command("alert add unlock zhipu T-1")
            await bot.settled()
            assert asked(bot) == 1 and "Watching from now on" in bot.messages[-1].text
            bot.slack.world.teams["T1"].administrators.clear()
            bot.clock.pass_seconds(301)
            await bot.command("alert remove last")
            await bot.settled()
            assert asked(bot) == 2 and "Only administrators change that here" in bot.messages[-1].text
            assert len(bot.house.rules.of("slack:T1")) == 2

    play(scene())


def test_somebody_else_is_refused_and_a_role_is_given_to_who_is_named(database: Path) -> None:
    async def scene() -> None:
        async with connected(database, "http") as bot:
            bot.slack.world.teams["T1"].administrators.add("U1")
            await bot.command("settings editing editors")
            await bot.settled()
            other = Doings(bot.slack, user="U2")
            await bot.command("alert add unlock zhipu T-7", other)
            await bot.settled()
            assert "Editors and administrators change that here" in bot.messages[-1].text
            assert bot.messages[-1].only_for == "U2"
            await bot.command("role <@U2|bob> editor")
            await bot.settled()
            await bot.command("alert add unlock zhipu T-7", other)
            await bot.settled()
            assert "Watching from now on" in bot.messages[-1].text

    play(scene())


def test_without_the_scope_nobody_runs_it_and_nothing_breaks(database: Path) -> None:
    async def scene() -> None:
        async with connected(database, "http") as bot:
            team = bot.slack.world.teams["T1"]
            team.administrators.add("U1")
            team.scopes = team.scopes - {"users:read"}
            await bot.command("settings editing editors")
            await bot.settled()
            assert "Only an administrator may do that" in bot.messages[-1].text

    play(scene())
