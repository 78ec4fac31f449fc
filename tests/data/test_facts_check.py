"""The shipped facts are sound, and nonsense planted into a copy of them is named with its file and line."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from data import shipped
from data.facts_check import check


def test_the_shipped_facts_have_no_fault() -> None:
    checked = check()
    assert [(f.file, f.line, f.what.key) for f in checked.faults] == []
    assert checked.rows > 1500
    assert all(p.values["known_at_basis"] == "assumed" for p in checked.assumed)
    assert checked.assumed


Edit = Callable[[list[str]], list[str]]


def cell(line: int, old: str, new: str) -> Edit:
    def edit(lines: list[str]) -> list[str]:
        assert old in lines[line - 1], lines[line - 1]
        return [*lines[: line - 1], lines[line - 1].replace(old, new, 1), *lines[line:]]

    return edit


def added(*rows: str) -> Edit:
    return lambda lines: [*lines, *rows]


ZHIPU, STAFF = "claims/zhipu.csv", "holdings/zhipu.csv"
OTHER = "x-1,revenue,1,,,CNY,FY2025,,other"
TAIL = ",,exact,filing,hkex-2513-results-2026-03-31,2026-03-31,stated,2026-10-08,,planted"


@pytest.mark.parametrize(
    ("file", "edit", "key"),
    [
        (ZHIPU, added(f"x-1,revenue,5000000,,,CNY,FY2025,,{TAIL}"), "fact-missing"),
        (
            "statements.csv",
            added("x-1,later source,zhipu,prediction,rises,press,2026-01-01,,unheard,of,,article,"),
            "fact-unknown-verdict",
        ),
        (ZHIPU, added(f"x-1,revenue,5000000,,,CNY,,,recognised{TAIL}"), "fact-missing"),
        (ZHIPU, added(f"x-1,revenue,5000000,,,,FY2025,,recognised{TAIL}"), "fact-missing"),
        (ZHIPU, added(f"{OTHER},,exact,filing,,2026-03-31,stated,,,"), "fact-missing"),
        (ZHIPU, added(f"x-1,revenue,,,,CNY,FY2025,,recognised{TAIL}"), "fact-missing"),
        (ZHIPU, added(f"x-1,revenue,1,2,3,CNY,FY2025,,recognised{TAIL}"), "fact-value-and-range"),
        (ZHIPU, added(f"x-1,revenue,,3,2,CNY,FY2025,,recognised{TAIL}"), "fact-range-order"),
        (ZHIPU, added(f"x-1,revenue,5bn,,,CNY,FY2025,,recognised{TAIL}"), "fact-not-a-number"),
        (ZHIPU, added(f"x-1,revenue,0.00001,,,CNY,FY2025,,recognised{TAIL}"), "fact-not-kept"),
        (ZHIPU, added(f"x-1,revenue,700000000,,,CNY,2026-02-30,,recognised{TAIL}"), "fact-not-a-period"),
        (ZHIPU, added(f"x-1,revenue,700000000,,,CNY,0026-02-20,,recognised{TAIL}"), "fact-not-a-period"),
        (ZHIPU, added(f"x-1,revenue,700000000,,,yuan,FY2025,,recognised{TAIL}"), "fact-not-a-unit"),
        (ZHIPU, added(f"x-1,revenue,700000000,,,ratio,FY2025,,recognised{TAIL}"), "fact-wrong-unit"),
        (ZHIPU, added(f"x-1,overseas_share,30,,,ratio,FY2025,,recognised{TAIL}"), "fact-percent"),
        (ZHIPU, added(f"x-1,revenue_growth,158.9,,,ratio,FY2025,,recognised{TAIL}"), "fact-percent"),
        (ZHIPU, added(f"x-1,happiness,3,,,count,FY2025,,recognised{TAIL}"), "fact-unknown-measure"),
        (ZHIPU, added(f"x-1,revenue,7243,,,CNY,FY2027,,recognised{TAIL}"), "fact-jump"),
        (ZHIPU, added(f"x-1,offer_shares,999999999,,,shares,2026-09-16,,as_stated{TAIL}"), "fact-above-whole"),
        (ZHIPU, added(f"{OTHER}{TAIL}".replace("hkex-2513-results", "nobody")), "fact-unknown-source"),
        (ZHIPU, added(f"{OTHER}{TAIL}".replace("exact", "sure")), "fact-not-allowed"),
        (ZHIPU, added(f"{OTHER}{TAIL}".replace("2026-10-08", "2026-01-01")), "fact-read-before-known"),
        (ZHIPU, added(f"{OTHER}{TAIL}".replace("08,,", "08,ghost,")), "fact-supersedes-nothing"),
        (ZHIPU, lambda lines: [*lines, lines[1]], "fact-twice"),
        (ZHIPU, lambda lines: [*lines, lines[1].replace("-1,", "-9,", 1)], "fact-twice"),
        (ZHIPU, added("x-1,revenue,5"), "row-wrong-length"),
        (ZHIPU, added('x-1,revenue,"5'), "row-broken"),
        (ZHIPU, lambda lines: [lines[0].replace("basis,", "bases,"), *lines[1:]], "file-lacks-column"),
        (STAFF, cell(2, ",25681600,", ",25681601,"), "fact-total"),
        (STAFF, cell(3, ",1205200,", ",1205201,"), "fact-total"),
        (STAFF, cell(3, ",1205200,", ",990000000,"), "fact-above-whole"),
        (STAFF, cell(3, ",2026-07-08,2026-07-08,", ",2026-07-07,2026-07-08,"), "fact-day-order"),
        ("sources.csv", cell(2, "21st Century Business Herald on MiniMax unlock day, 2026-07-09", ""), None),
        ("sources.csv", added("bare,press,Paper,,,2026-01-01,"), "fact-source-unnamed"),
        ("bars/2513.HK.csv", cell(3, ",158.6,", ",15860000,"), "fact-jump"),
        ("bars/2513.HK.csv", lambda lines: [*lines, lines[1]], "fact-twice"),
        ("listings.csv", added("nobody,1.XX,1,XXXX,,,HKD,UTC,article,"), "fact-unknown-company"),
        ("measures.toml", cell(1, "#", "["), "file-measures"),
        ("events.csv", cell(2, ",2026-06-01,", ",June,"), "fact-not-a-period"),
        ("events.csv", added("ghost,2026-06-01,filing,Files,递表,article,"), "fact-unknown-company"),
        ("events.csv", added("zhipu,2026-06-02,filing,Files,递表,nobody,"), "fact-unknown-source"),
        ("events.csv", lambda lines: [*lines, lines[1]], "fact-twice"),
        ("base_rates.csv", cell(2, ",-0.007,", ",-7,"), "fact-percent"),
        ("base_rates.csv", cell(2, ",1914,", ",many,"), "fact-not-a-number"),
        ("unlock_cases.csv", cell(2, ",-0.054,", ",-5.4,"), "fact-percent"),
        ("willingness.csv", cell(2, ",0,0.05,", ",0.5,0.05,"), "fact-range-order"),
        ("willingness.csv", cell(2, ",0,0.05,", ",0,5,"), "fact-percent"),
        ("lockups/locks.csv", cell(2, "hkex-cornerstone", "star-controlling"), "fact-rule-venue"),
        ("lockups/locks.csv", cell(2, "hkex-cornerstone", "no-such-rule"), "fact-unknown-rule"),
        ("lockups/locks.csv", added("moonshot,six months,hkex-cornerstone,"), "fact-unknown-listing"),
        ("lockups/rules.csv", cell(2, ",6,months,", ",six,months,"), "fact-not-a-number"),
        ("lockups/rules.csv", cell(2, ",eve,", ",days,"), "fact-not-allowed"),
        ("lockups/amendments.csv", cell(2, "2022-12-29", "later"), "fact-not-a-day"),
        (STAFF, cell(3, ",2026-07-07,2026-07-08,", ",2026-01-06,2026-01-07,"), "fact-before-listing"),
    ],
)  # fmt: skip
def test_each_planted_fault_is_named_with_its_line(tmp_path: Path, file: str, edit: Edit, key: str | None) -> None:
    folder = tmp_path / "facts"
    shutil.copytree(shipped.FOLDER, folder)
    lines = (folder / file).read_text(encoding="utf-8").split("\n")[:-1]
    edited = edit(lines)
    (folder / file).write_text("\n".join(edited) + "\n", encoding="utf-8")
    faults = check(folder).faults
    if key is None:
        assert faults == ()  # an address alone is enough
        return
    touched = [n for n, text in enumerate(edited, 1) if n > len(lines) or text != lines[n - 1]]
    found = [f for f in faults if f.what.key == key]
    assert found, [(f.file, f.line, f.what.key) for f in faults]
    assert found[0].file == file
    assert found[0].line in (*touched, touched[0] + 1, 0, 2)


def test_a_file_in_another_encoding_is_named_by_its_line(tmp_path: Path) -> None:
    folder = tmp_path / "facts"
    shutil.copytree(shipped.FOLDER, folder)
    path = folder / "aliases.csv"
    path.write_bytes(path.read_bytes() + "zhipu,智谱清言大模型,zh,product,no,\n".encode("gb18030"))
    lines = path.read_bytes().count(b"\n")
    assert [(f.file, f.line, f.what.key) for f in check(folder).faults] == [("aliases.csv", lines, "row-not-utf8")]


def test_a_file_cut_in_half_loses_no_more_than_its_last_row(tmp_path: Path) -> None:
    folder = tmp_path / "facts"
    shutil.copytree(shipped.FOLDER, folder)
    path = folder / "bars" / "2513.HK.csv"
    content = path.read_bytes()
    cut = content[: content.index(b"\n", len(content) // 2) + 14]
    path.write_bytes(cut)
    assert [(f.file, f.line, f.what.key) for f in check(folder).faults] == [
        ("bars/2513.HK.csv", cut.count(b"\n") + 1, "row-wrong-length")
    ]
