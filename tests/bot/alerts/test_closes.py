"""The hours of exchanges: holidays are passed over, half days close at noon, a storm's morning opens after it."""

from __future__ import annotations

import pytest

from bot.alerts.closes import closed_until, next_close
from bot.days import Day, Instant
from data.sessions_file import ShippedCalendar

HONG_KONG, NEW_YORK, SHANGHAI = "Asia/Hong_Kong", "America/New_York", "Asia/Shanghai"
VENUES = {HONG_KONG: "XHKG", NEW_YORK: "XNYS", SHANGHAI: "XSHG"}
CALENDAR = ShippedCalendar()


@pytest.mark.parametrize(
    ("now", "zone", "close"),
    [
        ("2026-06-24T07:00Z", HONG_KONG, "2026-06-24T08:10Z"),
        ("2026-06-24T08:10Z", HONG_KONG, "2026-06-25T08:10Z"),
        ("2026-06-18T09:00Z", HONG_KONG, "2026-06-22T08:10Z"),  # 19 June: the Dragon Boat Festival
        ("2026-12-24T01:00Z", HONG_KONG, "2026-12-24T04:10Z"),  # half a day
        ("2026-12-24T04:10Z", HONG_KONG, "2026-12-28T08:10Z"),
        ("2026-11-26T12:00Z", NEW_YORK, "2026-11-27T18:00Z"),  # Thanksgiving, and the early close of the day after
        ("2026-09-30T08:00Z", SHANGHAI, "2026-10-08T07:00Z"),
        ("2031-01-01T01:00Z", HONG_KONG, "2031-01-01T08:10Z"),  # outside the bounds weekdays count
        ("2026-06-24T07:00Z", "Europe/London", "2026-06-24T08:10Z"),
    ],
)
def test_the_next_close_is_that_of_a_session(now: str, zone: str, close: str) -> None:
    sessions = CALENDAR.sessions(VENUES.get(zone, "XHKG"))
    assert next_close(Instant.of(now), zone, sessions) == Instant.of(close)


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        ("2026-06-24T03:00Z", None),
        ("2026-06-19T03:00Z", "2026-06-22T01:30Z"),
        ("2026-12-24T05:00Z", "2026-12-28T01:30Z"),
        ("2020-10-13T03:00Z", "2020-10-14T01:30Z"),
        ("2021-06-28T03:00Z", "2021-06-28T05:00Z"),
        ("2021-06-28T05:00Z", None),
    ],
)
def test_a_market_is_shut_on_holidays_and_in_storms(now: str, opens: str | None) -> None:
    found = closed_until(Instant.of(now), HONG_KONG, CALENDAR.sessions("XHKG"))
    assert found == (Instant.of(opens) if opens else None)


def test_without_a_calendar_weekdays_count() -> None:
    assert next_close(Instant.of("2026-06-18T09:00Z"), HONG_KONG) == Instant.of("2026-06-19T08:10Z")
    assert Day.of("2026-06-19").date.weekday() == 4
