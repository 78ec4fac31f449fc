from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Connection, select, text

from bot.call import Person, Place
from bot.errors import ProblemError
from bot.facts.book import Needs
from bot.text import Raw
from data.database import Database
from data.fact_store import FactStore
from data.opening import open_database
from data.tables import ClaimRow, WithdrawalRow, table
from data.workspace_store import ReceiptStore, SettingsStore, ThreadStore
from tests.contracts.stores import FACTS
from tests.data.fact_folders import StoppedClock, written
from tests.plugins.postgres import Server

CLOCK = StoppedClock()
NEEDS = Needs(("star",), ("revenue", "overseas_share"), bars=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "facts", FACTS)


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "folder" / "twinstar.db")
    server: Server = request.getfixturevalue("postgres_server")
    return server.fresh()


@pytest.fixture
def opened(folder: Path, address: str) -> Iterator[Callable[[], Database]]:
    databases: list[Database] = []

    def again() -> Database:
        for database in databases:
            database.close()
        databases[:] = [open_database(address, CLOCK, facts=folder)]
        return databases[0]

    yield again
    for database in databases:
        database.close()


def refused(address: str, folder: Path) -> tuple[str, str]:
    with pytest.raises(ProblemError) as caught:
        open_database(address, CLOCK, facts=folder)
    path = caught.value.what.args["path"]
    assert isinstance(path, Raw)
    return caught.value.what.key, path.text


def roots(database: Database) -> dict[str, int]:
    claim = table(ClaimRow)
    return database.read_now(
        lambda c: {r.id: r.version for r in c.execute(select(claim.c.id, claim.c.version).order_by(claim.c.id))}
    )


def test_an_empty_database_is_migrated_and_loaded_on_opening(opened: Callable[[], Database]) -> None:
    assert set(roots(opened())) == {"star-revenue", "star-share", "star-open", "star-day", "twin-revenue"}


def test_opening_again_changes_nothing(opened: Callable[[], Database]) -> None:
    first = roots(opened())
    assert roots(opened()) == first


def test_a_changed_figure_supersedes_and_a_new_one_joins(opened: Callable[[], Database], folder: Path) -> None:
    opened()
    claims = folder / "claims" / "twin.csv"
    changed = claims.read_text(encoding="utf-8").replace("13100000000", "13200000000")
    claims.write_text(changed + changed.splitlines()[1].replace("twin-revenue", "twin-more") + "\n", encoding="utf-8")
    database = opened()
    assert set(roots(database)) >= {"twin-revenue", "twin-revenue~2", "twin-more"}
    book = FactStore(database, folder).snapshot("", Needs(("twin",), ("revenue",)))
    by_id = {c.id: c for c in book.claims_of("twin", "revenue")}
    assert by_id["twin-revenue~2"].supersedes == "twin-revenue"
    assert str(by_id["twin-revenue"].value) != str(by_id["twin-revenue~2"].value)


def test_a_figure_taken_out_of_the_files_is_withdrawn_and_comes_back_with_them(
    opened: Callable[[], Database], folder: Path
) -> None:
    opened()
    path = folder / "claims" / "twin.csv"
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.splitlines()[0] + "\n", encoding="utf-8")
    database = opened()
    assert FactStore(database, folder).snapshot("", Needs(("twin",), ("revenue",))).claims == {}
    assert "twin-revenue" in roots(database)
    assert database.read_now(lambda c: c.scalar(select(table(WithdrawalRow).c.claim))) == "twin-revenue"
    path.write_text(whole, encoding="utf-8")
    assert ("twin", "revenue") in FactStore(opened(), folder).snapshot("", Needs(("twin",), ("revenue",))).claims


def test_claims_can_be_neither_changed_nor_deleted(opened: Callable[[], Database]) -> None:
    database = opened()
    before = roots(database)
    for statement in ("UPDATE claim SET note = 'better'", "DELETE FROM claim"):
        with pytest.raises(Exception, match="append-only"):
            database.write_now(partial(_run, statement=statement))
    assert roots(database) == before


def test_a_faulty_fact_file_loads_nothing(folder: Path, tmp_path: Path) -> None:
    path = folder / "claims" / "twin.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("13100000000", "lots"), encoding="utf-8")
    with pytest.raises(Exception, match=r"claims/twin.csv:2 fact-not-a-number"):
        open_database(str(tmp_path / "x.db"), CLOCK, facts=folder)
    with sqlite3.connect(tmp_path / "x.db") as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    connection.close()


def _run(connection: Connection, statement: str) -> int:
    return connection.exec_driver_sql(statement).rowcount


SCRIPT = """
import sys
from pathlib import Path
from data.opening import open_database
from tests.data.fact_folders import StoppedClock
print("ready", flush=True)
sys.stdin.readline()
database = open_database(sys.argv[1], StoppedClock(), facts=Path(sys.argv[2]))
print(database.read_now(lambda c: tuple(c.exec_driver_sql("SELECT count(*), max(version) FROM claim").one())))
database.close()
"""


