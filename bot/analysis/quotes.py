"""Prices within a session: when an exchange deals, whether a quote may be shown, and which are newer than the close.

A quote is provisional. It stands beside a close and never in its place, no series holds it, and no rule is put against
it: what alerts tell of a day is its close (docs/decisions/quotes-beside-closes.md).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.analysis.moments import Moment
from bot.analysis.suspicion import suspicion
from bot.days import Day, Instant
from bot.facts.book import FactBook
from bot.facts.offers import Offer, Suspicion
from bot.facts.records import Bar, Listing, Quote

_SESSIONS = {
    "XHKG": ((time(9, 30), time(12)), (time(13), time(16))),
    "XSHG": ((time(9, 30), time(11, 30)), (time(13), time(15))),
    "XSHE": ((time(9, 30), time(11, 30)), (time(13), time(15))),
}
"""Continuous trading in the exchange's own zone (hkex.com.hk, Trading Hours; sse.com.cn and szse.cn, Trading Hours)."""
_ELSEWHERE = ((time(9, 30), time(16)),)

AHEAD = timedelta(minutes=5)
"""How far ahead of ours a vendor's clock may go."""


def deals_now(listing: Listing, now: Instant, is_session: Callable[[Day], bool]) -> bool:
    """Decides whether shares of a listing change hands just now; the lunch of an exchange that has one is a pause."""
    local = now.at.astimezone(ZoneInfo(listing.zone))
    within = any(first <= local.time() < last for first, last in _SESSIONS.get(listing.venue, _ELSEWHERE))
    return within and is_session(Day(local.date()))


def opened(listing: Listing, day: Day) -> Instant:
    """Returns when the exchange begins to deal on a day."""
    first = _SESSIONS.get(listing.venue, _ELSEWHERE)[0][0]
    return Instant(datetime.combine(day.date, first, ZoneInfo(listing.zone)))


def doubt(
    offer: Offer, listing: Listing, last: Bar | None, now: Instant, is_session: Callable[[Day], bool]
) -> Suspicion | None:
    """Returns why a quote must be kept aside, None where it may be shown: judged against the last close as a close is.

    One of an earlier session passes for what it is and is newer than nothing; one from ahead of the clock does not.
    """
    if offer.at is None or offer.session is None:
        return "unreadable"
    if offer.at.at > now.at + AHEAD:
        return "not_closed"
    return suspicion(offer, listing, last, now.day_in(listing.zone), is_session)


def newer(book: FactBook, company: str, close: Day, moment: Moment) -> tuple[Quote, ...]:
    """Returns the quotes taken after the session of a close, the newest first; none for a moment gone by."""
    if moment.replayed:
        return ()
    found = [q for q in book.quotes.get(company, ()) if close < q.day <= moment.at and q.at.at <= moment.now.at + AHEAD]
    return tuple(sorted(found, key=lambda quote: (quote.at.at, quote.id), reverse=True))
