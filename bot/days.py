"""Calendar days, spans of days and instants: three things that must never be mistaken for one another."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

Precision = Literal["day", "month", "quarter", "half", "nine_months", "year", "trailing"]


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A calendar day of an exchange or a newspaper, with no hour and no zone: it is never shifted for a viewer.

    Raises ValueError for a datetime, because a datetime is a date to Python and would slip through otherwise.
    """

    date: date

    def __post_init__(self) -> None:
        if isinstance(self.date, datetime):
            raise ValueError("a Day is made of a date, not of an instant")

    @classmethod
    def of(cls, iso: str) -> Day:
        """Returns the day written as YYYY-MM-DD; raises ValueError for anything else."""
        return cls(date.fromisoformat(iso))

    @property
    def iso(self) -> str:
        """Returns the day as YYYY-MM-DD."""
        return self.date.isoformat()

    def plus(self, days: int) -> Day:
        """Returns the day that many calendar days later, or earlier when negative."""
        return Day(self.date + timedelta(days=days))

    def since(self, earlier: Day) -> int:
        """Returns the number of calendar days from the earlier day to this one."""
        return (self.date - earlier.date).days


@dataclass(frozen=True, slots=True, order=True)
class Instant:
    """A moment in time, kept in UTC. Raises ValueError for a datetime without a zone.

    `zone` is the one in which it is written where the reader's platform does not do that, empty for UTC.
    """

    at: datetime
    zone: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("an Instant needs a zone")
        object.__setattr__(self, "at", self.at.astimezone(UTC))

    @classmethod
    def of(cls, iso: str) -> Instant:
        """Returns the instant written in ISO 8601; raises ValueError when it names no zone."""
        return cls(datetime.fromisoformat(iso))

    @property
    def iso(self) -> str:
        """Returns the instant as ISO 8601 in UTC."""
        return self.at.isoformat().replace("+00:00", "Z")

    @property
    def written(self) -> str:
        """Returns the moment as a day and an hour with their zone, the same in every language."""
        return f"{self.at.astimezone(ZoneInfo(self.zone or 'UTC')):%Y-%m-%d %H:%M} {self.zone or 'UTC'}"

    def day_in(self, zone: str) -> Day:
        """Returns the calendar day that this moment falls on in a named zone."""
        return Day(self.at.astimezone(ZoneInfo(zone)).date())


@dataclass(frozen=True, slots=True)
class AsOf:
    """The day or period a figure speaks of, as its source wrote it, with its first and last calendar day.

    A bare month, quarter or year counts as its last day for age and order (SEMANTICS rule 4).
    """

    label: str
    start: Day
    end: Day
    precision: Precision

    @classmethod
    def day(cls, day: Day) -> AsOf:
        """Returns the as-of of a single day."""
        return cls(day.iso, day, day, "day")

    @classmethod
    def of(cls, label: str, fiscal_year_end: str = "12-31") -> AsOf:
        """Returns what a label such as 2026-06-24, 2026-07, Q1 2026, H1 2026, 9M 2025 or FY2025 covers.

        A fiscal year is named after the calendar year in which it ends, and its halves and quarters are counted
        within it: FY2026 of a company whose year ends on 03-31 runs to 2026-03-31, its H1 FY2026 to 2025-09-30.
        Without FY the halves and quarters are those of the calendar year. Raises ValueError for other labels.
        """
        text = label.strip()
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return cls.day(Day.of(text))
        if match := re.fullmatch(r"(\d{4})-(\d{2})", text):
            first, last = _months(int(match[1]), int(match[2]), 1)
            return cls(text, first, last, "month")
        match = re.fullmatch(r"(?:(Q[1-4]|H[12]|9M) ?)?(FY)?(\d{4})", text)
        if match is None:
            raise ValueError(f"not a day or a period: {label}")
        part, fiscal, year = match[1], match[2] is not None, int(match[3])
        end_month = int(fiscal_year_end[:2]) if fiscal else 12
        first_month, first_year = (end_month % 12) + 1, year - (1 if end_month < 12 else 0)
        skip, count, precision = _PARTS[part]
        month = first_month - 1 + skip
        first, last = _months(first_year + month // 12, month % 12 + 1, count)
        return cls(text, first, last, precision)


_PARTS: dict[str | None, tuple[int, int, Precision]] = {
    None: (0, 12, "year"),
    "H1": (0, 6, "half"),
    "H2": (6, 6, "half"),
    "9M": (0, 9, "nine_months"),
    "Q1": (0, 3, "quarter"),
    "Q2": (3, 3, "quarter"),
    "Q3": (6, 3, "quarter"),
    "Q4": (9, 3, "quarter"),
}


def _months(year: int, month: int, count: int) -> tuple[Day, Day]:
    last = month - 1 + count - 1
    last_year, last_month = year + last // 12, last % 12 + 1
    return Day(date(year, month, 1)), Day(date(last_year, last_month, calendar.monthrange(last_year, last_month)[1]))
