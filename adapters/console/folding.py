"""Text in lines as wide as there is room, broken where our tables break theirs.

rich breaks between words alone; Chinese has none, so it would cut a figure in the middle.
"""

from __future__ import annotations

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.measure import Measurement
from rich.text import Text

from bot.words.monospace import columns_of, wrapped


def folded(text: Text) -> RenderableType:
    """Returns a text that breaks beside Chinese characters and never inside a figure; without any, the text itself."""
    return _Folded(text) if columns_of(text.plain) > len(text.plain) else text


class _Folded:
    def __init__(self, text: Text) -> None:
        self._text = text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        lines = [part for line in self._text.split(allow_blank=True) for part in _broken(line, options.max_width)]
        joined = Text("\n").join(lines)
        joined.no_wrap = True
        yield joined

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement.get(console, options, self._text)


def _broken(line: Text, width: int) -> list[Text]:
    """The styled parts of one line; spaces at a break are dropped, as everywhere."""
    parts, start = [], 0
    for each in wrapped(line.plain, width):
        found = line.plain.find(each, start)
        parts.append(line[found : found + len(each)])
        start = found + len(each)
    return parts
