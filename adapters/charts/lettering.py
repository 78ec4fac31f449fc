"""Letters: fonts that come with the package, how wide a text is, and how to make it fit."""

from __future__ import annotations

import math
from functools import cached_property
from pathlib import Path

from PIL import ImageFont

from bot.text import has_han
from bot.words.clipping import one_line, safe_cut, units

FONTS = Path(__file__).parent / "fonts"

RISE = 0.94
"""How far letters of these fonts rise above the base line, as a share of the size: an accented capital, a character."""

FALL = 0.26
"""How far they fall below it."""

MISSING = "□"
"""What stands for a character that the fonts lack."""

ELLIPSIS = "..."
"""Where a text was cut: the one character for it stands at half height in a Chinese font, as Chinese wants it."""

_NARROW = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "…": ELLIPSIS})
"""Marks that a Chinese font sets as wide as a Chinese character, and what takes their place in other texts."""

_MOST_CHARACTERS = 300


def rise(size: int) -> int:
    """Returns the whole pixels a row of letters takes above its base line."""
    return math.ceil(size * RISE)


def row_height(size: int) -> int:
    """Returns the whole pixels a row of letters takes."""
    return rise(size) + math.ceil(size * FALL)


class Lettering:
    """The fonts at every size asked for, each read once.

    Bold has only the characters that titles and names are known to need; a text with any other is set in Regular, so
    that one word is never in two weights. Texts are laid out by Pillow itself: the layout library that it may find on a
    machine would move letters from one machine to the next.
    """

    def __init__(self) -> None:
        self._fonts: dict[tuple[str, int], ImageFont.FreeTypeFont] = {}

    @cached_property
    def regular(self) -> frozenset[str]:
        """Returns the characters of the Regular font."""
        return _characters("Regular")

    @cached_property
    def bold(self) -> frozenset[str]:
        """Returns the characters of the Bold font."""
        return _characters("Bold")

    def drawable(self, text: str) -> str:
        """Returns a text on one line, of characters that the fonts have, and no longer than a picture could show."""
        line = one_line(text)[:_MOST_CHARACTERS]
        line = line if has_han(line) else line.translate(_NARROW)
        return "".join(c if c in self.regular else MISSING for c in line).strip()

    def font(self, text: str, size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
        """Returns the font that a text is set in."""
        weight = "Bold" if bold and self.bold.issuperset(text) else "Regular"
        found = self._fonts.get((weight, size))
        if found is None:
            path = FONTS / f"NotoSansSC-{weight}.otf"
            found = ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)
            self._fonts[weight, size] = found
        return found

    def width(self, text: str, size: int, *, bold: bool = False) -> int:
        """Returns how many pixels a text takes in a row."""
        return int(self.font(text, size, bold=bold).getlength(text)) + 1 if text else 0

    def clipped(self, text: str, size: int, room: float, *, bold: bool = False) -> str:
        """Returns the text, or as much of it as fits with an ellipsis, no figure cut; empty where nothing fits."""
        if self.width(text, size, bold=bold) <= room:
            return text
        low, high = 0, units(text)
        while low < high:
            middle = (low + high + 1) // 2
            cut = text[: safe_cut(text, middle)].rstrip() + ELLIPSIS
            low, high = (middle, high) if self.width(cut, size, bold=bold) <= room else (low, middle - 1)
        kept = text[: safe_cut(text, low)].rstrip()
        return kept + ELLIPSIS if kept else ""

    def rows(self, text: str, size: int, room: float, most: int, *, bold: bool = False) -> tuple[str, ...]:
        """Returns a text in at most so many rows, parted at spaces and between Chinese characters, the last clipped."""
        rows: list[str] = []
        rest = text
        while rest and len(rows) < most - 1 and self.width(rest, size, bold=bold) > room:
            cut = len(rest)
            while cut > 1 and (not _may_part(rest, cut) or self.width(rest[:cut].rstrip(), size, bold=bold) > room):
                cut -= 1
            if cut <= 1:
                break
            rows.append(rest[:cut].rstrip())
            rest = rest[cut:].lstrip()
        last = self.clipped(rest, size, room, bold=bold)
        return (*rows, last) if last else tuple(rows)


def _may_part(text: str, at: int) -> bool:
    if at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if after in "，。：；、）》」！？":
        return False
    return " " in (before, after) or has_han(before) or has_han(after)


def _characters(weight: str) -> frozenset[str]:
    return frozenset((FONTS / f"NotoSansSC-{weight}.txt").read_text(encoding="utf-8"))
