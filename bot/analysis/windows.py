"""Stretches of days as asked of a calendar: the next 90 days, this quarter, January."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from bot.analysis.moments import MONTHS, day_of
from bot.days import Day
from bot.plan import Between, When

_COUNTED = re.compile(r"(next|last)_(\d+)([dwmqy])")
_MONTHS_IN = {"m": 1, "q": 3, "y": 12}
_DAYS_IN = {"d": 1, "w": 7}
_NAMED = re.compile(r"(this|next|last)_(week|month|quarter|year)")
_BEHIND = 6
"""A month named without a year means the one nearest to today: one more than half a year gone is the coming one."""


def window(when: When, today: Day) -> tuple[Day, Day] | None:
    """Returns the first and last day that a time as asked covers, None for no time at all.

    `next_90d` begins today and ends 90 days later. Raises ValueError for a time that a calendar alone cannot tell.
    """
    if isinstance(when, Between):
        first, last = _edge(when.start, today)[0], _edge(when.end, today)[1]
        ahead = last < first and not when.end[:1].isdigit()
        return first, _months_on(last, _YEAR) if ahead else last
    if when is None or when in ("latest", "today"):
        return None
    if match := _COUNTED.fullmatch(when):
        way, count, unit = match[1], int(match[2]), match[3]
        sign = 1 if way == "next" else -1
        other = (
            today.plus(sign * count * _DAYS_IN[unit])
            if unit in _DAYS_IN
            else _months_on(today, sign * count * _MONTHS_IN[unit])
        )
        return (today, other) if sign > 0 else (other, today)
    if match := _NAMED.fullmatch(when):
        return _named(match[2], {"this": 0, "next": 1, "last": -1}[match[1]], today)
    if when in MONTHS:
        return _month(MONTHS.index(when) + 1, today)
    if when == "ytd":
        return Day(date(today.date.year, 1, 1)), today
    day = _edge(when, today)[1]
    return (today, day) if when.startswith("end_of_") or when == "year_end" else (day, day)


def _edge(token: str, today: Day) -> tuple[Day, Day]:
    """The first and last day of what begins or ends a stretch: a month is the one nearest to today."""
    month = token.removeprefix("end_of_")
    if month not in MONTHS:
        day = day_of(token, today)
        return day, day
    first, last = _month(MONTHS.index(month) + 1, today)
    return (first, last) if month == token else (last, last)


_YEAR = 12


def _months_on(day: Day, months: int) -> Day:
    month = day.date.month - 1 + months
    year, month = day.date.year + month // 12, month % 12 + 1
    return Day(date(year, month, min(day.date.day, monthrange(year, month)[1])))


def _named(unit: str, offset: int, today: Day) -> tuple[Day, Day]:
    if unit == "week":
        monday = today.plus(-today.date.weekday() + 7 * offset)
        return monday, monday.plus(6)
    length = {"month": 1, "quarter": 3, "year": 12}[unit]
    first_month = (today.date.month - 1) // length * length + 1
    first = _months_on(Day(date(today.date.year, first_month, 1)), offset * length)
    return first, _months_on(first, length).plus(-1)


def _month(month: int, today: Day) -> tuple[Day, Day]:
    behind = today.date.month - month
    year = today.date.year + (1 if behind > _BEHIND else 0)
    return Day(date(year, month, 1)), Day(date(year, month, monthrange(year, month)[1]))
