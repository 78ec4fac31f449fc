"""The mirror as a person asks for it, on the shipped facts."""

from __future__ import annotations

import pytest

from tests.bot.commands.conftest import Asking

ARTICLES = ("zhipu", "minimax", "anthropic", "openai")


@pytest.fixture(scope="module")
def on_the_day(asking: Asking) -> str:
    return asking.text("/mirror on 2026-06-24")


def test_the_day_of_the_article(on_the_day: str) -> None:
    assert on_the_day.startswith("Market value: Zhipu is 6.47x MiniMax, Anthropic is 1.13x OpenAI")
    assert "Gain 15.0x" in on_the_day
    assert "give 6.5x and 1.14x, gain 14.8x" in on_the_day


def test_the_same_in_chinese(asking: Asking) -> None:
    said = asking.text("/mirror 智谱 稀宇 2026年6月24日")
    assert "智谱是MiniMax的6.47倍，Anthropic是OpenAI的1.13倍" in said
    assert "文章与公开记录不一致之处" in said


def test_roles_and_the_shares_they_rest_on(on_the_day: str) -> None:
    assert "Zhipu plays the part of Anthropic (enterprise), MiniMax that of OpenAI (consumer)" in on_the_day
    assert "At least 40%" in on_the_day
    assert "32.8%" in on_the_day


def test_contradictions_come_with_their_source(on_the_day: str) -> None:
    assert "15% to 25% of Zhipu's shares unlock" in on_the_day
    assert "contradicted" in on_the_day
    assert "intraday only" in on_the_day
    assert "HKEX" in on_the_day


def test_where_the_analogy_fails_since(asking: Asking) -> None:
    said = asking.text("/mirror on 2026-10-08")
    assert "MiniMax is cast as consumer, but enterprises brought 63.4% of its revenue" in said
    assert "of OpenAI at least 40% (Mar 2026), up to 23.4 points apart" in said


def test_without_hindsight_nothing_had_been_checked(asking: Asking) -> None:
    said = asking.text("/mirror known at 2026-06-24")
    assert "No verdict on the article's claims was known by 24 Jun 2026." in said
    assert "contradicted" not in said
    assert "63.4%" not in said


def test_which_pair_turned_first(on_the_day: str) -> None:
    assert "Zhipu : MiniMax changed its lead on 30 Mar 2026 (to Zhipu)" in on_the_day
    assert "between 1 Apr 2026 and 28 May 2026 (to Anthropic)" in on_the_day
    assert "No lead or lag is given" in on_the_day


def test_the_placebo_says_how_many_it_looked_at(on_the_day: str, asking: Asking) -> None:
    assert "of the 90 ways to pair 6 companies" in on_the_day
    among = asking.text("/mirror on 2026-06-24 among zhipu minimax anthropic openai moonshot")
    assert "of the 30 ways to pair 5 companies" in among


def test_near_parity_the_gain_is_refused_with_the_reason(asking: Asking) -> None:
    pair = asking.text("/mirror anthropic openai zhipu minimax on 2026-03-30")
    assert "No gain is given: Zhipu : MiniMax is within 5% of parity" in pair


@pytest.mark.parametrize("asked", ["/mirror", "/mirror zhipu", "/mirror anthropic openai", "/mirror zhipu anthropic"])
def test_naming_a_part_of_the_article_means_the_article(asking: Asking, asked: str) -> None:
    assert asking.plan(asked).companies == ARTICLES


def test_any_four_in_the_order_named(asking: Asking) -> None:
    assert asking.plan("/mirror moonshot minimax openai anthropic").companies == (
        "moonshot",
        "minimax",
        "openai",
        "anthropic",
    )


@pytest.mark.parametrize("asked", ["/mirror zhipu moonshot", "/mirror zhipu minimax anthropic openai moonshot"])
def test_what_makes_no_two_pairs_is_asked_back(asking: Asking, asked: str) -> None:
    assert "takes four companies" in asking.text(asked)


def test_a_measure_without_figures_is_said_to_be_unknown(asking: Asking) -> None:
    said = asking.text("/mirror share price on 2026-06-24")
    assert "is not known" in said.splitlines()[0]
