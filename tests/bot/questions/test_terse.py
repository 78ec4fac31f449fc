"""Short questions as they are typed in a hurry: what is measured, what is divided, and what only looks like either."""

from __future__ import annotations

import pytest

from tests.bot.questions.labelled import Hearing

MEASURED = {
    ("volume",): [
        "shares traded in 2513 yesterday", "0100 yesterday: how many shares traded", "智谱昨天成交了多少股",
        "more heavily traded, 0700 or 3690?",
    ],
    ("price_to_arr",): ["how many years of run rate is OpenAI priced at", "Claude is valued at how many years of ARR"],
    ("price_to_sales",): ["years of revenue priced into Baidu"],
    ("price_return",): ["2513 since its float: up or underwater?", "is minimax above water since its ipo"],
    ("customers",): ["how many firms use Claude", "tally of business clients at OpenAI", "多少家企业在用Claude"],
    ("paying_users",): ["how many people subscribe to ChatGPT", "payer numbers at minimax"],
    ("users",): ["bigger crowd: Talkie or Claude?"],
    ("enterprise_share",): [
        "how much of Claude's money from big firms", "Zhipu's API money?", "the B2B slice of Zhipu's sales",
    ],
    ("overseas_share",): ["the overseas slice of Hailuo's sales", "foreign chunk of MiniMax's revenue"],
    ("offer_price",): ["what were SenseTime's IPO buyers charged", "who asked more per share, GLM or Hailuo"],
    ("unlock_ratio",): [
        "percent of GLM still locked", "which of the twins freed the larger portion?",
        "Hailuo frees a bigger slice than GLM, right?",
    ],
    ("unlock_date", "unlock_ratio"): ["next GLM lockup, date and size", "稀宇7月解禁的日期和比例"],
    ("unlock_ratio", "unlock_value"): ["what gets released at GLM in January?", "what is set free at minimax in July"],
    ("unlock_value",): [
        "how big was the chunk let loose at Hailuo on 9 July, in dollars?", "GLM January supply in HK dollars",
    ],
    ("days_of_volume",): ["would the July GLM block have taken a week to trade through?"],
    ("paying_users", "users"): [
        "What slice of Talkie's users pay?", "what share of ChatGPT's users are paying",
        "ChatGPT的用户里有多少比例付费", "OpenAI paying share", "ChatGPT付费率",
    ],
    ("rd_expense", "revenue"): [
        "what percentage of turnover goes on research at GLM's owner versus at SenseTime",
        "what share of sales goes on R&D at Baidu", "how much of Zhipu's sales gets eaten by R&D",
        "research as a percentage of sales at SenseTime", "智谱研发占营收多少",
    ],
    ("cash", "net_loss"): ["how long could Hailuo bleed on the money it has, cash over loss"],
    ("cash", "rd_expense"): ["how many times over could Zhipu fund its yearly research out of what's in the bank"],
    ("cash",): ["does cash in your table include short-term deposits, and is bank debt taken off?"],
    ("net_loss",): ["does net loss include share-based pay, or revenue from disposals"],
    ("listing_date", "offer_price"): ["GLM float date and issue price?"],
    ("price_return", "volume"): ["has Hailuo stock gone up or down this month, on how many shares"],
}  # fmt: skip


@pytest.mark.parametrize(("measures", "text"), [(m, text) for m, texts in MEASURED.items() for text in texts])
def test_a_short_question_asks_for_what_its_words_measure(
    hearing: Hearing, measures: tuple[str, ...], text: str
) -> None:
    plan = hearing.plan(text)
    assert (set(plan.measures) if plan.operation == "unlocks" else plan.measures) == (
        set(measures) if plan.operation == "unlocks" else measures
    )


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("what were zhipu shares trading at", ("share_price",)),
        ("minimax shares traded at what yesterday", ("share_price",)),
        ("users and paying users of ChatGPT", ("users", "paying_users")),
        ("zhipu's revenue and enterprise share", ("revenue", "enterprise_share")),
        ("ChatGPT's paying users", ("paying_users",)),
        ("Zhipu's IPO price", ("offer_price",)),
        ("zhipu market cap all-time high", ("market_value",)),
    ],
)
def test_what_only_looks_like_it_is_left_alone(hearing: Hearing, text: str, measures: tuple[str, ...]) -> None:
    assert hearing.plan(text).measures == measures


@pytest.mark.parametrize("text", ["2513 all-time high, and when?", "0700 record high", "0100 low this year"])
def test_the_high_of_a_ticker_is_that_of_its_share(hearing: Hearing, text: str) -> None:
    plan = hearing.plan(text)
    assert (plan.operation, plan.measures) == ("history", ("share_price",))


def test_points_one_stock_beat_another_by_are_points_of_return(hearing: Hearing) -> None:
    plan = hearing.plan("How many percentage points did 2513 beat 0100 by this year?")
    assert (plan.operation, plan.measures) == ("difference", ("price_return",))


def test_a_measure_for_each_unit_of_which_two_companies_are_held_against_each_other_keeps_their_order(
    hearing: Hearing,
) -> None:
    plan = hearing.plan("For each dollar of ARR, what do investors pay at Claude relative to MiniMax?")
    assert plan.companies == ("anthropic", "minimax")


@pytest.mark.parametrize("text", ["When's the last lockup at Zhipu over", "智谱最后一批什么时候解禁"])
def test_the_last_expiry_is_the_latest_day(hearing: Hearing, text: str) -> None:
    plan = hearing.plan(text)
    assert (plan.operation, plan.measures, plan.direction) == ("unlocks", ("unlock_date",), "highest")
