"""A split from a vendor to answers: nothing moves and no alert is told, before a person has looked and after."""

from __future__ import annotations

import pytest

from adapters.console.calls import call_of
from bot.text import Language
from bot.words.fallback import fallback
from tests.adapters.market.desk import SLACK, Desk
from tests.adapters.market.test_asking_about import Asked
from tests.dialogues.test_commands import strict

RULES = (
    "market value below HK$200bn", "price below HK$500", "price is below HK$500", "price moves 20%",
    "price drawdown 65%", "price above HK$700",
)  # fmt: skip
ASKED = ("/value zhipu", "/value zhipu price", "/value zhipu price return", "/unlocks zhipu", "/overhang zhipu")


def split(desk: Desk, ratio: int = 5) -> None:
    """Rules of every kind on a share that is then split; its price moves as much as on any day."""
    desk.market.deal("2513.HK", "2026-11-19", 614.5)
    desk.round()
    for rule in RULES:
        assert desk.takes(f"/alert add zhipu {rule}", SLACK).outcome == "answered", rule
    desk.house.ticker.tick()
    desk.market.deal("2513.HK", "2026-11-20", 615 / ratio, split=ratio)
    desk.at("2026-11-20T12:00Z")
    desk.round()
    desk.house.ticker.tick()
    assert desk.delivered() == []


def headlines(desk: Desk) -> list[str]:
    return [desk.says(line).splitlines()[0] for line in ASKED]


def test_a_split_that_is_taken_over_leaves_every_figure_where_it_was_and_tells_nothing(either: Desk) -> None:
    split(either)
    assert "looks like a split of shares, 5:1" in either.says("/quarantine")
    assert "Taken as a split of 5:1 on 20 Nov 2026" in either.says("/quarantine split 1")
    either.house.ticker.tick()
    assert either.delivered() == []
    assert "HK$615.00" in either.says("/value zhipu price").splitlines()[0]
    assert "HK$299.9bn" in either.says("/value zhipu").splitlines()[0]
    said = either.says("/value zhipu price")
    assert "split 5:1 on 20 Nov 2026" in said and "As traded: HK$123.00" in said
    either.market.deal("2513.HK", "2026-11-23", 124)
    either.market.shares["2513.HK"] = {"2026-11-23": 487_588_090 * 5}
    either.at("2026-11-23T12:00Z")
    either.round()
    Asked(either).round()
    either.house.ticker.tick()
    assert "HK$620.00" in either.says("/value zhipu price"), "later ones follow by themselves"
    assert "disputed" not in either.says("/value zhipu"), "five times as many shares are the same number"
    assert either.delivered() == []
    either.market.deal("2513.HK", "2026-11-24", 144)
    either.at("2026-11-24T12:00Z")
    either.round()
    [(_, alert)] = either.delivered()
    assert "2026-11-24" in alert, "HK$720 in the shares of before is past HK$700"


def test_before_anybody_looks_all_stands_at_the_last_price_before(desk: Desk) -> None:
    desk.market.deal("2513.HK", "2026-11-19", 614.5)
    desk.round()
    before = headlines(desk)
    desk.market.deal("2513.HK", "2026-11-20", 122.9, split=5)
    desk.round()
    assert headlines(desk) == before


def test_shares_put_together_are_a_split_the_other_way(desk: Desk) -> None:
    desk.market.deal("2513.HK", "2026-11-19", 614.5)
    desk.round()
    desk.market.deal("2513.HK", "2026-11-20", 6145)
    desk.round()
    assert "1:10" in desk.says("/quarantine")
    desk.says("/quarantine split 1")
    assert "HK$614.50" in desk.says("/value zhipu price").splitlines()[0]


def test_letting_in_asks_which_of_the_two_it_is_and_a_jump_is_no_split(desk: Desk) -> None:
    split(desk)
    reply = desk.house.turns.take(call_of("/quarantine release 1"))
    assert reply.outcome == "clarify" and not reply.released
    assert [c.ask.typed for c in reply.answer.choices] == ["/quarantine split 1", "/quarantine price 1"]
    assert [c.ask.typed for c in desk.house.turns.take(call_of("/quarantine")).answer.choices] == [
        "/quarantine split 1"
    ]
    assert "Let in" in desk.says("/quarantine price 1")
    assert "HK$123.00" in desk.says("/value zhipu price").splitlines()[0]
    desk.market.deal("2513.HK", "2026-11-23", 3_333)
    desk.at("2026-11-23T12:00Z")
    desk.round()
    reply = desk.house.turns.take(call_of("/quarantine split 2"))
    assert reply.outcome == "refused" and not reply.released


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_is_said_in_both_languages(desk: Desk, language: Language) -> None:
    split(desk)
    lines = ("/quarantine", "/quarantine release 1", "/quarantine split 1", "/value zhipu price", "/value zhipu")
    said = {}
    for line in lines:
        said[line] = fallback(desk.house.turns.take(call_of(line, language=language)).answer, strict(language))
    assert all("5:1" in text for text in said.values()), said
