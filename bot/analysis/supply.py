"""What one release adds to what the public can trade: its tradable shares, and the float on both sides of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from bot.analysis.figures import Figure, stated
from bot.analysis.moments import Moment
from bot.analysis.releases import Release
from bot.days import Day
from bot.facts.book import FactBook
from bot.facts.records import Holding
from bot.quantities import Percent, Shares, divided

TRADED_SCOPE = "h_or_class_a"
"""The scope of a share count that the exchange trades: H shares, or the listed class."""

_TRADED_CLASSES = frozenset({"H", "A"})


@dataclass(frozen=True, slots=True)
class Supply:
    """The tradable part of a release, with the float before and after it; None where a count is not known.

    `shares` can be sold on the exchange from the first session; the rest of the release has to be converted first.
    `of_class` is the count of the traded class on that day.
    """

    release: Release
    shares: Shares
    before: Shares | None
    after: Shares | None
    of_class: Figure | None
    claims: tuple[str, ...]

    @property
    def of_float(self) -> Percent | None:
        """Returns the tradable shares per float before."""
        if self.before is None or self.before.number <= 0:
            return None
        return Percent(divided(self.shares.number, self.before.number))

    @property
    def of_traded_class(self) -> Percent | None:
        """Returns the tradable shares per shares of the traded class."""
        count = self.of_class.number if self.of_class else None
        return Percent(divided(self.shares.number, count.number)) if isinstance(count, Shares) else None


def supply(book: FactBook, release: Release, moment: Moment) -> Supply:
    """Returns what a release adds to the float: traded class in issue that day, less all of it that is still locked.

    Shares issued since the listing for which no lock is listed count as float.
    """
    rows = [h for h in book.holdings.get(release.company, ()) if h.first_free_day is not None]
    days = {h.first_free_day for h in rows if h.first_free_day is not None}
    own, own_ids = _traded(rows, release.first_free_day)
    later = [_traded(rows, day) for day in sorted(days) if day > release.first_free_day]
    day = min(release.first_free_day, moment.known_at)
    on_day = Moment(day, moment.known_at, moment.now, moment.replayed)
    traded = [c for c in book.claims_of(release.company, "shares_in_issue") if c.scope == TRADED_SCOPE]
    count = stated(release.company, "shares_in_issue", traded, on_day)
    number = count.number
    ids = (*own_ids, *(i for _, group in later for i in group), *count.claims)
    if not isinstance(number, Shares):
        return Supply(release, Shares(own), None, None, None, ids)
    after = number.number - sum((part for part, _ in later), Decimal(0))
    return Supply(release, Shares(own), Shares(after - own), Shares(after), count, ids)


def _traded(rows: Iterable[Holding], day: Day) -> tuple[Decimal, tuple[str, ...]]:
    """The shares of a day that the exchange trades: by holder where the list says so, else by its split of groups."""
    mine = [h for h in rows if h.first_free_day == day and h.shares is not None]
    known = [h for h in mine if h.row_type == "holder" and h.share_class in _TRADED_CLASSES]
    if any(h.row_type == "holder" and not h.share_class for h in mine):
        known += [h for h in mine if h.row_type == "class_split" and h.share_class in _TRADED_CLASSES]
    return sum((h.shares for h in known if h.shares is not None), Decimal(0)), tuple(h.id for h in known)
