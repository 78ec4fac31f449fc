"""A flipped bit in what is kept of a rule or a delivery: that one is set aside, and no tick and no claim ends in it."""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from adapters.bootstrap import open_house
from adapters.clock import StoppedClock
from bot.days import Instant
from data import database as databases
from data.backup import SUFFIXES
from data.outbox_store import put
from tests.adapters.people.saying import say
from tests.fakes.deliveries import delivery

TOLD = ("/alert add unlock zhipu T-7", "/alert add zhipu moves 10% in 1 sessions", "/alert add minimax overtakes zhipu")
FLIPS, DELIVERIES = 24, 5
NOW, LATER = Instant.of("2026-06-25T09:00Z"), Instant.of("2026-07-10T09:00Z")


def documents_in(path: Path) -> list[tuple[int, int]]:
    """Returns where the documents that alerts hang on stand in a file, and how long they are."""
    content = path.read_bytes()
    with closing(sqlite3.connect(path)) as connection:
        every = [
            str(document).encode()
            for name in ("rule", "rule_state", "series", "delivery")
            for (document,) in connection.execute(f"SELECT document FROM {name}")  # noqa: S608  of our own tables
        ]
    found = [(content.find(each), len(each)) for each in every]
    return [(at, length) for at, length in found if at >= 0]


def test_a_flipped_bit_sets_one_aside_and_the_others_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(databases, "_PRAGMAS", ("foreign_keys=ON", "synchronous=OFF", "cell_size_check=ON"))
    whole, flipped = tmp_path / "whole.db", tmp_path / "flipped.db"
    house = open_house(f"sqlite:///{whole}", StoppedClock(NOW))
    for line in TOLD:
        say(house, line, runs=True)
    house.ticker.tick()
    waiting = [delivery(f"a{n}", f"C9{n}", due_at=NOW) for n in range(DELIVERIES)]
    house.database.write_now(lambda connection: put(connection, waiting))
    house.close()
    content, places = whole.read_bytes(), documents_in(whole)
    luck, came = random.Random(7), Counter[str]()  # noqa: S311  the same places each time
    for at, length in luck.choices(places, k=FLIPS):
        damaged = bytearray(content)
        damaged[at + luck.randrange(length)] ^= 1 << luck.randrange(8)
        for suffix in SUFFIXES:
            Path(f"{flipped}{suffix}").unlink(missing_ok=True)
        flipped.write_bytes(damaged)
        house = open_house(f"sqlite:///{flipped}", StoppedClock(LATER))
        house.ticker.tick()
        claimed = {each.alert for each in house.outbox.claim("slack", "h", 50)}
        came[say(house, "/alert health", runs=True).answer.headline.key] += 1
        house.close()
        assert len(claimed & {each.alert for each in waiting}) >= DELIVERIES - 1
    assert came["health-damaged"] and came["health-troubled"], came
