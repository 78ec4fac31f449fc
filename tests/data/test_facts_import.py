from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection

from bot.facts.book import Needs
from bot.facts.measures import Measure
from data import claims
from data.database import Database
from data.fact_store import FactStore
from data.facts_export import export
from data.facts_import import COLUMNS, ChangedFileError, ImportPlan, apply_import, plan_import
from data.measures_file import read_measures
from data.opening import open_database
from tests.contracts.stores import FACTS
from tests.data.fact_folders import StoppedClock, written
from tests.plugins.postgres import Server

TEAM, OTHER_TEAM = "slack:T1", "slack:T2"
AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
NEEDS = Needs(("star", "twin"), ("revenue", "overseas_share", "unlock_date"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    declared = FACTS["measures.toml"]
    for key, unit in (("overseas_share", "ratio"), ("unlock_date", "date")):
        declared += (
            declared.split("[measure.price_to_sales]")[0]
            .replace("measure.revenue", f"measure.{key}")
            .replace('"money"', f'"{unit}"')
        )
    return written(tmp_path / "facts", {**FACTS, "measures.toml": declared})


@pytest.fixture
def measures(folder: Path) -> dict[str, Measure]:
    return read_measures(folder / "measures.toml")


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path, folder: Path) -> Iterator[Database]:
    if request.param == "sqlite":
        address = str(tmp_path / "x.db")
    else:
        server: Server = request.getfixturevalue("postgres_server")
        address = server.fresh()
    opened = open_database(address, StoppedClock(), facts=folder)
    yield opened
    opened.close()


def ids(database: Database, folder: Path, workspace: str) -> set[str]:
    book = FactStore(database, folder).snapshot(workspace, NEEDS)
    return {claim.id for group in book.claims.values() for claim in group}


def rewritten(path: Path, column: str, old: str, new: str) -> None:
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert sum(row[column] == old for row in rows) == 1
    with path.open("w", encoding="utf-8", newline="") as stream:
        table = csv.DictWriter(stream, COLUMNS)
        table.writeheader()
        table.writerows({**row, column: new if row[column] == old else row[column]} for row in rows)


def test_what_was_exported_changes_nothing_when_imported(
    database: Database, tmp_path: Path, measures: dict[str, Measure]
) -> None:
    path = tmp_path / "out.csv"
    assert export(database, TEAM, path) == 5
    plan = plan_import(database, TEAM, measures, path)
    assert (plan.count.added, plan.count.changed, plan.count.unchanged, plan.faults) == (0, 0, 5, [])


@pytest.mark.parametrize("workspace", [TEAM, ""])
def test_one_edited_cell_corrects_one_claim(
    database: Database, tmp_path: Path, folder: Path, measures: dict[str, Measure], workspace: str
) -> None:
    path = tmp_path / "out.csv"
    export(database, workspace, path)
    rewritten(path, "value", "13100000000", "13200000000")
    before = ids(database, folder, workspace)
    plan = plan_import(database, workspace, measures, path)
    assert (plan.count.added, plan.count.changed, plan.count.unchanged) == (0, 1, 4)
    assert plan.changed[0].columns == (("value", "13100000000", "13200000000"),)
    assert ids(database, folder, workspace) == before
    apply_import(database, plan, measures, AT)
    (new,) = ids(database, folder, workspace) - before
    again = plan_import(database, workspace, measures, path)
    assert (again.count.changed, again.count.unchanged) == (0, 5)
    assert apply_import(database, again, measures, AT).changed == 0
    held = FactStore(database, folder).snapshot(workspace, NEEDS).claims_of("twin", "revenue")
    assert {c.id: c.supersedes for c in held} == {"twin-revenue": "", new: "twin-revenue"}
    assert {c.source.kind for c in held if c.id == new} == ({"workspace"} if workspace else {"press"})
    exported = tmp_path / "again.csv"
    assert export(database, workspace, exported) == 5
    assert "13200000000" in exported.read_text(encoding="utf-8")


def test_what_a_team_imports_is_seen_by_that_team_alone(
    database: Database, tmp_path: Path, folder: Path, measures: dict[str, Measure]
) -> None:
    before = ids(database, folder, OTHER_TEAM)
    apply_import(database, plan_import(database, TEAM, measures, rows(tmp_path, new_row("mine"))), measures, AT)
    assert ids(database, folder, TEAM) - before == {"mine"}
    assert ids(database, folder, OTHER_TEAM) == before
    apply_import(
        database, plan_import(database, OTHER_TEAM, measures, rows(tmp_path, new_row("mine", "7"))), measures, AT
    )
    assert len(FactStore(database, folder).snapshot(TEAM, NEEDS).claims_of("twin", "revenue")) == 2


def test_an_imported_correction_outlives_a_new_edition_of_the_shipped_facts(
    tmp_path: Path, folder: Path, measures: dict[str, Measure]
) -> None:
    address, path = str(tmp_path / "x.db"), tmp_path / "out.csv"
    database = open_database(address, StoppedClock(), facts=folder)
    export(database, "", path)
    rewritten(path, "value", "13100000000", "13200000000")
    apply_import(database, plan_import(database, "", measures, path), measures, AT)
    apply_import(database, plan_import(database, "", measures, rows(tmp_path, new_row("mine"))), measures, AT)
    database.close()
    before = (folder / "aliases.csv").read_text(encoding="utf-8")
    (folder / "aliases.csv").write_text(before + "twin,Zwilling,de,nickname,no,\n", encoding="utf-8")
    database = open_database(address, StoppedClock(), facts=folder)
    export(database, "", path)
    assert "13200000000" in path.read_text(encoding="utf-8")
    assert "mine" in path.read_text(encoding="utf-8")
    database.close()


def test_bad_rows_are_named_one_by_one_and_the_good_ones_wait(
    database: Database, tmp_path: Path, folder: Path, measures: dict[str, Measure]
) -> None:
    path = rows(
        tmp_path,
        new_row("good"),
        new_row("unit").replace(",USD,", ",ratio,"),
        new_row("day").replace("2026-01-05", "2026-13-05"),
        new_row("measure").replace(",revenue,", ",joy,"),
        "twin,percent,overseas_share,30,,,ratio,FY2025,,as_stated,,about,press,press,2026-01-05,stated,,,",
        "twin,fine,overseas_share,0.3,,,ratio,FY2025,,as_stated,,about,press,press,2026-01-05,stated,,,",
        new_row("good", "6"),
        new_row("copy"),
        new_row("company").replace("twin,", "nobody,", 1),
        new_row("source").replace(",press,press,", ",press,rumour,"),
        "twin,half,revenue",
    )
    plan = plan_import(database, TEAM, measures, path)
    assert [(f.line, f.what.key) for f in plan.faults] == [
        (3, "fact-wrong-unit"),
        (4, "fact-not-a-day"),
        (5, "fact-unknown-measure"),
        (6, "fact-percent"),
        (8, "fact-twice"),
        (9, "fact-twice"),
        (10, "fact-unknown-company"),
        (11, "fact-unknown-source"),
        (12, "row-wrong-length"),
    ]
    assert plan.faulty == 9
    assert [d.claim for d in plan.added] == ["good", "fine"]
    before = ids(database, folder, TEAM)
    assert apply_import(database, plan, measures, AT).added == 2
    assert ids(database, folder, TEAM) - before == {"good", "fine"}


def test_a_source_that_is_new_is_kept_with_the_claim(
    database: Database, tmp_path: Path, folder: Path, measures: dict[str, Measure]
) -> None:
    path = tmp_path / "in.csv"
    row = new_row("mine").replace(",press,press,", ",workspace,,")
    path.write_text(f"{','.join(COLUMNS)},source_title,source_url\n{row},Our call,\n{row.replace('mine', 'bare')},,\n")
    plan = plan_import(database, TEAM, measures, path)
    assert [(f.line, f.what.key) for f in plan.faults] == [(3, "fact-missing")]
    apply_import(database, plan, measures, AT)
    held = FactStore(database, folder).snapshot(TEAM, NEEDS).claims_of("twin", "revenue")
    (mine,) = (c for c in held if c.id == "mine")
    assert (mine.source.title, mine.source.kind, mine.workspace) == ("Our call", "workspace", TEAM)


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfec\x00o\x00", b"hello\n", "公司,指标\n".encode("gb18030"), b"\x00" * 50]
)
def test_a_file_that_is_no_table_of_claims_is_refused_whole(
    tmp_path: Path, folder: Path, measures: dict[str, Measure], content: bytes
) -> None:
    database = open_database(str(tmp_path / "x.db"), StoppedClock(), facts=folder)
    path = tmp_path / "in.csv"
    path.write_bytes(content)
    plan = plan_import(database, TEAM, measures, path)
    assert (len(plan.faults), plan.count.added) == (1, 0)
    assert plan.faults[0].what.key.startswith("file-")
    path.unlink()
    assert plan_import(database, TEAM, measures, path).faults[0].what.key == "file-unreadable"
    database.close()


