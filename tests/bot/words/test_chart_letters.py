from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answer import Answer, AnyChart
from bot.text import Language
from bot.words.courses import courses
from bot.words.fallback import fallback
from bot.words.monospace import columns_of
from tests.adapters.charts.gallery import GALLERY, changes, lead, mix, multiples, rounds
from tests.adapters.writers import LANGUAGES, writer


def answer(chart: AnyChart) -> Answer:
    return Answer(chart.title, (chart,))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", GALLERY)
def test_in_letters_a_chart_keeps_to_the_width(name: str, language: Language) -> None:
    for width in (24, 42, 80):
        lines = courses(GALLERY[name](), writer(language), width)
        assert max((columns_of(line) for line in lines), default=0) <= width


def test_bars_are_blocks_as_long_as_their_figures() -> None:
    short = multiples().bars[:-1]
    lines = courses(replace(multiples(), bars=short), writer("en"), 80)
    blocks = {line.split("█")[0].strip(): line.count("█") for line in lines if "█" in line}
    assert blocks["Zhipu"] > 10 * blocks["MiniMax"] > 0
    assert blocks["DeepSeek"] == 1
    assert any("yet." in line for line in lines)


def test_a_name_too_long_stands_above_its_bar() -> None:
    lines = courses(multiples(), writer("en"), 42)
    at = lines.index("A company with a name too long for its bar")
    assert lines[at + 1] == "█ 12x (24 Jun 2026)"


def test_changes_are_signed_and_those_below_zero_hatched() -> None:
    lines = courses(changes(), writer("en"), 60)
    assert [line for line in lines if "+641%" in line and "█" in line]
    assert [line for line in lines if "-21.8%" in line and "▒" in line]


def test_parts_stand_under_their_company_and_are_never_added() -> None:
    lines = courses(mix(), writer("zh"), 60)
    assert lines[0] == "智谱"
    assert [line for line in lines if "本地部署" in line and "84.8%" in line]


def test_marks_are_said_with_their_days() -> None:
    assert "- 13 Feb 2026: Zhipu takes the lead" in fallback(answer(lead()), writer("en"))
    said = fallback(answer(rounds()), writer("zh"))
    assert "2026年3月31日至2026年5月28日：Anthropic取得领先" in said
