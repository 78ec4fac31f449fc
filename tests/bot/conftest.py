"""The shipped facts, opened once for all tests of the core: they only read them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from adapters.clock import StoppedClock
from bot.days import Instant
from bot.facts.book import FactBook, Needs
from bot.ports import Vocabulary
from bot.questions.names import Names
from data.fact_store import FactStore
from data.opening import open_database


@pytest.fixture(scope="session")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FactStore]:
    url = f"sqlite:///{tmp_path_factory.mktemp('facts') / 'facts.db'}"
    database = open_database(url, StoppedClock(Instant.of("2026-06-25T09:00Z")))
    yield FactStore(database)
    database.close()


@pytest.fixture(scope="session")
def vocabulary(facts: FactStore) -> Vocabulary:
    return facts.vocabulary("nobody")


@pytest.fixture(scope="session")
def names(vocabulary: Vocabulary) -> Names:
    return Names(vocabulary)


@pytest.fixture(scope="session")
def book(facts: FactStore, vocabulary: Vocabulary) -> FactBook:
    return facts.snapshot("nobody", Needs(tuple(vocabulary.companies), tuple(vocabulary.measures), bars=True))
