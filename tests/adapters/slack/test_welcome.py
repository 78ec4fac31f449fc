"""The one message after an installation on Slack: to whoever installed or came first, with buttons that work, once."""

from __future__ import annotations

from pathlib import Path

from adapters.choices import asked, carried
from bot.call import Call, Person, Place
from bot.delivery import Delivery, Sent
from tests.adapters.slack.desk import Bot, SetClock, connected, play, standing
from tests.adapters.slack.test_home import opened
from tests.adapters.slack.test_many_teams import install, open_to_all
from tests.standins.slack.doings import Doings


def sent(bot: Bot) -> list[Delivery]:
    """Delivers what waits, and returns it."""
    held = bot.house.outbox.begin(bot.house.outbox.claim("slack", "me", 20))
    bot.house.outbox.settle([(each, Sent("1.0")) for each in held])
    return list(held)


def test_who_installed_is_welcomed_once_and_nobody_else(database: Path) -> None:
    async def scene() -> None:
        async with open_to_all(database) as bot:
            await install(bot, "T1")
            (welcome,) = sent(bot)
            assert welcome.destination == Place("slack", "T1", "UINSTALLER")
            await install(bot, "T1")
            await opened(bot)
            assert sent(bot) == []
            assert bot.messages == []

    play(scene())


def test_without_an_installation_by_a_page_the_first_who_opens_the_app_is_welcomed(database: Path) -> None:
    async def scene() -> None:
        clock = SetClock()
        async with standing(clock) as slack:
            for times in (1, 0):
                async with connected(database, "http", slack=slack, clock=clock) as bot:
                    await opened(bot)
                    await opened(bot)
                    assert [each.destination.channel for each in sent(bot)] == ["D1"] * times

    play(scene())


def test_a_team_that_left_and_came_back_is_welcomed_anew(database: Path) -> None:
    async def scene() -> None:
        async with open_to_all(database) as bot:
            await install(bot, "T1")
            assert len(sent(bot)) == 1
            await bot.event(Doings(bot.slack).event(type="app_uninstalled"))
            await bot.settled()
            await install(bot, "T1")
            assert len(sent(bot)) == 1

    play(scene())


def test_every_button_of_it_works(database: Path) -> None:
    async def scene() -> None:
        async with connected(database, "http") as bot:
            await opened(bot)
            (welcome,) = sent(bot)
            assert len(welcome.document.choices) == 4
            for choice in welcome.document.choices:
                made = carried(choice.ask, 100)
                assert made.store is None
                call = Call(asked(made.id, lambda _id: None), Place("slack", "T1", "D1"), Person("slack", "T1", "U1"))
                assert bot.house.turns.take(call).outcome == "answered"

    play(scene())
