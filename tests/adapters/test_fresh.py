from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.bootstrap import House, open_house
from adapters.clock import StoppedClock
from adapters.fresh import fresh
from adapters.settings import Settings
from bot.days import Instant


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    opened = open_house(f"sqlite:///{tmp_path / 'twinstar.db'}", StoppedClock(Instant.of("2026-11-23T12:00Z")))
    yield opened
    opened.close()


def test_where_nobody_is_to_be_asked_nothing_is_ever_due(house: House) -> None:
    found = fresh(house, Settings.model_validate({"TWINSTAR_PRICES": "none", "TWINSTAR_RATES_URL": "none"}))
    assert not found.due()
    asyncio.run(found.once())


def test_prices_come_from_a_file_of_ones_own_and_are_then_no_longer_due(house: House, tmp_path: Path) -> None:
    path = tmp_path / "prices.csv"
    rows = [f"{ticker},2026-11-23,{close}" for ticker, close in (("2513.HK", 600), ("0100.HK", 250), ("0700.HK", 500))]
    rows += [f"{ticker},2026-11-23,100" for ticker in ("0020.HK", "3690.HK", "9888.HK", "9988.HK", "002230.SZ")]
    path.write_text("\n".join(["ticker,session,close", *rows]) + "\n", encoding="utf-8")
    settings = {"TWINSTAR_PRICES": "feed", "TWINSTAR_FEED": str(path), "TWINSTAR_RATES_URL": "none"}
    found = fresh(house, Settings.model_validate(settings))
    assert found.due()
    asyncio.run(found.once())
    assert not found.due()
    assert isinstance(house.clock, StoppedClock)
    house.clock.moment = Instant.of("2026-11-24T12:00Z")
    assert found.due(), "another session has closed"
    house.clock.moment = Instant.of("2026-11-23T23:00Z")
    assert not found.due()
