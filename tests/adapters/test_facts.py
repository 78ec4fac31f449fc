"""`twinstar facts` as it is typed: what it prints, what it writes, and its exit status."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from adapters.main import main
from data import shipped

DONE, FOUND_FAULTS = 0, 1
AT = "2026-10-10T09:00Z"
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command line on one database of its own and returns its exit status and what it printed."""
    monkeypatch.setenv("TWINSTAR_LOG_FILE", str(tmp_path / "log"))

    def running(*words: str) -> tuple[int, str]:
        status = main(["facts", *words, "--database", f"sqlite:///{tmp_path / 'facts.db'}", "--at", AT])
        return status, capsys.readouterr().out

    return running


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(shipped.FOLDER, tmp_path / "facts"))


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, rows: list[dict[str, str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)
    return path


def test_check_passes_on_what_is_shipped_and_prints_the_coverage(run: Run) -> None:
    status, said = run("check")
    assert status == DONE
    assert "No faults in" in said and "public by an assumed day" in said
    assert "Claims by company" in said and "Zhipu" in said


TAIL = ",,exact,filing,hkex-2513-results-2026-03-31,2026-03-31,stated,2026-10-08,,planted"


@pytest.mark.parametrize(
    ("what", "row", "says"),
    [
        ("source", "x-1,revenue,5,,,CNY,FY2025,,recognised,,exact,filing,,2026-03-31,stated,2026-10-08,,", "source is"),
        ("date", f"x-1,revenue,5000000,,,CNY,,,recognised{TAIL}", "as_of is empty"),
        ("unit", f"x-1,revenue,5000000,,,,FY2025,,recognised{TAIL}", "unit is empty"),
        ("basis", f"x-1,revenue,5000000,,,CNY,FY2025,,{TAIL}", "basis is empty"),
        ("share count", f"x-1,offer_shares,999999999,,,shares,2026-09-16,,as_stated{TAIL}", "is more than the"),
        ("jump", f"x-1,revenue,7243,,,CNY,FY2027,,recognised{TAIL}", "more than 100 times off"),
        ("measure", f"x-1,happiness,3,,,count,FY2025,,recognised{TAIL}", "is not in measures.toml"),
        ("percentage", f"x-1,overseas_share,30,,,ratio,FY2025,,recognised{TAIL}", "reads like a percentage"),
        ("day", f"x-1,revenue,700000000,,,CNY,2026-02-30,,recognised{TAIL}", "write 2026-07-08"),
    ],
)
def test_a_planted_fault_is_named_by_its_row(run: Run, copy: Path, what: str, row: str, says: str) -> None:
    path = copy / "claims" / "zhipu.csv"
    line = path.read_text(encoding="utf-8").count("\n") + 1
    with path.open("a", encoding="utf-8") as file:
        file.write(row + "\n")
    status, said = run("check", str(copy))
    assert status == FOUND_FAULTS
    assert any(part.startswith(f"claims/zhipu.csv:{line}: ") and says in part for part in said.splitlines()), said
    assert "fault" in said.splitlines()[-1]


def test_holdings_above_the_shares_in_issue_are_named_by_their_row(run: Run, copy: Path) -> None:
    path = copy / "holdings" / "zhipu.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(",1205200,", ",990000000,", 1), encoding="utf-8")
    status, said = run("check", str(copy))
    assert status == FOUND_FAULTS
    assert "holdings/zhipu.csv:3: " in said and "is more than the" in said


def test_an_export_imported_again_changes_nothing(run: Run, tmp_path: Path) -> None:
    status, said = run("export", str(tmp_path / "claims.csv"))
    assert status == DONE and f"claims written to {tmp_path / 'claims.csv'}" in said
    status, said = run("import", str(tmp_path / "claims.csv"), "--yes")
    assert status == DONE
    assert "0 new, 0 changed" in said and "There is nothing to write." in said


def test_one_edited_cell_changes_one_claim_and_only_when_it_is_written(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    run("export", str(path))
    rows = rows_of(path)
    edited = next(row for row in rows if row["claim"] == "zhipu-revenue-fy2025-1")
    edited["value"] = "724335000"
    write(path, rows)

    status, said = run("import", str(path))
    assert status == DONE
    assert "~ claims.csv:" in said and "value 724334000 → 724335000" in said
    assert "0 new, 1 changed" in said and f"twinstar facts import {path} --yes" in said
    assert "0 new, 1 changed" in run("import", str(path))[1], "a dry run wrote"

    status, said = run("import", str(path), "--yes")
    assert status == DONE and "Written: 0 new, 1 changed." in said
    status, said = run("import", str(path), "--yes")
    assert status == DONE and "There is nothing to write." in said, "the same file twice writes twice"

    again = tmp_path / "again.csv"
    run("export", str(again))
    was = {row["claim"]: row for row in rows}
    now = {row["claim"]: row for row in rows_of(again)}
    assert {key for key in now if now[key]["value"] != was[key]["value"]} == set()
    assert now["zhipu-revenue-fy2025-1"]["value"] == "724335000" and len(now) == len(was)


def test_bad_rows_are_told_one_by_one_and_the_good_ones_wait(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    run("export", str(path))
    model = next(row for row in rows_of(path) if row["claim"] == "zhipu-revenue-fy2025-1")
    good = {**model, "claim": "mine-1", "as_of": "2026-09", "measure": "run_rate_revenue", "basis": "run_rate"}
    good["value"] = "1900000000"
    bad = {**good, "claim": "mine-2", "as_of": "2026-02-30"}
    worse = {**good, "claim": "mine-3", "measure": "happiness"}
    write(tmp_path / "mine.csv", [bad, good, worse])
    status, said = run("import", str(tmp_path / "mine.csv"))
    assert status == FOUND_FAULTS
    assert "mine.csv:2: " in said and "mine.csv:4: " in said and "+ mine.csv:3" in said
    assert "1 new, 0 changed, 0 as they were, 2 not read." in said
    status, said = run("import", str(tmp_path / "mine.csv"), "--yes")
    assert status == FOUND_FAULTS and "Written: 1 new, 0 changed." in said
    assert "1 as they were" in run("import", str(tmp_path / "mine.csv"))[1]


def test_a_file_in_another_encoding_and_one_cut_in_half_are_told_by_the_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    run("export", str(path))
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.index(b"\n", len(whole) // 2) + 30])
    line = path.read_bytes().count(b"\n") + 1
    status, said = run("import", str(path))
    assert status == FOUND_FAULTS and f"claims.csv:{line}: " in said
    path.write_bytes(whole + "智谱".encode("gb18030") + b"\n")
    status, said = run("import", str(path))
    line = whole.count(b"\n") + 1
    assert status == FOUND_FAULTS and f"claims.csv:{line}: " in said and "UTF-8" in said


def test_coverage_is_the_answer_to_its_command(run: Run) -> None:
    status, said = run("coverage", "zhipu")
    assert status == DONE and "Claims on Zhipu by measure" in said
