"""The plan of the house holds. Each failure says where, what, and the one thing that mends it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.project import catalogue, documents, literals, quiet_import, shape, tools
from tests.project.tree import ROOT, Fault, report

pytestmark = pytest.mark.gate

RULES: dict[str, Callable[[Path], list[Fault]]] = {
    "rings and floors are kept, and nothing is imported in a circle": tools.broken_contracts,
    "the linter is content": tools.lint,
    "the types are right": tools.types,
    "importing any module reaches nothing and builds nothing": quiet_import.noisy_imports,
    "nothing is imported late without a reason": shape.late_imports,
    "files stay short": shape.long_files,
    "nothing sleeps outside adapters": shape.sleepers,
    "no file names a package host or a folder of one machine": shape.addresses,
    "no sentence stands in answers or commands": literals.sentences,
    "the catalogue is whole in both languages": catalogue.catalogue_faults,
    "every command and setting is documented": documents.undocumented,
    "generated pages are fresh": documents.stale,
    "the README's pictures show what is posted now": documents.old_pictures,
    "the tour of the house is true": documents.tour_faults,
    "the lock covers every dependency": documents.lock_faults,
}


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_rule_holds(rule: Callable[[Path], list[Fault]]) -> None:
    faults = rule(ROOT)
    assert not faults, report(faults)


@pytest.mark.parametrize("status", [0, 1, 3])
def test_ci_runs_the_gate_and_passes_its_status_on(status: int, tmp_path: Path) -> None:
    make = tmp_path / "make"
    make.write_text(f'#!/bin/sh\necho "make $*"\nexit {status}\n')
    make.chmod(0o755)
    said = subprocess.run(
        [str(ROOT / ".ci" / "run")],
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (said.returncode, said.stdout) == (status, "make test\n")


def test_set_up_refuses_an_old_python_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / ".ci").mkdir()
    for name in (".ci/setup", "requirements.lock", "pyproject.toml"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    old = tmp_path / "python3"
    old.write_text('#!/bin/sh\ncase "$2" in *exit*) exit 1;; *) echo 3.9;; esac\n')
    old.chmod(0o755)
    said = subprocess.run(
        ["sh", ".ci/setup"],
        cwd=tmp_path,
        env={"PATH": "/usr/bin:/bin", "PYTHON": str(old)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr.startswith("Twinstar needs Python 3.11 to 3.14 and found 3.9") and said.stderr.count("\n") == 1
    assert not (tmp_path / ".venv").exists()
