"""What is generated from the code: the README's lists of commands and settings, its example, and .env.example."""

from __future__ import annotations

import argparse
import re
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from adapters.bootstrap import open_house
from adapters.clock import StoppedClock
from adapters.command_line import parser
from adapters.console.talk import Talk
from adapters.settings import Settings
from adapters.words import Writers
from bot.commands.table import COMMANDS
from bot.days import Instant
from bot.text import Message

EXAMPLE = "/value zhipu on 2026-06-24"


def refreshed(root: Path) -> dict[Path, str]:
    """Returns the generated files of a checkout as they should be now, by path."""
    readme = (root / "README.md").read_text(encoding="utf-8")
    readme = _between(readme, "commands", _commands())
    readme = _between(readme, "settings", _settings())
    readme = _between(readme, "console", _console())
    readme = re.sub(
        r"(<!-- example -->\n).*?(<!-- /example -->)", lambda m: m[1] + _shown() + m[2], readme, flags=re.DOTALL
    )
    return {root / "README.md": readme, root / ".env.example": _example()}


def _between(text: str, mark: str, rows: list[str]) -> str:
    pattern = rf"(<!-- {mark} -->\n[^\n]*\n[^\n]*\n).*?(<!-- /{mark} -->)"
    return re.sub(pattern, lambda m: m[1] + "".join(f"{row}\n" for row in rows) + m[2], text, flags=re.DOTALL)


def _shown() -> str:
    """What the first example of the README really prints, on the shipped facts and a clock that stands."""
    with TemporaryDirectory() as folder:
        clock = StoppedClock(Instant.of("2026-06-25T09:00+00:00"))
        house = open_house(f"sqlite:///{folder}/readme.db", clock, in_terminal=True)
        out = StringIO()
        try:
            Talk(house.turns.take, house.writers.of, None, out).pipe(StringIO(EXAMPLE + "\n"))
        finally:
            house.close()
    return f"```console\n$ printf '{EXAMPLE}\\n' | make run\n{out.getvalue().rstrip()}\n```\n"


def _commands() -> list[str]:
    english = Writers().of("en")
    return [f"| `/{c.name}` | {english.plain(Message(c.summary))} | `{c.examples[0]}` |" for c in COMMANDS]


def _settings() -> list[str]:
    return [f"| `{f.validation_alias}` | {f.description} |" for f in Settings.model_fields.values()]


def _console() -> list[str]:
    """A row for each command of the command line, those beneath another one in its row."""
    [found] = [a for a in parser()._actions if isinstance(a, argparse._SubParsersAction)]
    return [f"| `twinstar {each.dest}` | {each.help} |" for each in found._choices_actions]


def _example() -> str:
    lines = ["# Settings of Twinstar; copy to .env and fill in what you need. `make docs` rewrites this file."]
    for field in Settings.model_fields.values():
        lines += ["", f"# {field.description}", f"# {field.validation_alias}="]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Rewrites the generated files of the checkout one stands in."""
    for path, text in refreshed(Path.cwd()).items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
