"""Measures that nobody names: what a company keeps, how deep its pockets are, what the market pays for a user."""

from __future__ import annotations

import pytest

from bot.questions.outcomes import Declined, Unclear
from bot.questions.words import Phrases, words_of
from tests.bot.questions.labelled import FOLDER, Hearing


def test_every_wording_of_a_measure_kept_is_read_as_that_measure(hearing: Hearing) -> None:
    kept = [line.split("\t") for line in (FOLDER / "spoken_measures.tsv").read_text(encoding="utf-8").splitlines()]
    apart = [
        (text, m) for m, text in kept if ",".join(sorted(hearing.plan(text).measures)) != ",".join(sorted(m.split(",")))
    ]
    assert len(kept) >= 700
    assert apart == []


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("what does Anthropic bring in for each employee", ("revenue", "employees")),
        ("what is each Claude user valued at", ("market_value", "users")),
        ("loss on every MiniMax user", ("net_loss", "users")),
        ("dollars per OpenAI subscriber each year", ("run_rate_revenue", "paying_users")),
        ("Zhipu 的 sales per worker", ("revenue", "employees")),
    ],
)
def test_what_is_asked_of_each_counted_is_divided_by_them(
    hearing: Hearing, text: str, measures: tuple[str, ...]
) -> None:
    plan = hearing.plan(text)
    assert (plan.operation, plan.measures) == ("ratio", measures)


@pytest.mark.parametrize(
    "text",
    [
        "what's Zhipu's cash runway",
        "when does MiniMax run out of money at this loss, in years",
        "how many quarters of cash does Zhipu have",
        "how long could MiniMax survive on its funds",
    ],
)
def test_how_long_the_cash_lasts_divides_it_by_the_loss(hearing: Hearing, text: str) -> None:
    plan = hearing.plan(text)
    assert (plan.operation, plan.measures) == ("ratio", ("cash", "net_loss"))


def test_runway_is_still_a_company_where_it_is_named_as_one(hearing: Hearing) -> None:
    outcome = hearing.read("is Runway worth more than MiniMax")
    assert isinstance(outcome, Unclear)
    assert outcome.reason == "unknown_company"


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("divide SenseTime's market cap by its revenue", ("price_to_sales",)),
        ("Anthropic's valuation over its run rate", ("price_to_arr",)),
        ("net margin at MiniMax", ("net_loss", "revenue")),
        ("SenseTime research intensity", ("rd_expense", "revenue")),
        ("how much of Zhipu's market cap is cash", ("cash", "market_value")),
    ],
)
def test_a_quotient_is_read_by_its_formula_or_its_name(hearing: Hearing, text: str, measures: tuple[str, ...]) -> None:
    plan = hearing.plan(text)
    assert plan.operation in ("ratio", "lookup")
    assert plan.measures == measures


def test_a_name_may_stand_inside_the_words_of_a_measure_but_only_where_one_company_is_named(hearing: Hearing) -> None:
    assert hearing.plan("how many Baidu shares are there").measures == ("shares_in_issue",)
    assert hearing.plan("how many times MiniMax's revenue is Baidu's").measures == ("revenue",)


def test_few_words_are_stepped_over_inside_a_phrase() -> None:
    phrases = Phrases({"cash": ["in the bank", "money in bank"]})
    over = frozenset({"the", "its"})
    assert [h.keys for h in phrases.find(words_of("money in its bank"), over)] == [("cash",)]
    assert phrases.find(words_of("money in " + "the " * 40 + "bank"), over) == []


@pytest.mark.parametrize(
    ("text", "operation", "measures"),
    [
        ("how big was the greenshoe at Zhipu", "lookup", ("over_allotment_shares",)),
        ("how many times over was Zhipu's tranche subscribed", "lookup", ("public_oversubscription",)),
        ("Zhipu: revenue after cost of sales, in money", "lookup", ("gross_profit",)),
    ],
)
def test_figures_that_no_expiry_has_are_not_read_as_of_one(
    hearing: Hearing, text: str, operation: str, measures: tuple[str, ...]
) -> None:
    plan = hearing.plan(text)
    assert (plan.operation, plan.measures) == (operation, measures)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Why do you list OpenAI at a round value", "listing_date"),
        ("what cash has MiniMax left after the IPO", "listing_date"),
        ("user growth at Kimi", "revenue_growth"),
        ("how has Zhipu traded since the cornerstones got out", "cornerstone_shares"),
        ("Zhipu shares traded at what yesterday", "volume"),
        ("users and paying users at OpenAI", "revenue"),
    ],
)
def test_words_that_only_stand_beside_a_measure_name_none(hearing: Hearing, text: str, wrong: str) -> None:
    assert wrong not in hearing.plan(text).measures


def test_something_per_dollar_of_sales_that_is_no_price_and_no_loss_is_asked_back(hearing: Hearing) -> None:
    outcome = hearing.read("what about MiniMax per dollar of sales")
    assert isinstance(outcome, Unclear)
    assert outcome.reason == "ambiguous_metric"
    assert len(outcome.choices) > 1


def test_a_measure_nobody_keeps_stays_unknown_whatever_turn_stands_around_it(hearing: Hearing) -> None:
    for text in ("how many GPUs has Zhipu got", "what dividend does Baidu pay", "Zhipu's market share"):
        assert isinstance(hearing.read(text), Declined), text
