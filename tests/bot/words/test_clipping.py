"""Text is cut where it must be, and never inside a figure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words.clipping import clipped, one_line, parted, units

any_text = st.one_of(st.text(), st.text(st.sampled_from("HK$969.3bn 亿,万%x-👍é")))


@given(any_text, st.integers(1, 60))
def test_clipped_text_fits(text: str, limit: int) -> None:
    assert units(clipped(text, limit)) <= limit


@given(any_text, st.integers(2, 60))
def test_parted_text_fits_and_loses_nothing(text: str, limit: int) -> None:
    parts = parted(text, limit)
    assert "".join(parts) == text
    assert all(units(part) <= limit for part in parts)


@pytest.mark.parametrize("limit", range(1, 40))
@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("worth HK$969.3bn today, they say", "HK$969.3bn"),
        ("市值9,693亿港元，他们说的就是这样", "9,693亿"),
        ("fell by -12.25% since 2026-06-24", "-12.25%"),
    ],
)
def test_a_figure_is_shown_whole_or_not_at_all(text: str, figure: str, limit: int) -> None:
    kept = clipped(text, limit).rstrip("…")
    assert figure in kept or not any(c.isdigit() for c in kept)


@given(st.text(st.characters()))
def test_one_line_holds_nothing_that_cannot_be_seen(text: str) -> None:
    line = one_line(text)
    assert line.isprintable() or set("\u200d") >= {c for c in line if not c.isprintable()}
    assert one_line(line) == line
