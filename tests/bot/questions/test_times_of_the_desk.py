"""Times as desks and chats cut them short: parts of months and years, counts, events, and what stands behind a day."""

from __future__ import annotations

import pytest

from bot.plan import Between, When
from bot.questions.times import when_in
from tests.bot.questions.labelled import Hearing


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("zhipu px in mid-March", "2026-03-15"),
        ("volume in late April", Between("2026-04-21", "2026-04-30")),
        ("minimax at the beginning of May", "2026-05-01"),
        ("baidu close, first week of June", Between("2026-06-01", "2026-06-07")),
        ("智谱3月中旬股价", "2026-03-15"),
        ("腾讯五月上旬成交", Between("2026-05-01", "2026-05-10")),
        ("美团九月初收盘", "2026-09-01"),
        ("cash at the end of last year", "2025-12-31"),
        ("openai valuation at year-end 2024", "2024-12-31"),
        ("去年底OpenAI估值", "2025-12-31"),
        ("商汤2024年末员工数", "2024-12-31"),
        ("年初智谱收盘价", "2026-01-01"),
        ("从年初到今天美团涨跌", "ytd"),
        ("alibaba since the start of this year", "ytd"),
        ("二季度末智谱市值", "2026-06-30"),
        ("sales in 3Q25", Between("2025-07-01", "2025-09-30")),
        ("minimax revenue 1H25", Between("2025-01-01", "2025-06-30")),
        ("商汤25Q3收入", Between("2025-07-01", "2025-09-30")),
        ("讯飞24年营收", Between("2024-01-01", "2024-12-31")),
        ("智谱23到25年营收", Between("2023-01-01", "2025-12-31")),
        ("zhipu losses in '24", Between("2024-01-01", "2024-12-31")),
        ("zhipu revenue in 2023 and 2024", Between("2023-01-01", "2024-12-31")),
        ("closes March-May", Between("march", "may")),
        ("百度4-6月走势", Between("april", "june")),
        ("27年1月8日解禁多少", "2027-01-08"),
        ("去年12月31日OpenAI值多少", "2025-12-31"),
        ("今年3月15号智谱收盘", "2026-03-15"),
        ("十月十日的收盘价", "2026-10-10"),
        ("截至六月三十号", "2026-06-30"),
        ("close on July the 3rd", "2026-07-03"),
        ("close on 24/06/2026", "2026-06-24"),
        ("前年MiniMax营收", Between("2024-01-01", "2024-12-31")),
        ("this spring's trading", Between("2026-03-01", "2026-05-31")),
        ("入秋以来", Between("2026-09-01", "today")),
        ("the third Thursday of May", "2026-05-21"),
        ("二月第三周走势", Between("2026-02-15", "2026-02-21")),
        ("the latter half of August", Between("2026-08-16", "2026-08-31")),
        ("the end of the second quarter", "2026-06-30"),
        ("mid-2024 headcount", "2024-06-30"),
        ("2024年年中员工数", "2024-06-30"),
        ("the beginning of 2024", "2024-01-01"),
        ("baidu since Chinese New Year", Between("2026-02-17", "today")),
        ("春节以来百度涨跌", Between("2026-02-17", "today")),
        ("anything due before CNY", Between("today", "2027-02-06")),
        ("中秋到国庆", Between("2026-09-25", "2026-10-01")),
        ("the day before Thanksgiving", "2026-11-25"),
        ("7月9日后一天收盘", "2026-07-10"),
        ("the week of 8 June", Between("2026-06-08", "2026-06-14")),
        ("8月5日那周", Between("2026-08-03", "2026-08-09")),
        ("4月2到5月8日走势", Between("2026-04-02", "2026-05-08")),
        ("headcount in 2023, 2024 and 2025", Between("2023-01-01", "2025-12-31")),
        ("复活节前到期的", Between("today", "2027-03-28")),
    ],
)
def test_parts_of_the_calendar_are_days_or_stretches(text: str, when: When) -> None:
    found = when_in(text.lower())
    assert (found.when if found else None) == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("tencent mtd", "this_month"),
        ("meituan week to date", "this_week"),
        ("月初至今百度涨跌", "this_month"),
        ("a fortnight ago", "14d_ago"),
        ("over the past couple of weeks", "last_14d"),
        ("three weeks back", "21d_ago"),
        ("the past ten trading days", "last_10d"),
        ("last 6mo", Between("6m_ago", "today")),
        ("3-month return of baidu", "last_90d"),
        ("52-week low", Between("12m_ago", "today")),
        ("半个月前", "15d_ago"),
        ("三个月前智谱的市值", "3m_ago"),
        ("一个季度前腾讯的市销率", "90d_ago"),
        ("alibaba now vs a year ago", Between("12m_ago", "today")),
        ("between now and 20 December", Between("today", "2026-12-20")),
        ("最近半个月", "last_15d"),
        ("未来半年", "next_6m"),
        ("这几天", "last_3d"),
        ("前一个交易日", "previous_session"),
        ("昨晚收盘", "yesterday"),
        ("today's close, this afternoon", "today"),
        ("Friday's close", "last_friday"),
        ("what expires next Tuesday", "next_week"),
        ("下周三有解禁吗", "next_week"),
        ("上上周", "week_before_last"),
        ("the month before last", "month_before_last"),
        ("自挂牌起", "since_listing"),
        ("ipo以来", "since_listing"),
        ("敲钟当天", "first_day"),
        ("这个时候，去年今天", "12m_ago"),
    ],
)
def test_times_are_counted_from_today_however_they_are_cut_short(text: str, when: When) -> None:
    found = when_in(text.lower())
    assert (found.when if found else None) == when


