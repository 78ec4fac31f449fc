from __future__ import annotations

from pathlib import Path

import pytest
from rich.console import Console

from adapters.console.chart_document import chart_document
from adapters.console.render import render
from adapters.discord.render import render as discord
from adapters.slack.limits import violations
from adapters.slack.render import render as slack
from bot.answer import Answer, AnyChart
from bot.text import Language
from bot.words.fallback import fallback
from tests.adapters.charts.gallery import GALLERY, lead, rounds
from tests.adapters.writers import LANGUAGES, writer


def answer(chart: AnyChart) -> Answer:
    return Answer(chart.title, (chart,))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", GALLERY)
def test_every_platform_shows_every_chart_with_its_summary(name: str, language: Language) -> None:
    chart, words = GALLERY[name](), writer(language)
    summary = words.plain(chart.summary)
    for message in slack(answer(chart), words):
        assert violations(message.arguments()) == []
    assert summary in str([message.arguments() for message in slack(answer(chart), words)])
    assert discord(answer(chart), words)
    assert summary in fallback(answer(chart), words)
    assert chart_document(chart, words)["summary"] == summary


def test_the_terminal_shows_the_course_and_where_the_picture_lies() -> None:
    console = Console(width=80, color_system=None)
    with console.capture() as shown:
        for piece in render(answer(lead()), writer("en"), lambda chart, language: Path("pictures/twinstar-1.png")):
            console.print(piece)
    assert "Picture: pictures/twinstar-1.png" in shown.get()
    assert "▁" in shown.get()


def test_json_keeps_numbers_exact_and_says_what_is_marked() -> None:
    document = chart_document(rounds(), writer("en"))
    assert document["lines"][0]["points"][0] == {"day": "2024-10-02", "number": "157000000000"}
    assert document["lines"][0]["steps"] is True
    assert document["stretches"][0]["first"] == "2026-03-31"
    assert chart_document(lead(), writer("zh"))["marks"][0] == {
        "day": "2026-02-13",
        "kind": "lead",
        "what": "智谱取得领先",
    }