def test_processes_that_open_one_empty_database_at_once_load_it_once(address: str, folder: Path) -> None:
    started = [
        subprocess.Popen(
            [sys.executable, "-c", SCRIPT, address, str(folder)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONPATH": os.getcwd()},
        )
        for _ in range(4)
    ]  # fmt: skip
    for process in started:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in started:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    ends = [process.communicate(timeout=60) for process in started]
    assert [out for out, _ in ends] == ["(5, 1)\n"] * 4, ends


def test_an_up_to_date_database_opens_without_alembic(folder: Path, tmp_path: Path) -> None:
    open_database(str(tmp_path / "x.db"), CLOCK, facts=folder).close()
    script = SCRIPT + "print(sorted(m for m in sys.modules if m.split('.')[0] in ('alembic', 'csv', 'psycopg')))"
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "x.db"), str(folder)],
        input="\n", capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": os.getcwd()},
    )  # fmt: skip
    assert "alembic" not in done.stdout.splitlines()[-1]
    assert "psycopg" not in done.stdout.splitlines()[-1]


def test_reading_leaves_the_file_byte_identical(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "x.db"
    open_database(str(file), CLOCK, facts=folder).close()
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    database = open_database(str(file), CLOCK, facts=folder)
    place, person = Place("slack", "T", "C"), Person("slack", "T", "U")
    settings = SettingsStore(database, CLOCK)
    workspace = settings.workspace_of(place, person)
    settings.language_of(workspace, place, person)
    settings.apply(workspace, place, person, [])
    FactStore(database, folder).vocabulary(workspace)
    FactStore(database, folder).snapshot(workspace, NEEDS)
    ThreadStore(database, CLOCK).last_plan(workspace, place)
    ReceiptStore(database, CLOCK).find(workspace, "r")
    database.close()
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith("x.db")] == ["x.db"]
    assert hashlib.sha256(file.read_bytes()).hexdigest() == before


def test_a_database_of_a_newer_version_is_left_alone(
    opened: Callable[[], Database], address: str, folder: Path
) -> None:
    database = opened()
    database.write_now(lambda c: c.execute(text("UPDATE alembic_version SET version_num = '9999'")).rowcount)
    before = roots(database)
    key, shown = refused(address, folder)
    assert key == "database-newer"
    assert shown
    assert roots(database) == before


def test_what_is_no_database_is_called_damaged(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "x.db"
    file.write_bytes(b"It was a dark and stormy night. " * 200)
    assert refused(str(file), folder) == ("database-damaged", str(file))


def test_a_truncated_database_is_called_damaged(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "x.db"
    open_database(str(file), CLOCK, facts=folder).close()
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    assert refused(str(file), folder) == ("database-damaged", str(file))


def test_damage_found_while_reading_is_explained_too(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "x.db"
    open_database(str(file), CLOCK, facts=folder).close()
    content = bytearray(file.read_bytes())
    for page in range(3 * 4096, len(content), 4096):
        content[page : page + 64] = b"\xff" * 64
    file.write_bytes(content)
    with pytest.raises(ProblemError) as caught:
        FactStore(open_database(str(file), CLOCK, facts=folder), folder).snapshot("", NEEDS)
    assert caught.value.what.key == "database-damaged"


def test_an_sqlite_file_of_another_program_is_left_alone(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "x.db"
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE recipes (title)")
    connection.close()
    assert refused(str(file), folder)[0] == "database-damaged"
    connection = sqlite3.connect(file)
    assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("recipes",)]
    connection.close()


@pytest.fixture
def unprivileged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Runs a test as an ordinary account, since root may write into read-only folders."""
    if os.geteuid() != 0:
        yield
        return
    top = tmp_path_factory.getbasetemp()
    opened_up = [(p, p.stat().st_mode) for p in (top, *top.parents[:1])]
    for path, mode in opened_up:
        path.chmod(mode | 0o055)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
        for path, mode in opened_up:
            path.chmod(mode)


def test_a_new_database_in_a_read_only_folder_is_refused(
    folder: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(0o555)
    tmp_path.chmod(0o755)
    request.getfixturevalue("unprivileged")
    assert refused(str(closed / "x.db"), folder) == ("database-read-only", str(closed / "x.db"))
    assert refused(str(closed / "new" / "x.db"), folder)[0] == "database-read-only"


def test_a_loaded_database_in_a_read_only_folder_is_refused(
    folder: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    closed = tmp_path / "closed"
    open_database(str(closed / "x.db"), CLOCK, facts=folder).close()
    (closed / "x.db").chmod(0o444)
    closed.chmod(0o555)
    tmp_path.chmod(0o755)
    request.getfixturevalue("unprivileged")
    assert refused(str(closed / "x.db"), folder) == ("database-read-only", str(closed / "x.db"))


@pytest.mark.parametrize(
    "address",
    ["postgres://anna:hunter2@127.0.0.1:1/stars?connect_timeout=2", "mysql://anna:hunter2@db/stars", ":memory:"],
)
def test_a_database_that_cannot_be_reached_is_named_without_its_password(address: str, folder: Path) -> None:
    key, shown = refused(address, folder)
    assert key == "database-unreachable"
    assert "hunter2" not in shown


def test_a_folder_is_no_database(folder: Path, tmp_path: Path) -> None:
    assert refused(str(tmp_path), folder) == ("database-unreachable", str(tmp_path))
