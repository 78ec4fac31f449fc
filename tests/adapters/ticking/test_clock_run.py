"""The clock run on the shipped facts, from 23 November 2026 to the day on which Zhipu's shares come free."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.bootstrap import House, open_house
from adapters.clock import StoppedClock
from adapters.clock_run import run_clock
from adapters.console.calls import call_of
from bot.days import Instant
from bot.delivery import Delivery
from bot.words.fallback import fallback

START, END = Instant.of("2026-11-23T09:00Z"), Instant.of("2027-01-08T12:00Z")
SEVEN, ONE = "2027-01-01T01:00:00Z", "2027-01-07T01:00:00Z"


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock(START)


@pytest.fixture
def house(clock: StoppedClock, tmp_path: Path) -> Iterator[House]:
    made = open_house(f"sqlite:///{tmp_path / 'house.db'}", clock, in_terminal=True)
    reply = made.turns.take(call_of("/alert add unlock zhipu T-7 T-1"))
    assert reply.outcome == "answered"
    yield made
    made.close()


def ran(house: House, clock: StoppedClock, until: Instant) -> list[tuple[str, Delivery]]:
    return [(moment.iso, each) for moment, each in run_clock(house.ticker, clock, until)]


def test_the_reminders_come_once_each_at_the_morning_hour_with_figures_sources_and_age(
    house: House, clock: StoppedClock
) -> None:
    told = ran(house, clock, END)
    assert [moment for moment, _ in told] == [SEVEN, ONE]
    said = [fallback(each.document, house.writers.of("en")) for _, each in told]
    for text, left in zip(said, ("7 days", "1 day"), strict=True):
        assert f"come free in {left}, on 8 Jan 2027" in text
        assert "178,282,205 shares (36.6% of the shares in issue)" in text
        assert "HK$614.50 (2026-09-29)" in text
        assert "3 months old" in text
        assert "announcement of offer price and allotment results" in text
        assert "shares coming free, Zhipu, T-7 and T-1" in text, "which alert asked for it"
        assert "Late:" not in text


def test_stopped_for_a_week_the_late_one_says_so_and_how_near_the_day_is(house: House, clock: StoppedClock) -> None:
    assert ran(house, clock, Instant.of("2026-12-29T12:00Z")) == []
    clock.moment = Instant.of("2027-01-05T03:00Z")
    (moment, late), (later, on_time) = ran(house, clock, END)
    assert (moment, later) == ("2027-01-05T03:00:00Z", ONE)
    said = fallback(late.document, house.writers.of("en"))
    assert "Late: it was due 2027-01-01 01:00 UTC." in said
    assert "come free in 3 days" in said
    assert "Late:" not in fallback(on_time.document, house.writers.of("en"))


def test_stopped_past_both_the_last_is_told_in_place_of_the_first(house: House, clock: StoppedClock) -> None:
    ran(house, clock, Instant.of("2026-12-29T12:00Z"))
    clock.moment = Instant.of("2027-01-07T12:00Z")
    ((_, only),) = ran(house, clock, END)
    said = fallback(only.document, house.writers.of("en"))
    assert only.alert.endswith(":T-1")
    assert "Told in place of T-7" in said


def test_in_chinese_it_reads_as_chinese(house: House, clock: StoppedClock) -> None:
    said = fallback(ran(house, clock, END)[0][1].document, house.writers.of("zh"))
    assert "将于 7 天后解禁，即2027年1月8日" in said
    assert "智谱解禁，T-7和T-1" in said
