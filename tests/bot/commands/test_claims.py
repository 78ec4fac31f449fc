"""Statements as a person asks for them, on the shipped facts, with and without hindsight."""

from __future__ import annotations

import pytest

from adapters.words import Writers
from bot.answer import Fields, Table
from bot.answers import claims
from bot.answers.claims import verdict_on
from bot.days import Day
from bot.facts.book import Needs
from bot.facts.records import Statement
from bot.plan import Plan
from bot.words.fallback import fallback
from data.fact_store import FactStore
from tests.bot.commands.conftest import Asking

KEPT = Day.of("2026-11-23")


@pytest.fixture(scope="module")
def statements(facts: FactStore) -> dict[str, Statement]:
    return {s.id: s for s in facts.snapshot("nobody", Needs((), (), statements=True)).statements}


def test_musk_stands_as_pending_with_its_due_day(asking: Asking) -> None:
    said = asking.text("/claims musk", at="2026-11-23")
    assert "Elon Musk" in said
    assert "pending, due 31 Mar 2027" in said


def test_musk_is_found_in_chinese(asking: Asking) -> None:
    assert "待验证，2027年3月31日到期" in asking.text("/claims 马斯克", at="2026-11-23")


def test_the_unlock_ratio_of_the_article_stands_as_contradicted_with_the_filing(asking: Asking) -> None:
    said = asking.text("/claims zhipu contradicted", at="2026-11-23")
    assert "15% to 25%" in said
    assert "5.83%" in said
    assert "HKEX" in said


def test_before_its_day_a_verdict_is_not_known(asking: Asking, statements: dict[str, Statement]) -> None:
    assert verdict_on(statements["she-zongming-30"], Day.of("2026-06-26")) == "unchecked"
    assert verdict_on(statements["she-zongming-34"], Day.of("2026-07-08")) == "pending"
    assert verdict_on(statements["she-zongming-34"], Day.of("2026-07-09")) == "came_true"
    early = asking.text("/claims zhipu known at 2026-06-26", at="2026-11-23")
    assert "contradicted" not in early.lower().split("read as")[0].replace("[", "")
    assert "5.83%" not in early


def test_nothing_is_shown_before_it_was_said(asking: Asking) -> None:
    assert "US$3.0bn" not in asking.text("/claims zhipu known at 2026-09-15", at="2026-11-23")
    assert "US$3.0bn" in asking.text("/claims zhipu known at 2026-09-16", at="2026-11-23")


def test_due_soon_is_ordered_by_the_day_and_holds_nothing_settled(asking: Asking) -> None:
    answer = asking.answer("/claims due soon", at="2026-09-30")
    fields = [b for b in answer.blocks if isinstance(b, Fields)]
    tables = [b for b in answer.blocks if isinstance(b, Table)]
    assert fields or tables
    said = asking.text("/claims due soon", at="2026-09-30")
    assert said.index("30 Nov 2026") < said.index("31 Dec 2026")
    assert "31 Mar 2027" not in said


def test_what_was_due_and_is_not_settled_is_said(asking: Asking) -> None:
    assert "was due 30 Nov 2026" in asking.text("/claims press", at="2026-12-05")


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("she-zongming-05", "intraday_only"),
        ("she-zongming-08", "overstated"),
        ("she-zongming-18", "outdated"),
        ("she-zongming-30", "contradicted"),
        ("she-zongming-31", "supported"),
        ("elon-musk-23", "pending"),
        ("openai-45", "missed"),
        ("zhipu-38", "replaced"),
    ],
)
def test_each_claim_has_its_verdict(statements: dict[str, Statement], asked: str, verdict: str) -> None:
    assert verdict_on(statements[asked], KEPT) == verdict


def test_every_statement_is_said_in_both_languages(statements: dict[str, Statement]) -> None:
    writers = Writers()
    for statement in statements.values():
        assert statement.said.en
        assert statement.said.zh, statement.id
        assert statement.found is None or (statement.found.en and statement.found.zh), statement.id
        for language in ("en", "zh"):
            words = writers.of(language).plain(claims.verdict_words(statement, KEPT))
            assert words != f"verdict-{statement.verdict}"


def test_filters_are_read_in_both_languages_and_leave_nothing_over(asking: Asking) -> None:
    both = [asking.plan("/claims article contradicted zhipu"), asking.plan("/claims 智谱 文章 不符")]
    assert both[0] == both[1]
    assert dict(both[0].params) == {"place": "article", "standing": "contradicted"}


def test_a_word_that_names_nothing_is_quoted_back(asking: Asking) -> None:
    assert "blorp" in asking.text("/claims blorp")


@pytest.mark.parametrize(
    ("amount", "found"),
    [(20, "2000%"), (0.7, "More than 70%"), (0.159, "statements")],
)
def test_a_figure_that_is_quoted_leaves_the_statement_that_says_it(asking: Asking, amount: float, found: str) -> None:
    """What no statement says leaves them all."""
    params = (("amount", {"value": amount}), ("speaker", "she_zongming"))
    companies = ("zhipu",) if amount > 1 else ("minimax",)
    said = fallback(asking.of(Plan("claims", companies, params=params)), Writers().of("en"))
    assert found in said.splitlines()[0]
