"""The tree that a check looks at: its own or a copy in which a fault was planted."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RINGS = ("bot", "data", "adapters")
_NOT_OURS = {".git", ".venv", "__pycache__", "build", "dist", "node_modules"}


@dataclass(frozen=True)
class Fault:
    """One thing that breaks a rule: where it stands, what it is, and what mends it."""

    place: str
    what: str
    mend: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.what}" + (f"\n    mend: {self.mend}" if self.mend else "")


def report(faults: list[Fault]) -> str:
    """Returns faults as the message of a failing test."""
    return "\n" + "\n".join(str(fault) for fault in faults)


def sources(root: Path, *folders: str) -> Iterator[Path]:
    """Yields the Python files below some folders, in a fixed order."""
    for folder in folders or RINGS:
        yield from (p for p in sorted((root / folder).rglob("*.py")) if "__pycache__" not in p.parts)


def parsed(path: Path) -> ast.Module:
    """Returns a file's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def name_of(path: Path, root: Path) -> str:
    """Returns a file's address inside the tree, with slashes."""
    return path.relative_to(root).as_posix()


def module_of(path: Path, root: Path) -> str:
    """Returns the dotted name by which a source file is imported."""
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def every_file(root: Path) -> Iterator[Path]:
    """Yields every file that belongs to the project: what git tracks or would, else all but caches."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0 and (root / ".git").exists():
        names = sorted({root / n for n in listed.stdout.decode().split("\0") if n})
        yield from (p for p in names if p.is_file())
        return
    for folder, below, files in os.walk(root):
        below[:] = sorted(d for d in below if d not in _NOT_OURS and not (d.startswith(".") and d.endswith("_cache")))
        yield from (Path(folder) / f for f in sorted(files))


def run(root: Path, *command: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Runs this Python with arguments inside a tree, whose packages come first, and returns what it said."""
    surroundings = {**os.environ, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1", "NO_COLOR": "1"}
    return subprocess.run(
        [sys.executable, *command],
        cwd=root,
        env=surroundings if env is None else env,
        capture_output=True,
        text=True,
        check=False,
    )
