from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import ImageFont

from adapters.charts.lettering import FONTS, MISSING, Lettering
from bot.words.clipping import one_line

ROOT = Path(__file__).parents[3]
LETTERING = Lettering()


def said_by_the_house() -> Iterator[tuple[str, str]]:
    for file in sorted((ROOT / "data/facts").rglob("*.csv")):
        for row in csv.reader(file.read_text(encoding="utf-8").splitlines()):
            yield from ((file.name, cell) for cell in row)
    for file in sorted((ROOT / "bot/words").glob("*.ftl")):
        yield file.name, file.read_text(encoding="utf-8")
    yield "measures.toml", str(tomllib.loads((ROOT / "data/facts/measures.toml").read_text(encoding="utf-8")))


EMOJI = "\U0001f000"
"""From here on characters are emoji: they stand on buttons, which no picture shows."""


def test_every_character_of_the_facts_the_measures_and_the_catalogue_has_a_glyph() -> None:
    missing = {
        (where, character)
        for where, text in said_by_the_house()
        for character in one_line(text)
        if character < EMOJI and character not in LETTERING.regular
    }
    assert missing == set(), "run .ci/subset-fonts"


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_the_list_beside_a_font_is_true(weight: str) -> None:
    font = ImageFont.truetype(str(FONTS / f"NotoSansSC-{weight}.otf"), 20, layout_engine=ImageFont.Layout.BASIC)
    listed = (FONTS / f"NotoSansSC-{weight}.txt").read_text(encoding="utf-8")
    lacking = bytes(font.getmask("\U000f0000"))
    assert len(set(listed)) == len(listed) > 500
    blank = {c for c in listed if not c.isspace() and c != "\xad" and bytes(font.getmask(c)) in (lacking, b"")}
    assert blank <= {"\u3000"}


def test_the_fonts_carry_their_licence() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text(encoding="utf-8")


def test_a_character_without_a_glyph_shows_as_a_box_and_an_invisible_one_not_at_all() -> None:
    assert LETTERING.drawable("a\u202eb\U0001f600c\nd") == f"ab{MISSING}c d"


def test_clipping_never_cuts_a_figure() -> None:
    text = "Market value HK$969.3bn"
    for room in range(0, 300, 7):
        cut = LETTERING.clipped(text, 20, room)
        assert LETTERING.width(cut, 20) <= room
        assert cut == text or cut == "" or "HK" not in cut


def test_a_word_with_a_character_that_bold_lacks_is_regular_throughout() -> None:
    rare = next(iter(LETTERING.regular - LETTERING.bold))
    assert LETTERING.font("Zhipu", 20, bold=True).getname()[1] == "Bold"
    assert LETTERING.font(f"Zhipu{rare}", 20, bold=True).getname()[1] == "Regular"


def test_rows_part_chinese_between_characters_but_never_before_a_comma() -> None:
    rows = LETTERING.rows("市值上升，估值下降，收入增加", 30, 130, 4)
    assert len(rows) > 2
    assert not any(row.startswith("，") for row in rows)
    assert "".join(rows) == "市值上升，估值下降，收入增加"
