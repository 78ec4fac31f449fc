"""A question timed by an event is answered of the day it fell on, and says which."""

from __future__ import annotations

import pytest

from bot.errors import ProblemError
from bot.plan import Between, Plan
from tests.bot.answers.conftest import Ask


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("first_day", "2026-01-09"),
        ("second_day", "2026-01-10"),
        ("unlock_day", "2026-07-09"),
        ("unlock_eve", "2026-07-08"),
        ("1d_after_unlock", "2026-07-10"),
        ("1m_after_listing", "2026-02-09"),
    ],
)
def test_the_day_of_the_event_stands_in_the_answer(ask: Ask, when: str, said: str) -> None:
    timed, _ = ask(Plan("lookup", ("minimax",), ("share_price",), when))
    dated, _ = ask(Plan("lookup", ("minimax",), ("share_price",), said))
    assert timed.headline == dated.headline
    assert timed.blocks == dated.blocks


def test_a_course_since_an_event_is_the_course_since_its_day(ask: Ask) -> None:
    timed, _ = ask(Plan("history", ("zhipu",), ("price_return",), Between("first_day", "first_week")))
    dated, _ = ask(Plan("history", ("zhipu",), ("price_return",), Between("2026-01-08", "2026-01-14")))
    assert timed == dated


def test_who_has_no_locked_shares_has_no_day_of_an_unlock(ask: Ask) -> None:
    with pytest.raises(ProblemError) as refused:
        ask(Plan("history", ("baidu",), ("share_price",), Between("unlock_day", "today")))
    assert refused.value.what.key == "no-unlock-day"
