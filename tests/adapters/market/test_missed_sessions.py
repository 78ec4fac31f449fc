"""Sessions that came late: each close is judged in its turn, and what fell due meanwhile is told once and said so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import pytest
from sqlalchemy import select

from bot.answer import Answer
from bot.days import Day
from bot.words.fallback import fallback
from data import documents
from data.rule_tables import AlertRow
from data.tables import table
from tests.adapters.market.desk import SLACK, Desk

ABOVE = "/alert add zhipu price above HK$650"
DOWN = ("2026-11-23T12:00Z", "2026-11-24T12:00Z", "2026-11-25T12:00Z")
CLOSES = (("2026-11-23", 700.0), ("2026-11-24", 710.0), ("2026-11-25", 600.0))


def before(desk: Desk, rule: str = ABOVE) -> None:
    """Leaves a rule on Friday's close, which lies below its level."""
    desk.market.deal("2513.HK", "2026-11-20", 600)
    desk.round()
    assert desk.takes(rule, SLACK).outcome == "answered"
    desk.house.ticker.tick()
    assert desk.delivered() == []


def dealt(desk: Desk, closes: Sequence[tuple[str, float]] = CLOSES) -> None:
    for day, close in closes:
        desk.market.deal("2513.HK", day, close)


def alerts(desk: Desk) -> list[tuple[str, str]]:
    """Returns what was told, in order: the key and the words in the chat."""
    row = table(AlertRow)
    query = select(row.c.key, row.c.document).order_by(row.c.due_at, row.c.key)
    found = desk.house.database.read_now(lambda c: [(key, text) for key, text in c.execute(query)])
    writer = desk.house.writers.of("en")
    return [(key, fallback(cast(Answer, documents.value_read(text)), writer)) for key, text in found]


@pytest.mark.parametrize("ticking", [True, False], ids=["only the vendor was down", "nothing ran"])
def test_a_crossing_of_a_missed_session_is_told_though_the_newest_close_has_fallen_back(
    desk: Desk, ticking: bool
) -> None:
    before(desk)
    for moment in DOWN:
        desk.at(moment)
        if ticking:
            desk.house.ticker.tick()
    dealt(desk)
    desk.round()
    [(key, said)] = alerts(desk)
    assert "bar:2513.HK:2026-11-23" in key
    assert "Late" in said and "HK$700.00" in said, said
    desk.at("2026-11-26T12:00Z")
    desk.market.deal("2513.HK", "2026-11-26", 720)
    desk.round()
    assert [key.rsplit(":", 1)[1] for key, _ in alerts(desk)] == ["2026-11-23", "2026-11-26"], "it crosses anew"


def test_of_several_crossings_that_were_missed_only_the_last_is_told_and_says_how_many_went_before(desk: Desk) -> None:
    before(desk)
    desk.at("2026-11-26T12:00Z")
    desk.house.ticker.tick()
    dealt(desk, [("2026-11-23", 700), ("2026-11-24", 600), ("2026-11-25", 710), ("2026-11-26", 600)])
    desk.round()
    [(key, said)] = alerts(desk)
    assert "bar:2513.HK:2026-11-25" in key and "HK$710.00" in said
    desk.house.ticker.tick()
    assert len(alerts(desk)) == 1


def test_an_old_session_that_a_backfill_brings_is_no_news(desk: Desk) -> None:
    before(desk)
    desk.at("2026-11-24T12:00Z")
    dealt(desk, [("2026-11-24", 610)])
    desk.round()
    dealt(desk, [("2026-11-23", 700)])
    desk.round(Day.of("2026-11-23"))
    desk.house.ticker.tick()
    assert alerts(desk) == [], "a later close was judged already"
