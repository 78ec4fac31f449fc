"""A button writes its time so that the command it types reads the same time again, however it was first said."""

from __future__ import annotations

import pytest

from bot.answers.asking import ask_again
from bot.plan import Between, Plan, When
from bot.questions.dates import find_when


@pytest.mark.parametrize(
    "when",
    [
        "15d_ago", "6m_ago", "last_friday", "week_before_last", "end_of_june", "this_quarter", "last_30d", "next_6m",
        "last_week", "this_year", "yesterday", "previous_session", "first_day", "year_end", "ytd", "since_listing",
        "july", "2026-06-24", "unlock_day", "unlock_eve", Between("6m_ago", "today"), Between("march", "may"),
        Between("today", "end_of_january"), Between("unlock_latest", "today"), Between("first_day", "first_week"),
        Between("2026-03-01", "today"), Between("2026-03-01", "last_friday"), Between("2026-03-01", "2026-04-15"),
    ],
)  # fmt: skip
def test_a_time_typed_by_a_button_is_read_as_it_was_meant(when: When) -> None:
    typed = ask_again(Plan("history", ("zhipu",), ("share_price",), when)).typed
    found = find_when(typed)
    assert found is not None
    assert found.when == when
