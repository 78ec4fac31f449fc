"""Event studies as a person asks for them: the July releases with their confounders, and never a cause."""

from __future__ import annotations

import re

import pytest

from bot.answer import Table
from bot.quantities import Percent
from tests.bot.commands.conftest import Asking

JULY = ("/study zhipu on 2026-07-08", "/study minimax on 2026-07-09")
CAUSAL = re.compile(r"\b(because of|caused|due to|effect of the unlock|led to|drove)\b", re.IGNORECASE)


@pytest.mark.parametrize("line", JULY)
def test_the_july_releases_are_told_with_what_else_happened_and_no_cause(asking: Asking, line: str) -> None:
    said = asking.text(line, at="2026-11-23")
    assert "Placing of" in said
    assert "Kimi K3" in said
    assert "says when, not why" in said
    assert "no figure here is the effect of one of them" in said
    assert not CAUSAL.search(said)


@pytest.mark.parametrize(
    ("line", "after"),
    [(JULY[0], ("+13.4%", "-0.62%", "-37.3%")), (JULY[1], ("-18.0%", "-28.1%", "-30.0%"))],
)
def test_every_past_release_has_its_record(asking: Asking, line: str, after: tuple[str, ...]) -> None:
    said = asking.text(line, at="2026-11-23")
    record = said.split("After each past release")[1]
    for change in after:
        assert change in record


def test_a_release_without_prices_around_it_says_so(asking: Asking) -> None:
    answer = asking.answer("/study minimax", at="2026-11-23")
    table = next(b for b in answer.blocks if isinstance(b, Table) and b.caption.key == "study-aftermath")
    later = [row for row in table.rows if row[2].value is None]
    assert all(cell.why is not None for row in later for cell in row[2:6])
    assert any(isinstance(row[3].value, Percent) for row in table.rows)


def test_tests_of_a_cross_section_are_refused_with_the_reason(asking: Asking) -> None:
    assert "below 8 they say nothing" in asking.text(JULY[0], at="2026-11-23")


def test_a_peer_whose_own_shares_came_free_is_pointed_out(asking: Asking) -> None:
    said = asking.text("/study minimax on 2026-07-09 peer zhipu", at="2026-11-23")
    assert "own shares came free on 8 Jul 2026" in said


def test_the_day_after_knows_neither_the_placing_nor_its_price(asking: Asking) -> None:
    said = asking.text("/study zhipu on 2026-07-08 known at 2026-07-08", at="2026-11-23")
    assert "Placing of" not in said
    assert "Kimi" not in said
    assert "-37.3%" not in said


def test_base_rates_stand_by_market_and_cases_are_no_rate(asking: Asking) -> None:
    said = asking.text("/study", at="2026-11-23")
    assert "What 10 studies found" in said
    assert said.index("Hong Kong:") < said.index("United States:")
    assert "one study, not two" in said
    assert "They are no sample and give no rate" in said


def test_cases_of_later_days_are_not_known_yet(asking: Asking) -> None:
    assert "Zhipu" not in asking.text("/study known at 2026-06-01", at="2026-11-23")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("/study openai on 2026-07-08", "not listed"),
        ("/study zhipu on 2026-10-20", "no price of Zhipu on or after"),
        ("/study zhipu minimax on 2026-07-08", "one company"),
        ("/study zhipu on 2026-07-08 windows 5:1", "is no window"),
        ("/study zhipu on 2026-07-08 estimation -5:3", "is no window"),
        ("/study tencent on 2026-04-01 peer", "no peer of its own"),
        ("/study zhipu on 2026-07-08 peer zhipu", "own peer"),
        ("/study sensetime on 2022-06-30", "no daily prices"),
    ],
)
def test_what_cannot_be_studied_is_said(asking: Asking, line: str, said: str) -> None:
    assert said in asking.text(line, at="2026-11-23")
