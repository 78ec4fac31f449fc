"""The colours of pictures on light and on dark ground."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.ports import Theme

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by what they are for. `series` stay apart for all common kinds of colour blindness (a test measures it).

    `quiet` and `strong` are for letters, `tint` for the ground of a band.
    """

    paper: Colour
    grid: Colour
    axis: Colour
    tint: Colour
    quiet: Colour
    strong: Colour
    series: tuple[Colour, ...]

    def of(self, place: int) -> Colour:
        """Returns the colour of a series by its place; beyond the last, series are as quiet as small print."""
        return self.series[place] if place < len(self.series) else self.quiet


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """Returns a colour between two, `share` of the way to the other."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _of(code: str) -> Colour:
    return int(code[:2], 16), int(code[2:4], 16), int(code[4:], 16)


PALETTES: Mapping[Theme, Palette] = {
    "light": Palette(
        _of("ffffff"),
        _of("e4e7ec"),
        _of("98a2b3"),
        _of("eef1f6"),
        _of("5b6472"),
        _of("101828"),
        tuple(_of(code) for code in ("2563d9", "dd5f0f", "0b9468", "4a1f7a", "2f95ea", "7a3300")),
    ),
    "dark": Palette(
        _of("1e1f22"),
        _of("34363c"),
        _of("6d727d"),
        _of("2c2f37"),
        _of("a8aebb"),
        _of("f4f5f7"),
        tuple(_of(code) for code in ("4a8cff", "f5822f", "2bbf8d", "e58ad0", "b9ecff", "ffe873")),
    ),
}
