"""Prices within a session: asked for politely, shown beside the close as provisional, and never used by an alert."""

from __future__ import annotations

import logging
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.console.calls import call_of
from adapters.market.quoting import Quoting
from adapters.market.start import quoting_of
from bot.facts.book import Needs
from bot.text import Language
from bot.words.fallback import fallback
from tests.adapters.market.desk import SLACK, Desk, opened
from tests.adapters.market.test_refreshing import friday, monday
from tests.dialogues.test_commands import strict

DURING, LUNCH, AFTER = "2026-11-23T02:32Z", "2026-11-23T04:30Z", "2026-11-23T08:30Z"
"""On a Monday: 10:32, half past noon and half past four in Hong Kong."""


class Quoted:
    """A desk with the asking for quotes beside it."""

    def __init__(self, desk: Desk) -> None:
        self.desk, house = desk, desk.house
        self.quoting: Quoting = quoting_of(house.database, house.facts.calendar.all(), desk.settings, desk.clock)
        self.quoting._pause = 0

    def round(self) -> int:
        async def go() -> int:
            async with self.desk.market.running() as address:
                for vendor in self.quoting.vendors:
                    name = "_place" if vendor.vendor == "feed" else "_address"
                    setattr(vendor, name, f"{address}/api" if vendor.vendor == "eodhd" else address)
                return await self.quoting.once()

        return self.desk.loop.run(go())


def watched(desk: Desk) -> Quoted:
    """A Friday's closes of both, a rule on one of them, and the Monday after."""
    friday(desk.market)
    desk.round()
    assert desk.takes("/alert add zhipu price above HK$650", SLACK).outcome == "answered"
    desk.house.ticker.tick()
    desk.at(DURING)
    desk.market.asked.clear()
    return Quoted(desk)


def test_a_quote_stands_beside_the_close_and_says_when_and_that_it_is_provisional(either: Desk) -> None:
    found = watched(either)
    either.market.quote("2513.HK", 700.5, "2026-11-23T02:30Z")
    assert found.quoting.due() and found.round() == 1
    said = either.says("/value zhipu price")
    assert said.splitlines()[0].count("HK$600.00") == 1, "the close stays the figure"
    assert "HK$700.50" in said and "intraday, 10:30 local, provisional" in said and "newer, but not a close" in said
    value = either.says("/value zhipu")
    assert "HK$292.6bn" in value.splitlines()[0] and "HK$341.6bn" in value and "intraday, 10:30 local" in value
    for moment in (DURING, LUNCH, AFTER):
        either.at(moment)
        either.house.ticker.tick()
    assert either.delivered() == [], "no alert rests on a quote"
    either.at(AFTER)
    monday(either.market, zhipu=640)
    either.round()
    assert "intraday" not in either.says("/value zhipu price"), "the close is there"
    assert either.delivered() == []


def test_a_quote_is_no_figure_of_a_day_gone_by_and_of_no_comparison(desk: Desk) -> None:
    found = watched(desk)
    before = {
        line: desk.says(line)
        for line in ("/value zhipu price on 2026-11-20", "/compare zhipu minimax", "/sources zhipu price")
    }
    desk.market.quote("2513.HK", 700, DURING)
    assert found.round() == 1
    assert {line: desk.says(line) for line in before} == before


def test_only_what_is_watched_or_asked_about_is_asked_for_while_its_exchange_deals(desk: Desk) -> None:
    found = watched(desk)
    desk.market.quote("2513.HK", 601, DURING)
    desk.market.quote("0100.HK", 251, DURING)
    assert found.round() == 1
    assert desk.market.asked == ["eodhd quote 2513.HK"]
    assert not found.quoting.due()
    desk.at("2026-11-23T03:01Z")
    assert not found.quoting.due()
    desk.at("2026-11-23T03:02Z")
    assert found.quoting.due(), "half an hour has passed"
    for closed in (LUNCH, AFTER, "2026-11-22T02:32Z", "2026-12-25T02:32Z", "2026-11-23T01:29Z"):
        desk.at(closed)
        assert not found.quoting.due(), closed
    desk.takes("/value minimax", SLACK)
    desk.at("2026-11-23T06:00Z")
    desk.market.asked.clear()
    found.round()
    assert desk.market.asked == ["eodhd quote 0100.HK", "eodhd quote 2513.HK"]


