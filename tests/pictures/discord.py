"""A picture of each kind of message on Discord: make pictures, then look at build/pictures/discord.

The answers are the real ones, rendered as they are posted; without chromium only the pages are written.
"""

from __future__ import annotations

import asyncio
import sys
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from adapters.bootstrap import House
from adapters.charts.album import drawn
from adapters.discord.attached import Attached, attached, shown_in, without_letters
from adapters.discord.render import Step, render
from bot.answer import Answer, AnyChart
from bot.ports import Picture, Theme
from bot.text import Language
from tests.pictures.browser import chromium, photographed
from tests.pictures.components import page
from tests.pictures.scenes import ALERTED, KINDS, alerted, answered, language_of, posed

LOWER: dict[str, Sequence[Step]] = {"compare": ("embed", "text"), "chinese-value": ("embed",)}
"""Kinds that are drawn once more as they are posted where Discord refuses their layout."""


@dataclass(frozen=True, slots=True)
class Posted:
    """The messages that say an answer, those for the asker alone marked `only`, and the files they show by address."""

    messages: Sequence[Mapping[str, Any]]
    files: Mapping[str, str]


def posted(house: House, answer: Answer, language: Language, step: Step = "layout") -> Posted:
    """Returns the messages that say an answer, the first with what is attached to it."""
    writer = house.writers.of(language)
    files = asyncio.run(attached(answer, writer, _draw))
    bodies = [{**each.body, "only": each.private} for each in render(without_letters(answer, files), writer, step)]
    if step == "layout":
        bodies[0] = {**bodies[0], "components": shown_in(bodies[0]["components"], files)}
    return Posted(bodies, {f"attachment://{each.name}": _address(each) for each in files if each.described})


async def _draw(chart: AnyChart, language: Language, theme: Theme) -> Picture | None:
    return drawn(chart, language, theme)


def _address(file: Attached) -> str:
    return f"data:image/png;base64,{b64encode(file.data).decode()}"


def main(folder: Path) -> None:
    """Writes a page and a picture of each kind into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    browser = chromium()
    with posed() as (house, _):
        found = {kind: answered(house, "discord", line, language_of(kind)) for kind, line in KINDS.items()}
        for kind, answer in {**found, ALERTED: alerted("discord", "en")}.items():
            steps: Sequence[Step] = ("layout", *LOWER.get(kind, ()))
            for step in steps:
                made = posted(house, answer, language_of(kind), step)
                file = folder / f"{kind}{'' if step == 'layout' else '-' + step}.html"
                file.write_text(page(made.messages, made.files), encoding="utf-8")
                if browser:
                    photographed(file.read_text(encoding="utf-8"), file.with_suffix(".png"), browser)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("build/pictures/discord"))
