"""Turning a time as asked into days: which day a figure must be valid at, and what was known by then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from bot.analysis.spoken import spoken_day, spoken_stretch
from bot.days import Day, Instant
from bot.facts.book import FactBook
from bot.facts.records import Listing
from bot.plan import Between, Plan, When

_CLOSES = {"XHKG": time(16, 10)}
"""When a session's closing price is final, in the exchange's own zone: the closing auction of HKEX ends by 16:10
(hkex.com.hk, Trading Hours)."""
_CLOSES_ELSEWHERE = time(18, 0)

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Moment:
    """The day a figure is wanted for and what may be used for it: facts public by `known_at`, as seen at `now`.

    `since` is the first day where a stretch such as a month was asked for: what happened in it is sought from there.
    """

    at: Day
    known_at: Day
    now: Instant
    replayed: bool = False
    since: Day | None = None

    def last_session(self, listing: Listing) -> Day:
        """Returns the last day whose closing price may be used for a listing: never one that had not closed yet."""
        if self.replayed:
            return min(self.at, self.known_at)
        return min(self.at, self.known_at, last_closed(listing, self.now))


def last_closed(listing: Listing, now: Instant) -> Day:
    """Returns the last calendar day on which a close would be final by now; it need not be a session."""
    local = now.at.astimezone(ZoneInfo(listing.zone))
    closed = local.time() >= _CLOSES.get(listing.venue, _CLOSES_ELSEWHERE)
    today = Day(local.date())
    return today if closed else today.plus(-1)


def moment(plan: Plan, now: Instant) -> Moment:
    """Returns the day that a plan's single moment means, and what was known; a stretch of time means its end.

    Raises ValueError for a token that is no day of its own, such as since_listing.
    """
    today = now.day_in("UTC")
    known = min(plan.known_at or today, today)
    at = known if plan.when is None else day_of(plan.when.end if isinstance(plan.when, Between) else plan.when, today)
    return Moment(at, known, now, replayed=known < today, since=_start(plan.when, now))


def _start(when: When, now: Instant) -> Day | None:
    try:
        stretch = days_between(when, now)
    except ValueError:
        # It begins at a listing, which needs more than a calendar.
        return None
    return stretch[0] if stretch else None


def day_of(token: str, today: Day) -> Day:
    """Returns the day an ISO date or a token means, as of today; the last day of a month, quarter or year named.

    Raises ValueError for a token that needs more than a calendar, such as first_day.
    """
    match token:
        case "today" | "latest" | "ytd" | "since_listing":
            return today
        case "yesterday" | "previous_session":
            return today.plus(-1)
        case "tomorrow":
            return today.plus(1)
        case "year_end":
            return Day(date(today.date.year, 12, 31))
        case _ if token.removeprefix("end_of_") in MONTHS:
            month = MONTHS.index(token.removeprefix("end_of_")) + 1
            return Day(date(today.date.year + month // 12, month % 12 + 1, 1) - timedelta(days=1))
        case _:
            return spoken_day(token, today) or Day.of(token)


def days_between(when: When, now: Instant) -> tuple[Day, Day] | None:
    """Returns the first and last day of a stretch of time as asked, None for a single moment.

    A month named without a year is that month of the present year, of the one before where it begins what is over.
    """
    today = now.day_in("UTC")
    if isinstance(when, Between):
        begins = days_between(when.start, now) if not when.start[:1].isdigit() else None
        first, last = begins[0] if begins else day_of(when.start, today), day_of(when.end, today)
        behind = first > last and when.start in MONTHS
        return Day(first.date.replace(year=first.date.year - 1)) if behind else first, last
    if isinstance(when, str) and (stretch := spoken_stretch(when, today)) is not None:
        return stretch
    if when in MONTHS:
        return Day(date(today.date.year, MONTHS.index(when) + 1, 1)), day_of(when, today)
    return None


def sessions_between(book: FactBook, company: str, earlier: Day, later: Day) -> int:
    """Returns how many sessions of a company's exchange lie after a day, up to and with another.

    Where no calendar covers them it is the number of Mondays to Fridays, the most there can be.
    """
    sessions = book.sessions_of(company)
    if sessions is None or not (sessions.covers(earlier) and sessions.covers(later)):
        return weekdays_between(earlier, later)
    return sessions.count(earlier, later)


def weekdays_between(earlier: Day, later: Day) -> int:
    """Returns how many Mondays to Fridays lie after a day, up to and with another: the most sessions there can be."""
    days = max(0, later.since(earlier))
    weeks, rest = divmod(days, 7)
    return weeks * 5 + sum((earlier.date.weekday() + step) % 7 < 5 for step in range(1, rest + 1))


def is_future(when: When, today: Day) -> bool:
    """Decides whether a time as asked lies wholly after today."""
    if when is None:
        return False
    try:
        return day_of(when.start if isinstance(when, Between) else when, today) > today
    except ValueError:
        return False
