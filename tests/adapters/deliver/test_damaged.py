"""A delivery whose row is damaged is set aside and seen; all others go, and put back it goes by itself."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from data import schema
from data.addresses import normalised
from data.database import Database
from data.seals import look_over
from data.tables import DeliveryRow
from tests.adapters.deliver.desk import Desk
from tests.fakes.damage import Harm, harm
from tests.fakes.deliveries import delivery


@pytest.fixture
def desk(either_url: str) -> Iterator[Desk]:
    database = Database(normalised(either_url))
    database.write_now(schema.create_all)
    yield Desk.over(database)
    database.close()


def test_the_others_go_and_the_damaged_one_once_it_is_whole(
    desk: Desk, how: Harm, caplog: pytest.LogCaptureFixture
) -> None:
    desk.put(delivery("a", "C1"), delivery("b", "C1"), delivery("c", "C2"))
    bad = delivery("a", "C1").key
    mend = harm(desk.database, DeliveryRow, how, key=bad)
    with caplog.at_level(logging.WARNING):
        desk.run(1800, step=60)
    assert desk.states() == {"a": "parked", "b": "sent", "c": "sent"}
    assert [each.why for each in desk.health()] == ["damaged"]
    (said,) = caplog.messages
    assert said.startswith(f"delivery {bad} of slack:T1 is damaged and set aside, all others go on:")
    assert ("twinstar restore FILE --yes" in said) is desk.database.is_sqlite
    mend()
    desk.run(700, step=60)
    assert desk.states() == {"a": "sent", "b": "sent", "c": "sent"}
    assert len(desk.chat.standing()) == 3
    assert desk.health() == []


def test_one_that_was_perhaps_posted_is_looked_up_once_it_is_whole(desk: Desk, how: Harm) -> None:
    desk.chat.mishaps = ["drop"]
    desk.put(delivery("a"))
    desk.run()
    mend = harm(desk.database, DeliveryRow, how, key=delivery("a").key)
    desk.run(600, step=60)
    assert desk.states() == {"a": "parked"}
    mend()
    desk.run(1200, step=60)
    assert desk.states() == {"a": "sent"}
    assert (len(desk.chat.standing()), desk.chat.posts) == (1, 1), "it stood there and was found"


def test_a_person_may_try_or_drop_it(desk: Desk, how: Harm) -> None:
    desk.put(delivery("a"))
    harm(desk.database, DeliveryRow, how, key=delivery("a").key)
    desk.run()
    (trouble,) = desk.health()
    assert desk.outbox.decide("slack:T1", trouble.delivery, again=True) == 1
    desk.run(60)
    assert [each.why for each in desk.health()] == ["damaged"], "trying it makes it no better"
    assert desk.outbox.decide("slack:T1", trouble.delivery, again=False) == 1
    desk.run(1200, step=60)
    assert desk.health() == []
    assert desk.chat.standing() == []
    desk.database.read_now(look_over)
