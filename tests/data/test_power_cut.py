"""What was written down is still there after a power cut, at whatever moment the plug is pulled."""

from __future__ import annotations

import ctypes.util
import random
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.delivery import Sent
from data import database as databases
from data import schema
from data.addresses import normalised
from data.database import Database
from data.outbox_store import OutboxStore, put
from data.tables import DeliveryRow, table
from tests.crashes.disk import Disk
from tests.fakes.deliveries import MovingClock, delivery

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ctypes.util.find_library("sqlite3"),
    reason="the disk stands between SQLite's library and the kernel, so the library has to be one of its own",
)

ROUNDS = 8


def states(folder: Path) -> dict[str, str]:
    """What a machine finds that starts again from what was left."""
    found = Database(normalised(str(folder / "outbox.db")))
    row = table(DeliveryRow)
    query = select(row.c.alert, row.c.state)
    try:
        return found.read_now(lambda c: {alert: str(state) for alert, state in c.execute(query)})
    finally:
        found.close()


def broken_promises(tmp_path: Path) -> int:
    """Delivers round by round, pulls the plug after each, and counts what was written down and is not there."""
    disk, chance, broken = Disk(tmp_path), random.Random(11), 0  # noqa: S311
    with disk.seen():
        database = Database(normalised(str(tmp_path / "outbox.db")))
        database.write_now(schema.create_all)
        outbox = OutboxStore(database, MovingClock())
        promised: dict[str, str] = {}
        for number in range(ROUNDS):
            one = delivery(f"a{number}", f"C{number}")
            database.write_now(lambda c, one=one: put(c, [one]))  # type: ignore[misc]
            promised[one.alert] = "pending"
            held = outbox.begin(outbox.claim("slack", "h", 1))
            promised[one.alert] = "in_flight"
            if number % 2:
                outbox.settle([(held[0], Sent("1.1"))])
                promised[one.alert] = "sent"
            for which in (None, chance):
                folder = tmp_path / f"cut{number}{which is None}"
                folder.mkdir()
                disk.cut(folder, which)
                found = states_or_nothing(folder)
                broken += sum(found.get(alert) != state for alert, state in promised.items())
        database.close()
    assert disk.writes > 0
    return broken


def states_or_nothing(folder: Path) -> dict[str, str]:
    try:
        return states(folder)
    except Exception:
        return {}


def test_a_power_cut_takes_nothing_that_was_written_down(tmp_path: Path) -> None:
    assert broken_promises(tmp_path) == 0


def test_with_less_than_full_syncing_it_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(databases, "_PRAGMAS", ("foreign_keys=ON", "synchronous=NORMAL"))
    assert broken_promises(tmp_path) > 0
