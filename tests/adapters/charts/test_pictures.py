from __future__ import annotations

import io
from functools import cache
from typing import get_args

import pytest
from PIL import Image

from adapters.charts.drawer import PillowDrawer
from bot.answer import Chart
from bot.ports import Theme
from bot.text import Language, Message
from tests.adapters.charts.gallery import GALLERY, lead, said
from tests.adapters.writers import LANGUAGES, writer

WRITER_OF = cache(writer)

THEMES: tuple[Theme, ...] = get_args(Theme)
KINDS = [(name, language, theme) for name in GALLERY for language in LANGUAGES for theme in THEMES]


@pytest.fixture(scope="module")
def drawer() -> PillowDrawer:
    return PillowDrawer(WRITER_OF)


@pytest.mark.parametrize(("name", "language", "theme"), KINDS)
def test_a_picture_is_a_small_png_of_the_size_that_platforms_show(
    drawer: PillowDrawer, name: str, language: Language, theme: Theme
) -> None:
    picture = drawer.draw(GALLERY[name](), language, theme)
    image = Image.open(io.BytesIO(picture.png))
    assert (image.format, image.mode, image.size) == ("PNG", "P", (1200, 675))
    assert (picture.width, picture.height) == image.size
    assert len(picture.png) < 70_000


@pytest.mark.parametrize("name", GALLERY)
def test_drawn_again_a_picture_is_the_same_to_the_byte_whatever_was_drawn_between(
    drawer: PillowDrawer, name: str
) -> None:
    once = drawer.draw(GALLERY[name](), "zh", "dark")
    drawer.draw(lead(), "en", "light")
    assert drawer.draw(GALLERY[name](), "zh", "dark") == once
    assert PillowDrawer(WRITER_OF).draw(GALLERY[name](), "zh", "dark") == once


def test_every_theme_and_language_gives_another_picture(drawer: PillowDrawer) -> None:
    pictures = [drawer.draw(lead(), language, theme) for language in LANGUAGES for theme in THEMES]
    assert len({picture.png for picture in pictures}) == len({picture.name for picture in pictures}) == 4


def test_a_picture_stands_on_the_ground_of_its_theme(drawer: PillowDrawer) -> None:
    corner = {}
    for theme in THEMES:
        image = Image.open(io.BytesIO(drawer.draw(lead(), "en", theme).png)).convert("L")
        corner[theme] = image.getpixel((2, 2))
    assert corner["light"] == 255
    assert corner["dark"] == 31


def test_the_summary_is_the_alternative_text_and_travels_inside_the_file(drawer: PillowDrawer) -> None:
    picture = drawer.draw(lead(), "en", "light")
    assert picture.alt == "Zhipu passed MiniMax on 24 March 2026 and leads at HK$969.3bn to HK$93.30bn."
    inside = Image.open(io.BytesIO(picture.png))
    inside.load()
    assert inside.info["Description"] == picture.alt


def test_a_chart_without_a_summary_is_told_by_its_title(drawer: PillowDrawer) -> None:
    nothing = Message("plain", {"text": said(" ", " ")})
    assert drawer.draw(Chart(said("Market value", "市值"), nothing, (), "HKD"), "zh", "light").alt == "市值"
