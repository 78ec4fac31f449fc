"""The worked example of docs/adding.md, followed word for word in a copy of the house."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "adding.md"

_STEP = re.compile(
    r"^(?:(?P<verb>Append to|Create|In) `(?P<path>[^`]+)`(?:, below `(?P<line>[^`]+)`)?:\n\n)?"
    r"```(?P<kind>\w+)\n(?P<block>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True)
class Step:
    """One block of the page: what to do with it, in which file, below which line."""

    verb: str
    path: str
    line: str
    kind: str
    block: str


def steps() -> list[Step]:
    return [Step(**{k: v or "" for k, v in m.groupdict().items()}) for m in _STEP.finditer(PAGE.read_text("utf-8"))]


def carry_out(step: Step, house: Path) -> None:
    file = house / step.path
    if step.verb == "Create":
        assert not file.exists(), f"{step.path} is there already"
        file.write_text(step.block, encoding="utf-8")
        return
    text = file.read_text(encoding="utf-8")
    if step.verb == "Append to":
        file.write_text(text + step.block, encoding="utf-8")
        return
    assert text.count(f"{step.line}\n") == 1, f"{step.path} has no one line {step.line!r}"
    file.write_text(text.replace(f"{step.line}\n", f"{step.line}\n{step.block}"), encoding="utf-8")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    copy = tmp_path / "house"
    for part in ("bot", "data", "adapters"):
        shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "bin").mkdir()
    program = copy / "bin" / "twinstar"
    program.write_text(f"#!/bin/sh\nexec {sys.executable} -c 'from adapters.main import main; main()' \"$@\"\n")
    program.chmod(0o755)
    return copy


def test_the_page_is_followed_and_shows_what_happens(house: Path) -> None:
    settings = {
        **os.environ,
        "PATH": f"{house / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": str(house),
        "DATABASE_URL": f"sqlite:///{house / 'facts.db'}",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    shown = 0
    for step in steps():
        if step.kind != "console":
            carry_out(step, house)
            continue
        command, _, expected = step.block.removeprefix("$ ").partition("\n")
        said = subprocess.run(
            ["sh", "-c", command], cwd=house, env=settings, capture_output=True, text=True, check=False
        )
        assert said.stderr == ""
        assert said.stdout.strip("\n") == expected.strip("\n")
        shown += 1
    assert shown == 2
