"""What the import linter, the linter and the type checker have to say about a tree."""

from __future__ import annotations

from pathlib import Path

from tests.project.tree import Fault, run


def broken_contracts(root: Path) -> list[Fault]:
    """Returns the import contracts of .importlinter that the tree breaks, with the imports that break them."""
    said = run(
        root,
        "-c",
        "from importlinter.cli import lint_imports_command; lint_imports_command()",
        "--no-cache",
        "--no-logo",
    )
    if said.returncode == 0:
        return []
    told = said.stdout + said.stderr
    broken = [line.removesuffix(" BROKEN") for line in told.splitlines() if line.endswith(" BROKEN")]
    detail = told.partition("Broken contracts")[2] or told
    return [
        Fault(
            ".importlinter",
            f"{'; '.join(broken) or 'could not be read'}\n{detail}",
            "move the import down a ring or a floor; a new module of bot gets its floor in .importlinter",
        )
    ]


def lint(root: Path) -> list[Fault]:
    """Returns what ruff finds."""
    said = run(root, "-m", "ruff", "check", "--no-cache", "--output-format", "concise", ".")
    return (
        []
        if said.returncode == 0
        else [Fault("ruff", said.stdout + said.stderr, "make fix, then by hand what is left")]
    )


def types(root: Path) -> list[Fault]:
    """Returns what mypy finds."""
    said = run(root, "-m", "mypy")
    return [] if said.returncode == 0 else [Fault("mypy", said.stdout + said.stderr, ".venv/bin/python -m mypy")]
