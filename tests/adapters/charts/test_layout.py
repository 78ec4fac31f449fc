from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from itertools import combinations
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.charts.drawer import PillowDrawer
from adapters.charts.frame import HEIGHT, WIDTH, Frame
from bot.answer import (
    AnyChart,
    Bar,
    BarChart,
    Chart,
    Level,
    Line,
    Mark,
    MarkKind,
    MixChart,
    Point,
    Share,
    Stretch,
    Whole,
)
from bot.days import AsOf, Day
from bot.text import Language, Message, Name, Raw
from tests.adapters.charts.gallery import GALLERY
from tests.adapters.writers import LANGUAGES, writer
from tests.strategies.supply import supply_charts

WRITER_OF = cache(writer)

DRAWER = PillowDrawer(WRITER_OF)

texts = st.text(max_size=70) | st.text("市值智谱 abcdefgh，WMÄg", max_size=90)
messages = texts.map(lambda text: Message("plain", {"text": Raw(text)}))
names = st.builds(Name, texts, st.just("") | texts)
near_days = st.dates(date(2026, 1, 1), date(2026, 3, 1)).map(Day)
any_days = near_days | st.dates().map(Day)
numbers = (
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**13), max_value=10**13, places=3)
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.sampled_from([Decimal(0), Decimal("1e-30"), Decimal("9e400"), Decimal("-3e12"), Decimal("1e24")])
)
units = st.sampled_from(["HKD", "USD", "ratio", "multiple", "shares", "count", "points", "barrels of oil"])
points = st.lists(st.builds(Point, any_days, numbers), max_size=25).map(tuple)
few_points = st.lists(st.builds(Point, near_days, numbers), max_size=4).map(tuple)
lines = st.lists(st.builds(Line, names, points | few_points, st.booleans()), max_size=9).map(tuple)
kinds = st.sampled_from(list[MarkKind](get_args(MarkKind)))
marks = st.lists(st.builds(Mark, any_days, messages, kinds), max_size=9).map(tuple)
stretches = st.lists(st.builds(Stretch, any_days, any_days, messages), max_size=3).map(tuple)
levels = st.lists(st.builds(Level, numbers, messages, st.none() | numbers), max_size=4).map(tuple)
time_charts = st.builds(
    Chart, messages, messages, lines, units, marks, stretches, levels, st.booleans(), st.none() | any_days,
    st.none() | messages,
)  # fmt: skip
as_ofs = st.sampled_from(["2026-06-24", "2026-07", "FY2025", "Q1 2026"]).map(AsOf.of)
bars = st.builds(Bar, names, st.none() | numbers, st.none() | as_ofs, st.none() | messages)
bar_charts = st.builds(
    BarChart, messages, messages, st.lists(bars, max_size=16).map(tuple), units, st.none() | messages
)
shares = st.lists(st.builds(Share, names, numbers), max_size=7).map(tuple)
wholes = st.lists(st.builds(Whole, names, shares), max_size=8).map(tuple)
mix_charts = st.builds(MixChart, messages, messages, wholes, st.none() | messages)

supply = supply_charts(messages, names, numbers, any_days, units)


def faults(frame: Frame) -> list[str]:
    """Returns texts that reach beyond the picture and pairs of texts that touch."""
    found = [
        f"{each.text!r} reaches beyond the picture: {each.box}"
        for each in frame.sheet.written
        if each.box.left < 0 or each.box.top < 0 or each.box.right > WIDTH or each.box.bottom > HEIGHT
    ]
    return found + [
        f"{one.text!r} touches {other.text!r}: {one.box} {other.box}"
        for one, other in combinations(frame.sheet.written, 2)
        if one.box.overlaps(other.box)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", GALLERY)
def test_no_text_covers_another_or_leaves_the_picture(name: str, language: Language) -> None:
    assert faults(DRAWER.laid_out(GALLERY[name](), language, "light")) == []


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(time_charts, bar_charts, mix_charts, supply), st.sampled_from(LANGUAGES))
def test_any_chart_is_drawn_and_no_text_covers_another(chart: AnyChart, language: Language) -> None:
    frame = DRAWER.laid_out(chart, language, "dark")
    assert faults(frame) == []
    assert frame.sheet.png("any").startswith(b"\x89PNG")


def words(name: str, language: Language = "en") -> list[str]:
    return [each.text for each in DRAWER.laid_out(GALLERY[name](), language, "light").sheet.written]


def test_lines_carry_their_names_and_last_figures() -> None:
    shown = words("rounds")
    assert {"OpenAI", "US$852bn", "Anthropic", "US$965bn"} <= set(shown)


def test_numbers_and_days_on_the_axes_are_written_in_the_language() -> None:
    assert {"HK$400bn", "Feb 2026", "Mar"} <= set(words("lead"))
    assert {"4,000亿港元", "2026年2月", "3月"} <= set(words("lead", "zh"))


def test_a_tiny_range_never_repeats_a_number_on_its_axis() -> None:
    axis = [word for word in words("tiny") if word.startswith("HK$969")]
    assert len(axis[:-1]) == len(set(axis[:-1])) >= 2


def test_marks_close_together_share_one_label() -> None:
    shown = words("lead")
    assert {"Zhipu takes the lead, 13 Feb", "MiniMax takes the lead, 20 Feb", "Zhipu takes the lead, 10 Mar"} <= set(
        shown
    )
    assert {"Zhipu shares come free, 8 Jun", "MiniMax shares come free, 9 Jun"} <= set(shown)


def test_an_unknown_figure_says_why_and_a_change_carries_its_sign() -> None:
    assert "Twinstar cannot work out the P/ARR of Moonshot AI yet." in words("multiples")
    assert {"+641%", "-21.8%", "+3.4%"} <= set(words("changes"))


def test_what_cannot_be_shown_is_counted() -> None:
    named = Name("A", "甲")
    many = BarChart(
        Message("chart-empty"), Message("chart-empty"), tuple(Bar(named, Decimal(n)) for n in range(15)), "count"
    )
    shown = [each.text for each in DRAWER.laid_out(many, "en", "light").sheet.written]
    assert any(text.startswith("3 more are left out") for text in shown)


def test_without_a_figure_the_picture_says_so() -> None:
    assert "No figures to draw." in words("empty")
