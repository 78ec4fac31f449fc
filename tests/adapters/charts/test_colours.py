"""Colours are told apart by eyes of every common kind, simulated as by Machado, Oliveira and Fernandes (2009)."""

from __future__ import annotations

import math
from itertools import combinations
from typing import get_args

import pytest

from adapters.charts.colours import PALETTES, Colour
from bot.ports import Theme

EYES = {
    "usual": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
THEMES: tuple[Theme, ...] = get_args(Theme)


def light(colour: Colour) -> tuple[float, float, float]:
    red, green, blue = (c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour)
    return red, green, blue


def seen(colour: Colour, eye: str) -> tuple[float, float, float]:
    """Returns a colour as an eye sees it, in OKLab, where distances are those people perceive."""
    red, green, blue = (
        min(1.0, max(0.0, sum(m * c for m, c in zip(row, light(colour), strict=True)))) for row in EYES[eye]
    )
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def contrast(one: Colour, other: Colour) -> float:
    bright, dim = sorted(
        (sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), light(x), strict=True)) for x in (one, other)),
        reverse=True,
    )
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("theme", THEMES)
def test_six_series_stay_apart_and_the_first_two_far_apart(theme: Theme, eye: str) -> None:
    series = PALETTES[theme].series
    assert len(series) == 6
    apart = {pair: math.dist(seen(pair[0], eye), seen(pair[1], eye)) for pair in combinations(series, 2)}
    assert min(apart.values()) > 0.06
    assert apart[series[0], series[1]] > 0.2


@pytest.mark.parametrize("theme", THEMES)
def test_lines_stand_out_from_the_paper_and_letters_more_so(theme: Theme) -> None:
    palette = PALETTES[theme]
    assert min(contrast(colour, palette.paper) for colour in palette.series) >= 3
    assert contrast(palette.quiet, palette.paper) >= 4.5
    assert contrast(palette.strong, palette.paper) >= 12
