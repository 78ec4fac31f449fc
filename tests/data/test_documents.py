from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer import (
    Answer,
    Bar,
    BarChart,
    Block,
    Calendar,
    Cell,
    Chart,
    Choice,
    Column,
    Entry,
    Field,
    Fields,
    Level,
    Line,
    Mark,
    MixChart,
    Notice,
    Point,
    Prose,
    Share,
    Stretch,
    Table,
    Whole,
)
from bot.call import Ask
from bot.days import AsOf, Day, Instant
from bot.quantities import Count, Money, Multiple, Percent, Points, Range, Shares
from bot.text import Argument, Link, Message, Name, Raw, Several, Term, Typed
from data import documents
from data.seals import DamagedRowError, bare_text
from tests.strategies.supply import supply_charts

text = st.text(max_size=8)
numbers = st.decimals(allow_nan=False, allow_infinity=False)
days = st.dates().map(Day)
names = st.builds(Name, text, text)
quantities = st.one_of(
    st.builds(Money, numbers, st.sampled_from(["HKD", "USD"])),
    *(st.builds(kind, numbers) for kind in (Shares, Percent, Points, Multiple, Count)),
)
ranges = st.builds(lambda q: Range(q, None), quantities)
as_ofs = st.one_of(days.map(AsOf.day), st.sampled_from(["2026-07", "FY2025", "Q1 2026"]).map(AsOf.of))
instants = st.datetimes(timezones=st.just(UTC)).map(Instant)
simple: st.SearchStrategy[Argument] = st.one_of(
    quantities, ranges, days, as_ofs, instants, names, st.integers(), text.map(Raw), text.map(Typed),
    st.builds(Term, text, text), st.builds(Link, names, text),
)  # fmt: skip
arguments: st.SearchStrategy[Argument] = st.recursive(
    simple,
    lambda inner: (
        st.lists(inner, max_size=2).map(lambda items: Several(tuple(items)))
        | st.builds(Message, text, st.dictionaries(text, inner, max_size=2))
    ),
    max_leaves=4,
)
messages = st.builds(Message, text, st.dictionaries(text, arguments, max_size=2))
values = st.one_of(st.none(), quantities, ranges, days, as_ofs, names, messages, text.map(Raw))
few_texts = st.lists(text, max_size=2).map(tuple)
cells = st.builds(Cell, values, few_texts, st.none() | as_ofs, st.just((1, 2)), st.none() | messages)
points = st.lists(st.builds(Point, days, numbers), max_size=2).map(tuple)
lines = st.lists(st.builds(Line, names, points, st.booleans()), max_size=2).map(tuple)
kinds = st.sampled_from(["lead", "release", "event"])
marks = st.lists(st.builds(Mark, days, messages, kinds), max_size=1).map(tuple)
stretches = st.lists(st.builds(Stretch, days, days, messages), max_size=1).map(tuple)
levels = st.lists(st.builds(Level, numbers, messages, st.none() | numbers), max_size=1).map(tuple)
maybe_day, maybe_note = st.none() | days, st.none() | messages
bars = st.lists(st.builds(Bar, names, st.none() | numbers, st.none() | as_ofs, maybe_note), max_size=2).map(tuple)
shares = st.lists(st.builds(Share, names, numbers), max_size=2).map(tuple)
wholes = st.lists(st.builds(Whole, names, shares), max_size=2).map(tuple)
columns = st.lists(st.builds(Column, names | messages, st.sampled_from(["text", "number"])), max_size=2).map(tuple)
rows = st.lists(st.lists(cells, max_size=2).map(tuple), max_size=2).map(tuple)
blocks: st.SearchStrategy[Block] = st.one_of(
    st.lists(messages, max_size=2).map(lambda m: Prose(tuple(m))),
    st.builds(Table, messages, columns, rows),
    st.lists(st.builds(Field, names, cells), max_size=2).map(lambda f: Fields(tuple(f))),
    st.builds(
        Chart, messages, messages, lines, st.just("HKD"), marks, stretches, levels, st.booleans(), maybe_day, maybe_note
    ),
    st.builds(BarChart, messages, messages, bars, st.just("multiple"), maybe_note),
    st.builds(MixChart, messages, messages, wholes, maybe_note),
    supply_charts(messages, names, numbers, days, st.just("shares"), 2),
    st.builds(Calendar, messages, st.lists(st.builds(Entry, days, messages, few_texts), max_size=2).map(tuple)),
    st.builds(Notice, messages, st.sampled_from(["plain", "warning"])),
)
asks = st.builds(Ask, text, text, st.dictionaries(text, text, max_size=2))
answers = st.builds(
    Answer,
    messages,
    st.lists(blocks, max_size=2).map(tuple),
    st.lists(st.builds(Choice, messages, asks), max_size=2).map(tuple),
    st.lists(messages, max_size=2).map(tuple),
    st.none() | as_ofs,
    st.none() | messages,
    st.sampled_from(["everyone", "asker"]),
)


@given(answers)
def test_any_answer_comes_back_as_it_was_said(said: Answer) -> None:
    document = documents.written(said)
    assert document.isascii()
    assert documents.read(document) == said


def test_a_document_of_something_else_is_refused() -> None:
    for document in ('{"is":"Day","date":{"is":"date","of":"2026-01-01"}}', '{"is":"Exploit"}', "[]"):
        with pytest.raises(ValueError, match="an answer"):
            documents.read(document)


def test_what_does_not_belong_into_an_answer_is_refused() -> None:
    with pytest.raises(TypeError):
        documents.written(Answer(Message("x", {"y": {1, 2}})))  # type: ignore[dict-item]


def test_decimals_keep_their_digits() -> None:
    said = Answer(Message("x", {"y": Money(Decimal("1.10"), "HKD"), "t": Instant(datetime(2026, 1, 1, tzinfo=UTC))}))
    assert str(documents.read(documents.written(said)).headline.args["y"]) == str(said.headline.args["y"])


def test_a_document_that_is_not_the_one_written_is_refused() -> None:
    document = documents.written(Answer(Message("x", {"y": Money(Decimal("110"), "HKD")})))
    for place in range(len(document) - len('"}')):
        changed = f"{document[:place]}{chr(ord(document[place]) ^ 1)}{document[place + 1 :]}"
        with pytest.raises((DamagedRowError, ValueError, TypeError, KeyError)):
            documents.read(changed)
    with pytest.raises(DamagedRowError, match="document Answer"):
        documents.read(document.replace("110", "111"))


def test_a_document_from_before_there_were_seals_is_read() -> None:
    said = Answer(Message("x", {"y": Money(Decimal("110"), "HKD")}))
    assert documents.read(bare_text(documents.written(said))) == said
