"""Whatever was delivered can be explained where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.bootstrap import open_house
from adapters.delivering import receipts
from bot.call import Ask, Call, Person, Place
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
