"""A copy taken while alerts fire, and the drill: elsewhere it answers the same and sends nothing by itself."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from io import StringIO
from pathlib import Path

import pytest

from adapters.bootstrap import House, open_house
from adapters.clock import StoppedClock
from adapters.clock_run import run_clock
from adapters.console.talk import Talk
from adapters.invocation import FAILED
from adapters.main import main
from bot.call import Ask, Call, Person, Place
from bot.days import Instant
from data.one_at_a_time import FileLock
from data.opening import open_database
from data.outbox_store import OutboxStore

BEFORE, AFTER = Instant.of("2026-06-20T00:00+00:00"), Instant.of("2026-07-12T00:00+00:00")
CHANNEL = Place("slack", "T1", "C1")
ASKED = (
    "/compare zhipu minimax on 2026-06-24",
    "/value zhipu on 2026-06-24",
    "/unlocks next 90 days",
    "/reversals zhipu minimax",
    "/coverage",
    "/claims musk",
)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("loaded") / "twinstar.db"
    open_database(f"sqlite:///{path}", StoppedClock(BEFORE)).close()
    return path


@pytest.fixture
def database(loaded: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(loaded, tmp_path / "kept.db"))


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def opened(database: Path, at: Instant) -> House:
    return open_house(f"sqlite:///{database}", StoppedClock(at))


def asked(house: House, line: str) -> None:
    assert house.turns.take(Call(Ask.of(line), CHANNEL, Person("slack", "T1", "U1"))).outcome == "answered"


def answers(database: Path) -> list[str]:
    house = opened(database, AFTER)
    try:
        out = StringIO()
        Talk(house.turns.take, house.writers.of, "en", out).pipe(StringIO("\n".join(ASKED) + "\n"))
        rules = house.turns.take(Call(Ask.of("/alert list"), CHANNEL, Person("slack", "T1", "U1"))).answer
        return [out.getvalue(), repr(rules)]
    finally:
        house.close()


def test_a_copy_taken_while_alerts_fire_answers_the_same_elsewhere(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house = opened(database, BEFORE)
    asked(house, "/alert add unlock zhipu T-7 T-3 T-1")
    asked(house, "/alert add unlock minimax T-7 T-1")
    told, half, copied = 0, threading.Event(), threading.Event()

    def firing() -> None:
        nonlocal told
        clock = house.clock
        assert isinstance(clock, StoppedClock)
        for _moment, _each in run_clock(house.ticker, clock, AFTER):
            told += 1
            half.set()
            if copied.is_set():
                continue
            # Alerts go on being written for as long as the copy is taken.
            asked(house, f"/alert add unlock zhipu T-{10 + told}")

    thread = threading.Thread(target=firing)
    thread.start()
    try:
        assert half.wait(30)
        assert main(["backup", str(tmp_path / "copy.db"), "--database", str(database)]) == 0
    finally:
        copied.set()
        thread.join()
        house.close()
    assert "read back" in capsys.readouterr().out

    elsewhere = tmp_path / "other" / "twinstar.db"
    assert main(["restore", str(tmp_path / "copy.db"), "--database", str(elsewhere)]) == 0
    out = capsys.readouterr().out
    assert "held as unsure" in out
    plain = Path(shutil.copy(tmp_path / "copy.db", tmp_path / "plain.db"))
    assert answers(elsewhere) == answers(plain)

    again = opened(elsewhere, AFTER)
    try:
        outbox = OutboxStore(again.database, again.clock)
        assert outbox.claim("slack", "me", 100) == ()
        workspace = again.settings.workspace_of(CHANNEL, Person("slack", "T1", "U1"))
        assert {(t.state, t.why) for t in outbox.health(workspace)} == {("unsure", "restored")}
        # What was told before the copy was taken is not told anew, however late it is.
        with sqlite3.connect(elsewhere) as connection:
            before = {row[0] for row in connection.execute("SELECT key FROM alert")}
        assert not before & {a.key for a in again.ticker.tick().alerts}
    finally:
        again.close()


def test_a_copy_replaces_a_database_only_when_told_to_and_keeps_what_stood_there(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "copy.db"
    assert main(["backup", str(copy), "--database", str(database)]) == 0
    house = opened(database, BEFORE)
    asked(house, "/alert add unlock zhipu T-7")
    house.close()
    order = ["restore", str(copy), "--database", str(database)]
    assert main(order) == 1
    assert "--yes" in capsys.readouterr().out
    at = ["--at", "2026-07-01T00:00Z"]
    assert main([*order, "--yes", *at]) == 0
    kept = tmp_path / "kept.db.before-20260701T000000Z"
    assert str(kept) in capsys.readouterr().out
    counts = [sqlite3.connect(path).execute("SELECT count(*) FROM rule").fetchone()[0] for path in (database, kept)]
    assert counts == [0, 1]


def test_a_database_in_use_is_not_replaced(database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = tmp_path / "copy.db"
    assert main(["backup", str(copy), "--database", str(database)]) == 0
    lock = FileLock(database, "worker")
    assert lock.take()
    try:
        assert main(["restore", str(copy), "--database", str(database), "--yes"]) == FAILED
    finally:
        lock.let_go()
    assert "already runs" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda path: path.unlink(), "There is no file"),
        (lambda path: path.write_bytes(b"not a database at all" * 300), "is damaged"),
        (lambda path: path.write_bytes(path.read_bytes()[:200_000]), "is damaged"),
        (lambda path: _foreign(path), "no backup of Twinstar"),
        (lambda path: _newer(path), "written by a newer Twinstar"),
    ],
    ids=["missing", "garbage", "cut", "foreign", "newer"],
)
def test_a_copy_that_cannot_be_trusted_changes_nothing(
    spoil: object, sentence: str, database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "copy.db"
    assert main(["backup", str(copy), "--database", str(database)]) == 0
    spoil(copy)  # type: ignore[operator]
    before = database.read_bytes()
    assert main(["restore", str(copy), "--database", str(database), "--yes"]) == FAILED
    assert sentence in capsys.readouterr().err
    assert database.read_bytes() == before
    assert not list(tmp_path.glob("*before*"))
    assert not list(tmp_path.glob(".*restored*"))


def _foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE cats (name TEXT)")


def _newer(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
