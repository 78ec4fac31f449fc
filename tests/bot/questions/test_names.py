"""Names are found in either script, mended when nearly right, and never seen where there is only an ordinary word."""

from __future__ import annotations

import string
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.ports import Vocabulary
from bot.questions.names import Names, tokens
from bot.text import cleaned, folded
from tests.bot.questions.ordinary_words import CHINESE, ENGLISH


def companies(names: Names, text: str, *, typos: bool = True) -> list[tuple[str, ...]]:
    return [f.keys for f in names.find(cleaned(text), typos=typos) if f.kind == "company"]


def measures(names: Names, text: str) -> list[tuple[str, ...]]:
    return [f.keys for f in names.find(cleaned(text), typos=True) if f.kind == "measure"]


def test_every_alias_alone_names_its_company_and_no_other(names: Names, vocabulary: Vocabulary) -> None:
    wrong = [a for a in vocabulary.aliases if companies(names, a.text) != [(a.company,)]]
    assert len(vocabulary.aliases) > 350
    assert wrong == []


def test_an_ambiguous_alias_says_so_and_a_plain_one_does_not(names: Names, vocabulary: Vocabulary) -> None:
    said = {a.text: [f.ambiguous for f in names.find(cleaned(a.text))] for a in vocabulary.aliases}
    own = {c.key for c in vocabulary.companies.values()}
    for alias in vocabulary.aliases:
        if folded(alias.text) not in own:
            assert said[alias.text] == [alias.ambiguous], alias


def test_every_word_for_a_measure_names_it_in_both_languages(names: Names, vocabulary: Vocabulary) -> None:
    wrong = {}
    for measure in vocabulary.measures.values():
        own = (measure.name.en, measure.name.zh, measure.short.en, measure.short.zh, *measure.aliases)
        for word in (measure.key, measure.key.replace("_", " "), *own):
            if measures(names, word) != [(measure.key,)]:
                wrong[word] = measures(names, word)
    assert wrong == {}


def test_no_word_belongs_to_two_measures(vocabulary: Vocabulary) -> None:
    owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for measure in vocabulary.measures.values():
        own = (measure.name.en, measure.name.zh, measure.short.en, measure.short.zh, *measure.aliases)
        for word in own:
            owners[tuple(t.text for t in tokens(cleaned(word)))].add(measure.key)
    assert {word: keys for word, keys in owners.items() if len(keys) > 1} == {}


@pytest.mark.parametrize("case", [str.upper, str.lower, str.title])
def test_case_does_not_matter(names: Names, vocabulary: Vocabulary, case: Callable[[str], str]) -> None:
    for alias in vocabulary.aliases:
        if alias.text.isascii():
            assert companies(names, case(alias.text)) == [(alias.company,)], alias.text


def edits(word: str) -> Iterator[str]:
    """Every word that is one wrong, missing, added or swapped letter away."""
    for i in range(len(word) + 1):
        for letter in string.ascii_lowercase:
            yield word[:i] + letter + word[i:]
            yield word[:i] + letter + word[i + 1 :]
        yield word[:i] + word[i + 1 :]
        yield word[:i] + word[i + 1 : i + 2] + word[i : i + 1] + word[i + 2 :]


NAMES = ("alibaba", "anthropic", "baidu", "deepseek", "iflytek", "meituan", "minimax", "mistral", "openai", "sensetime",
         "stepfun", "tencent", "zhipu")  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_one_slip_in_a_name_is_mended(names: Names, name: str) -> None:
    assert {slip for slip in edits(name) if (name,) not in companies(names, slip)} == set()


CALIBRATION = [
    # typed, read as a company (typos mended), offered as a company when it is not read
    ("zhipo", "zhipu", ""),
    ("anthropik", "anthropic", ""),
    ("minimaxx", "minimax", ""),
    ("opnaii", "", "openai"),
    ("zhipuuu", "", "zhipu"),
    ("antropik", "", "anthropic"),
    ("claud", "", "anthropic"),
    ("clause", "", "anthropic"),
    ("kiwi", "", "moonshot"),
    ("groq", "", "xai"),
    ("everyone", "", ""),
    ("foobar", "", ""),
    ("north", "", ""),
    ("gasoline", "", ""),
]


@pytest.mark.parametrize(("typed", "read", "offered"), CALIBRATION)
def test_where_mending_ends_and_offering_begins(names: Names, typed: str, read: str, offered: str) -> None:
    assert companies(names, typed) == ([(read,)] if read else [])
    if not read:
        assert names.suggestions(typed, "company")[:1] == ((offered,) if offered else ())


@pytest.mark.parametrize("words", [ENGLISH, CHINESE], ids=["english", "chinese"])
def test_ordinary_words_are_no_companies(names: Names, words: list[str]) -> None:
    assert len(set(words)) >= 190
    taken = {w: f for w in words for f in names.find(w, typos=True) if f.kind == "company" and not f.ambiguous}
    assert taken == {}


def test_a_comma_parts_two_measures_that_would_be_one_without_it(names: Names) -> None:
    assert measures(names, "revenue growth") == [("revenue_growth",)]
    assert measures(names, "revenue, growth") == [("revenue",), ("revenue_growth",)]


def test_a_name_with_a_comma_of_its_own_is_whole(names: Names) -> None:
    assert [(f.start, f.end) for f in names.find("iFLYTEK Co., Ltd.")] == [(0, 16)]


def test_the_longest_name_wins(names: Names) -> None:
    assert measures(names, "price to arr") == [("price_to_arr",)]
    assert companies(names, "阿里巴巴集团") == [("alibaba",)]


def test_places_are_places_in_the_text(names: Names) -> None:
    text = "MiniMax 和 智谱 market cap"
    assert [text[f.start : f.end] for f in names.find(text)] == ["MiniMax", "智谱", "market cap"]


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=200))
def test_any_text_is_searched_without_harm(names: Names, text: str) -> None:
    text = cleaned(text)
    found = names.find(text, typos=True)
    assert all(0 <= f.start < f.end <= len(text) for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    names.suggestions(text, "company")
