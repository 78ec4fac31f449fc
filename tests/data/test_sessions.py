"""The shipped trading days: as the kept library has them, and as the shipped prices show them."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from adapters import exchange_sessions
from bot.days import Day
from bot.ports import TradingCalendar
from bot.sessions import OutOfBoundsError, Sessions
from data import sessions_file, shipped


@pytest.fixture(scope="module")
def hong_kong() -> Sessions:
    calendar: TradingCalendar = sessions_file.ShippedCalendar()
    found = calendar.sessions("XHKG")
    assert found is not None
    return found


@pytest.mark.parametrize("venue", [venue for venue, b in sessions_file.read_bounds().items() if not b.same_as])
def test_the_shipped_days_are_those_of_the_library(venue: str) -> None:
    kept = (sessions_file.FOLDER / f"{venue}.csv").read_text(encoding="utf-8")
    assert kept == exchange_sessions.file_of(venue, sessions_file.read_bounds()[venue]), (
        "run python -m adapters.exchange_sessions"
    )


def test_every_session_with_a_price_is_a_trading_day_and_none_is_missing(hong_kong: Sessions) -> None:
    for ticker in ("2513.HK", "0100.HK"):
        with (shipped.FOLDER / "bars" / f"{ticker}.csv").open(encoding="utf-8", newline="") as stream:
            priced = [Day.of(row["session"]) for row in csv.DictReader(stream)]
        assert list(hong_kong.days(priced[0], priced[-1])) == priced


def test_a_day_outside_the_bounds_is_refused_not_guessed(hong_kong: Sessions) -> None:
    for day in (hong_kong.first.plus(-1), hong_kong.last.plus(1)):
        with pytest.raises(OutOfBoundsError) as refused:
            hong_kong.is_session(day)
        assert refused.value.day == day
    with pytest.raises(OutOfBoundsError):
        hong_kong.count(hong_kong.last.plus(-1), hong_kong.last.plus(9))


def test_counting_sessions_agrees_with_going_through_them_day_by_day(hong_kong: Sessions) -> None:
    start = Day.of("2026-01-05")
    for span in (0, 1, 6, 7, 8, 31, 90, 365):
        end = start.plus(span)
        assert hong_kong.count(start, end) == len(hong_kong.days(start.plus(1), end))
    assert hong_kong.count(start, start.plus(-5)) == 0


def test_half_days_and_days_without_a_morning_are_sessions(hong_kong: Sessions) -> None:
    halves = [Day.of(day) for day in ("2026-02-16", "2026-12-24", "2026-12-31", "2021-06-28", "2020-08-19")]
    assert all(hong_kong.is_session(day) and hong_kong.is_half(day) for day in halves)
    assert not hong_kong.is_half(Day.of("2026-12-23"))
    assert hong_kong.shifted(Day.of("2026-12-24"), 1) == Day.of("2026-12-28")
    assert hong_kong.shifted(Day.of("2026-12-28"), -1) == Day.of("2026-12-24")


def test_exchanges_of_one_country_keep_the_same_days() -> None:
    every = sessions_file.ShippedCalendar().all()
    assert every["XSHE"].closed == every["XSHG"].closed
    assert every["XNAS"].closed == every["XNYS"].closed


def test_answering_loads_neither_the_library_nor_pandas(tmp_path: Path) -> None:
    said = "import sys, adapters.bootstrap; print(sorted({'pandas', 'numpy', 'exchange_calendars'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
