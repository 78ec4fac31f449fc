"""Local hours as instants: what a day's hour means in a zone, also on the days when clocks are put forward or back.

A local hour that is skipped counts from the first moment after the gap; one that comes twice counts once, the first
time. Zone and hour are what is kept, so that a zone whose rules change moves the instant and not the hour.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.days import Day, Instant


def local_instant(day: Day, hour: str, zone: str) -> Instant:
    """Returns the moment at which an hour, written HH:MM, is reached on a day in a zone.

    Raises ValueError for an hour that is none, and ZoneInfoNotFoundError for an unknown zone.
    """
    return Instant(_utc(datetime.combine(day.date, time.fromisoformat(hour)), zone))


def reached(now: Instant, hour: str, zone: str) -> Day:
    """Returns the latest local day whose hour has come: today, or yesterday where it is still too early."""
    today = now.day_in(zone)
    # Around the date line a zone may skip a whole day, so the day before need not be one calendar day earlier in UTC.
    return today if local_instant(today, hour, zone).at <= now.at else today.plus(-1)


@lru_cache(maxsize=4096)
def _utc(wanted: datetime, zone: str) -> datetime:
    local = wanted.replace(tzinfo=ZoneInfo(zone), fold=0)
    moment = local.astimezone(UTC)
    back = moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    if back == wanted:
        return moment
    # The hour is skipped. fold=0 takes the offset before the gap and lands behind it, as far as the hour lay inside:
    # the gap's end lies that far back.
    before = wanted.replace(tzinfo=ZoneInfo(zone), fold=0).utcoffset()
    after = wanted.replace(tzinfo=ZoneInfo(zone), fold=1).utcoffset()
    assert before is not None and after is not None
    low, high = moment - abs(after - before) - timedelta(seconds=1), moment
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) / 2
        middle = middle.replace(microsecond=0)
        if middle.astimezone(ZoneInfo(zone)).replace(tzinfo=None) >= wanted:
            high = middle
        else:
            low = middle
    return high
