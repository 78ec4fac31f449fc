"""What is posted, read by the compiler of Slack's own types (@slack/types); in `make soak`, as it needs npm.

The versions are pinned in tests/typescript/package.json. What the package does not know, the chart block, has a type of
ours in native.ts, with a line that fails as soon as the package brings its own; refused.ts is the control.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from adapters.slack.dressing import modal, with_receipt, with_share
from adapters.slack.render import render
from adapters.slack.tables import STEPS
from bot.answer import Choice
from bot.call import Ask
from bot.text import Name
from tests.adapters.samples import SAMPLES, plain
from tests.adapters.writers import LANGUAGES, writer

PROJECT = Path(__file__).parents[2] / "typescript"
PAYLOADS = Path(__file__).parents[2] / "payloads" / "slack"
NPM = shutil.which("npm")

pytestmark = [pytest.mark.soak, pytest.mark.skipif(NPM is None, reason="npm is not installed here")]


def run(folder: Path, *command: str) -> str:
    """Runs a command and returns what it said; fails with that when it failed."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_everything_posted_is_what_slacks_own_types_say(tmp_path: Path) -> None:
    folder = tmp_path / "typescript"
    shutil.copytree(PROJECT, folder)
    run(folder, str(NPM), "install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts")
    written = 0
    for name, (kind, value) in {**dict(recorded()), **dict(made())}.items():
        literal = json.dumps(value, ensure_ascii=False)
        line = f'import type {{ {kind} }} from "./native.js";\nexport const said: {kind} = {literal};\n'
        (folder / f"{name}.ts").write_text(line, encoding="utf-8")
        written += 1
    assert written > 40
    run(folder, "node", "node_modules/typescript/bin/tsc", "--project", ".")


def recorded() -> Iterator[tuple[str, tuple[str, Any]]]:
    """Yields every message of the recorded payloads."""
    for file in sorted(PAYLOADS.glob("*.json")):
        for number, message in enumerate(json.loads(file.read_text(encoding="utf-8"))):
            yield f"recorded-{file.stem}-{number}", ("Message", message)


def made() -> Iterator[tuple[str, tuple[str, Mapping[str, Any]]]]:
    """Yields each sample at every step, with menu, share button and receipt, and as a window."""
    more = tuple(Choice(plain(Name(f"Choice {n}")), Ask("value", f"zhipu {n}")) for n in range(9))
    for name, sample in SAMPLES.items():
        for language in LANGUAGES:
            write, answer = writer(language), sample()
            for step in STEPS:
                messages = with_share(render(answer, write, step), "r", write)
                for number, message in enumerate(with_receipt(messages, "r")):
                    yield f"{name}-{language}-{step}-{number}", ("Message", message.arguments())
            yield f"{name}-{language}-window", ("Modal", modal(render(answer, write, "monospace"), "Where"))
    answer = SAMPLES["value"]()
    (menu,) = render(type(answer)(answer.headline, choices=more), writer("en"))
    yield "menu", ("Message", menu.arguments())
