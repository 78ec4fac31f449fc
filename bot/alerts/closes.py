"""When exchanges trade, as far as snoozes, quiet channels and digests need to know it."""

from __future__ import annotations

from collections.abc import Mapping

from bot.alerts.ladder import DEFAULT_ZONE
from bot.alerts.timing import local_instant
from bot.days import Day, Instant
from bot.sessions import Sessions

VENUES: Mapping[str, str] = {
    "Asia/Hong_Kong": "XHKG",
    "Asia/Shanghai": "XSHG",
    "America/New_York": "XNYS",
}
"""The exchange whose days count in a zone. Shenzhen keeps Shanghai's days, Nasdaq New York's."""

CLOSES: Mapping[str, str] = {
    "Asia/Hong_Kong": "16:10",
    "Asia/Shanghai": "15:00",
    "America/New_York": "16:00",
}
"""The end of the closing auction in Hong Kong (hkex.com.hk, Trading Hours), else of regular trading."""

HALF_CLOSES: Mapping[str, str] = {"Asia/Hong_Kong": "12:10", "America/New_York": "13:00"}
"""The same on half days: the eves of three festivals in Hong Kong, the early closings of New York."""

OPENS: Mapping[str, str] = {
    "Asia/Hong_Kong": "09:30",
    "Asia/Shanghai": "09:30",
    "America/New_York": "09:30",
}
"""The beginning of continuous trading."""

LATE_OPENS: Mapping[str, str] = {"Asia/Hong_Kong": "13:00"}
"""The same on a day whose morning a storm took."""


def trades_in(zone: str) -> str:
    """Returns the zone of the exchange that is meant by a zone: Hong Kong's for one without an exchange we know."""
    return zone if zone in CLOSES else DEFAULT_ZONE


def hours(day: Day, zone: str, sessions: Sessions | None) -> tuple[Instant, Instant] | None:
    """Returns when the exchange of a zone opens and closes on a day, None on a day without trading.

    Without its sessions, and outside their bounds, every weekday is a whole day.
    """
    place = trades_in(zone)
    if not (sessions.deals(day) if sessions is not None else day.date.weekday() < 5):
        return None
    short = sessions.short.get(day) if sessions is not None else None
    opens = LATE_OPENS.get(place, OPENS[place]) if short == "late" else OPENS[place]
    closes = HALF_CLOSES.get(place, CLOSES[place]) if short == "half" else CLOSES[place]
    return local_instant(day, opens, place), local_instant(day, closes, place)


def next_close(now: Instant, zone: str, sessions: Sessions | None = None) -> Instant:
    """Returns the next close of the exchange of a zone, on the days and half days that its sessions name."""
    return _next(now, zone, sessions)[1]


def closed_until(now: Instant, zone: str, sessions: Sessions | None = None) -> Instant | None:
    """Returns when the exchange of a zone opens next, None while it trades."""
    opened, _ = _next(now, zone, sessions)
    return opened if opened.at > now.at else None


def _next(now: Instant, zone: str, sessions: Sessions | None) -> tuple[Instant, Instant]:
    """The hours of the session that goes on, else of the next one."""
    day = now.day_in(trades_in(zone))
    while (found := hours(day, zone, sessions)) is None or found[1].at <= now.at:
        day = day.plus(1)
    return found
