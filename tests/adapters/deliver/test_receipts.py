"""Whatever was delivered can be explained where it stands."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from adapters.bootstrap import open_house
from adapters.deliver.deliverer import Deliverer
from adapters.delivering import receipts
from bot.call import Ask, Call, Person, Place
from bot.days import Instant
from tests.adapters.deliver.desk import look
from tests.fakes.chat import FakeChat
from tests.fakes.deliveries import MovingClock, delivery


@pytest.mark.parametrize("platform", ["slack", "discord"])
def test_a_delivered_alert_is_explained_by_what_it_rests_on(tmp_path: Path, platform: str) -> None:
    house = open_house(f"sqlite:///{tmp_path / 'twinstar.db'}", MovingClock())
    place, anna = Place(platform, "T1", "7"), Person(platform, "T1", "U1")
    said = house.turns.take(Call(Ask("value", "zhipu"), place, anna, language="en"))
    workspace = house.settings.workspace_of(place, anna)
    alert = delivery("a", "7", platform=platform, workspace=workspace, team="T1", document=said.answer, plan=said.plan)
    receipts(house)(alert, "17.1")
    explained = house.postings.explained(place, anna, "17.1")
    assert explained.headline.key == "receipt-headline"
    assert explained.headline.args["count"] != 0
    other = Place(platform, "T2", "7"), Person(platform, "T2", "U1")
    assert house.postings.explained(*other, "17.1").headline.key == "receipt-unknown"
    house.close()


def test_from_a_rule_to_a_message_in_its_channel_that_can_be_explained(tmp_path: Path) -> None:
    clock = MovingClock(Instant.of("2026-06-25T09:00Z"))
    house = open_house(f"sqlite:///{tmp_path / 'twinstar.db'}", clock)
    place, anna = Place("slack", "T1", "C7"), Person("slack", "T1", "U1")
    house.turns.take(Call(Ask("alert", "add unlock zhipu T-7"), place, anna, language="en"))
    chat = FakeChat(clock)
    told = []
    for moment in ("2026-06-25T09:01Z", "2026-07-02T09:00Z"):
        clock.moment = Instant.of(moment)
        house.ticker.tick()
        house.ticker.tick()
        asyncio.run(look(Deliverer(house.outbox, {"slack": chat}, clock, receipts(house))))
        told.append(len(chat.standing("C7")))
    assert told == [0, 1]
    for message in chat.standing("C7"):
        explained = house.postings.explained(place, anna, message.id)
        assert explained.headline.key == "receipt-headline", message.text
    assert house.outbox.health("slack:T1") == []
    house.close()
