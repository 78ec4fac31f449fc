"""The sheet that a picture is drawn on: few colours, smooth edges, and a record of where text stands.

A pixel is one byte from the first stroke on: the number of an ink and how strongly it covers its ground. So nothing has
to be reduced to a palette at the end, which costs as much as drawing, and the file stays small. Only lines and shapes
are drawn larger and brought down, each within its own bounds.
"""

from __future__ import annotations

import io
import math
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from adapters.charts.colours import Colour
from adapters.charts.lettering import Lettering, rise, row_height

LEVELS = 14
"""Shades from the ground to the full ink: fewer make the edges of letters rough, more fill the palette's 256."""

_STEPS = [round(cover / 255 * LEVELS) for cover in range(256)]
_ANY = [255 if step else 0 for step in _STEPS]

LARGER = 3
"""How many times larger lines and shapes are drawn before they are brought down."""

_DENSE = 600
"""Points of a stroke from which on the joints need no rounding, and several share one column of pixels."""

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels, right and bottom edge excluded."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Decides whether two boxes share a pixel."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Written:
    """A text that was set, and the box it may touch."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour of the sheet: a table from how much of a pixel it covers, 0 to 255, to the number of a shade."""

    shades: list[int]


class Sheet:
    """A picture in the making. Positions are in pixels from the upper left corner."""

    def __init__(self, width: int, height: int, paper: Colour, lettering: Lettering) -> None:
        self.width, self.height, self.lettering = width, height, lettering
        self.written: list[Written] = []
        self._paper = paper
        self._image = Image.new("L", (width, height), 0)
        self._draw = ImageDraw.Draw(self._image)
        self._colours: list[Colour] = [paper]
        self._inks: dict[tuple[Colour, Colour], Ink] = {}
        self._solids: dict[Colour, int] = {paper: 0}

    def ink(self, colour: Colour, ground: Colour | None = None) -> Ink:
        """Returns an ink with smooth edges over a ground, which is the paper unless said otherwise."""
        ground = self._paper if ground is None else ground
        known = self._inks.get((colour, ground))
        if known is None:
            first = len(self._colours)
            for level in range(1, LEVELS + 1):
                share = level / LEVELS
                mixed = tuple(round(g + (c - g) * share) for c, g in zip(colour, ground, strict=True))
                self._colours.append((mixed[0], mixed[1], mixed[2]))
            known = Ink([first + step - 1 if step else 0 for step in _STEPS])
            self._inks[colour, ground] = known
        return known

    def fill(self, box: Box, colour: Colour) -> None:
        """Fills a rectangle, its edges on whole pixels."""
        left, top, right, bottom = (round(edge) for edge in (box.left, box.top, box.right, box.bottom))
        if right > left and bottom > top:
            self._draw.rectangle((left, top, right - 1, bottom - 1), fill=self._solid(colour))

    def rule(self, box: Box, colour: Colour, dash: int = 0) -> None:
        """Draws a straight rule that fills a thin box, in dashes as long as the gaps between them when asked."""
        if not dash:
            self.fill(box, colour)
            return
        upright = box.bottom - box.top > box.right - box.left
        start, end = (box.top, box.bottom) if upright else (box.left, box.right)
        at = start
        while at < end:
            to = min(at + dash, end)
            self.fill(Box(box.left, at, box.right, to) if upright else Box(at, box.top, to, box.bottom), colour)
            at += 2 * dash

    def stroke(self, spots: Sequence[Spot], colour: Colour, width: float, dots: bool = False) -> None:
        """Draws a line through spots with round joints, or as a row of dots."""
        if len(spots) > _DENSE:
            spots = _thinned(spots)
        radius = width / 2
        with _Mask(self, spots, radius + 1) as mask:
            if dots:
                for x, y in _along(spots, 3 * width):
                    mask.disc(x, y, radius)
                spots = ()
            if len(spots) > 1:
                mask.line(spots, width)
            if len(spots) <= _DENSE:
                for x, y in spots:
                    mask.disc(x, y, radius)
            mask.laid(self.ink(colour))

    def shape(self, corners: Sequence[Spot], colour: Colour) -> None:
        """Draws a filled shape."""
        with _Mask(self, corners, 1) as mask:
            mask.polygon(corners)
            mask.laid(self.ink(colour))

    def disc(self, x: float, y: float, radius: float, colour: Colour) -> None:
        """Draws a filled circle."""
        with _Mask(self, ((x, y),), radius + 1) as mask:
            mask.disc(x, y, radius)
            mask.laid(self.ink(colour))

    def text(
        self,
        text: str,
        x: float,
        y: float,
        size: int,
        colour: Colour,
        *,
        bold: bool = False,
        ground: Colour | None = None,
    ) -> None:
        """Sets a text with its left edge at x and its base line at y, both on whole pixels, and records its box."""
        if not text:
            return
        left, base = round(x), round(y)
        up, height = rise(size), row_height(size)
        width = self.lettering.width(text, size, bold=bold)
        self.written.append(Written(text, Box(left, base - up, left + width, base - up + height)))
        letters = Image.new("L", (width + 4, height), 0)
        font = self.lettering.font(text, size, bold=bold)
        ImageDraw.Draw(letters).text((2, up), text, fill=255, font=font, anchor="ls")
        self._lay(letters, left - 2, base - up, self.ink(colour, ground))

    def png(self, words: str) -> bytes:
        """Returns the picture as a PNG that carries words for those who cannot see it."""
        image = self._image.copy()
        image.putpalette([channel for colour in self._colours[:256] for channel in colour])
        info = PngInfo()
        info.add_itxt("Description", words)
        out = io.BytesIO()
        # Runs of one colour are most of a picture: packing them alone takes a quarter of the usual time, for a third
        # more bytes.
        image.save(out, "PNG", compress_type=zlib.Z_RLE, pnginfo=info)
        return out.getvalue()

    def _solid(self, colour: Colour) -> int:
        if colour not in self._solids:
            self._solids[colour] = len(self._colours)
            self._colours.append(colour)
        return self._solids[colour]

    def _lay(self, cover: Image.Image, left: int, top: int, ink: Ink) -> None:
        self._image.paste(cover.point(ink.shades), (left, top), cover.point(_ANY))


