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
from adapters.slack.forms import form_view
from adapters.slack.render import render
from adapters.slack.tables import Step
from adapters.slack.wording import as_typed
from bot.answer import Answer
from bot.call import Ask, Call, Person, Place
from bot.commands.welcome import welcome
from bot.days import Instant
from bot.text import Language
from tests.pictures.block_kit import page, window

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
WINDOWS: dict[str, str] = {
    "form-begun": "/alert new",
    "form-level": "/alert form zhipu market value above HK$1.1tn",
    "form-unlock": "/alert form unlock zhipu",
    "form-open": "/alert form ratio zhipu minimax",
    "form-chinese": "/alert form 智谱 5个交易日内 涨跌 10%",
}
"""Windows as they stand when they were opened by a line."""

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
        for kind, line in WINDOWS.items():
            language = "zh" if kind.endswith("chinese") else "en"
            call = Call(Ask.of(line), Place("slack", "T1", "C1"), Person("slack", "T1", "U1"), kind, language)
            form, writer = house.turns.take(call).form, house.writers.of(language)
            assert form is not None
            preview = [b for m in render(Answer(form.title, form.preview), writer, "monospace") for b in m.blocks][1:]
            pictured(folder / f"{kind}.html", window(form_view(form, writer, "C1", preview)), chromium)
        for language in ("en", "zh"):
            for each in ("/alert add unlock zhipu T-7", "/alert add minimax overtakes zhipu", "/home"):
                call = Call(Ask.of(each), Place("slack", "T1", "U1"), Person("slack", "T1", "U1"), each, language)
                answer = as_typed(house.turns.take(call).answer, "/twinstar", house.table.by_name)
            blocks = [block for m in render(answer, house.writers.of(language), "monospace") for block in m.blocks]
            pictured(folder / f"home-{language}.html", window({"type": "home", "blocks": blocks}), chromium)
            shown = [m.arguments() for m in render(welcome(language), house.writers.of(language))]
            drawn(folder / f"welcome-{language}.html", shown, chromium)
        house.close()


def drawn(file: Path, messages: list[dict[str, Any]], chromium: str | None) -> None:
    """Writes one page of messages and, with a browser, its picture."""
    pictured(file, page(messages), chromium)


def pictured(file: Path, content: str, chromium: str | None) -> None:
    """Writes one page and, with a browser, its picture."""
    file.write_text(content, encoding="utf-8")
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
