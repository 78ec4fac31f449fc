"""Events, studies, cases and assumptions as they are shipped: cited, in both languages, and without gaps."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.facts.book import FactBook, Needs
from data import shipped
from data.event_files import read_event_rows
from data.fact_store import FactStore
from data.opening import open_database
from tests.data.fact_folders import StoppedClock


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FactStore]:
    database = open_database(f"sqlite:///{tmp_path_factory.mktemp('events') / 'facts.db'}", StoppedClock())
    yield FactStore(database)
    database.close()


@pytest.fixture(scope="module")
def book(facts: FactStore) -> FactBook:
    return facts.snapshot("nobody", Needs(("zhipu", "minimax"), (), holdings=True, events=True))


def test_every_row_is_read_with_its_source(book: FactBook) -> None:
    rows = read_event_rows(shipped.FOLDER)
    assert rows.faults == []
    found = (book.events, book.base_rates, book.cases, tuple(book.willingness.values()))
    assert [len(group) for group in found] == [len(group) for group in rows.groups]
    assert all(one.source.title or one.source.url for group in found for one in group)


def test_what_was_not_asked_for_is_not_read(facts: FactStore) -> None:
    plain = facts.snapshot("nobody", Needs(("zhipu",), ()))
    assert (plain.events, plain.base_rates, plain.cases, dict(plain.willingness)) == ((), (), (), {})


def test_everything_said_of_a_study_or_an_event_is_in_both_languages(book: FactBook) -> None:
    said = [*(e.what for e in book.events), *(s.finding for s in book.base_rates)]
    for name in (*said, *(w.why for w in book.willingness.values())):
        assert name.en and name.zh, name


def test_a_version_of_a_study_names_one_that_is_there(book: FactBook) -> None:
    names = {s.study for s in book.base_rates}
    assert {s.same_as for s in book.base_rates if s.same_as} <= names


def test_every_class_of_holders_has_an_assumption(book: FactBook) -> None:
    held = {h.holder_class for group in book.holdings.values() for h in group if h.row_type == "holder"}
    assert held <= set(book.willingness)


def test_a_folder_without_these_files_has_none(tmp_path: Path) -> None:
    rows = read_event_rows(tmp_path)
    assert (rows.faults, rows.groups) == ([], ([], [], [], []))


def test_the_placings_and_the_rival_s_release_are_listed() -> None:
    with (shipped.FOLDER / "events.csv").open(encoding="utf-8", newline="") as file:
        listed = {(row["company"], row["kind"]) for row in csv.DictReader(file)}
    assert {(c, k) for c in ("zhipu", "minimax") for k in ("placing", "rival_release")} <= listed
