"""Charts of an answer as pictures to be attached, each with the sentence that says what it shows."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from bot.answer import Answer, Chart
from bot.words.clipping import clipped
from bot.words.writer import Writer

log = logging.getLogger(__name__)

LONGEST_DESCRIPTION = 1_024
"""Characters of an attachment's description, its alternative text:
discord.com/developers/docs/resources/message#attachment-object"""

MOST = 4
"""Pictures of one answer; Discord takes ten files of 10 MiB and 25 MiB together, docs/reference#uploading-files."""

LARGEST = 8 * 1024 * 1024

Draw = Callable[[Chart, Writer], bytes | None]
"""Draws a chart as PNG, None for one that cannot be drawn. Called off the event loop."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG with its file name and its alternative text."""

    name: str
    png: bytes
    described: str


def pictures_of(answer: Answer, writer: Writer, draw: Draw | None) -> tuple[Picture, ...]:
    """Returns the charts of an answer as pictures, as many as Discord takes; none where nothing draws.

    A chart that fails to be drawn is logged and left out: the renderer writes it in letters in any case.
    """
    found: list[Picture] = []
    for block in answer.blocks:
        if draw is None or not isinstance(block, Chart) or len(found) == MOST:
            continue
        try:
            png = draw(block, writer)
        except Exception:
            log.exception("a chart could not be drawn")
            continue
        if png and len(png) <= LARGEST:
            described = clipped(writer.plain(block.summary), LONGEST_DESCRIPTION)
            found.append(Picture(f"chart-{len(found) + 1}.png", png, described))
    return tuple(found)
