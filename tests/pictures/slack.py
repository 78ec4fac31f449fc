"""A picture of each kind of message on Slack: make pictures, then look at build/pictures/slack.

The answers are the real ones, rendered as they are posted; without chromium only the pages are written.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from adapters.bootstrap import open_house
from adapters.slack.dressing import with_share
from adapters.slack.render import render
from adapters.slack.tables import Step
from adapters.slack.wording import as_typed
from bot.call import Ask, Call, Person, Place
from bot.days import Instant
from bot.text import Language
from tests.pictures.block_kit import page

KINDS: dict[str, str] = {
    "value": "/value zhipu on 2026-06-24",
    "compare": "/compare zhipu minimax",
    "long-table": "/help measures",
    "sources": "/sources zhipu market value",
    "rank": "/rank zhipu minimax openai anthropic by market value",
    "history": "/history zhipu",
    "mirror": "/mirror",
    "claims": "/claims",
    "receipt": "/explain zhipu market value",
    "help": "/help",
    "error": "/value nobody-knows",
    "choices": "/answers",
    "csv": "/csv value zhipu",
    "chinese": "/compare 智谱 稀宇",
    "chinese-value": "智谱 市值 6月24日",
    "chinese-help": "/help 帮助",
}
LOWER: dict[str, Step] = {"compare": "monospace", "chinese": "monospace"}
"""Kinds that are drawn once more as a workspace without native blocks sees them."""

NOON = Instant(datetime(2026, 6, 25, 9, tzinfo=UTC))


class Noon:
    """The clock of the pictures, which always come out alike."""

    def now(self) -> Instant:
        return NOON


def main(folder: Path) -> None:
    """Writes a page and a picture of each kind into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as home:
        house = open_house(f"sqlite:///{home}/twinstar.db", Noon())
        for number, (kind, line) in enumerate(KINDS.items()):
            language: Language = "zh" if kind.startswith("chinese") else "en"
            call = Call(Ask.of(line), Place("slack", "T1", "C1"), Person("slack", "T1", "U1"), str(number), language)
            answer = as_typed(house.turns.take(call).answer, "/twinstar", house.table.by_name)
            for step in ("native", LOWER.get(kind)):
                if step is not None:
                    writer = house.writers.of(language)
                    messages = render(answer, writer, step)
                    if answer.visible_to == "everyone":
                        messages = with_share(messages, "r", writer)
                    shown = [{**m.arguments(), "only": m.private} for m in messages]
                    drawn(folder / f"{kind}{'' if step == 'native' else '-' + step}.html", shown, chromium)
        house.close()


def drawn(file: Path, messages: list[dict[str, Any]], chromium: str | None) -> None:
    """Writes one page and, with a browser, its picture."""
    file.write_text(page(messages), encoding="utf-8")
    if chromium:
        size = "--window-size=720,1400"
        picture = f"--screenshot={file.with_suffix('.png')}"
        command = [
            chromium,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            size,
            picture,
            str(file),
        ]
        subprocess.run(command, capture_output=True, timeout=60, check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("build/pictures/slack"))
