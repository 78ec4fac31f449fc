"""A book that was read once is the same object until what it is made of changes, whoever changed it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.days import Day
from bot.facts.book import Needs
from data import shipped
from data.database import Database
from data.fact_store import FactStore
from data.facts_import import COLUMNS, apply_import, plan_import
from data.market_store import MarketStore
from data.measures_file import read_measures
from data.opening import open_database
from tests.contracts.market import offer
from tests.data.fact_folders import StoppedClock
from tests.plugins.postgres import Server

NEEDS = Needs(("zhipu",), ("revenue", "share_price"), bars=True)
TEAM, OTHER_TEAM = "slack:T1", "slack:T2"


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "x.db")
    server: Server = request.getfixturevalue("postgres_server")
    return server.fresh()


@pytest.fixture
def database(address: str) -> Iterator[Database]:
    opened = open_database(address, StoppedClock())
    yield opened
    opened.close()


@pytest.fixture
def elsewhere(database: Database, address: str) -> Iterator[Database]:
    """The same database as another process has it open."""
    opened = open_database(address, StoppedClock())
    yield opened
    opened.close()


def test_nothing_changed_is_the_same_book(database: Database) -> None:
    facts = FactStore(database)
    assert facts.snapshot(TEAM, NEEDS) is facts.snapshot(TEAM, NEEDS)
    assert facts.snapshot(TEAM, NEEDS) is not facts.snapshot(TEAM, Needs(("minimax",), ("revenue",)))


def test_a_price_that_another_process_took_is_in_the_next_book(database: Database, elsewhere: Database) -> None:
    facts = FactStore(database)
    before = facts.snapshot(TEAM, NEEDS).bars_of("zhipu")
    MarketStore(elsewhere, StoppedClock()).take([offer(Day.of("2026-11-20"), "900")], [])
    after = facts.snapshot(TEAM, NEEDS).bars_of("zhipu")
    assert before is not None and after is not None
    assert len(after.sessions) == len(before.sessions) + 1


def test_what_a_team_imports_is_in_its_next_book_and_in_no_other_teams(
    database: Database, elsewhere: Database, tmp_path: Path
) -> None:
    facts, measures = FactStore(database), dict(read_measures(shipped.FOLDER / "measures.toml"))
    before, others = facts.snapshot(TEAM, NEEDS), facts.snapshot(OTHER_TEAM, NEEDS)
    path = tmp_path / "in.csv"
    source = next(iter(before.sources))
    path.write_text(
        f"{','.join(COLUMNS)}\n"
        f"zhipu,own-revenue,revenue,5000,,,CNY,FY2025,,recognised,,exact,press,{source},2026-11-05,stated,,,\n"
    )
    at = StoppedClock().now().at
    for expected in (1, 2):
        plan = plan_import(elsewhere, TEAM, measures, path)
        assert apply_import(elsewhere, plan, measures, at).changed + plan.count.added == 1
        found = facts.snapshot(TEAM, NEEDS).claims_of("zhipu", "revenue")
        assert len(found) == len(before.claims_of("zhipu", "revenue")) + expected
        assert facts.snapshot(OTHER_TEAM, NEEDS) is others
        path.write_text(path.read_text().replace("5000", "6000"))
