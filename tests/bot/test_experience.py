"""What labelled questions teach: the likelier kind where the grammar's own reading has little to stand on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.experience import Experience
from data.experience_file import read_experience, written_experience

KINDS = st.sampled_from(["lookup", "rank", "sources"])
LESSONS = st.lists(st.tuples(KINDS, st.frozensets(st.sampled_from("abcdefgh"), max_size=5)), min_size=1, max_size=20)


def test_without_any_experience_the_grammar_decides() -> None:
    assert Experience().kind_of(["a"], "lookup") == "lookup"


def test_one_strange_word_does_not_overrule_the_grammar_and_many_do() -> None:
    words = [f"word:{n}" for n in range(12)]
    taught = Experience.of([("sources", words), ("lookup", ["word:worth"])] * 5)
    assert taught.kind_of(words[:1], "lookup") == "lookup"
    assert taught.kind_of(words, "lookup") == "sources"


def test_words_that_nobody_used_before_say_nothing() -> None:
    taught = Experience.of([("sources", ["a"]), ("lookup", ["b"])])
    assert taught.kind_of([f"new{n}" for n in range(50)], "lookup") == "lookup"


@given(LESSONS, st.frozensets(st.sampled_from("abcdefgh")), KINDS)
def test_the_order_of_lessons_and_marks_changes_nothing(
    lessons: list[tuple[str, frozenset[str]]], marks: frozenset[str], grammar: str
) -> None:
    one, other = Experience.of(lessons), Experience.of(lessons[::-1])
    assert one.kind_of(sorted(marks), grammar) == other.kind_of(sorted(marks, reverse=True), grammar)


@given(LESSONS)
def test_experience_comes_back_from_its_file_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, lessons: list[tuple[str, frozenset[str]]]
) -> None:
    path, taught = tmp_path_factory.mktemp("taught") / "experience.tsv", Experience.of(lessons)
    path.write_text(written_experience(taught), encoding="utf-8")
    assert read_experience(path) == taught
