"""Relative times as tokens (last_friday, next_90d, 6m_ago, this_week) turned into the days they mean on a given day."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from bot.days import Day

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
COUNTED = re.compile(r"(?:(?P<side>last|next)_(?P<count>\d{1,3})(?P<unit>[dm])|(?P<ago>\d{1,3})(?P<of>[dm])_ago)")
"""Tokens with a number in them: a stretch that ends or begins today, or a day so long ago."""
_WEEK = 7
_SPANS = {"week", "month", "quarter", "year"}
_STEPS = {"this": 0, "last": -1, "next": 1, "before": -2}
_BEFORE_LAST = "_before_last"
"""As in week_before_last: the one before the last, whatever day it is."""


def spoken_day(token: str, today: Day) -> Day | None:
    """Returns the single day that a relative token means, the last one of a period; None for what is none."""
    if match := COUNTED.fullmatch(token):
        if match["ago"]:
            return shifted(today, -int(match["ago"]), match["of"])
        stretch = spoken_stretch(token, today)
        return stretch[1] if stretch else None
    side, _, name = token.partition("_")
    if token.removesuffix(_BEFORE_LAST) in WEEKDAYS:
        newest = spoken_day(f"last_{token.removesuffix(_BEFORE_LAST)}", today)
        return newest.plus(-_WEEK) if newest else None
    if side == "last" and name in WEEKDAYS:
        back = (today.date.weekday() - WEEKDAYS.index(name)) % 7 or 7
        return today.plus(-back)
    stretch = spoken_stretch(token, today)
    return min(stretch[1], today) if stretch and side == "this" else stretch[1] if stretch else None


def spoken_stretch(token: str, today: Day) -> tuple[Day, Day] | None:
    """Returns the first and last day of a relative period; None for what is none."""
    if (match := COUNTED.fullmatch(token)) and match["side"]:
        count = int(match["count"]) * (1 if match["side"] == "next" else -1)
        other = shifted(today, count, match["unit"])
        return (today, other) if count > 0 else (other, today)
    name = token.removesuffix(_BEFORE_LAST)
    side, name = ("before", name) if name != token else (token.partition("_")[0], token.partition("_")[2])
    if name not in _SPANS or side not in _STEPS:
        return None
    step = _STEPS[side]
    if name == "week":
        first = today.plus(-today.date.weekday() + 7 * step)
        return first, first.plus(6)
    months = {"month": 1, "quarter": 3, "year": 12}[name]
    index = (today.date.year * 12 + today.date.month - 1) // months * months + step * months
    first = Day(date(index // 12, index % 12 + 1, 1))
    after = index + months
    return first, Day(date(after // 12, after % 12 + 1, 1) - timedelta(days=1))


def shifted(day: Day, count: int, unit: str) -> Day:
    """Returns the day so many days or months on, or back where the count is negative; a month's end stays one."""
    if unit == "d":
        return day.plus(count)
    index = day.date.year * 12 + day.date.month - 1 + count
    year, month = index // 12, index % 12 + 1
    return Day(date(year, month, min(day.date.day, calendar.monthrange(year, month)[1])))
