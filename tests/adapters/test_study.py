"""`twinstar study` on the command line: one line of JSON for programs, the answer for people."""

from __future__ import annotations

import json

import pytest

from adapters.main import main

ASKED = ("--estimation=-20:-6", "--windows=-5:-1,0:1,2:10", "--json", "--at", "2026-11-23T09:00Z")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    return f"sqlite:///{tmp_path_factory.mktemp('study') / 'study.db'}"


def answered(out: str) -> dict[str, object]:
    (line,) = out.splitlines()
    found: dict[str, object] = json.loads(line)
    return found


def test_a_program_gets_per_cent_by_window(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["study", "zhipu", "2026-07-08", "--method", "raw", *ASKED, "--database", database])
    found = answered(capsys.readouterr().out)
    assert status == 0
    windows = found["windows"]
    assert isinstance(windows, dict)
    assert list(windows) == ["-5:-1", "0:1", "2:10"]
    by_hand = 100 * ((1825 / 1610 - 1) + (2032 / 1825 - 1))
    assert windows["0:1"] == pytest.approx(by_hand, abs=0.01)
    assert found["n"] == 15
    assert isinstance(found["warnings"], list)


def test_a_peer_is_taken_off_day_by_day(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    peer = ["study", "minimax", "2026-07-09", "--method", "peer", "--peer", "zhipu", *ASKED]
    assert main([*peer, "--database", database]) == 0
    found = answered(capsys.readouterr().out)
    own = (297.4 / 362.6 - 1) + (268.6 / 297.4 - 1)
    theirs = (2032 / 1825 - 1) + (1640 / 2032 - 1)
    windows = found["windows"]
    assert isinstance(windows, dict)
    assert windows["0:1"] == pytest.approx(100 * (own - theirs), abs=0.01)
    assert any("8 Jul 2026" in str(w) for w in found["warnings"])  # type: ignore[attr-defined]


def test_what_cannot_be_studied_is_one_line_too(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--database", database, "study", "openai", "2026-07-08", *ASKED]) == 1
    found = answered(capsys.readouterr().out)
    assert found["windows"] == {}
    assert "not listed" in str(found["warnings"])


def test_a_person_gets_the_answer(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["study", "zhipu", "2026-07-08", "--at", "2026-11-23T09:00Z", "--database", database]) == 0
    assert "says when, not why" in capsys.readouterr().out
