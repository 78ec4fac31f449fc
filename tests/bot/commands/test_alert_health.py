"""/alert health, from a call to the outbox and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.bootstrap import House, open_house
from adapters.console.json_lines import document
from adapters.words import Writers
from bot.answer import Table
from bot.call import Ask, Call, Person, Place
from bot.commands.turn import Reply
from bot.days import Instant
from bot.delivery import Parked, Unsure
from bot.faults import Blind
from data.outbox_store import put
from tests.fakes.deliveries import MovingClock, delivery

HERE, ANNA = Place("slack", "T1", "C1"), Person("slack", "T1", "U1")


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    found = open_house(f"sqlite:///{tmp_path / 'twinstar.db'}", MovingClock())
    yield found
    found.close()


def asked(house: House, words: str) -> Reply:
    return house.turns.take(Call(Ask("alert", words), HERE, ANNA, language="en"))


def test_a_person_sees_what_stands_where_and_why_and_sends_it_again(house: House) -> None:
    assert asked(house, "health").answer.headline.key == "health-good"
    house.database.write_now(lambda c: put(c, [delivery("a", "C1"), delivery("b", "C1"), delivery("c", "C2")]))
    for each in house.outbox.claim("slack", "h", 9):
        came = Parked("channel_archived", "channel") if each.destination.channel == "C1" else Unsure()
        house.outbox.settle([(each, came)])
    reply = asked(house, "health")
    (table,) = [block for block in reply.answer.blocks if isinstance(block, Table)]
    assert len(table.rows) == 2
    words = Writers().of("en").plain(reply.answer.headline)
    assert "3 messages have not been delivered" in words
    send = next(c.ask for c in reply.answer.choices if "again" in c.ask.text)
    assert house.turns.take(Call(send, HERE, ANNA, language="en")).answer.headline.key == "health-again"
    assert len(house.outbox.health("slack:T1")) == 1
    assert len(house.outbox.claim("slack", "h", 9)) == 1


def test_another_workspace_sees_nothing_of_it_and_decides_nothing(house: House) -> None:
    house.database.write_now(lambda c: put(c, [delivery("a")]))
    (held,) = house.outbox.claim("slack", "h", 9)
    house.outbox.settle([(held, Parked("forbidden", "channel"))])
    other = Place("slack", "T2", "C1"), Person("slack", "T2", "U1")
    for words, key in (("health", "health-good"), (f"health again {held.key}", "health-not-there")):
        answer = house.turns.take(Call(Ask("alert", words), *other, language="en")).answer
        assert answer.headline.key == key
    assert len(house.outbox.health("slack:T1")) == 1


def test_an_alert_that_sees_nothing_says_since_when_there_and_where_it_is_shown(house: House) -> None:
    asked(house, "add zhipu price above 100")
    assert asked(house, "health").answer.headline.key == "health-good"
    began = house.clock.now()
    assert isinstance(house.clock, MovingClock)
    house.clock.moment = Instant.of("2029-11-23T09:00Z")
    house.ticker.tick()
    (kept,) = house.rules.of("slack:T1")
    assert (kept.phase, kept.blind) == ("no_data", Blind(house.clock.now()))
    assert began.at < house.clock.now().at
    for language in ("en", "zh"):
        for words in ("health", "show last"):
            said = str(document(asked(house, words), Writers().of(language), 1))
            wanted = (
                ("Sees nothing since", "no figures new enough") if language == "en" else ("无数据始于", "数据不够新")
            )
            assert all(each in said for each in (*wanted, "2029-11-23")), said


@pytest.mark.parametrize("line", ["add zhipu price above 100", "add zhipu moves 10% in 5 sessions", "add unlock zhipu"])
def test_an_alert_that_is_shown_says_once_where_it_stands(house: House, line: str) -> None:
    asked(house, line)
    said = str(document(asked(house, "show last"), Writers().of("en"), 1))
    assert said.count("'Stands'") == 1, said
