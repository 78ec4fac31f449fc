"""Which day each company of a comparison is shown at (SEMANTICS rule 8)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from bot.analysis.moments import Moment
from bot.analysis.observed import share_counts
from bot.days import Day
from bot.facts.book import FactBook
from bot.facts.records import Bar


@dataclass(frozen=True, slots=True)
class Alignment:
    """The moment to ask each company's figure at.

    `session` is the latest session that all companies with prices have, None where fewer than two have any or they
    share none; `newer` names those that have a later one of their own, to be mentioned.
    """

    moments: Mapping[str, Moment]
    session: Day | None = None
    newer: Mapping[str, Day] = field(default_factory=dict)


def aligned(book: FactBook, companies: Iterable[str], moment: Moment, measure: str = "share_price") -> Alignment:
    """Returns the moments that put listed companies on one session and leave each private one at its own date.

    For market_value a company whose share count is not known counts as one without prices: it has nothing to align.
    """
    names = tuple(companies)
    sessions = {name: found for name in names if (found := _sessions(book, name, moment))}
    if measure == "market_value":
        sessions = {name: found for name, found in sessions.items() if _counted(book, name, moment)}
    shared = latest_common([[b.session for b in bars] for bars in sessions.values()]) if len(sessions) > 1 else None
    if shared is None:
        return Alignment(dict.fromkeys(names, moment))
    moments = {name: replace(moment, at=shared) if name in sessions else moment for name in names}
    newer = {name: bars[-1].session for name, bars in sessions.items() if bars[-1].session > shared}
    return Alignment(moments, shared, newer)


def latest_common(calendars: Iterable[list[Day]]) -> Day | None:
    """Returns the latest day that all of several rising lists of days hold, None where there is none."""
    lists = list(calendars)
    if not lists or not all(lists):
        return None
    day = min(days[-1] for days in lists)
    while True:
        places = [bisect_right(days, day) for days in lists]
        if not all(places):
            return None
        standing = [days[place - 1] for days, place in zip(lists, places, strict=True)]
        if min(standing) == day:
            return day
        day = min(standing)


def _counted(book: FactBook, company: str, moment: Moment) -> bool:
    return any(count.value is not None for _, count in share_counts(book, company, moment))


def _sessions(book: FactBook, company: str, moment: Moment) -> list[Bar]:
    bars = book.bars_of(company)
    if bars is None:
        return []
    last = bisect_right(bars.sessions, moment.last_session(bars.listing), key=lambda b: b.session)
    return list(bars.sessions[:last])
