"""Classes of meaning that were once misread, each in several wordings that stand in no labelled list."""

from __future__ import annotations

from typing import Any

import pytest

from bot.questions.outcomes import Declined, Unclear, Understood
from tests.bot.questions.labelled import Hearing

PAIR = {"zhipu", "minimax"}


@pytest.mark.parametrize(
    "text",
    [
        "Which of the two Chinese listings is pricier relative to sales?",
        "Which of the two Hong Kong stocks is cheaper per dollar of sales?",
        "两只港股按营收谁更贵",
    ],
)
def test_a_price_held_against_sales_is_the_multiple_of_sales(hearing: Hearing, text: str) -> None:
    plan = hearing.plan(text)
    assert (plan.operation, set(plan.companies), plan.measures) == ("compare", PAIR, ("price_to_sales",))


@pytest.mark.parametrize(
    "text", ["if zhipu halves, who is bigger", "智谱腰斩的话谁领先", "suppose zhipu doubled, who leads"]
)
def test_who_is_ahead_after_a_change_is_asked_of_both_twins(hearing: Hearing, text: str) -> None:
    plan = hearing.plan(text)
    assert (plan.operation, plan.companies) == ("what_if", ("zhipu", "minimax"))
    assert dict(plan.params)["on"] == ["zhipu"]


@pytest.mark.parametrize(
    "text", ["what would minimax need to be worth to match zhipu's P/S", "稀宇市值要到多少，市销率才跟智谱一样"]
)
def test_a_worth_is_solved_for_the_multiple_of_another(hearing: Hearing, text: str) -> None:
    params: dict[str, Any] = dict(hearing.plan(text).params)
    assert (params["solve_for"], params["on"]) == ("market_value", ["minimax"])
    assert params["set"] == {"minimax": {"price_to_sales": "zhipu"}}


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("who said the unlock would be 15 to 25 percent", "zhipu"),
        ("whose estimate was an unlock of 40%", "minimax"),
        ("解禁比例15%到25%是谁说的", "zhipu"),
    ],
)
def test_a_bare_share_of_an_unlock_says_whose_claim_it_is(hearing: Hearing, text: str, company: str) -> None:
    plan = hearing.plan(text)
    assert (plan.operation, plan.companies, plan.measures) == ("sources", (company,), ("unlock_ratio",))


@pytest.mark.parametrize(
    "text",
    [
        "how many of these companies are worth over a trillion HK dollars",
        "几家公司市值超过一万亿港元",
        "有几家市值破万亿港元",
    ],
)
def test_counting_above_a_level_is_asked_of_everyone(hearing: Hearing, text: str) -> None:
    plan = hearing.plan(text)
    params: dict[str, Any] = dict(plan.params)
    assert (plan.operation, plan.companies, plan.currency) == ("rank", (), "HKD")
    assert params["count"] is True
    assert float(params["threshold"]["value"]) == 1e12


@pytest.mark.parametrize(
    "text", ["智谱之于Anthropic，相当于MiniMax之于谁", "智谱之于Anthropic，就像MiniMax之于谁", "MiniMax好比美国的哪家"]
)
def test_what_stands_to_what_is_the_mirror(hearing: Hearing, text: str) -> None:
    assert hearing.plan(text).operation == "mirror"


@pytest.mark.parametrize("text", ["上市以来谁涨得多", "since they floated, who has done better?"])
def test_who_did_better_since_listing_is_asked_of_the_two_that_listed(hearing: Hearing, text: str) -> None:
    plan = hearing.plan(text)
    assert (plan.operation, set(plan.companies), plan.measures) == ("compare", PAIR, ("price_return",))


def test_money_of_which_only_the_share_is_known_is_said_to_be_a_share(hearing: Hearing) -> None:
    money = hearing.read("who makes more money from enterprise, zhipu or minimax")
    share = hearing.read("whose enterprise share is higher, zhipu or minimax")
    assert isinstance(money, Understood) and isinstance(share, Understood)
    assert (money.assumed, share.assumed) == (("share",), ())


def test_a_rate_of_one_to_something_is_the_something(hearing: Hearing) -> None:
    assert dict(hearing.plan("假如1美元兑7.9港元，智谱值多少美元").params)["fx"] == {"USDHKD": 7.9}


@pytest.mark.parametrize("text", ["Sell Zhipu before January?", "Should the desk hold MiniMax through the lock-up?"])
def test_a_bare_order_with_a_question_mark_asks_for_advice(hearing: Hearing, text: str) -> None:
    outcome = hearing.read(text)
    assert isinstance(outcome, Declined)
    assert outcome.reason == "advice"


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("what's zhipu's P/E", ("price_to_sales", "price_to_arr")),
        ("智谱的市盈率是多少", ("price_to_sales", "price_to_arr")),
        ("how many app downloads has minimax", ("users", "revenue")),
        ("how volatile, I mean what beta has zhipu", ("drawdown", "volume")),
    ],
)
def test_a_measure_not_kept_is_declined_with_the_nearest_that_is(
    hearing: Hearing, text: str, measures: tuple[str, ...]
) -> None:
    outcome = hearing.read(text)
    assert isinstance(outcome, Declined)
    assert outcome.reason == "unknown_metric"
    assert tuple(plan.measures[0] for plan in outcome.nearest[:2]) == measures


@pytest.mark.parametrize("text", ["智谱北京办公室一年租金多少", "MiniMax食堂怎么样", "智谱的吉祥物是什么"])
def test_chinese_words_that_nothing_covers_are_never_answered_with_the_market_value(
    hearing: Hearing, text: str
) -> None:
    assert isinstance(hearing.read(text), Declined)


@pytest.mark.parametrize("text", ["best company?", "哪个好", "which one is better", "谁更强"])
def test_better_at_what_is_asked_back(hearing: Hearing, text: str) -> None:
    assert isinstance(hearing.read(text), Unclear)


def test_what_was_filled_in_is_said(hearing: Hearing) -> None:
    for text, guessed in (("zhipu", ("measure",)), ("unlock dates?", ("companies",)), ("zhipu market cap", ())):
        outcome = hearing.read(text)
        assert isinstance(outcome, Understood)
        assert outcome.assumed == guessed