@pytest.mark.parametrize(
    ("settings", "due"),
    [({"TWINSTAR_QUOTES": "0"}, False), ({"TWINSTAR_PRICES": "none"}, False), ({"TWINSTAR_QUOTES": "5"}, True)],
)
def test_how_often_is_a_setting(tmp_path: Path, facts_database: Path, settings: dict[str, str], due: bool) -> None:
    with opened(tmp_path, facts_database, **settings) as desk:
        desk.takes("/alert add zhipu price above HK$650", SLACK)
        desk.at(DURING)
        found = Quoted(desk)
        assert found.quoting.due() is due
        if due:
            found.round()
            desk.clock.moment = type(desk.clock.moment)(desk.clock.moment.at + timedelta(minutes=5))
            assert found.quoting.due()


BAD: dict[str, tuple[float | None, str, str]] = {
    "zero": (0, DURING, "zero or less"),
    "a hundredfold": (51_700, DURING, "four times"),
    "a split": (120, DURING, "split"),
    "from tomorrow": (610, "2026-11-24T02:30Z", "not closed yet"),
    "no price": (None, DURING, "cannot be read"),
}


@pytest.mark.parametrize("bad", BAD)
def test_a_bad_quote_is_kept_aside_once_and_cannot_be_let_in(either: Desk, bad: str) -> None:
    price, at, reason = BAD[bad]
    found = watched(either)
    before = either.says("/value zhipu price")
    either.market.quote("2513.HK", price, at)
    assert found.round() == 0
    if price:
        either.market.quote("2513.HK", price + 1, at)
        found.round()
    listed = either.says("/quarantine")
    assert "1 price is kept aside" in listed and reason in listed
    assert either.says("/value zhipu price") == before
    if bad != "no price":
        assert "within the session" in listed
        reply = either.house.turns.take(call_of("/quarantine release 1"))
        assert reply.outcome == "refused" and reply.released == 0
        assert "nothing to let in" in either.house.writers.of("en").plain(reply.answer.headline)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_quote_is_said_in_both_languages(desk: Desk, language: Language) -> None:
    found = watched(desk)
    desk.market.quote("2513.HK", 60_000, DURING)
    found.round()
    desk.market.quote("2513.HK", 700, DURING)
    found.round()
    for line, words in (
        ("/value zhipu", "10:32"),
        ("/quarantine", "盘中价" if language == "zh" else "within the session"),
    ):
        assert words in fallback(desk.house.turns.take(call_of(line, language=language)).answer, strict(language))


def test_yesterdays_price_sent_as_it_is_today_is_shown_with_its_own_day_or_not_at_all(desk: Desk) -> None:
    found = watched(desk)
    desk.market.quote("2513.HK", 600, "2026-11-20T08:00Z")
    found.round()
    assert "intraday" not in desk.says("/value zhipu price")
    assert desk.house.facts.snapshot("", Needs(("zhipu",), (), bars=True)).quotes["zhipu"][0].day.iso == "2026-11-20"


def test_a_vendor_that_fails_is_told_once_and_the_next_one_is_asked(
    tmp_path: Path, facts_database: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    with opened(tmp_path, facts_database, TWINSTAR_PRICES="feed,eodhd") as desk:
        desk.takes("/alert add zhipu price above HK$650", SLACK)
        desk.at(DURING)
        found = Quoted(desk)
        desk.market.quote("2513.HK", 601, DURING)
        assert found.round() == 1, "a feed of one's own has none, so the next is asked"
        desk.market.mood = "broken"
        assert (found.round(), found.round()) == (0, 0)
        desk.market.mood = "well"
        desk.market.quote("2513.HK", 602, "2026-11-23T02:33Z")
        assert found.round() == 1
        assert [r.getMessage() for r in caplog.records] == [
            "prices of eodhd cannot be had (HTTP 500); the last ones stay, marked with their age",
            "prices of eodhd are back",
        ]
