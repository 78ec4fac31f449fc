"""Dates, stretches of time and currencies as people type them in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.plan import Between, When
from bot.questions.currencies import find_currency, unknown_currency
from bot.questions.dates import DEFAULT_YEAR, find_when, read_day
from bot.text import cleaned

TIMES: list[tuple[str, When]] = [
    ("2026-06-24", "2026-06-24"),
    ("2026/6/4", "2026-06-04"),
    ("2026.06.24", "2026-06-24"),
    ("24 June 2026", "2026-06-24"),
    ("24th of June", "2026-06-24"),
    ("June 24", "2026-06-24"),
    ("june 24th, 2025", "2025-06-24"),
    ("Sept. 3 2025", "2025-09-03"),
    ("6月24日", "2026-06-24"),
    ("2025年12月31日", "2025-12-31"),
    ("６月２４日", "2026-06-24"),
    ("2026 年 6 月 24 号", "2026-06-24"),
    ("yesterday", "yesterday"),
    ("昨天", "yesterday"),
    ("today", "today"),
    ("首日", "first_day"),
    ("first trading day", "first_day"),
    ("since the ipo", "since_listing"),
    ("上市以来", "since_listing"),
    ("ytd", "ytd"),
    ("今年以来", "ytd"),
    ("previous session", "previous_session"),
    ("上一交易日", "previous_session"),
    ("latest", None),
    ("最新", None),
    ("july", "july"),
    ("in may", "may"),
    ("7月", "july"),
    ("July 2026", Between("2026-07-01", "2026-07-31")),
    ("2024年2月", Between("2024-02-01", "2024-02-29")),
    ("December 2025", Between("2025-12-01", "2025-12-31")),
    ("2025", Between("2025-01-01", "2025-12-31")),
    ("FY2025", Between("2025-01-01", "2025-12-31")),
    ("2025年", Between("2025-01-01", "2025-12-31")),
    ("from 2026-01-08 to 2026-06-24", Between("2026-01-08", "2026-06-24")),
    ("between 8 January and 24 June", Between("2026-01-08", "2026-06-24")),
    ("1月8日到6月24日", Between("2026-01-08", "2026-06-24")),
    ("since 2026-03-01", Between("2026-03-01", "today")),
    ("从3月1日", Between("2026-03-01", "today")),
]


@pytest.mark.parametrize(("typed", "when"), TIMES, ids=[t[0] for t in TIMES])
def test_a_time_is_read_alone_and_inside_a_sentence(typed: str, when: When) -> None:
    for text in (typed, f"zhipu {typed} revenue", f"智谱{typed}的市值" if not typed[0].isascii() else typed):
        found = find_when(cleaned(text))
        assert found is not None
        assert found.when == when
        assert not found.impossible


@pytest.mark.parametrize("typed", ["2026-02-30", "2026-13-01", "31 June", "Feb 30", "2月30日", "2025年2月29日"])
def test_a_day_that_no_calendar_has_is_named_not_guessed(typed: str) -> None:
    found = find_when(typed)
    assert found is not None
    assert typed[found.start : found.end] == typed
    assert found.impossible
    assert found.when is None


@pytest.mark.parametrize(
    "typed",
    [
        "zhipu",
        "it may rise",
        "march higher",
        "GLM-5.2",
        "2513.HK",
        "top 3",
        "1,000",
        "12.5",
        "P/ARR",
        "一月之内",
        "20250",
    ],
)
def test_what_is_no_time_is_left_alone(typed: str) -> None:
    assert find_when(typed) is None


def test_a_day_without_a_year_is_of_the_default_year() -> None:
    assert DEFAULT_YEAR == 2026
    assert read_day("8 January") == read_day(f"{DEFAULT_YEAR}-01-08")


@given(text=st.text(max_size=100))
def test_no_text_breaks_the_reading(text: str) -> None:
    text = cleaned(text)
    found = find_when(text)
    assert found is None or 0 <= found.start < found.end <= len(text)
    find_currency(text, ("USD", "SEK"))
    unknown_currency(text)


CURRENCIES = [
    ("zhipu in USD", "USD"),
    ("zhipu in us dollars", "USD"),
    ("zhipu in US$", "USD"),
    ("zhipu in hkd", "HKD"),
    ("zhipu in Hong Kong dollars", "HKD"),
    ("zhipu into yuan", "CNY"),
    ("zhipu in RMB", "CNY"),
    ("zhipu in euros", "EUR"),
    ("zhipu in sterling", "GBP"),
    ("zhipu in yen", "JPY"),
    ("zhipu in SEK", "SEK"),
    ("智谱 以美元计", "USD"),
    ("智谱 折合人民币", "CNY"),
    ("智谱 按港元计价", "HKD"),
    ("智谱 换算成欧元", "EUR"),
]


@pytest.mark.parametrize(("typed", "code"), CURRENCIES)
def test_a_currency_is_read_where_one_is_asked_for(typed: str, code: str) -> None:
    found = find_currency(cleaned(typed), ("USD", "HKD", "CNY", "EUR", "GBP", "JPY", "SEK"))
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    "typed", ["zhipu", "dollars raised", "in usdt", "in dollarama", "元宝", "interest", "in china"]
)
def test_a_currency_is_not_read_where_none_is_asked_for(typed: str) -> None:
    assert find_currency(typed, ("USD", "HKD", "CNY")) is None


def test_a_code_without_rates_is_named() -> None:
    assert unknown_currency("zhipu in XAU") == ("XAU", (6, 12))
    assert unknown_currency("zhipu in may") is None
