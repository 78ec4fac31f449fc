"""Local hours as instants, against an oracle that knows zones only by asking what the clock on the wall says."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from apscheduler.triggers.cron import CronTrigger

from bot.alerts.evaluating import hour_of
from bot.alerts.step import RuleState, passed
from bot.alerts.timing import local_instant, reached
from bot.days import Day, Instant
from tests.bot.alerts.rules import level

YEARS = range(2000, 2038)
HOURS = [f"{minute // 60:02d}:{minute % 60:02d}" for minute in range(0, 24 * 60, 15)]
SAMPLE = 400


def wall(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def transitions(zone: str) -> list[datetime]:
    """The hours, in UTC, within which a zone's clocks are changed."""
    found = []
    place = ZoneInfo(zone)
    moment = datetime(YEARS[0], 1, 1, tzinfo=UTC)
    step = timedelta(days=7)
    while moment.year < YEARS[-1] + 1:
        after = moment + step
        if moment.astimezone(place).utcoffset() != after.astimezone(place).utcoffset():
            low, high = moment, after
            while high - low > timedelta(minutes=1):
                middle = (low + (high - low) / 2).replace(second=0, microsecond=0)
                if middle in (low, high):
                    break
                same = middle.astimezone(place).utcoffset() == moment.astimezone(place).utcoffset()
                low, high = (middle, high) if same else (low, middle)
            found.append(high)
        moment = after
    return found


def oracle(day: date, hour: str, zone: str) -> datetime:
    """The first minute at which the wall shows the hour of the day or later, found by looking at every one."""
    wanted = datetime.combine(day, time.fromisoformat(hour))
    guess = wanted.replace(tzinfo=UTC)
    offsets = {
        wall(guess + timedelta(hours=h), zone) - (guess + timedelta(hours=h)).replace(tzinfo=None)
        for h in (-30, -15, 0, 15, 30)
    }
    moment = min((wanted - o).replace(tzinfo=UTC) for o in offsets) - timedelta(minutes=1)
    while wall(moment, zone) < wanted:
        moment += timedelta(minutes=1)
    return moment


def check(zone: str, change: datetime, hours: list[str]) -> int:
    around = {wall(change + timedelta(hours=h), zone).date() for h in (-2, 0, 2)}
    for day in around:
        for hour in hours:
            at = oracle(day, hour, zone)
            assert local_instant(Day(day), hour, zone).at == at, (zone, day, hour)
            # Reached from that very minute on, and with days that never run backwards: told once.
            assert reached(Instant(at), hour, zone) >= Day(day), (zone, day, hour)
            assert reached(Instant(at - timedelta(minutes=1)), hour, zone) < Day(day), (zone, day, hour)
    return len(around) * len(hours)


def test_every_hour_of_days_with_changed_clocks_is_the_first_moment_that_shows_it() -> None:
    luck = random.Random(9)  # noqa: S311  # a sample
    zones = sorted(available_timezones())
    done = 0
    while done < SAMPLE:
        zone = luck.choice(zones)
        changes = transitions(zone)
        if changes:
            done += check(zone, luck.choice(changes), luck.sample(HOURS, 4))


@pytest.mark.soak
def test_every_hour_of_every_change_of_every_zone(record_property: Callable[[str, object], None]) -> None:
    zones = sorted(available_timezones())
    changes = [(zone, change) for zone in zones for change in transitions(zone)]
    counted = sum(check(zone, change, HOURS) for zone, change in changes)
    record_property("ledger:zones", len(zones))
    record_property("ledger:changes of clocks from 2000 to 2037", len(changes))
    record_property("ledger:local hours around them, each beside the oracle", counted)


@pytest.mark.parametrize(
    ("day", "hour", "zone", "expected"),
    [
        ("2026-10-25", "01:30", "Europe/London", "2026-10-25T00:30Z"),  # comes twice: the first
        ("2026-03-29", "01:30", "Europe/London", "2026-03-29T01:00Z"),  # is skipped: when the gap ends
        ("2011-12-30", "09:00", "Pacific/Apia", "2011-12-30T10:00Z"),  # a day that Samoa left out
        ("2028-02-29", "09:00", "Asia/Hong_Kong", "2028-02-29T01:00Z"),
        ("2027-01-01", "09:00", "Asia/Hong_Kong", "2027-01-01T01:00Z"),
    ],
)
def test_hours_that_come_twice_or_never(day: str, hour: str, zone: str, expected: str) -> None:
    assert local_instant(Day.of(day), hour, zone) == Instant.of(expected)


def fired(zone: str, first: str, last: str) -> list[str]:
    """The keys that a daily rule at 01:30 tells, asked every ten minutes."""
    one = level("100", frequency="daily", morning="01:30", zone=zone)
    begun = Instant.of(first)
    state = RuleState("firing", seen="o", beyond=True, episode="o", told=True, told_last="value:r1:o", told_at=begun)
    keys, moment = [], begun
    while moment.at <= Instant.of(last).at:
        taken = passed(one, state, moment, hour_of(one, moment, zone))
        state = taken.new
        keys += [taken.key] if taken.key else []
        moment = Instant(moment.at + timedelta(minutes=10))
    return keys


@pytest.mark.parametrize(("month", "day"), [(3, 29), (10, 25)])
def test_daily_at_half_past_one_fires_once_a_day_when_clocks_change(month: int, day: int) -> None:
    first, last = (date(2026, month, day) + timedelta(days=d) for d in (-2, 2))
    keys = fired("Europe/London", f"{first}T12:00Z", f"{last}T12:00Z")
    assert keys == [f"value:r1:o:{first + timedelta(days=d)}" for d in (1, 2, 3, 4)]


def test_a_cron_trigger_fires_twice_on_that_autumn_day() -> None:
    """The control: what a scheduler of local hours does to the same wish."""
    place = ZoneInfo("Europe/London")
    trigger = CronTrigger(hour=1, minute=30, timezone=place)
    moments, moment = [], datetime(2026, 10, 24, 12, tzinfo=place)
    while moment < datetime(2026, 10, 26, 12, tzinfo=place):
        found = trigger.get_next_fire_time(None, moment)
        assert found is not None
        moments.append(found)
        moment = (found.astimezone(UTC) + timedelta(seconds=1)).astimezone(place)
    days = [m.date() for m in moments if m < datetime(2026, 10, 26, 12, tzinfo=place)]
    assert days.count(date(2026, 10, 25)) == 2


def test_the_day_reached_never_runs_backwards() -> None:
    for zone in ("Europe/London", "America/New_York", "Pacific/Apia", "Australia/Lord_Howe", "Asia/Hong_Kong"):
        moment, last = Instant.of("2011-12-28T00:00Z"), Day.of("2011-12-01")
        for _ in range(24 * 8):
            day = reached(moment, "01:30", zone)
            assert day >= last
            last, moment = day, Instant(moment.at + timedelta(minutes=30))
