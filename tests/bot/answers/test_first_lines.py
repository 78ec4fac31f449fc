"""The first line answers what was asked: the move of the day, the count, the quoted figure, the days, the worth."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.answer import Answer
from bot.answers.scene import Scene
from bot.plan import Plan
from tests.bot.answers.documents import strict

Asking = Callable[[Plan], tuple[Answer, Scene]]
LEVEL = (("count", True), ("threshold", {"metric": "market_value", "op": ">", "value": "1e12", "currency": "HKD"}))
QUOTED = (("amount", {"value": 0.15}),)
SOLVED = (("on", ["minimax"]), ("set", {"minimax": {"price_to_sales": "zhipu"}}), ("solve_for", "market_value"))


def first_line(ask: Asking, plan: Plan) -> str:
    return strict("en").plain(ask(plan)[0].headline)


def test_why_a_share_fell_on_a_day_is_headed_by_the_move_of_that_day(ask: Asking) -> None:
    said = first_line(ask, Plan("history", ("minimax",), ("share_price",), "2026-07-09", params=(("ask", "why"),)))
    assert said == "MiniMax share price: -18.0% to HK$297.40 (9 Jul 2026), from HK$362.60 (8 Jul 2026)"


def test_how_many_are_above_a_level_is_a_count_with_their_names(ask: Asking) -> None:
    said = first_line(ask, Plan("rank", (), ("market_value",), None, None, "HKD", "highest", LEVEL))
    assert said.startswith("2 of ")
    assert said.endswith("above HK$1tn: Anthropic and OpenAI")


def test_a_quoted_range_is_headed_by_who_said_it(ask: Asking) -> None:
    said = first_line(ask, Plan("sources", ("zhipu",), ("unlock_ratio",), params=QUOTED))
    assert said.startswith("Zhipu unlock ratio of about 15% to 25% (Jul 2026): said by ")


def test_a_worth_that_was_solved_for_is_said_as_a_worth(ask: Asking) -> None:
    said = first_line(ask, Plan("what_if", ("minimax", "zhipu"), ("market_value", "price_to_sales"), params=SOLVED))
    assert said.startswith("MiniMax would need market value of HK$")


@pytest.mark.parametrize(
    ("month", "days"), [("january", "1 Jan 2027 to 31 Jan 2027"), ("july", "1 Jul 2026 to 31 Jul 2026")]
)
def test_the_month_of_a_release_is_the_one_nearest_to_today(ask: Asking, month: str, days: str) -> None:
    answer, _ = ask(Plan("overhang", ("zhipu",), ("days_of_volume",), month))
    assert answer.read_as is not None
    assert days in strict("en").plain(answer.read_as)
    assert "sessions at 20% of the average volume" in strict("en").plain(answer.headline)
