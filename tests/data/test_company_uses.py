from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.call import Place
from bot.plan import Plan
from data import company_uses
from data.company_uses import MOST_COMPANIES, MOST_OF_ONE, MOST_TIMES
from data.database import Database
from data.leaving import forget_team
from data.opening import open_database
from data.workspace_store import ThreadStore
from tests.data.fact_folders import StoppedClock

PLACE = Place("discord", "T1", "C1")
OURS = "discord:T1"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(f"sqlite:///{tmp_path / 'uses.db'}", StoppedClock())
    yield opened
    opened.close()


def ask(database: Database, *companies: str) -> None:
    ThreadStore(database, StoppedClock()).remember(OURS, PLACE, Plan("compare", companies))


def most_asked(database: Database) -> tuple[str, ...]:
    return ThreadStore(database, StoppedClock()).most_asked(OURS)


def test_new_habits_outweigh_old_ones(database: Database) -> None:
    for _ in range(10 * MOST_TIMES):
        ask(database, "old")
        ask(database, "old", "other")
    for _ in range(2 * MOST_TIMES):
        ask(database, "new")
        ask(database, "new", "other")
    assert set(most_asked(database)[:2]) == {"new", "other"}


def test_no_workspace_keeps_more_than_so_many(database: Database) -> None:
    ask(database, "often")
    for number in range(2 * MOST_COMPANIES):
        ask(database, f"company{number}")
        ask(database, "often")
    found = most_asked(database)
    assert len(found) <= MOST_COMPANIES
    assert found[0] == "often"
    assert f"company{2 * MOST_COMPANIES - 1}" in found


def test_a_question_about_everybody_counts_for_nobody(database: Database) -> None:
    ask(database, *(f"company{number}" for number in range(MOST_OF_ONE + 1)))
    ask(database)
    assert most_asked(database) == ()


def test_it_goes_with_the_workspace(database: Database) -> None:
    ask(database, "zhipu")
    assert forget_team(database, "discord", "T1", OURS)["company_use"] == 1
    assert database.read_now(lambda connection: company_uses.most_asked(connection, OURS)) == ()
