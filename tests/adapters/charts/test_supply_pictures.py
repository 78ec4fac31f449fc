from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache

from adapters.charts.drawer import PillowDrawer
from adapters.console.chart_document import chart_document
from bot.answer import Answer
from bot.charts import Due, Lane, SupplyChart
from bot.days import Day
from bot.text import Language
from bot.words.courses import courses
from bot.words.fallback import fallback
from tests.adapters.charts.supply_gallery import MINIMAX, ZHIPU, fan, steps, strip, tornado, waterfall
from tests.adapters.writers import writer

DRAWER = PillowDrawer(cache(writer))


def shown(chart: SupplyChart, language: Language = "en") -> list[str]:
    return [each.text for each in DRAWER.laid_out(chart, language, "light").sheet.written]


def test_a_waterfall_says_what_each_step_adds_and_which_part_of_the_total_that_is() -> None:
    words = shown(waterfall())
    assert {"46,120,000 shares (10.5%)", "+62,310,000 shares (14.2%)", "291,010,000 shares (66.1%)"} <= set(words)
    assert {"Not disclosed by holder", "All shares 440,300,000 shares"} <= set(words)


def test_steps_beyond_what_can_be_read_are_gathered_and_lose_nothing() -> None:
    assert {"5 others together", "+HK$2.4bn", "HK$12.3bn"} <= set(shown(steps()))


def test_a_day_that_all_steps_share_is_said_once() -> None:
    chart = replace(waterfall(), steps=waterfall().steps[:4])
    assert [word for word in shown(chart) if "8 Jan 2027" in word] == ["8 Jan 2027"]


def test_a_strip_says_from_which_free_day_to_which_session() -> None:
    chart = replace(strip(), lanes=(strip().lanes[0], strip().lanes[2]))
    assert {"55.6%", "8 Jan", "44%", "2 Jan → 4 Jan"} <= set(shown(chart))
    assert {"1月8日", "1月2日 → 1月4日"} <= set(shown(chart, "zh"))


def test_where_labels_have_no_room_the_largest_release_keeps_its_own() -> None:
    days = [Due(Day.of("2027-01-01").plus(n), Decimal(n + 1) / 100, Day.of("2027-01-01").plus(n)) for n in range(30)]
    words = shown(replace(strip(), lanes=(Lane(ZHIPU, tuple(days)), Lane(MINIMAX, tuple(days)))))
    assert "30%" in words
    assert "15%" not in words


def test_a_fan_signs_its_returns_and_counts_sessions_from_the_event() -> None:
    assert {"0", "+20", "+10%", "-10%", "Zhipu", "90% of 142 ordinary windows"} <= set(shown(fan()))


def test_a_tornado_says_what_stands_at_each_end_and_for_which_input() -> None:
    assert {"HK$97bn", "-50%", "HK$291bn", "+50%", "Base HK$194bn", "Does not move it"} <= set(shown(tornado()))


def test_in_letters_every_figure_is_there() -> None:
    said = fallback(Answer(strip().title, (strip(),)), writer("en"))
    assert "- 9 Jan 2027: 31.2% · tradable from 11 Jan 2027" in said.replace("Tradable", "tradable")
    assert "8 Jul 2027: 5.83%" in said
    assert any(
        "█" in line and "HK$97bn (-50%) … HK$291bn (+50%)" in line for line in courses(tornado(), writer("en"), 80)
    )


def test_json_keeps_the_sum_and_the_session() -> None:
    assert chart_document(waterfall(), writer("en"))["after"] == {"name": "Float after", "number": "291010000"}
    assert chart_document(strip(), writer("en"))["lanes"][1]["due"][0] == {
        "day": "2027-01-09",
        "session": "2027-01-11",
        "number": "0.312",
        "provisional": False,
    }
