"""Questions of other people, labelled: what is understood of them, strictly and leniently, in both languages."""

from __future__ import annotations

import pytest

from bot.questions.names import Names
from bot.questions.outcomes import Understood
from bot.questions.understanding import Reader
from data.fact_store import FactStore
from tests.bot.questions.labelled import Hearing, labels, pairs


def test_the_labelled_questions_are_understood(hearing: Hearing) -> None:
    found = hearing.scored("dev.jsonl")
    assert found.total.count == 120
    assert found.total.lenient >= 0.95 * found.total.count, found.misses
    assert found.total.strict >= 0.85 * found.total.count, found.misses


def test_no_language_is_understood_much_worse_than_another(hearing: Hearing) -> None:
    tallies = hearing.scored("dev.jsonl").by_language.values()
    shares = [tally.lenient / tally.count for tally in tallies]
    assert max(shares) - min(shares) <= 0.05


def test_what_must_be_declined_or_asked_back_is(hearing: Hearing) -> None:
    found = hearing.scored("dev.jsonl").by_operation
    for operation in ("refuse", "clarify"):
        assert found[operation].lenient >= 0.95 * found[operation].count


def test_other_wordings_are_understood_as_well_as_those_known_while_the_grammar_was_made(hearing: Hearing) -> None:
    known, others = hearing.scored("dev.jsonl").total, hearing.scored("variations.jsonl").total
    assert others.count >= 200
    assert others.lenient / others.count >= known.lenient / known.count - 0.05
    assert others.strict / others.count >= known.strict / known.count - 0.05


def test_questions_held_out_until_the_grammar_was_read_against_them_stay_understood(hearing: Hearing) -> None:
    found = hearing.scored("heldout.jsonl")
    assert found.total.count == 90
    assert found.total.lenient >= 0.95 * found.total.count, found.misses
    assert found.total.strict >= 0.9 * found.total.count, found.misses


@pytest.mark.parametrize(("name", "count"), [("written_apart.jsonl", 160), ("written_after.jsonl", 60)])
def test_questions_written_apart_from_the_grammar_stay_understood(hearing: Hearing, name: str, count: int) -> None:
    found = hearing.scored(name)
    assert found.total.count == count
    assert found.total.lenient >= 0.95 * found.total.count, found.misses
    assert found.total.strict >= 0.9 * found.total.count, found.misses


@pytest.mark.parametrize(
    ("name", "lenient", "strict"),
    [("exam_e.jsonl", 0.87, 0.79), ("exam_f.jsonl", 0.76, 0.69), ("exam_h.jsonl", 0.92, 0.84)],
)
def test_exams_that_nobody_who_works_on_the_grammar_reads_do_not_get_worse(
    hearing: Hearing, name: str, lenient: float, strict: float
) -> None:
    found = hearing.scored(name).total
    assert found.count >= 120
    assert found.lenient >= lenient * found.count
    assert found.strict >= strict * found.count


def test_no_held_out_question_stands_in_another_list() -> None:
    known = {label["text"].casefold() for name in ("dev.jsonl", "variations.jsonl") for label in labels(name)}
    exams = ("exam_e.jsonl", "exam_f.jsonl", "exam_h.jsonl")
    names = ("heldout.jsonl", "written_apart.jsonl", "written_after.jsonl", *exams)
    apart = [label for name in names for label in labels(name)]
    assert not [label["text"] for label in apart if label["text"].casefold() in known]


def test_no_variation_is_a_labelled_question() -> None:
    known = {label["text"].casefold() for label in labels("dev.jsonl")}
    assert not [label["text"] for label in labels("variations.jsonl") if label["text"].casefold() in known]


def test_the_same_question_in_english_and_in_chinese_is_the_same_plan(hearing: Hearing) -> None:
    apart = []
    for english, chinese in pairs():
        one, other = hearing.read(english), hearing.read(chinese)
        assert isinstance(one, Understood), english
        assert isinstance(other, Understood), chinese
        if one.plan.hash != other.plan.hash:
            apart.append((english, one.plan.canonical(), chinese, other.plan.canonical()))
    assert len(pairs()) >= 60
    assert apart == []


def test_a_reader_built_anew_understands_the_same(hearing: Hearing, names: Names, facts: FactStore) -> None:
    anew = Hearing(Reader(Names(names.vocabulary)), facts)
    for label in labels("dev.jsonl"):
        assert anew.read(label["text"]) == hearing.read(label["text"])
