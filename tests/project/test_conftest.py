"""What the shared configuration of the tests promises: the network is closed, long suites leave a ledger."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from tests.project.tree import ROOT, run

LONG = """
import pytest
from hypothesis import given, strategies

@pytest.mark.soak
def test_many_histories(record_property):
    record_property("ledger:histories replayed", 4096)

@given(strategies.integers())
def test_property(number):
    assert number == number

def test_short():
    pass
"""


@pytest.mark.parametrize("host", ["192.0.2.1", "example.org"])
def test_a_test_cannot_reach_past_this_machine(host: str) -> None:
    with pytest.raises(PermissionError, match="stand-ins live on"):
        socket.create_connection((host, 80), timeout=1)


def test_a_soak_runs_the_long_suites_and_the_properties_and_prints_what_they_counted(tmp_path: Path) -> None:
    (tmp_path / "test_long.py").write_text(LONG)
    (tmp_path / "conftest.py").write_text((ROOT / "tests" / "conftest.py").read_text(encoding="utf-8"))
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = soak\n")
    said = run(tmp_path, "-m", "pytest", "-m", "soak", "-p", "no:cacheprovider")
    assert said.returncode == 0, said.stdout
    assert "4096  histories replayed" in said.stdout
    assert "2 passed, 1 deselected" in said.stdout
