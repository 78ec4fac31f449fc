"""Deliveries that come up to four times, out of order and up to ten minutes early or late: one answer, one change."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from adapters.slack.house import SlackHouse
from data.rule_tables import RuleRow
from data.tables import table
from tests.adapters.slack.desk import NOON, connected
from tests.standins.slack.doings import Doings

TEN_MINUTES = 600
DAYS = 60
"""How long before an unlock an alert may tell of it: by that they differ."""

LEDGER = Callable[[str, object], None]


@dataclass
class Outcome:
    """What was sent, and what came of it."""

    sent: int = 0
    questions: int = 0
    answers: int = 0
    rules: int = 0


class Forgetful:
    """Takes everything for new."""

    def claim(self, _platform: str, _team: str, _delivery: str) -> bool:
        return True


async def copies(
    database: Path, questions: int, seed: int, change: Callable[[SlackHouse], SlackHouse] = lambda house: house
) -> Outcome:
    """Returns what came of so many questions, of which every other one makes an alert as long as there are new ones."""
    chance = random.Random(seed)  # noqa: S311
    async with connected(database, "sockets", change=change) as bot:
        first: list[tuple[str, dict[str, Any]]] = []
        for number in range(questions):
            doings = Doings(bot.slack, user=f"U{number}")
            if number % 2 and number <= DAYS:
                first.append(("slash_commands", doings.command(f"alert add unlock zhipu T-{number}")))
            else:
                first.append(("events_api", doings.mention("value zhipu")))
        sent = [each for each in first for _ in range(chance.randint(1, 4))]
        chance.shuffle(sent)
        for number, (kind, payload) in enumerate(sent):
            bot.clock.at = NOON + timedelta(seconds=chance.uniform(-TEN_MINUTES, TEN_MINUTES))
            await bot.slack.envelope(kind, payload, id=f"e{number}", socket=chance.randrange(2))
            # Some come while the one before is still worked on.
            if chance.random() < 0.5:
                await bot.settled()
        await bot.settled()
        counted = select(func.count()).select_from(table(RuleRow))
        rules = bot.house.database.read_now(lambda connection: connection.scalar(counted))
        return Outcome(len(sent), questions, len(bot.messages), rules or 0)


@pytest.mark.parametrize("seed", range(3))
def test_each_is_answered_once_and_changes_things_once(database: Path, seed: int) -> None:
    came = asyncio.run(copies(database, 12, seed))
    assert came.sent > came.questions
    assert (came.answers, came.rules) == (12, 6)


def test_who_remembers_nothing_answers_each_copy(database: Path) -> None:
    came = asyncio.run(copies(database, 6, 0, lambda house: replace(house, seen=Forgetful())))
    assert came.answers == came.sent > came.questions


@pytest.mark.soak
def test_a_thousand_are_each_answered_once(database: Path, record_property: LEDGER) -> None:
    came = asyncio.run(copies(database, 1_000, 7))
    record_property("ledger:deliveries from Slack, repeated and out of order by ten minutes", came.sent)
    record_property("ledger:deliveries from Slack: questions in them, each answered once", came.answers)
    record_property("ledger:deliveries from Slack: alerts made by them, each once", came.rules)
    assert (came.answers, came.rules) == (1_000, DAYS // 2)
