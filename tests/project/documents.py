"""What the pages say against what the code offers: commands, settings, generated parts, the lock file."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.project.tree import Fault, run

_OFFERED = """
import json
from adapters.settings import Settings
from bot.commands.table import COMMANDS
print(json.dumps({
    "commands": [c.name for c in COMMANDS],
    "settings": [str(f.validation_alias or (Settings.model_config.get("env_prefix", "") + n).upper())
                 for n, f in Settings.model_fields.items()],
}))
"""
_STALE = """
from pathlib import Path
from adapters.documents import refreshed
root = Path.cwd()
print("\\n".join(p.relative_to(root).as_posix() for p, text in refreshed(root).items() if p.read_text("utf-8") != text))
"""

_PICTURES = """
from pathlib import Path
from tests.pictures.shown import faults
print("\\n".join(faults(Path.cwd())))
"""


def undocumented(root: Path) -> list[Fault]:
    """Returns commands that the README leaves out, and settings that it or .env.example does."""
    said = run(root, "-c", _OFFERED)
    if said.returncode != 0:
        return [Fault("bot/commands/table.py or adapters/settings.py", f"cannot be read:\n{said.stderr}")]
    offered = json.loads(said.stdout)
    readme = (root / "README.md").read_text(encoding="utf-8")
    example = (root / ".env.example").read_text(encoding="utf-8")
    faults = [
        Fault("README.md", f"says nothing of the command /{name}", "make docs")
        for name in offered["commands"]
        if not re.search(rf"`/{re.escape(name)}(?![\w-])", readme)
    ]
    for name in offered["settings"]:
        word = rf"(?<![A-Z_]){re.escape(name)}(?![A-Z_])"
        pages = {"README.md": readme, ".env.example": example}
        faults += [
            Fault(page, f"says nothing of the setting {name}", "make docs")
            for page, t in pages.items()
            if not re.search(word, t)
        ]
    return faults


def stale(root: Path) -> list[Fault]:
    """Returns generated pages that are no longer what the code would make them."""
    said = run(root, "-c", _STALE)
    if said.returncode != 0:
        return [Fault("adapters/documents.py", f"cannot be run:\n{said.stderr}")]
    return [Fault(name, "is not what the code makes it now", "make docs") for name in said.stdout.split()]


def old_pictures(root: Path) -> list[Fault]:
    """Returns pictures of the README whose messages are not posted like that any more."""
    said = run(root, "-c", _PICTURES)
    if said.returncode != 0:
        return [Fault("tests/pictures/shown.py", f"cannot be run:\n{said.stderr}")]
    return [
        Fault("docs/pictures", line, "make pictures, where chromium is installed; look at them, and commit them")
        for line in said.stdout.splitlines()
        if line
    ]


def tour_faults(root: Path) -> list[Fault]:
    """Returns what the README's tour of the house names that is not there, and packages that it leaves out."""
    readme = (root / "README.md").read_text(encoding="utf-8")
    found = re.search(r"^## A tour of the house\n(.*?)(?=^## )", readme, re.DOTALL | re.MULTILINE)
    if found is None:
        return [Fault("README.md", "has no tour of the house", "write one under “## A tour of the house”")]
    named = {n.rstrip("/") for n in re.findall(r"`((?:bot|data|adapters|tests|docs)/[\w/.-]*)`", found[1])}
    packages = {
        f"{ring}/{each.name}"
        for ring in ("bot", "data", "adapters")
        for each in (root / ring).iterdir()
        if each.is_dir() and any(each.glob("*.*")) and each.name != "__pycache__"
    }
    faults = [
        Fault("README.md", f"its tour leads to {name}, which is not there", "say where that is now")
        for name in sorted(named)
        if not (root / name).exists()
    ]
    return faults + [
        Fault("README.md", f"its tour passes {name} by", "say in the tour what that is for")
        for name in sorted(packages - named)
    ]


def lock_faults(root: Path) -> list[Fault]:
    """Returns what requirements.lock lacks: a dependency, a fitting version, a hash; and any address in it."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    lock = (root / "requirements.lock").read_text(encoding="utf-8")
    entries = [" ".join(e.split(" \\\n    ")) for e in re.split(r"\n(?=\S)", lock.strip()) if not e.startswith("#")]
    pinned: dict[str, list[str]] = {}
    faults: list[Fault] = []
    for entry in entries:
        match = re.match(r"([A-Za-z0-9._-]+)(?:\[[^]]*])?==(\S+)", entry)
        if match is None or "--hash=sha256:" not in entry:
            faults.append(Fault("requirements.lock", f"no version and hash in {entry[:60]!r}", "make lock"))
            continue
        pinned.setdefault(canonicalize_name(match[1]), []).append(match[2])
    if "://" in lock:
        faults.append(Fault("requirements.lock", "holds an address", "make lock"))
    wanted = [
        *project["project"]["dependencies"],
        *project["dependency-groups"]["dev"],
        *project["build-system"]["requires"],
    ]
    for requirement in map(Requirement, wanted):
        versions = pinned.get(canonicalize_name(requirement.name), [])
        if not any(requirement.specifier.contains(version, prereleases=True) for version in versions):
            has = ", ".join(versions) or "nothing"
            faults.append(Fault("requirements.lock", f"has {has} for {requirement}", "make lock"))
    return faults
