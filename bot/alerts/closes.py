"""When exchanges close, as far as a snooze needs to know it."""

from __future__ import annotations

from collections.abc import Mapping

from bot.alerts.ladder import DEFAULT_ZONE
from bot.alerts.timing import local_instant
from bot.days import Instant

CLOSES: Mapping[str, str] = {
    "Asia/Hong_Kong": "16:10",
    "Asia/Shanghai": "15:00",
    "America/New_York": "16:00",
}
"""The end of the closing auction in Hong Kong (hkex.com.hk, Trading Hours), else of regular trading."""

OPENS: Mapping[str, str] = {
    "Asia/Hong_Kong": "09:30",
    "Asia/Shanghai": "09:30",
    "America/New_York": "09:30",
}
"""The beginning of continuous trading."""


def next_close(now: Instant, zone: str) -> Instant:
    """Returns the next close of the exchange in a zone, Hong Kong's for a zone without one we know.

    Counted in weekdays: on a holiday the snooze ends as if there had been trading.
    """
    place = zone if zone in CLOSES else DEFAULT_ZONE
    day = now.day_in(place)
    while day.date.weekday() >= 5 or local_instant(day, CLOSES[place], place).at <= now.at:
        day = day.plus(1)
    return local_instant(day, CLOSES[place], place)
