"""What a person, a channel and a workspace have set is read back for them and for nobody else, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.call import Person, Place
from bot.days import Instant
from bot.preferences import Scope, SetPreference
from data.opening import open_database
from data.preference_store import PreferenceStore
from tests.plugins.postgres import Server


class SetClock:
    """Stands still."""

    def now(self) -> Instant:
        return Instant.of("2026-06-25T09:00Z")


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PreferenceStore]:
    if request.param == "sqlite":
        address = f"sqlite:///{tmp_path / 'x.db'}"
    else:
        server: Server = request.getfixturevalue("postgres_server")
        address = server.fresh()
    database = open_database(address, SetClock())
    yield PreferenceStore(database, SetClock())
    database.close()


HERE, ALICE = Place("slack", "T1", "C1"), Person("slack", "T1", "U1")


def test_each_scope_has_its_own_word_and_the_next_one_another(store: PreferenceStore) -> None:
    values: dict[Scope, str] = {"person": "08:00", "channel": "09:00", "workspace": "10:00"}
    store.apply("w", HERE, ALICE, [SetPreference(scope, "morning", value) for scope, value in values.items()])
    store.apply("w", HERE, ALICE, [SetPreference("person", "language", "zh")])
    mine = store.of("w", HERE, ALICE).said
    assert mine["person"] == {"morning": "08:00", "language": "zh"}
    assert mine["channel"] == {"morning": "09:00"}
    assert mine["workspace"] == {"morning": "10:00"}
    elsewhere = store.of("w", Place("slack", "T1", "C2"), Person("slack", "T1", "U2"))
    assert elsewhere.said == {"workspace": {"morning": "10:00"}}
    assert store.of("other", HERE, ALICE).said == {}


def test_a_word_taken_back_leaves_the_next_nearest(store: PreferenceStore) -> None:
    store.apply("w", HERE, ALICE, [SetPreference("channel", "morning", "09:00")])
    store.apply("w", HERE, ALICE, [SetPreference("person", "morning", "08:00")])
    store.apply("w", HERE, ALICE, [SetPreference("person", "morning", "")])
    assert store.of("w", HERE, ALICE).of("morning").value == "09:00"
