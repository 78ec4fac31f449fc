"""Tables in letters of one width line up, keep to their width and lose nothing, in Chinese too."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.words.clipping import one_line
from bot.words.monospace import PHONE, columns_of, records, table, wrapped

letters = st.one_of(
    st.sampled_from(("智谱", "9,693亿港元", "HK$969.3bn", "–", "", "a long name of a holder", "👩‍👩‍👧‍👦", "é" * 30)),
    st.text(max_size=40),
).map(lambda text: one_line(text).strip())


@st.composite
def grids(draw: st.DrawFn) -> tuple[list[str], list[bool], list[list[str]]]:
    """Draws headings, which columns are figures, and rows."""
    width = draw(st.integers(1, 6))
    row = st.lists(letters, min_size=width, max_size=width)
    return draw(row), draw(st.lists(st.booleans(), min_size=width, max_size=width)), draw(st.lists(row, max_size=5))


def without_space(texts: list[str] | tuple[str, ...]) -> list[str]:
    """Returns the letters of texts, sorted, without spaces and rules."""
    return sorted(c for text in texts for c in text if not c.isspace() and c != "─")


@given(grids(), st.sampled_from((PHONE, 64, 24)))
def test_a_table_keeps_to_its_width_or_says_that_it_cannot(
    grid: tuple[list[str], list[bool], list[list[str]]], width: int
) -> None:
    headings, numeric, rows = grid
    lines = table(headings, numeric, rows, width)
    if lines is not None:
        assert all(columns_of(line) <= width for line in lines)
        everything = [*headings, *(cell for row in rows for cell in row)]
        assert without_space(lines) == without_space([text.replace("─", "") for text in everything])


@given(grids())
def test_records_keep_to_the_width_and_hold_every_value(
    grid: tuple[list[str], list[bool], list[list[str]]],
) -> None:
    headings, _, rows = grid
    lines = records(headings, rows, PHONE)
    assert all(columns_of(line) <= PHONE for line in lines)
    joined = without_space(lines)
    for row in rows:
        for cell in row:
            assert all(joined.count(c) >= cell.count(c) for c in without_space([cell]))


@given(st.text().map(one_line), st.integers(2, 50))
def test_wrapped_text_loses_nothing(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(columns_of(line) <= width for line in lines)


def test_a_chinese_table_lines_up_as_a_reader_sees_it() -> None:
    lines = table(["公司", "市值"], [False, True], [["智谱", "9,693亿港元"], ["MiniMax", "933.0亿港元"]], PHONE)
    assert lines == (
        "公司            市值",
        "───────  ───────────",
        "智谱     9,693亿港元",
        "MiniMax  933.0亿港元",
    )


def test_figures_stand_right_and_long_headings_wrap() -> None:
    lines = table(
        ["Company", "Change over the last 30 days", "Market value of all shares"],
        [False, True, True],
        [["Zhipu", "-5.83%", "HK$969.3bn"]],
        PHONE,
    )
    assert lines is not None
    assert lines[-1].endswith("HK$969.3bn")
    assert len(lines) > 3


def test_a_figure_is_never_broken_over_two_lines() -> None:
    figures = ["HK$969,262,877,660"] * 3
    assert table(["A", "B", "C"], [True] * 3, [figures], PHONE) is None
    assert [line.split()[-1] for line in records(["A", "B", "C"], [figures], PHONE)] == figures
