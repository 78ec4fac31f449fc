"""One number of several companies: their total, average or median, from a command or a sentence, and counting them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.answer import Table
from bot.answers.asking import ask_again
from bot.quantities import Money, Multiple
from tests.bot.commands.conftest import Asking


def test_a_total_is_the_sum_of_what_stands_below_it(asking: Asking) -> None:
    answer = asking.answer("/compare zhipu minimax market value total in HKD")
    total, each = answer.blocks[0], answer.blocks[1]
    assert isinstance(total, Table)
    assert isinstance(each, Table)
    values = [row[1].value for row in each.rows]
    assert all(isinstance(v, Money) for v in values)
    assert total.rows[0][1].value == Money(sum((v.amount for v in values if isinstance(v, Money)), Decimal(0)), "HKD")
    assert set(total.rows[0][1].claims) >= {c for row in each.rows for c in row[1].claims}


def test_what_does_not_add_up_is_averaged_and_the_answer_says_so(asking: Asking) -> None:
    answer = asking.answer("/compare zhipu minimax P/ARR total")
    assert answer.headline.key == "together-mean"
    assert "together-not-added" in [getattr(getattr(b, "sentence", None), "key", "") for b in answer.blocks]


def test_the_median_of_an_even_number_lies_between_the_middle_two(asking: Asking) -> None:
    answer = asking.answer("/compare zhipu minimax anthropic openai P/ARR median")
    middle, each = answer.blocks[0], answer.blocks[1]
    assert isinstance(middle, Table)
    assert isinstance(each, Table)
    numbers = sorted(v.times for row in each.rows if isinstance(v := row[1].value, Multiple))
    between = middle.rows[0][1].value
    assert isinstance(between, Multiple)
    assert abs(between.times - (numbers[1] + numbers[2]) / 2) < Decimal("1e-20")


def test_users_counted_apart_are_not_added(asking: Asking) -> None:
    assert asking.answer("/compare minimax openai users total").headline.key == "together-none"


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("average P/ARR of the four", "/compare zhipu minimax anthropic openai P/ARR average"),
        ("combined market value of zhipu and minimax", "/compare zhipu minimax market value total"),
        ("两家加起来市值多少", "/compare 智谱 稀宇 市值 合计"),
        ("四家P/ARR的中位数", "/compare zhipu minimax anthropic openai P/ARR 中位数"),
        ("how many companies are worth more than US$100bn", "/rank market value above US$100bn count"),
        ("市值超过1000亿美元的有几家", "/rank 市值 above 1000亿美元 count"),
    ],
)
def test_a_sentence_and_a_command_are_one_plan(asking: Asking, sentence: str, line: str) -> None:
    assert asking.plan(f"/ask {sentence}").hash == asking.plan(line).hash


@pytest.mark.parametrize(
    "line",
    [
        "/compare zhipu minimax market value total",
        "/rank market value in USD median",
        "/rank market value above US$100bn count",
        "/rank zhipu minimax anthropic openai P/ARR average",
    ],
)
def test_a_choice_under_the_answer_asks_the_same_of_another_currency(asking: Asking, line: str) -> None:
    plan = asking.plan(line)
    again = ask_again(plan)
    assert asking.plan(f"/{again.command} {again.text}") == plan


def test_two_together_are_held_against_a_third(asking: Asking) -> None:
    plan = asking.plan("/ask zhipu and minimax together vs openai")
    assert dict(plan.params) == {"aggregate": "sum", "of": ["zhipu", "minimax"]}
    assert "together-beside" in [getattr(getattr(b, "sentence", None), "key", "") for b in asking.of(plan).blocks]
