"""Which end of an order is asked for, how many of it, and how long a lead must have held, as people put it."""

from __future__ import annotations

import pytest

from tests.bot.questions.labelled import Hearing


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("who fell less this year, tencent or meituan", "highest"),
        ("which dropped the most last month, baidu or alibaba", "lowest"),
        ("list the companies by valuation, smallest at the top", "lowest"),
        ("百度和阿里本月谁跌得更狠", "lowest"),
        ("百度和阿里本月谁跌得更少", "highest"),
        ("智谱和MiniMax哪个更抗跌", "highest"),
        ("who is further off its high, tencent or meituan", "highest"),
        ("智谱和MiniMax的解禁压力，哪家轻一点", "lowest"),
        ("2513和0100，谁的抛压重一点", "highest"),
        ("the longest stretch zhipu led minimax", "highest"),
        ("how far is minimax below its high", None),
        ("zhipu's deepest drawdown so far", "highest"),
        ("unlock calendar of zhipu and minimax, earliest on top", "lowest"),
    ],
)
def test_an_end_is_known_by_what_is_said_of_it(hearing: Hearing, text: str, direction: str | None) -> None:
    assert hearing.plan(text).direction == direction


@pytest.mark.parametrize(
    ("text", "count", "direction"),
    [
        ("the two dearest on P/ARR", 2, "highest"),
        ("员工最少的两家", 2, "lowest"),
        ("which five companies have the most customers", 5, "highest"),
        ("用户最多的三家公司", 3, "highest"),
        ("毛利率最低的四家", 4, "lowest"),
        ("毛利率倒数两家", 2, "lowest"),
        ("营收前三甲是哪几家", 3, "highest"),
    ],
)
def test_so_many_at_an_end_of_all_are_no_pair_that_is_known(
    hearing: Hearing, text: str, count: int, direction: str
) -> None:
    plan = hearing.plan(text)
    assert (plan.operation, plan.companies, plan.direction) == ("rank", (), direction)
    assert dict(plan.params)["n"] == count


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("changes of lead between zhipu and minimax held for at least six sessions", 6),
        ("智谱和MiniMax谁超过谁，领先满八个交易日才算", 8),
        ("every flip of zhipu and minimax that stuck 10 days", 10),
    ],
)
def test_how_long_a_lead_must_have_held(hearing: Hearing, text: str, days: int) -> None:
    plan = hearing.plan(text)
    assert (plan.operation, dict(plan.params).get("held")) == ("reversals", days)


@pytest.mark.parametrize(
    "text", ["when did zhipu last close above 700", "MiniMax最近一次收在300以上是哪天", "when was zhipu last at 1,200"]
)
def test_the_last_time_a_level_was_held_is_not_the_first(hearing: Hearing, text: str) -> None:
    plan = hearing.plan(text)
    assert (plan.operation, dict(plan.params)["which"]) == ("history", "last")


@pytest.mark.parametrize("text", ["今年以来表现最差的港股", "the worst performing Hong Kong stock this year"])
def test_the_worst_is_an_end_and_no_gap(hearing: Hearing, text: str) -> None:
    plan = hearing.plan(text)
    assert (plan.operation, plan.measures, plan.direction) == ("rank", ("price_return",), "lowest")


@pytest.mark.parametrize(
    ("text", "op", "value"),
    [
        ("which HK stocks are down over 15% this year", "<", "-0.15"),
        ("今年跌超三成的港股有哪些", "<", "-0.3"),
        ("which HK names have fallen less than 5% ytd", ">", "-0.05"),
        ("今年涨超两成的港股有哪些", ">", "0.2"),
        ("who has more than 2,000 employees", ">", "2000"),
        ("labs with fewer than 300 staff", "<", "300"),
        ("员工超过五百人的公司", ">", "500"),
    ],
)
def test_a_level_is_on_the_side_that_the_words_say(hearing: Hearing, text: str, op: str, value: str) -> None:
    level = dict(hearing.plan(text).params)["threshold"]
    assert (level["op"], level["value"]) == (op, value)


def test_another_measure_leaves_the_old_level_behind(hearing: Hearing) -> None:
    last = hearing.plan("which HK stocks are down over 15% this year")
    assert "threshold" not in dict(hearing.plan("and by headcount?", last).params)
    level = dict(hearing.plan("labs with fewer than 300 staff", last).params)["threshold"]
    assert (level["metric"], level["value"]) == ("employees", "300")
