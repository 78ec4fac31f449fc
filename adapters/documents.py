"""What is generated from the code: the README's lists of commands and settings, and .env.example."""

from __future__ import annotations

import re
from pathlib import Path

from adapters.settings import Settings
from adapters.words import Writers
from bot.commands.table import COMMANDS
from bot.text import Message


def refreshed(root: Path) -> dict[Path, str]:
    """Returns the generated files of a checkout as they should be now, by path."""
    readme = (root / "README.md").read_text(encoding="utf-8")
    readme = _between(readme, "commands", _commands())
    readme = _between(readme, "settings", _settings())
    return {root / "README.md": readme, root / ".env.example": _example()}


def _between(text: str, mark: str, rows: list[str]) -> str:
    pattern = rf"(<!-- {mark} -->\n[^\n]*\n[^\n]*\n).*?(<!-- /{mark} -->)"
    return re.sub(pattern, lambda m: m[1] + "".join(f"{row}\n" for row in rows) + m[2], text, flags=re.DOTALL)


def _commands() -> list[str]:
    english = Writers().of("en")
    return [f"| `/{c.name}` | {english.plain(Message(c.summary))} | `{c.examples[0]}` |" for c in COMMANDS]


def _settings() -> list[str]:
    return [f"| `{f.validation_alias}` | {f.description} |" for f in Settings.model_fields.values()]


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
