from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.charts import Due, Standing, Step, Swing, TornadoChart, WaterfallChart
from bot.days import Day
from bot.text import Message, Name

WORDS, NAME = Message("chart-empty"), Name("A", "甲")
numbers = st.decimals(-(10**12), 10**12, places=2)


@given(numbers, st.lists(st.none() | numbers, max_size=8))
def test_a_waterfall_ends_where_its_known_steps_lead(start: Decimal, steps: list[Decimal | None]) -> None:
    chart = WaterfallChart(WORDS, WORDS, Standing(NAME, start), tuple(Step(NAME, s) for s in steps), NAME, "shares")
    assert chart.end - start == sum((s for s in steps if s is not None), Decimal(0))


def test_a_tornado_stands_widest_first_and_the_unknown_last() -> None:
    def swing(name: str, low: str, high: str) -> Swing:
        return Swing(Name(name), Decimal(low) if low else None, Decimal(high) if high else None)

    swings = (
        swing("unknown", "", ""),
        swing("one side", "50", "80"),
        swing("narrow", "99", "101"),
        swing("half", "", "140"),
    )
    chart = TornadoChart(WORDS, WORDS, Standing(NAME, Decimal(100)), swings, "HKD")
    assert [s.name for s in chart.ordered] == [Name("one side"), Name("half"), Name("narrow"), Name("unknown")]


def test_a_release_stands_on_its_first_session() -> None:
    saturday, monday = Day.of("2027-01-09"), Day.of("2027-01-11")
    assert Due(saturday, None, monday).stands_on == monday
    assert Due(saturday, None).stands_on == saturday