class _Mask:
    """A stretch of the sheet drawn larger; brought down when it is laid."""

    def __init__(self, sheet: Sheet, spots: Sequence[Spot], beyond: float) -> None:
        self._sheet = sheet
        xs, ys = [x for x, _ in spots] or [0.0], [y for _, y in spots] or [0.0]
        self._left = max(0, math.floor(min(xs) - beyond))
        self._top = max(0, math.floor(min(ys) - beyond))
        right = min(sheet.width, math.ceil(max(xs) + beyond))
        bottom = min(sheet.height, math.ceil(max(ys) + beyond))
        size = (max(1, right - self._left) * LARGER, max(1, bottom - self._top) * LARGER)
        self._image = Image.new("L", size, 0)
        self._draw = ImageDraw.Draw(self._image)

    def __enter__(self) -> _Mask:
        return self

    def __exit__(self, *failed: object) -> None:
        self._image.close()

    def _at(self, spot: Spot) -> Spot:
        return (spot[0] - self._left) * LARGER, (spot[1] - self._top) * LARGER

    def line(self, spots: Sequence[Spot], width: float) -> None:
        self._draw.line([self._at(spot) for spot in spots], fill=255, width=max(1, round(width * LARGER)))

    def disc(self, x: float, y: float, radius: float) -> None:
        x, y = self._at((x, y))
        radius *= LARGER
        self._draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)

    def polygon(self, corners: Sequence[Spot]) -> None:
        self._draw.polygon([self._at(corner) for corner in corners], fill=255)

    def laid(self, ink: Ink) -> None:
        self._sheet._lay(self._image.reduce(LARGER), self._left, self._top, ink)


def _thinned(spots: Sequence[Spot]) -> Sequence[Spot]:
    """Returns the first, highest, lowest and last spot of each column of pixels: what can be seen of a dense line."""
    columns: dict[int, list[Spot]] = {}
    for spot in spots:
        columns.setdefault(int(spot[0]), []).append(spot)
    kept: list[Spot] = []
    for column in columns.values():
        chosen = {column[0], column[-1], min(column, key=lambda s: s[1]), max(column, key=lambda s: s[1])}
        kept += [spot for spot in column if spot in chosen]
    return kept


def _along(spots: Sequence[Spot], step: float) -> Sequence[Spot]:
    """Returns spots at even steps along straight lines from each spot to the next."""
    found: list[Spot] = []
    for (x, y), (to_x, to_y) in pairwise(spots):
        count = max(1, int(math.hypot(to_x - x, to_y - y) / step))
        found += [(x + (to_x - x) * n / count, y + (to_y - y) * n / count) for n in range(count + 1)]
    return found