@pytest.mark.parametrize(
    "text", ["must it last several days", "每周五收盘价", "全年中位数", "20%", "3x-5x", "ppl in h100s", "1/2"]
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert when_in(text) is None


@pytest.mark.parametrize(
    ("text", "operation", "measure", "when"),
    [
        ("How much has MiniMax fallen since the unlock?", "history", "price_return", Between("unlock_day", "today")),
        ("zhipu's return since the last lock-up expiry", "history", "price_return", Between("unlock_latest", "today")),
        ("MiniMax解禁之后股价走势如何", "history", "share_price", Between("unlock_day", "today")),
        ("what did MiniMax close at the day before the unlock", "lookup", "share_price", "unlock_eve"),
        ("MiniMax解禁当天的成交量", "lookup", "volume", "unlock_day"),
        (
            "zhipu's return in its first month of trading",
            "history",
            "price_return",
            Between("first_day", "first_month"),
        ),
        ("智谱上市首周涨幅多少", "history", "price_return", Between("first_day", "first_week")),
        ("MiniMax上市第二天收盘价", "lookup", "share_price", "second_day"),
        ("MiniMax volume the day after the unlock", "lookup", "volume", "1d_after_unlock"),
        ("智谱上市后60天的收盘价", "lookup", "share_price", "60d_after_listing"),
        (
            "minimax return two weeks after its debut",
            "history",
            "price_return",
            Between("first_day", "14d_after_listing"),
        ),
    ],
)
def test_an_event_is_a_time_where_something_that_moves_is_asked(
    hearing: Hearing, text: str, operation: str, measure: str, when: When
) -> None:
    plan = hearing.plan(text)
    assert (plan.operation, plan.measures, plan.when) == (operation, (measure,), when)


@pytest.mark.parametrize(
    "text",
    [
        "who may sell at minimax after the unlock",
        "who can sell at minimax six months after listing",
        "MiniMax解禁后抛压有多大",
    ],
)
def test_what_is_asked_of_the_event_itself_is_no_time(hearing: Hearing, text: str) -> None:
    plan = hearing.plan(text)
    assert plan.operation in ("unlocks", "overhang")
    assert plan.when is None


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("zhipu's return after 9 July", Between("2026-07-09", "today")),
        ("智谱7月之后涨跌", Between("july", "today")),
        ("any more minimax unlocks after July", None),
        ("zhipu unlocks before March", Between("today", "end_of_february")),
        ("what unlocks at zhipu on 8 January", "2027-01-08"),
        ("zhipu's close on 15 January", "2026-01-15"),
    ],
)
def test_behind_and_before_a_day_are_told_apart(hearing: Hearing, text: str, when: When) -> None:
    assert hearing.plan(text).when == when
