"""What every picture has: a title, a line under it, small print, and room between them for the chart itself."""

from __future__ import annotations

from adapters.charts.colours import PALETTES, Palette
from adapters.charts.lettering import Lettering
from adapters.charts.sheet import Box, Sheet
from bot.ports import Theme
from bot.text import Message, Name
from bot.words.grid import letters
from bot.words.writer import Writer

WIDTH = 1200
HEIGHT = 675
MARGIN = 44

_TITLE = 38
_SMALLER_TITLE = 30
_UNDER = 22
_SMALL = 18
_BRAND = "Twinstar"


class Frame:
    """A sheet with its title, and the box that is still free. Words come from the writer, cleaned for the fonts."""

    def __init__(self, theme: Theme, writer: Writer, lettering: Lettering) -> None:
        self.palette: Palette = PALETTES[theme]
        self.writer, self.lettering = writer, lettering
        self.sheet = Sheet(WIDTH, HEIGHT, self.palette.paper, lettering)
        self.free = Box(MARGIN, MARGIN, WIDTH - MARGIN, HEIGHT - MARGIN)

    def words(self, said: Message | Name) -> str:
        """Returns a sentence or a name in characters the fonts have; a name that they lack, in the other language.

        A link is its label alone: nobody can press an address in a picture.
        """
        if isinstance(said, Message):
            return self.lettering.drawable(letters(self.writer.spans(said), self.writer))
        names = [self.lettering.drawable(said.written(self.writer.language)), self.lettering.drawable(said.en)]
        return next((name for name in names if name and "□" not in name), names[0] or names[1])

    def head(self, title: Message, under: str) -> None:
        """Sets the title in one row, or in two smaller ones, and a quiet line under it; takes their room."""
        words, room = self.words(title), self.free.right - self.free.left
        size = _TITLE
        rows: tuple[str, ...] = (words,) if words else ()
        if self.lettering.width(words, size, bold=True) > room:
            size = _SMALLER_TITLE
            rows = self.lettering.rows(words, size, room, 2, bold=True)
        y = self.free.top
        for row in rows:
            y += round(size * 0.92)
            self.sheet.text(row, self.free.left, y, size, self.palette.strong, bold=True)
            y += round(size * 0.34)
        under = self.lettering.clipped(under, _UNDER, room)
        if under:
            y += round(_UNDER * 0.96)
            self.sheet.text(under, self.free.left, y, _UNDER, self.palette.quiet)
            y += round(_UNDER * 0.3)
        self.free = Box(self.free.left, y + 14, self.free.right, self.free.bottom)

    def foot(self, note: Message | None, more: str = "") -> None:
        """Sets the small print and who drew it below the chart; takes their room."""
        base = HEIGHT - 22
        width = self.lettering.width(_BRAND, _SMALL, bold=True)
        self.sheet.text(_BRAND, self.free.right - width, base, _SMALL, self.palette.quiet, bold=True)
        between = " " if self.writer.language == "en" else ""
        said = between.join(part for part in (more, self.words(note) if note else "") if part)
        said = self.lettering.clipped(said, _SMALL, self.free.right - self.free.left - width - 40)
        self.sheet.text(said, self.free.left, base, _SMALL, self.palette.quiet)
        self.free = Box(self.free.left, self.free.top, self.free.right, base - 32)

    def nothing(self) -> None:
        """Says in the middle that there is nothing to draw."""
        words = self.lettering.clipped(self.words(Message("chart-empty")), 28, self.free.right - self.free.left)
        x = (self.free.left + self.free.right - self.lettering.width(words, 28)) / 2
        self.sheet.text(words, x, (self.free.top + self.free.bottom) / 2, 28, self.palette.quiet)
