"""Sentences are written whole in both languages, and what people and sources wrote stays text."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import bot.words
from bot.days import AsOf, Day, Instant
from bot.quantities import Count, Money, Multiple, Percent, Points, Range, Shares
from bot.text import Argument, Code, Language, Link, Message, Name, Plain, Raw, Several, Term, Typed
from bot.words.writer import Writer

LANGUAGES: tuple[Language, ...] = ("en", "zh")
TEXTS = {language: (Path(bot.words.__path__[0]) / f"{language}.ftl").read_text("utf-8") for language in LANGUAGES}


def strict(language: Language, texts: str | None = None) -> Writer:
    def fail(what: str) -> None:
        raise AssertionError(f"catalogue of {language} lacks {what}")

    return Writer(language, TEXTS[language] if texts is None else texts, fail)


WRITERS = {language: strict(language) for language in LANGUAGES}


def sentences() -> dict[str, ast.Message]:
    resource = FluentParser().parse(TEXTS["en"])
    return {entry.id.name: entry for entry in resource.body if isinstance(entry, ast.Message)}


def variables(entry: ast.Message) -> set[str]:
    return set(re.findall(r"\{ *\$([a-z_]+)", TEXTS["en"][entry.span.start : entry.span.end])) if entry.span else set()


SENTENCES = {key: variables(entry) for key, entry in sentences().items()}

names = st.builds(Name, st.text(min_size=1, max_size=8), st.text(max_size=8))
numbers = st.decimals(min_value=-(10**13), max_value=10**13, places=2)
values = st.one_of(
    st.builds(Money, numbers, st.sampled_from(["HKD", "USD", "XAU"])),
    st.builds(Shares, st.integers(0, 10**10).map(Decimal)),
    st.builds(Percent, numbers.map(lambda n: n / 10**9), st.booleans()),
    st.builds(Points, numbers),
    st.builds(Multiple, numbers),
    st.builds(Count, st.integers(0, 10**10).map(Decimal)),
    st.dates().map(Day),
    st.sampled_from(["2026-06-24", "2026-05", "Q1 2026", "FY2025", "9M FY2026", "H2 2024"]).map(AsOf.of),
    st.just(Range(Percent(Decimal("0.1")), None)),
    names,
    st.builds(Raw, st.text(max_size=10)),
    st.builds(Typed, st.text(min_size=1, max_size=10)),
    st.builds(Link, names, st.just("https://example.com/")),
    st.just(Term("currency", "USD")),
    st.just(Instant.of("2026-06-24T09:00Z")),
)
arguments: st.SearchStrategy[Argument] = st.recursive(
    values, lambda inner: st.lists(inner, min_size=1, max_size=3).map(lambda items: Several(tuple(items))), max_leaves=4
)


GROUPS = [list(SENTENCES)[start : start + 25] for start in range(0, len(SENTENCES), 25)]
"""Sentences are tried group by group.

hypothesis nests its settings once for each parameter of a test, and a thousand of them are deeper than Python goes.
"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("group", GROUPS, ids=lambda keys: f"{keys[0]}..{keys[-1]}")
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_every_sentence_is_written_with_whatever_is_said_in_it(
    language: Language, group: list[str], data: st.DataObject
) -> None:
    for key in group:
        args = {
            name: data.draw(st.integers(0, 10**6)) if name == "count" else data.draw(arguments)
            for name in SENTENCES[key]
        }
        written = WRITERS[language].plain(Message(key, args))
        assert written or "Raw(text='')" in repr(args), key
    # Texts of people may hold braces of their own; the sentence around them may not.
    assert "{" not in written or "{" in repr(list(args.values()))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "{ $other }",
        "{",
        "}",
        '{ "x" }',
        "{ -brand }",
        "{ NUMBER(1) }",
        "a\nb = c",
        "# x",
        "*[other] x",
        "\\u0041",
        "<@U1> *b* `c` [d](e)",
    ],
)
def test_what_a_person_typed_is_shown_and_never_carried_out(language: Language, text: str) -> None:
    spans = WRITERS[language].spans(Message("unknown-company-none", {"words": Raw(text)}))
    assert all(isinstance(span, Plain) for span in spans)
    assert text in "".join(span.text for span in spans if isinstance(span, Plain))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("argument", [Raw, lambda t: Name(t, t)], ids=["raw", "name"])
@given(text=st.text(alphabet="\ue000\ue0010123456789ab", max_size=12))
def test_an_argument_cannot_pass_for_a_link_or_code_of_the_sentence(
    language: Language, argument: type[Raw], text: str
) -> None:
    """The writer marks places of spans with private-use characters; those of an argument are text like any other."""
    message = Message("parts", {"first": argument(text), "second": Typed("/help")})
    spans = WRITERS[language].spans(message)
    assert [span for span in spans if not isinstance(span, Plain)] == [Code("/help")]
    assert spans[-1] == Code("/help")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_gap_in_the_catalogue_is_told_and_the_sentence_goes_on(language: Language) -> None:
    told: list[str] = []
    writer = Writer(language, "half = so far { $missing } so good", told.append)
    assert writer.plain(Message("no-such-key")) == "no-such-key"
    assert writer.plain(Message("half")).lower().startswith("so far")
    assert told[0] == "no-such-key"
    assert len(told) == 2


def test_a_word_that_a_team_added_is_shown_as_it_is() -> None:
    assert WRITERS["en"].bare_value(Term("basis", "board_estimate")) == "board estimate"


@pytest.mark.parametrize(
    ("items", "english", "chinese"),
    [(1, "A", "甲"), (2, "A and B", "甲和乙"), (3, "A, B and C", "甲、乙和丙")],
)
def test_a_list_is_joined_as_each_language_joins_it(items: int, english: str, chinese: str) -> None:
    several = Several((Name("A", "甲"), Name("B", "乙"), Name("C", "丙"))[:items])
    assert WRITERS["en"].bare_value(several) == english
    assert WRITERS["zh"].bare_value(several) == chinese


WRITTEN = [
    ("2026-06-24", "24 Jun 2026", "2026年6月24日"),
    ("2026-05", "May 2026", "2026年5月"),
    ("Q1 2026", "Q1 2026", "2026年第一季度"),
    ("H1 2025", "H1 2025", "2025年上半年"),
    ("9M FY2026", "9M FY2026", "2026财年前九个月"),
    ("FY2025", "FY2025", "2025财年"),
    ("2025", "2025", "2025年"),
]


@pytest.mark.parametrize(("label", "english", "chinese"), WRITTEN)
def test_a_period_is_written_at_the_precision_of_its_source(label: str, english: str, chinese: str) -> None:
    assert WRITERS["en"].bare_value(AsOf.of(label)) == english
    assert WRITERS["zh"].bare_value(AsOf.of(label)) == chinese
