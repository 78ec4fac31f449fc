"""`twinstar demo`: both alerts fire, on a machine where nothing is set up, in less than a minute."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters import demo
from adapters.main import main


def test_both_alerts_fire_in_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["demo", "--seconds", "0"]) == 0
    said = capsys.readouterr().out
    assert "past HK$1tn" in said
    assert "come free in 7 days" in said.replace("\n", " ")
    assert "come free in 1 day," in said.replace("\n", " ")
    assert "— 8 Jul 2026" in said
    assert not list(tmp_path.iterdir())


def test_it_speaks_chinese_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["demo", "--seconds", "0", "--language", "zh"]) == 0
    assert "解禁" in capsys.readouterr().out


def test_at_its_own_pace_it_is_over_within_a_minute() -> None:
    days = demo.UNTIL.day_in("UTC").since(demo.FROM.day_in("UTC"))
    assert days * demo.SECONDS_A_DAY < 45
