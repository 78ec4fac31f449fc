"""The free float of a company on any day: what the public can trade then, and what is left out of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bot.analysis.figures import Figure, stated
from bot.analysis.moments import Moment
from bot.analysis.releases import Release, releases
from bot.days import Day
from bot.facts.book import FactBook
from bot.quantities import Multiple, Percent, Shares, divided

NoFloat = Literal["not_listed", "before_listing", "no_shares", "no_holdings", "above_total", "split_unknown"]
"""Why there is no free float of a day: a catalogue term of the family `no-float`."""

ALWAYS = (Day.of("1900-01-01"), Day.of("2199-12-31"))


@dataclass(frozen=True, slots=True)
class FreeFloat:
    """The shares in issue of a company on a day, each of them in one of three heaps that add up to `issued`.

    `float_shares` can be traded; `locked` are held back, by the releases still to come; `not_tradable` are free of any
    lock but the exchange does not trade them (unlisted domestic shares, a class that has to be converted first), by
    the releases that freed them. `issued` is the count stated for the day, or the latest one for a day to come.
    """

    company: str
    day: Day
    float_shares: Shares
    issued: Shares
    locked: Shares
    not_tradable: Shares
    to_come: tuple[Release, ...]
    came: tuple[Release, ...]
    count: Figure

    @property
    def of_issued(self) -> Percent:
        """Returns the float per shares in issue."""
        return Percent(divided(self.float_shares.number, self.issued.number))

    @property
    def claims(self) -> tuple[str, ...]:
        """Returns the ids of the share count and of every holder's row that was subtracted."""
        rows = (h.id for r in (*self.to_come, *self.came) for h in (*r.holders, *r.tradable_rows))
        return tuple(dict.fromkeys((*self.count.claims, *rows)))


@dataclass(frozen=True, slots=True)
class FloatChange:
    """The float on both sides of one release, of the same shares in issue, so that only the release differs."""

    release: Release
    before: FreeFloat
    after: FreeFloat

    @property
    def times(self) -> Multiple | None:
        """Returns how many times the float grows, None where there was none before."""
        if not self.before.float_shares.number:
            return None
        return Multiple(divided(self.after.float_shares.number, self.before.float_shares.number))

    @property
    def of_float(self) -> Percent | None:
        """Returns the tradable shares that come free per float before, None where there was none or nobody says."""
        if not self.before.float_shares.number or self.release.tradable is None:
            return None
        return Percent(divided(self.release.tradable.number, self.before.float_shares.number))


def free_float(book: FactBook, company: str, day: Day, moment: Moment) -> FreeFloat | NoFloat:
    """Returns the free float of a company at the end of a day as known at a moment, or the reason why it is unknown.

    A day after the last stated share count takes that count. Shares issued since the listing for which no lock was
    found count as float. A release whose tradable part nobody states makes every later float unknown.
    """
    listing = book.listing_of(company)
    if listing is None or listing.listed_on is None:
        return "not_listed"
    if day < listing.listed_on:
        return "before_listing"
    found = releases(book, company, *ALWAYS, moment)
    if not found:
        return "no_holdings"
    at = Moment(min(day, moment.known_at), moment.known_at, moment.now, moment.replayed)
    count = stated(company, "shares_in_issue", book.claims_of(company, "shares_in_issue"), at)
    if not isinstance(count.value, Shares) or count.scope:
        return "no_shares"
    return _parted(company, day, found, count, count.value)


def _parted(company: str, day: Day, found: tuple[Release, ...], count: Figure, issued: Shares) -> FreeFloat | NoFloat:
    to_come = tuple(r for r in found if r.first_free_day > day)
    came = tuple(r for r in found if r.first_free_day <= day)
    if any(r.tradable is None for r in came):
        return "split_unknown"
    locked = sum((r.shares.number for r in to_come), Decimal(0))
    outside = sum((r.not_tradable.number for r in came if r.not_tradable), Decimal(0))
    public = issued.number - locked - outside
    if public < 0:
        return "above_total"
    return FreeFloat(company, day, Shares(public), issued, Shares(locked), Shares(outside), to_come, came, count)


def float_around(book: FactBook, release: Release, moment: Moment) -> FloatChange | NoFloat:
    """Returns the float before and after a release, both of the shares in issue on its first free day."""
    day = release.first_free_day
    after = free_float(book, release.company, day, moment)
    if not isinstance(after, FreeFloat):
        return after
    before = _parted(release.company, day.plus(-1), (*after.came, *after.to_come), after.count, after.issued)
    if not isinstance(before, FreeFloat):
        return before
    return FloatChange(release, before, after)
