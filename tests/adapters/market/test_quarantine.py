"""What is kept aside as people see it, in both languages, and who may let it in."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest

from adapters.console.calls import call_of
from bot.days import Day
from bot.facts.offers import Offer, Suspicion
from bot.text import Language
from bot.words.fallback import fallback
from data.market_store import MarketStore
from data.vendors import VENDORS
from tests.adapters.market.desk import DISCORD, SLACK, Desk, opened
from tests.dialogues.test_commands import strict

REASONS: tuple[Suspicion, ...] = get_args(Suspicion)


def offer(day: str | None, close: str | None, currency: str = "HKD", vendor: str = "yahoo") -> Offer:
    session, price = Day.of(day) if day else None, Decimal(close) if close else None
    return Offer(vendor, "2513.HK", session, price, currency=currency, text="<html>Please accept our terms</html>")


def aside(desk: Desk, *found: tuple[Offer, Suspicion]) -> None:
    MarketStore(desk.house.database, desk.clock).take([], found)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_reason_has_its_words(desk: Desk, language: Language) -> None:
    vendors = list(VENDORS)
    aside(desk, *((offer("2026-11-20", f"{n}000", vendor=vendors[n % 3]), why) for n, why in enumerate(REASONS, 1)))
    reply = desk.house.turns.take(call_of("/quarantine", language=language))
    said = fallback(reply.answer, strict(language))
    assert reply.outcome == "answered" and said.count("HK$" if language == "en" else "港元") >= len(REASONS)
    assert "智谱" in said or language == "en"


def test_what_could_not_be_read_is_shown_as_it_came(desk: Desk) -> None:
    aside(desk, (offer(None, None), "unreadable"))
    said = desk.says("/quarantine")
    assert "Please accept our terms" in said and "1 price is kept aside" in said
    assert desk.house.turns.take(call_of("/quarantine")).answer.choices == (), "there is no price to let in"


def test_only_the_terminal_and_named_people_let_a_price_in(tmp_path: Path, facts_database: Path) -> None:
    with opened(tmp_path, facts_database, TWINSTAR_OPERATORS="slack:U7, discord:42") as desk:
        aside(desk, (offer("2026-11-19", "3000"), "jump"), (offer("2026-11-20", "3100"), "jump"))
        for place, person in ((SLACK, "mallory"), (SLACK, "42"), (DISCORD, "U7")):
            reply = desk.takes("/quarantine release 1", place, person)
            assert reply.outcome == "refused" and reply.released == 0
            assert desk.takes("/quarantine", place, person).answer.choices == ()
        assert "HK$3,000.00" not in desk.says("/value zhipu price")
        shown = desk.takes("/quarantine", SLACK, "U7")
        assert [c.ask.typed for c in shown.answer.choices] == ["/quarantine release 2", "/quarantine release 1"]
        assert desk.takes("/quarantine release #1", SLACK, "U7").outcome == "answered"
        assert "HK$3,000.00" in desk.says("/value zhipu price")
        assert desk.takes("/隔离 放行 2", DISCORD, "42").outcome == "answered"
        assert "HK$3,100.00" in desk.says("/value zhipu price")
        assert desk.takes("/quarantine release 1", SLACK, "U7").outcome == "clarify", "it is there no more"


@pytest.mark.parametrize(
    ("found", "why"),
    [(offer(None, None), "unreadable"), (offer("2026-11-20", "0"), "not_positive"),
     (offer("2026-11-20", "600", "CNY"), "wrong_currency")],
    ids=["unreadable", "zero", "currency"],
)  # fmt: skip
def test_nobody_can_make_a_price_of_what_is_none(desk: Desk, found: Offer, why: Suspicion) -> None:
    aside(desk, (found, why))
    before = desk.says("/value zhipu price")
    reply = desk.house.turns.take(call_of("/quarantine release 1"))
    assert reply.outcome == "refused" and desk.says("/value zhipu price") == before


@pytest.mark.parametrize(
    "line", ["/quarantine release", "/quarantine release x", "/quarantine release 99", "/quarantine burn 1"]
)
def test_other_words_are_answered_with_what_to_type(desk: Desk, line: str) -> None:
    aside(desk, (offer("2026-11-20", "3000"), "jump"))
    reply = desk.house.turns.take(call_of(line))
    assert reply.outcome == "clarify" and reply.answer.choices


def test_a_price_let_in_is_seen_by_the_clock_at_its_next_tick(desk: Desk) -> None:
    store = MarketStore(desk.house.database, desk.clock)
    store.take([offer("2026-11-19", "600")], [])
    desk.takes("/alert add zhipu price above HK$1000", SLACK)
    desk.house.ticker.tick()
    store.take([], [(offer("2026-11-20", "3000"), "jump")])
    desk.house.ticker.tick()
    assert desk.delivered() == []
    desk.says("/quarantine release 1")
    desk.house.ticker.tick()
    assert [platform for platform, _ in desk.delivered()] == ["slack"], "though the clock stands still"
