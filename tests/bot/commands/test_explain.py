"""Explanations as a person asks for them: every measure and term in both languages, and formulas that compute."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.words import Writers
from bot.ports import Vocabulary
from bot.questions.inputs import LARGEST, take_inputs
from bot.text import has_han
from bot.words.fallback import fallback
from bot.words.numbers import compact
from tests.bot.answers.documents import strict
from tests.bot.commands.conftest import Asking

WANTED = (
    "cornerstone", "lock-up", "post-money", "run rate", "ARR", "free float", "overhang", "ADV", "pathfinder SII",
    "chapter 18C", "placebo rank", "order stability", "known at",
)  # fmt: skip


def test_every_measure_is_explained_in_both_languages(asking: Asking, vocabulary: Vocabulary) -> None:
    for key, measure in vocabulary.measures.items():
        plan = asking.plan(f"/explain {measure.name.en}")
        term = dict(plan.params).get("term")
        assert plan.measures[:1] == (key,) or term is not None, key
        for writer in (strict("en"), strict("zh")):
            assert fallback(asking.answer(f"/explain {key}"), writer)


def test_every_term_is_explained_in_both_languages(asking: Asking, vocabulary: Vocabulary) -> None:
    for key, concept in vocabulary.concepts.items():
        for name in (key.replace("_", " "), concept.aliases[1], next(a for a in concept.aliases if has_han(a))):
            assert dict(asking.plan(f"/explain {name}").params)["term"] == key, name
        answer = asking.answer(f"/explain {key.replace('_', ' ')}")
        assert concept.definition.en in fallback(answer, strict("en"))
        assert concept.definition.zh in fallback(answer, strict("zh"))


@pytest.mark.parametrize("term", WANTED)
def test_the_terms_of_the_trade_are_there(asking: Asking, term: str) -> None:
    assert "term" in dict(asking.plan(f"/explain what is {term}?").params)


def test_look_alikes_lead_to_something(vocabulary: Vocabulary) -> None:
    for concept in vocabulary.concepts.values():
        for key in concept.looks_like:
            known = vocabulary.concepts if key.startswith("term:") else vocabulary.measures
            assert key.removeprefix("term:") in known, f"{concept.key} looks like {key}"
    assert set(vocabulary.rules) <= set(vocabulary.measures)


def test_a_measure_shows_formula_unit_rule_and_what_it_is_mixed_up_with(asking: Asking) -> None:
    said = asking.text("/explain P/ARR")
    assert "Formula: market value ÷ whole-company run-rate revenue" in said
    assert "120 days" in said
    assert "Not to be confused with: price to sales" in said
    assert "市值 ÷ 全公司年化收入" in asking.text("/explain P/ARR 是什么")


def test_two_measures_are_explained_side_by_side(asking: Asking) -> None:
    assert asking.plan("/explain how is P/ARR different from P/S").measures == ("price_to_arr", "price_to_sales")


def test_a_founders_formula_is_computed_from_what_was_typed(asking: Asking) -> None:
    said = asking.text("/explain platform value density=3.2 throughput=1.5e12")
    assert said.startswith("Platform value (MiniMax's formula): 4.8tn")
    assert "Token counts differ by tokenizer" in said
    assert "Yan Junjie" in said
    assert "4.8万亿" in asking.text("/explain 平台价值 智能密度=3.2 吞吐量=1.5万亿")
    assert asking.text("/explain commercial value ceiling=60 consumption=2bn").startswith(
        "AGI commercial value (Zhipu's formula): 120bn"
    )


def test_an_input_that_lacks_is_asked_for(asking: Asking) -> None:
    assert "type a number for token throughput" in asking.text("/explain platform value density=3.2")


@pytest.mark.parametrize("wrong", ["density=abc", "density=-3", "density=0", "density=1e99", "density=--1"])
def test_what_is_no_number_is_quoted_back(asking: Asking, wrong: str) -> None:
    assert "Not a number to compute with" in asking.text(f"/explain platform value {wrong} throughput=2")


@given(
    density=st.decimals("0.001", "100000", places=3),
    throughput=st.integers(1, 10**16),
    turned=st.booleans(),
)
def test_inputs_are_read_in_any_order(vocabulary: Vocabulary, density: Decimal, throughput: int, turned: bool) -> None:
    factors = vocabulary.concepts["platform_value"].factors
    typed = [f"density={density:f}", f"throughput = {throughput:,}"]
    rest, found = take_inputs(" ".join(typed[::-1] if turned else typed), factors)
    assert found == {"density": density, "throughput": Decimal(throughput)}
    assert not rest.strip()


@given(st.text(max_size=60))
def test_no_text_makes_an_input_out_of_range(vocabulary: Vocabulary, text: str) -> None:
    factors = [f for c in vocabulary.concepts.values() for f in c.factors]
    _, found = take_inputs(f"density={text}", factors)
    assert all(0 < value <= LARGEST for value in found.values())


def test_the_scorecard_is_evidence_and_no_grade(asking: Asking) -> None:
    said = asking.text("/explain criteria zhipu minimax")
    assert "63.4% (H1 2026)" in said
    assert "86.5% (H1 2026)" in said
    assert "Evidence, not a grade" in said
    assert "fact base keeps no measure of this" in said


def test_the_scorecard_takes_the_articles_four_when_nobody_is_named(asking: Asking) -> None:
    said = asking.text("/explain 三项标准")
    assert all(name in said for name in ("智谱", "MiniMax", "Anthropic", "OpenAI"))


def test_a_word_that_is_no_term_is_quoted_back_with_what_to_type(asking: Asking) -> None:
    assert "blorp" in asking.text("/explain blorp")
    assert "/explain cornerstone" in asking.text("/explain cornestone")


def test_alone_it_lists_everything(asking: Asking, vocabulary: Vocabulary) -> None:
    said = asking.text("/explain")
    assert all(concept.name.en in said for concept in vocabulary.concepts.values())


def test_large_products_are_written_alike(asking: Asking) -> None:
    product = compact(Decimal("3.2") * Decimal(10) ** 12, "zh")
    answer = asking.answer("/explain platform value density=3.2 throughput=1e12")
    assert product in fallback(answer, Writers().of("zh"))