def test_a_file_that_changed_after_it_was_shown_is_not_written(
    database: Database, tmp_path: Path, folder: Path, measures: dict[str, Measure]
) -> None:
    plan = plan_import(database, TEAM, measures, rows(tmp_path, new_row("mine")))
    plan.path.write_text(plan.path.read_text().replace("5000", "6000"))
    before = ids(database, folder, TEAM)
    with pytest.raises(ChangedFileError):
        apply_import(database, plan, measures, AT)
    assert ids(database, folder, TEAM) == before


def test_an_import_that_is_interrupted_leaves_nothing_behind(
    database: Database, tmp_path: Path, folder: Path, measures: dict[str, Measure], monkeypatch: pytest.MonkeyPatch
) -> None:
    many = rows(tmp_path, *(new_row(f"c{n}", str(n + 1)) for n in range(50)))
    monkeypatch.setattr("data.claims.CHUNK", 10)
    plan: ImportPlan = plan_import(database, TEAM, measures, many)
    assert plan.count.added == 50
    before = ids(database, folder, TEAM)
    really_add, calls = claims.add, 0

    def fails_late(connection: Connection, found: list[claims.Compared]) -> None:
        nonlocal calls
        calls += 1
        really_add(connection, found)
        if calls == 3:
            raise OSError("the disk is full")

    monkeypatch.setattr("data.claims.add", fails_late)
    with pytest.raises(OSError, match="the disk is full"):
        apply_import(database, plan, measures, AT)
    assert calls == 3
    assert ids(database, folder, TEAM) == before


def new_row(root: str, value: str = "5000") -> str:
    return f"twin,{root},revenue,{value},,,USD,FY2024,,recognised,,exact,press,press,2026-01-05,stated,,,"


def rows(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "in.csv"
    path.write_text("\n".join([",".join(COLUMNS), *lines]) + "\n", encoding="utf-8")
    return path
