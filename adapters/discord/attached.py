"""What is attached to an answer: its charts as pictures, each with the sentence that says what it shows; its files."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from adapters.discord.limits import ACTION_ROW, COMPONENTS, CONTAINER, SEPARATOR
from bot.answer import Answer, AnyChart, File, Prose
from bot.ports import Picture, Theme
from bot.text import Language
from bot.words.clipping import clipped
from bot.words.figures_csv import figures_csv
from bot.words.writer import Writer

LONGEST_DESCRIPTION = 1_024
"""Characters of an attachment's description, its alternative text:
discord.com/developers/docs/resources/message#attachment-object"""

MOST = 4
LARGEST = 6 * 1024 * 1024
"""Attachments of one answer and bytes of each, inside Discord's ten files, 10 MiB a file and 25 MiB in all:
discord.com/developers/docs/reference#uploading-files"""

MEDIA_GALLERY, FILE = 12, 13
"""Types of component: discord.com/developers/docs/components/reference#component-object-component-types."""

Draw = Callable[[AnyChart, Language, Theme], Awaitable[Picture | None]]
"""Draws a chart beside the event loop, None where it cannot be drawn."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file with its name; `described` is the alternative text of a picture of `chart`, empty for anything else."""

    name: str
    data: bytes
    described: str = ""
    chart: AnyChart | None = None


async def attached(
    answer: Answer, writer: Writer, draw: Draw | None, theme: Theme | None = None
) -> tuple[Attached, ...]:
    """Returns the charts of an answer as pictures, and its files, as many as Discord takes.

    A chart without a picture is written in letters.
    """
    found: list[Attached] = []
    for block in answer.blocks:
        if isinstance(block, File):
            # The mark at the start tells spreadsheets that the text is UTF-8.
            found.append(Attached(block.name, figures_csv(block.figures, writer).encode("utf-8-sig")))
        elif draw is not None and isinstance(block, AnyChart):
            # Most of Discord is looked at on dark ground.
            picture = await draw(block, writer.language, theme or "dark")
            if picture is not None:
                name = f"chart-{len(found) + 1}.png"
                found.append(Attached(name, picture.png, clipped(picture.alt, LONGEST_DESCRIPTION), block))
    return tuple(each for each in found if len(each.data) <= LARGEST)[:MOST]


def without_letters(answer: Answer, files: Sequence[Attached]) -> Answer:
    """Returns an answer whose charts are left to their pictures, but for the sentence that says what each shows."""
    pictured = [each.chart for each in files if each.chart is not None]
    if not pictured:
        return answer
    blocks = (
        Prose((block.summary,)) if isinstance(block, AnyChart) and block in pictured else block
        for block in answer.blocks
    )
    return replace(answer, blocks=tuple(blocks))


def shown_in(components: Sequence[Mapping[str, Any]], files: Sequence[Attached]) -> Sequence[Mapping[str, Any]]:
    """Returns a layout that shows what is attached above its small print and buttons, as far as components are left.

    Discord shows nothing of a file that a layout does not name.
    """
    room = COMPONENTS - _count(components)
    pictures = [
        {
            "type": MEDIA_GALLERY,
            "items": [{"media": {"url": f"attachment://{each.name}"}, "description": each.described}],
        }
        for each in files
        if each.described
    ]
    others = [{"type": FILE, "file": {"url": f"attachment://{each.name}"}} for each in files if not each.described]
    first, *rest = components
    if first["type"] != CONTAINER:
        return components
    inside = list(first["components"])
    ends = (place for place, each in enumerate(inside) if each["type"] in (SEPARATOR, ACTION_ROW))
    place = next(ends, len(inside))
    return [{**first, "components": [*inside[:place], *[*pictures, *others][:room], *inside[place:]]}, *rest]


def _count(components: Sequence[Mapping[str, Any]]) -> int:
    return sum(1 + _count(each.get("components", ())) for each in components)
