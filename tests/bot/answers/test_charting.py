from __future__ import annotations

from collections.abc import Callable

from bot.answer import Answer, Chart, Stretch
from bot.answers.charting import releases
from bot.answers.scene import Scene
from bot.days import Day
from bot.plan import Plan
from bot.text import Message

Ask = Callable[[Plan], tuple[Answer, Scene]]


def drawn(answer: Answer) -> Chart:
    (chart,) = (block for block in answer.blocks if isinstance(block, Chart))
    return chart


def test_changes_of_lead_between_closes_are_marks_on_their_days(ask: Ask) -> None:
    answer, scene = ask(Plan("reversals", ("zhipu", "minimax"), ("market_value",), when="2026-06-24"))
    chart = drawn(answer)
    assert [line.steps for line in chart.lines] == [False, False]
    assert chart.unit == "HKD"
    assert [mark.day.iso for mark in chart.marks][:2] == ["2026-02-13", "2026-02-16"]
    assert chart.marks[0].what == Message("chart-leads", {"company": scene.name("zhipu")})
    assert {mark.kind for mark in chart.marks} == {"lead"}
    assert chart.stretches == ()


def test_an_overtaking_between_rounds_is_a_stretch_and_rounds_stand_until_the_day_asked(ask: Ask) -> None:
    answer, scene = ask(Plan("reversals", ("openai", "anthropic"), ("market_value",), when="2026-06-24"))
    chart = drawn(answer)
    assert [line.steps for line in chart.lines] == [True, True]
    assert chart.marks == ()
    assert chart.stretches == (
        Stretch(
            Day.of("2026-03-31"),
            Day.of("2026-05-28"),
            Message("chart-lead-between", {"company": scene.name("anthropic")}),
        ),
    )
    assert chart.until == Day.of("2026-06-24")


def test_two_releases_on_one_day_are_one_mark(ask: Ask) -> None:
    _, scene = ask(Plan("lookup", ("zhipu",), ("market_value",)))
    days = [Day.of("2026-07-08"), Day.of("2026-07-08"), Day.of("2027-01-08")]
    assert [(mark.day, mark.kind) for mark in releases("zhipu", days, scene)] == [
        (Day.of("2026-07-08"), "release"),
        (Day.of("2027-01-08"), "release"),
    ]
