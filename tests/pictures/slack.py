"""A picture of each kind of message on Slack: make pictures, then look at build/pictures/slack.

The answers are the real ones, rendered as they are posted; without chromium only the pages are written.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from adapters.bootstrap import House
from adapters.slack.dressing import with_share
from adapters.slack.render import render
from adapters.slack.tables import Step
from adapters.slack.wording import as_typed
from bot.answer import Answer
from bot.text import Language
from tests.pictures.block_kit import page
from tests.pictures.browser import chromium, photographed
from tests.pictures.scenes import ALERTED, KINDS, alerted, answered, language_of, posed

LOWER: dict[str, Step] = {"compare": "monospace", "chinese": "monospace"}
"""Kinds that are drawn once more as a workspace without native blocks sees them."""


def messages(
    house: House, answer: Answer, language: Language, step: Step = "native", *, shared: bool = True
) -> list[dict[str, Any]]:
    """Returns the arguments of the messages that say an answer, those for the asker alone marked `only`.

    What was asked in a channel can be shared there; what is posted by itself is shared already.
    """
    writer = house.writers.of(language)
    rendered = render(as_typed(answer, "/twinstar", house.table.by_name), writer, step)
    if shared and answer.visible_to == "everyone":
        rendered = with_share(rendered, "r", writer)
    return [{**each.arguments(), "only": each.private} for each in rendered]


def main(folder: Path) -> None:
    """Writes a page and a picture of each kind into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    browser = chromium()
    with posed() as (house, _):
        found = {kind: answered(house, "slack", line, language_of(kind)) for kind, line in KINDS.items()}
        for kind, answer in {**found, ALERTED: alerted("slack", "en")}.items():
            for step in ("native", LOWER.get(kind)):
                if step is not None:
                    file = folder / f"{kind}{'' if step == 'native' else '-' + step}.html"
                    file.write_text(_page(house, kind, answer, step), encoding="utf-8")
                    if browser:
                        photographed(file.read_text(encoding="utf-8"), file.with_suffix(".png"), browser)


def _page(house: House, kind: str, answer: Answer, step: Step) -> str:
    return page(messages(house, answer, language_of(kind), step, shared=kind != ALERTED))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("build/pictures/slack"))
