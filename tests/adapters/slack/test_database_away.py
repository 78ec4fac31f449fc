"""Slack while the database is away: who asks is told once that something is wrong, and answered when it is back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from adapters.bootstrap import House
from tests.adapters.slack.desk import Way, connected, play
from tests.standins.slack.doings import Doings


@contextmanager
def without_database(house: House) -> Iterator[None]:
    """A time in which every statement fails, as where the server or the disk is gone."""

    def fail(*_given: object) -> None:
        raise OperationalError("", {}, sqlite3.OperationalError("disk I/O error"))

    event.listen(house.database._engine, "before_cursor_execute", fail)
    try:
        yield
    finally:
        event.remove(house.database._engine, "before_cursor_execute", fail)


@pytest.mark.parametrize("way", ["http", "sockets"])
def test_a_question_while_the_database_is_away_is_told_so_once(way: Way, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            asked = Doings(bot.slack).mention("value zhipu")
            with without_database(bot.house):
                for again in range(3):
                    await bot.event(asked, **({"retry": again} if way == "http" else {}))
                    bot.clock.pass_seconds(60)
                    await bot.settled()
                await bot.command("value zhipu")
                await bot.settled()
                assert ["inside Twinstar" in each.text for each in bot.messages] == [True, True]
            # Slack sends the first one again, which was answered, and somebody asks anew.
            await bot.event(asked, **({"retry": 3} if way == "http" else {}))
            await bot.settled()
            assert len(bot.messages) == 2
            await bot.event(Doings(bot.slack).mention("value minimax"))
            await bot.settled()
            assert "MiniMax" in bot.messages[-1].text

    play(scene())
