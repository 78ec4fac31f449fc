"""What people paste is made readable before it is read, and places in it stay places."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text import cleaned, folded, has_han

PASTED = [
    ("\u202ezhipu\u202c", "zhipu"),  # right-to-left override
    ("\u200fmini\u200bmax\u200d", "minimax"),  # right-to-left mark, zero-width space and joiner
    ("\ufeffopenai", "openai"),  # byte order mark
    ("ｚｈｉｐｕ　２５１３．ＨＫ", "zhipu 2513.HK"),  # full-width
    ("z\ue000hi\ue001pu", "zhipu"),  # private use: the writer's own marks
    ("\ue0000\ue001", "0"),
    ("a\x00b\x07c\x1b[31m d\x1b[0m", "abc d"),
    ("  zhipu \t\n revenue\u00a0", "zhipu revenue"),
    ("“zhipu” – ‘P/ARR’ — −5", "\"zhipu\" - 'P/ARR' - -5"),
    ("\ud800zhipu", "zhipu"),  # a lone surrogate, as broken clients send
    ("", ""),
    ("智谱　市值", "智谱 市值"),
]


@pytest.mark.parametrize(("pasted", "read"), PASTED)
def test_pasted_text_is_read_as_meant(pasted: str, read: str) -> None:
    assert cleaned(pasted) == read


@given(text=st.text(alphabet=st.characters(), max_size=80))
def test_cleaned_text_holds_nothing_unseen_and_stays_as_it_is(text: str) -> None:
    clean = cleaned(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cf", "Co", "Cs") for c in clean)
    assert clean == clean.strip()
    assert "  " not in clean
    assert cleaned(clean) == clean


@given(text=st.text(max_size=80))
def test_folding_keeps_every_place(text: str) -> None:
    assert len(folded(text)) == len(text)


def test_folding_keeps_places_where_python_would_not() -> None:
    assert len("İstanbul".lower()) != len("İstanbul")
    assert folded("İSTANBUL")[1:] == "stanbul"


@pytest.mark.parametrize(
    ("text", "han"), [("市值", True), ("P/ARR 多少", True), ("zhipu", False), ("カナ", False), ("", False)]
)
def test_chinese_is_known_by_its_characters(text: str, han: bool) -> None:
    assert has_han(text) is han
