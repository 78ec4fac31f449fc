"""When the machine or the platform fails: one loud line, nothing half-written, and it goes on by itself."""

from __future__ import annotations

import asyncio
import ctypes.util
import logging
import sqlite3
import sys
from pathlib import Path

import pytest

from bot.errors import ProblemError
from data import database as databases
from data import schema
from data.addresses import normalised
from data.database import Database
from tests.adapters.deliver.desk import Desk, look
from tests.crashes.disk import Disk
from tests.fakes.deliveries import delivery

KINDS_OF_WRITES = 13


def loud(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [r.getMessage() for r in caplog.records if r.levelno >= logging.ERROR]


def delivered_once(desk: Desk) -> bool:
    keys = [each.key for each in desk.chat.standing()]
    return len(keys) == len(set(keys)) == len(desk.states()) and set(desk.states().values()) == {"sent"}


@pytest.mark.skipif(sys.platform != "linux" or not ctypes.util.find_library("sqlite3"), reason="needs SQLite's library")
@pytest.mark.parametrize("at", range(1, KINDS_OF_WRITES, 3))
def test_a_disk_that_fills_up_at_any_write_costs_nothing_but_time(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, at: int
) -> None:
    disk = Disk(tmp_path)
    with disk.seen():
        database = Database(normalised(str(tmp_path / "outbox.db")))
        database.write_now(schema.create_all)
        desk = Desk.over(database)
        desk.put(*(delivery(f"a{n}", f"C{n}") for n in range(4)))
        disk.full_at, disk.full_until = disk.writes + at, disk.writes + at + 6
        with caplog.at_level(logging.ERROR):
            desk.run(300)
        assert delivered_once(desk)
        said = [line for line in loud(caplog) if "stand still" in line]
        assert len(said) <= 2
        assert disk.writes > disk.full_at
        # What only reads goes on while nothing can be written.
        disk.full_at, disk.full_until = disk.writes + 1, disk.writes + 10_000
        with pytest.raises((ProblemError, sqlite3.Error)):
            desk.put(delivery("more"))
        assert desk.health() == []
        disk.full_at = 0
        desk.put(delivery("more"))
        desk.run(300)
        assert delivered_once(desk)
        database.close()


def test_a_locked_database_is_said_once_and_waited_for(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(databases, "BUSY_MILLISECONDS", 20)
    database = Database(normalised(str(tmp_path / "outbox.db")))
    database.write_now(schema.create_all)
    desk = Desk.over(database)
    desk.put(*(delivery(f"a{n}", f"C{n}") for n in range(4)))
    other = sqlite3.connect(tmp_path / "outbox.db", isolation_level=None)

    async def scene() -> None:
        deliverer = desk.deliverer()
        other.execute("BEGIN IMMEDIATE")
        for _ in range(15):
            assert await deliverer.look() >= 2.0
            desk.clock.move(2)
        assert desk.health() == []
        assert desk.chat.standing() == []
        other.execute("COMMIT")
        await look(deliverer)

    with caplog.at_level(logging.ERROR):
        asyncio.run(scene())
    assert [line.split(":")[0] for line in loud(caplog)] == ["deliveries stand still", "deliveries go on"]
    assert delivered_once(desk)
    other.close()
    database.close()


def test_a_lock_between_a_post_and_its_note_does_not_post_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(databases, "BUSY_MILLISECONDS", 20)
    database = Database(normalised(str(tmp_path / "outbox.db")))
    database.write_now(schema.create_all)
    desk = Desk.over(database)
    desk.put(delivery("a"))
    other = sqlite3.connect(tmp_path / "outbox.db", isolation_level=None, check_same_thread=False)
    settle = desk.outbox.settle
    tries = []

    def locked(settled: object) -> object:
        tries.append(settled)
        if len(tries) == 1:
            other.execute("BEGIN IMMEDIATE")
        if len(tries) == 4:
            other.execute("COMMIT")
        return settle(settled)  # type: ignore[arg-type]

    monkeypatch.setattr(desk.outbox, "settle", locked)
    desk.run(300)
    assert len(tries) >= 4
    assert delivered_once(desk)
    other.close()
    database.close()


def test_ten_minutes_of_refusals_lose_nothing_and_what_follows_goes_by_itself(desk: Desk) -> None:
    desk.put(*(delivery(f"a{n}", f"C{n}") for n in range(5)))
    desk.chat.mishaps = ["429"] * 5_000
    desk.run(600)
    assert desk.chat.standing() == []
    assert {trouble.why for trouble in desk.health()} == {"rate_limited"}
    desk.chat.mishaps = []
    desk.run(30)
    assert delivered_once(desk)


def test_a_receipt_that_cannot_be_kept_does_not_hold_back_what_was_told(desk: Desk) -> None:
    def keep(_delivery: object, _message: str) -> None:
        raise RuntimeError("no receipt")

    desk.put(delivery("a"))

    async def scene() -> None:
        deliverer = desk.deliverer()
        deliverer._keep = keep
        await look(deliverer)

    asyncio.run(scene())
    assert delivered_once(desk)
