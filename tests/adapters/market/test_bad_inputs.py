"""Each bad input that a vendor is known to send, from its answer to the list that people see; nothing else is held."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.adapters.market.desk import SLACK, Desk, opened
from tests.standins.market.server import Market, Mood

FULL = {"open": 610.0, "high": 620.0, "low": 605.0, "volume": 1_234_567}


def _repeated(market: Market) -> None:
    market.deal("2513.HK", "2026-11-19", 614.0, **FULL)
    market.deal("2513.HK", "2026-11-20", 614.0, **FULL)


def _wrong_currency(market: Market) -> None:
    market.deal("2513.HK", "2026-11-20", 614.0)
    market.currencies["2513.HK"] = "CNY"


BAD: dict[str, tuple[Callable[[Market], None], str]] = {
    "a price of 0": (lambda m: m.deal("2513.HK", "2026-11-20", 0.0), "zero or less"),
    "a hundredfold": (lambda m: m.deal("2513.HK", "2026-11-20", 51_700.0), "four times"),
    "a split": (lambda m: m.deal("2513.HK", "2026-11-20", 122.9, split=5), "split of shares"),
    "suspended": (lambda m: m.deal("2513.HK", "2026-11-20", 614.5, volume=0), "nothing was traded"),
    "yesterday's as today's": (_repeated, "the session before, sent again"),
    "a wrong currency": (_wrong_currency, "another currency than the listing's"),
}


@pytest.mark.parametrize("bad", BAD)
def test_it_lands_in_quarantine_with_its_reason_and_the_other_company_has_its_price(
    tmp_path: Path, facts_database: Path, bad: str
) -> None:
    deal, reason = BAD[bad]
    with opened(tmp_path, facts_database, TWINSTAR_PRICES="yahoo") as desk:
        _ruled(desk)
        deal(desk.market)
        desk.market.deal("0100.HK", "2026-11-20", 250)
        found = desk.round()
        assert (found.aside, found.failed) == (1, ())
        _kept(desk, reason, "Yahoo Finance")


@pytest.mark.parametrize(("mood", "sent"), [("page", "<!DOCTYPE html>"), ("garbage", "")])
def test_a_page_and_garbage_are_kept_as_they_came_and_the_other_vendor_is_believed(
    tmp_path: Path, facts_database: Path, mood: Mood, sent: str
) -> None:
    with opened(tmp_path, facts_database, TWINSTAR_PRICES="feed,eodhd") as desk:
        _ruled(desk)
        desk.other.mood = mood
        desk.market.deal("2513.HK", "2026-11-20", 614.5)
        desk.market.deal("0100.HK", "2026-11-20", 250)
        assert desk.round().companies == {"zhipu", "minimax"}
        _kept(desk, "cannot be read", "own feed")
        listed = desk.says("/quarantine")
        assert sent[:10] in listed and "Company –" in listed, "a file of prices names no company by itself"


def _ruled(desk: Desk) -> None:
    """Rules that any of these would set off."""
    for rule in ("market value above HK$1tn", "price below HK$200", "price above HK$5000", "price moves 30%"):
        assert desk.takes(f"/alert add zhipu {rule}", SLACK).outcome == "answered"
    desk.house.ticker.tick()


def _kept(desk: Desk, reason: str, vendor: str) -> None:
    desk.house.ticker.tick()
    listed = desk.says("/quarantine")
    assert reason in listed and vendor in listed, listed
    assert "HK$250.00" in desk.says("/value minimax price").splitlines()[0]
    assert desk.delivered() == [], "and no alert is made of it"
