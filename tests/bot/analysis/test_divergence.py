"""The K: rebased lines and how large a swing is against its own noise."""

from __future__ import annotations

import math
import statistics
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.divergence import divergence
from bot.analysis.figures import Evidence
from bot.analysis.observed import closes
from bot.days import Day
from tests.bot.analysis.lines import line, nth, run
from tests.bot.facts_book import EURO_RATES, at, shipped

PRICE = st.tuples(st.integers(1, 500), st.integers(1, 500))
PRICES = st.lists(PRICE, min_size=2, max_size=20) | st.lists(PRICE, min_size=21, max_size=60)


def test_both_lines_begin_at_a_hundred_on_the_first_common_session() -> None:
    facts = Evidence(shipped(), EURO_RATES)
    found = divergence(closes(facts, "zhipu", at("2026-06-24")), closes(facts, "minimax", at("2026-06-24")))
    assert found is not None
    zhipu, minimax = found.lines
    assert found.first == Day.of("2026-01-09")
    assert zhipu[0] == minimax[0] == (found.first, Decimal(100))
    assert [d for d, _ in zhipu] == [d for d, _ in minimax]
    assert round(zhipu[-1][1], 2) == Decimal("1370.74")
    assert round(minimax[-1][1], 2) == Decimal("138.43")
    assert found.n == len(zhipu) - 1


@given(PRICES)
def test_swing_noise_and_size_are_those_of_floating_point(prices: list[tuple[int, int]]) -> None:
    found = divergence(run("a", [a for a, _ in prices]), run("b", [b for _, b in prices]))
    assert found is not None
    logs = [math.log(a / b) for a, b in prices]
    changes = [later - earlier for earlier, later in pairwise(logs)]
    assert math.isclose(float(found.swing), logs[-1] - logs[0], abs_tol=1e-9)
    assert found.n == len(changes)
    if found.n < 20:
        assert (found.size, found.no_size) == (None, "too_few")
    elif found.no_size is None:
        noise = statistics.stdev(changes)
        assert found.size is not None
        assert math.isclose(float(found.size), sum(changes) / (noise * math.sqrt(len(changes))), abs_tol=1e-6)
    else:
        assert math.isclose(statistics.stdev(changes), 0, abs_tol=1e-9)


@given(PRICES)
def test_swapping_the_companies_turns_the_sign_only(prices: list[tuple[int, int]]) -> None:
    a, b = run("a", [a for a, _ in prices]), run("b", [b for _, b in prices])
    one, other = divergence(a, b), divergence(b, a)
    assert one is not None
    assert other is not None
    assert (other.swing, other.noise, other.n) == (one.swing.copy_negate(), one.noise, one.n)
    assert other.size == (None if one.size is None else one.size.copy_negate())
    assert other.lines == tuple(reversed(one.lines))


def test_a_window_takes_the_last_changes_only() -> None:
    found = divergence(run("a", [1, 2, 4, 8]), run("b", [1, 1, 1, 1]), 2)
    assert found is not None
    assert (found.first, found.last, found.n) == (nth(1), nth(3), 2)


@pytest.mark.parametrize(("n", "why"), [(19, "too_few"), (20, None)])
def test_below_twenty_changes_no_size_is_given(n: int, why: str | None) -> None:
    zigzag = [3 + place % 2 for place in range(n)]
    found = divergence(run("a", [*zigzag, 8]), run("b", [3] * (n + 1)))
    assert found is not None
    assert (found.n, found.no_size, found.size is None) == (n, why, why is not None)


def test_companies_that_never_parted_have_no_noise_to_measure_by() -> None:
    found = divergence(run("a", [3] * 30), run("b", [3] * 30))
    assert found is not None
    assert (found.swing, found.size, found.no_size) == (Decimal(0), None, "no_noise")


def test_without_two_common_days_there_is_nothing_to_draw() -> None:
    assert divergence(run("a", [1]), run("b", [1])) is None
    assert divergence(line("a", {"2026-01-05": 1}), line("b", {"2026-01-06": 1})) is None
