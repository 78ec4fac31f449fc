"""Whether a condition that frees shares early is met: asked every day anew, of what was known by then."""

from __future__ import annotations

from dataclasses import dataclass

from bot.analysis.moments import Moment
from bot.days import Day
from bot.facts.book import FactBook
from bot.facts.lockups import Condition, Event
from bot.facts.records import SOURCE_RANK
from bot.sessions import OutOfBoundsError

_FIXES = SOURCE_RANK.index("regulator")
"""Sources down to a regulator fix a date; what the press reports is shown beside the outer limit and moves nothing."""


@dataclass(frozen=True, slots=True)
class Met:
    """How a condition stands. `met_on` is the day it was or will be met, None while nothing is known of it.

    `fixed` says that the day rests on a filing, the company or a regulator, so that the release moves to it; otherwise
    it is only reported, and the outer limit holds. `event` is what it was counted from.
    """

    condition: Condition
    met_on: Day | None
    fixed: bool
    event: Event | None = None


def met(book: FactBook, condition: Condition, moment: Moment) -> Met:
    """Returns whether a condition is met as known at a moment."""
    if condition.kind == "close_at_least":
        return _on_closes(book, condition, moment)
    return _on_event(book, condition, moment)


def _on_event(book: FactBook, condition: Condition, moment: Moment) -> Met:
    """The n-th session from an event on, its own day the first; or the n-th session after results."""
    kind = "results" if condition.kind == "results" else condition.event
    sessions = book.sessions_of(condition.company)
    known = [
        e
        for e in book.locks.events
        if (e.company, e.kind, e.day.precision) == (condition.company, kind, "day") and e.day.end <= moment.known_at
    ]
    if not known or sessions is None:
        return Met(condition, None, fixed=False)
    event = min(known, key=lambda e: (e.source.kind not in SOURCE_RANK[: _FIXES + 1], e.day.end))
    try:
        first = sessions.on_or_after(event.day.end if kind != "results" else event.day.end.plus(1))
        day = sessions.shifted(first, condition.sessions - 1)
    except OutOfBoundsError:
        return Met(condition, None, fixed=False, event=event)
    return Met(condition, day, SOURCE_RANK.index(event.source.kind) <= _FIXES, event)


def _on_closes(book: FactBook, condition: Condition, moment: Moment) -> Met:
    """The first session by which so many of the last closes stood at or above a price."""
    bars = book.bars_of(condition.company)
    if bars is None or condition.price is None:
        return Met(condition, None, fixed=False)
    last = moment.last_session(bars.listing)
    above: list[bool] = []
    for bar in bars.sessions:
        if bar.session > last:
            break
        above.append(bar.close >= condition.price)
        if sum(above[-max(condition.within, condition.sessions) :]) >= condition.sessions:
            return Met(condition, bar.session, fixed=True)
    return Met(condition, None, fixed=False)
