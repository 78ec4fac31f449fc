"""A copy of a house with everything that was fetched answers elsewhere as the house itself does."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.main import main
from bot.days import Day
from data.rates_store import RatesStore
from tests.adapters.market.desk import SLACK, opened
from tests.adapters.market.test_asking_about import Asked
from tests.adapters.market.test_quoting import DURING, Quoted
from tests.adapters.market.test_refreshing import friday
from tests.adapters.test_rates_refresh import packed

ASKED = (
    "/value zhipu in USD", "/value zhipu price", "/value zhipu shares in issue", "/compare zhipu minimax",
    "/unlocks zhipu", "/quarantine", "/sources zhipu price", "/alert list",
)  # fmt: skip


def test_prices_quotes_shares_rates_and_what_is_kept_aside_are_in_the_copy(
    tmp_path: Path, facts_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with opened(tmp_path, facts_database) as desk:
        friday(desk.market)
        desk.market.deal("2513.HK", "2026-11-19", 51_700)
        desk.round()
        desk.takes("/alert add zhipu price above HK$650", SLACK)
        desk.market.shares["2513.HK"] = {"2026-11-16": 520_000_000}
        Asked(desk).round()
        RatesStore(desk.house.database, desk.clock).keep(packed(), Day.of("2026-11-23"))
        desk.at(DURING)
        desk.market.quote("2513.HK", 700.5, DURING)
        Quoted(desk).round()
        assert main(["backup", "copy.db", "--database", str(tmp_path / "twinstar.db")]) == 0
        desk.house.rates.renew()
        here = [desk.says(line) for line in ASKED]
    assert "HK$700.50" in here[1] and "520,000,000" in here[2] and "HK$51,700.00" in here[5]
    assert main(["restore", "copy.db", "--database", str(tmp_path / "other" / "twinstar.db")]) == 0
    with opened(tmp_path / "other", Path("copy.db")) as there:
        there.at(DURING)
        assert [there.says(line) for line in ASKED] == here
