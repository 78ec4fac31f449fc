"""Shares in issue, splits and dividends of vendors: kept beside what filings say, and never above it."""

from __future__ import annotations

import pytest

from adapters.console.calls import call_of
from adapters.market.asking_about import AskingAbout
from adapters.market.reaching import Reach
from adapters.market.start import asking_about_of
from bot.text import Language
from bot.words.fallback import fallback
from tests.adapters.market.desk import SLACK, Desk
from tests.adapters.market.test_refreshing import friday
from tests.dialogues.test_commands import strict

FILED = "487,588,090"
"""Zhipu's shares in issue by its last filing of the fact base."""


class Asked:
    """A desk with the asking about shares beside it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.asking: AskingAbout = asking_about_of(desk.house.database, desk.settings, desk.clock, Reach())

    def round(self) -> int:
        async def go() -> int:
            async with self.desk.market.running() as address:
                for vendor in self.asking.vendors:
                    name = "_address"
                    setattr(vendor, name, f"{address}/api" if vendor.vendor == "eodhd" else address)
                return await self.asking.once()

        return self.desk.loop.run(go())


def counted(desk: Desk, *counts: tuple[str, int], ticker: str = "2513.HK") -> Asked:
    """Friday's closes, and what a vendor counts."""
    friday(desk.market)
    desk.round()
    desk.market.shares[ticker] = dict(counts)
    return Asked(desk)


def test_a_vendors_count_never_replaces_a_filings_and_the_dispute_is_shown(either: Desk) -> None:
    name = {"eodhd": "EODHD", "yahoo": "Yahoo Finance"}[either.settings.prices]
    before = either.says("/value zhipu")
    found = counted(either, ("2026-11-02", 487_588_090), ("2026-11-16", 520_000_000))
    assert found.asking.due() and found.round() >= 1
    said = either.says("/value zhipu")
    assert FILED in said and f"{name} counts 520,000,000 shares (16 Nov 2026)" in said and FILED in before
    assert "HK$292.6bn" in said.splitlines()[0]
    shares = either.says("/value zhipu shares in issue")
    assert FILED in shares.splitlines()[0] and "520,000,000" in shares and "as a data vendor counts" in shares
    assert not found.asking.due()
    either.at("2026-11-21T12:00Z")
    assert found.asking.due() and found.round() == 0, "what only repeats itself is no news"


def test_a_count_that_agrees_is_not_mentioned(desk: Desk) -> None:
    counted(desk, ("2026-11-16", 487_600_000)).round()
    assert "counts" not in desk.says("/value zhipu")


def test_a_company_of_which_nobody_states_a_number_is_valued_by_the_vendors_and_says_so(either: Desk) -> None:
    found = counted(either, ("2026-11-16", 9_000_000_000), ticker="0700.HK")
    either.market.deal("0700.HK", "2026-11-20", 500)
    either.round()
    before = either.says("/value tencent on 2026-11-20")
    found.round()
    after = either.says("/value tencent on 2026-11-20")
    assert before != after and "9,000,000,000" in after and "HK$4.5tn" in after, after


def test_a_count_that_cannot_be_is_kept_aside_and_never_let_in(desk: Desk) -> None:
    found = counted(desk, ("2026-11-02", 487_588_090), ("2026-11-16", 487))
    found.round()
    listed = desk.says("/quarantine")
    assert "487 shares" in listed and "far from the one before" in listed
    assert desk.house.turns.take(call_of("/quarantine release 1")).outcome == "refused"
    assert "487 shares" not in desk.says("/value zhipu")


def test_splits_and_dividends_are_told_beside_the_price(either: Desk) -> None:
    friday(either.market)
    either.market.deal("2513.HK", "2026-11-18", 590, dividend=0.5)
    either.round()
    found = Asked(either)
    found.round()
    said = either.says("/value zhipu price")
    assert "dividend of HK$0.50 a share on 18 Nov 2026" in said and "leave dividends out" in said
    assert "dividend" not in either.says("/value zhipu price on 2026-11-17"), "it had not been paid"
    either.market.deal("2513.HK", "2026-11-19", 120, split=5)
    either.at("2026-11-21T12:00Z")
    assert found.round() == 1
    assert "a split of 5:1 on 19 Nov 2026" in either.says("/value zhipu price")


def test_a_split_moves_no_figure_and_tells_no_alert_until_somebody_has_looked(either: Desk) -> None:
    either.market.deal("2513.HK", "2026-11-19", 614.5)
    either.round()
    for rule in ("market value below HK$200bn", "price below HK$500", "price moves 20%", "price drawdown 50%"):
        either.takes(f"/alert add zhipu {rule}", SLACK)
    either.house.ticker.tick()
    before = either.says("/value zhipu").splitlines()[0]
    either.market.deal("2513.HK", "2026-11-20", 122.9, split=5)
    either.market.deal("2513.HK", "2026-11-23", 123.4)
    for moment in ("2026-11-20T13:00Z", "2026-11-23T12:00Z", "2026-11-23T13:00Z"):
        either.at(moment)
        either.round()
        Asked(either).round()
        either.house.ticker.tick()
    assert either.says("/value zhipu").splitlines()[0] == before
    assert either.delivered() == []
    assert "looks like a split of shares" in either.says("/quarantine")


def test_an_account_without_fundamentals_still_tells_of_splits(desk: Desk) -> None:
    desk.market.fundamentals = False
    desk.market.deal("2513.HK", "2026-11-18", 590, dividend=0.5)
    assert counted(desk, ("2026-11-16", 520_000_000)).round() == 1
    assert "dividend" in desk.says("/value zhipu price")


@pytest.mark.parametrize("mood", ["page", "broken", "cut", "garbage", "wrong_kind"])
def test_a_vendor_that_says_nothing_of_use_changes_nothing_and_is_left_alone_for_an_hour(desk: Desk, mood: str) -> None:
    found = counted(desk, ("2026-11-16", 520_000_000))
    desk.market.mood = mood  # type: ignore[assignment]
    before = desk.says("/value zhipu")
    assert found.round() == 0 and desk.says("/value zhipu") == before
    assert not found.asking.due()
    desk.at("2026-11-20T13:00Z")
    assert found.asking.due()
    desk.market.mood = "well"
    assert found.round() == 1


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_is_said_in_both_languages(desk: Desk, language: Language) -> None:
    found = counted(desk, ("2026-11-02", 480_000_000), ("2026-11-16", 520_000_000), ("2026-11-17", 5))
    desk.market.deal("2513.HK", "2026-11-18", 590, dividend=0.5)
    desk.market.deal("2513.HK", "2026-11-19", 595, split=2)
    found.round()
    for line in ("/value zhipu", "/value zhipu price", "/value zhipu shares in issue", "/quarantine"):
        said = fallback(desk.house.turns.take(call_of(line, language=language)).answer, strict(language))
        assert "EODHD" in said, line
