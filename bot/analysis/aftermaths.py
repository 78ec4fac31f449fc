"""What prices did after every past release: one, five and twenty sessions, with what else happened beside them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.analysis.abnormal import Track
from bot.analysis.figures import bar_id
from bot.analysis.moments import Moment
from bot.analysis.releases import Release, releases
from bot.analysis.studies import EVER
from bot.days import Day
from bot.facts.book import FactBook
from bot.facts.events import Event
from bot.quantities import EXACT, Money, Percent, divided

STEPS = (1, 5, 20)
"""Sessions after the last close before a release: T+1 is the first session on which its shares could be sold."""


@dataclass(frozen=True, slots=True)
class After:
    """The close so many sessions after the last one before a release, and its change since then."""

    step: int
    day: Day
    close: Money
    change: Percent
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aftermath:
    """A past release with the last close before it, None where there are no prices around it, and what followed.

    `after` holds None for a session that is still to come or has no price; `events` is what happened to the company up
    to the last session there is.
    """

    release: Release
    before: Money | None
    before_day: Day | None
    after: tuple[After | None, ...]
    events: tuple[Event, ...]


def aftermaths(book: FactBook, company: str, moment: Moment) -> tuple[Aftermath, ...]:
    """Returns every release of a company that had come free by a moment, earliest first."""
    found = releases(book, company, EVER[0], min(moment.at, moment.known_at), moment)
    return tuple(_aftermath(book, release, moment) for release in found)


def _aftermath(book: FactBook, release: Release, moment: Moment) -> Aftermath:
    bars = book.bars_of(release.company)
    nothing = Aftermath(release, None, None, (None,) * len(STEPS), ())
    if bars is None:
        return nothing
    track = Track.of(bars.sessions, moment.last_session(bars.listing))
    place = track.place(release.first_free_day)
    if place is None or place == 0:
        return nothing
    listing, base = bars.listing, bars.sessions[place - 1]
    after: list[After | None] = []
    for step in STEPS:
        if place - 1 + step >= len(track.days):
            after.append(None)
            continue
        bar = bars.sessions[place - 1 + step]
        change = Percent(EXACT.subtract(divided(bar.close, base.close), 1), signed=True)
        ids = (bar_id(listing, base), bar_id(listing, bar))
        after.append(After(step, bar.session, Money(bar.close, listing.currency), change, ids))
    last = next((a.day for a in reversed(after) if a is not None), release.first_free_day)
    events = tuple(
        e
        for e in book.events
        if e.company == release.company and base.session < e.day.end <= last and e.day.end <= moment.known_at
    )
    return Aftermath(release, Money(base.close, listing.currency), base.session, tuple(after), events)
