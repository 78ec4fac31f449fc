"""What connecting to a platform needs kept: deliveries, installations, leaving; on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.answer import SetLanguage
from bot.call import Person, Place
from bot.days import Instant
from bot.delivery import Parked, Sent
from bot.errors import ProblemError
from data.database import Database
from data.installation_store import InstallationStore, Seal
from data.leaving import forget_team
from data.opening import open_database
from data.outbox_store import OutboxStore, put
from data.platform_tables import InstallationRow
from data.seen_store import REMEMBERED, SeenStore
from data.states import LIFE_SECONDS, StateStore
from data.tables import table
from data.workspace_store import SettingsStore
from tests.contracts.stores import FACTS
from tests.data.fact_folders import written
from tests.fakes.deliveries import MovingClock, delivery
from tests.plugins.postgres import Server


@dataclass
class SetClock:
    at: datetime = datetime(2026, 11, 23, 12, tzinfo=UTC)

    def now(self) -> Instant:
        return Instant(self.at)


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("facts"), FACTS)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path, facts: Path) -> Iterator[Database]:
    address = str(tmp_path / "t.db")
    if request.param == "postgresql":
        server: Server = request.getfixturevalue("postgres_server")
        address = server.fresh()
    opened = open_database(address, SetClock(), facts=facts)
    yield opened
    opened.close()


def test_of_many_who_claim_a_delivery_at_once_one_is_told_yes(database: Database) -> None:
    seen = SeenStore(database, SetClock())
    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(lambda _: seen.claim("slack", "T1", "Ev1"), range(40)))
    assert sorted(told) == [False] * 39 + [True]
    assert seen.claim("slack", "T2", "Ev1")
    assert seen.claim("discord", "T1", "Ev1")


def test_a_delivery_is_remembered_for_an_hour_and_no_longer(database: Database) -> None:
    clock = SetClock()
    seen = SeenStore(database, clock)
    assert seen.claim("slack", "T1", "Ev1")
    clock.at += REMEMBERED
    assert not seen.claim("slack", "T1", "Ev1")
    clock.at += timedelta(seconds=1)
    assert seen.claim("slack", "T1", "Ev1")


def test_an_installation_comes_back_whole_and_is_sealed_where_it_lies(database: Database) -> None:
    key, newer = Seal.new_key(), Seal.new_key()
    store = InstallationStore(database, SetClock(), Seal([key]))
    store.keep("slack", "T1", '{"bot_token": "xoxb-first"}')
    store.keep("slack", "T1", '{"bot_token": "xoxb-second"}')
    assert store.find("slack", "T1") == '{"bot_token": "xoxb-second"}'
    assert store.find("slack", "T2") is None
    (sealed,) = database.read_now(lambda c: list(c.scalars(select(table(InstallationRow).c.sealed))))
    assert "xoxb" not in sealed
    assert InstallationStore(database, SetClock(), Seal([newer, key])).find("slack", "T1") is not None
    assert InstallationStore(database, SetClock(), Seal([newer])).find("slack", "T1") is None
    store.forget("slack", "T1")
    assert store.find("slack", "T1") is None


def test_a_new_installation_lets_go_what_the_old_token_was_refused_for(database: Database) -> None:
    clock = MovingClock()
    store, outbox = InstallationStore(database, clock, Seal([Seal.new_key()])), OutboxStore(database, clock)
    due = [delivery(f"refused{n}", f"C{n}", team=f"T8{n}", workspace=f"slack:T8{n}") for n in range(2)]
    database.write_now(lambda connection: put(connection, due))
    held = outbox.begin(outbox.claim("slack", "h", 10))
    assert outbox.settle([(each, Parked("token_refused", "team", answered=True)) for each in held]) == []
    clock.move(1)
    assert outbox.claim("slack", "h", 10) == ()
    store.keep("slack", "T81", "{}")
    (back,) = outbox.claim("slack", "h", 10)
    assert (back.destination.team, back.why, back.unanswered_at) == ("T81", "token_refused", None)
    outbox.settle([(back, Sent("m1"))])


def test_leaving_takes_all_of_one_team_and_nothing_of_another(database: Database) -> None:
    clock = SetClock()
    settings, installations = SettingsStore(database, clock), InstallationStore(database, clock, Seal([Seal.new_key()]))
    of = {}
    for team in ("T1", "T2"):
        place, person = Place("slack", team, "C1"), Person("slack", team, "U1")
        of[team] = settings.workspace_of(place, person)
        settings.apply(of[team], place, person, [SetLanguage("zh")])
        installations.keep("slack", team, team)
        SeenStore(database, clock).claim("slack", team, "Ev1")
    gone = forget_team(database, "slack", "T2", of["T2"])
    assert gone == {"person": 1, "workspace": 1, "installation": 1, "seen": 1}
    assert forget_team(database, "slack", "T2", of["T2"]) == {}
    assert installations.find("slack", "T1") == "T1"
    person = Person("slack", "T1", "U1")
    assert settings.language_of(of["T1"], Place("slack", "T1", "C1"), person) == "zh"


def test_a_proof_lives_for_ten_minutes_and_is_taken_once(database: Database) -> None:
    clock = SetClock()
    states = StateStore(Seal([Seal.new_key()]), SeenStore(database, clock), clock)
    first, second = states.issue(), states.issue()
    assert first != second
    clock.at += timedelta(seconds=LIFE_SECONDS)
    assert [states.consume(first), states.consume(first)] == [True, False]
    clock.at += timedelta(seconds=1)
    assert not states.consume(second)


def test_a_key_that_is_none_is_a_problem_with_what_to_type() -> None:
    with pytest.raises(ProblemError) as problem:
        Seal(["short"])
    assert problem.value.what.key == "key-unusable"
