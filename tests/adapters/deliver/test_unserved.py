"""Alerts for a platform that nobody has set up: seen by people, told of once, and delivered when it comes."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

import pytest

from adapters.bootstrap import House, open_house
from adapters.deliver.deliverer import Deliverer
from adapters.unserved import Unserved
from adapters.words import Writers
from bot.call import Ask, Call, Person, Place
from bot.days import Instant
from bot.words.fallback import fallback
from data.beat_store import BeatStore
from data.unserved_store import UnservedStore
from tests.adapters.deliver.desk import look
from tests.fakes.chat import FakeChat
from tests.fakes.deliveries import MovingClock

SERVER = Place("discord", "8", "7")
ANNA = Person("discord", "8", "6")


def loud(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [r.getMessage() for r in caplog.records if r.levelno >= logging.ERROR]


def says(house: House, words: str) -> str:
    return fallback(house.turns.take(Call(Ask.of(words), SERVER, ANNA, language="en")).answer, Writers().of("en"))


class Scene:
    """A house that works for Slack alone, with an alert due on Discord, looked after every half minute."""

    def __init__(self, folder: Path) -> None:
        self.clock = MovingClock(Instant.of("2026-06-25T09:00Z"))
        self.house = open_house(f"sqlite:///{folder / 'twinstar.db'}", self.clock)
        self.beats = BeatStore(self.house.database, self.clock)
        self.unserved = Unserved(UnservedStore(self.house.database, self.clock), self.beats, self.clock)
        self.parts = {"slack-deliveries": "running", "worker": "running"}
        says(self.house, "/alert add unlock zhipu T-7")
        self.pass_seconds(30)
        self.clock.moment = Instant.of("2026-07-02T09:00Z")
        self.house.ticker.tick()

    def pass_seconds(self, seconds: int) -> None:
        for _ in range(seconds // 30):
            self.clock.move(30)
            self.beats.beat(self.parts, {"tick": self.clock.now()})
            self.house.ticker.tick()
            self.unserved.look()


def test_it_is_seen_told_once_and_goes_by_itself_when_the_platform_comes(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    scene = Scene(tmp_path)
    with caplog.at_level(logging.ERROR):
        scene.pass_seconds(90)
        assert loud(caplog) == []
        scene.pass_seconds(3600)
    assert loud(caplog) == [
        "deliveries wait for discord (1 now), and nothing delivers there: set it up, or start "
        "`twinstar run --only discord`; they go by themselves then"
    ]
    assert says(scene.house, "/status").startswith("1 message waits for Discord, where nothing delivers now.")
    assert "nothing delivers there now: it goes by itself once somebody" in says(scene.house, "/alert health")
    scene.parts["discord-deliveries"] = "running"
    caplog.clear()
    with caplog.at_level(logging.ERROR):
        scene.pass_seconds(60)
    assert loud(caplog) == ["deliveries on discord go on"]
    assert says(scene.house, "/status").startswith("Twinstar runs")
    chat = FakeChat(scene.clock)
    asyncio.run(look(Deliverer(scene.house.outbox, {"discord": chat}, scene.clock)))
    assert len(chat.standing()) == 1
    assert says(scene.house, "/alert health").startswith("Everything that was due has been delivered.")
    scene.house.close()


def test_a_process_that_is_down_counts_as_none_and_one_that_starts_anew_is_waited_for(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    scene = Scene(tmp_path)
    with caplog.at_level(logging.ERROR):
        for standing in ("starting", "running"):
            scene.parts["discord-deliveries"] = standing
            scene.pass_seconds(600)
        assert loud(caplog) == []
        scene.parts["discord-deliveries"] = "down"
        scene.pass_seconds(600)
    assert [line.split(":")[0] for line in loud(caplog)] == [
        "deliveries wait for discord (1 now), and nothing delivers there"
    ]
    scene.house.close()
