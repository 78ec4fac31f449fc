"""One seed is one trace, to the byte: a run that failed can be had again."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


def trace(seed: int, hashes: str, folder: Path) -> bytes:
    """Runs a seed in a process of its own, in which sets have an order of their own."""
    folder.mkdir()
    found = subprocess.run(
        [sys.executable, "-m", "tests.adapters.ticking.trace", str(seed), str(folder)],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": hashes, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert found.returncode == 0, found.stderr.decode()
    return found.stdout


@pytest.mark.parametrize("seed", [1])
def test_one_seed_is_one_trace_of_ticks_alerts_and_rows(seed: int, tmp_path: Path) -> None:
    first, second = (trace(seed, hashes, tmp_path / hashes) for hashes in ("11", "22"))
    assert first == second
    assert first.count(b"\nalert (") > 100, "rows of what was told"
    other = trace(seed + 1, "11", tmp_path / "other")
    assert other != first, "the control: another seed is another trace"
