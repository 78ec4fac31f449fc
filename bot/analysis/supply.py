"""What one release adds to what the public can trade: its tradable shares, and the float on both sides of it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.analysis.figures import Figure, stated
from bot.analysis.free_float import FloatChange, float_around
from bot.analysis.moments import Moment
from bot.analysis.releases import Release
from bot.facts.book import FactBook
from bot.quantities import Percent, Shares, divided

TRADED_SCOPE = "h_or_class_a"
"""The scope of a share count that the exchange trades: H shares, or the listed class."""


@dataclass(frozen=True, slots=True)
class Supply:
    """The tradable part of a release, with the float before and after it; None where a count is not known.

    `shares` can be sold on the exchange from the first session; the rest of the release has to be converted first.
    Where nobody states which part that is they are all of the release, and `stated` is false.
    `of_class` is the count of the traded class on that day.
    """

    release: Release
    shares: Shares
    before: Shares | None
    after: Shares | None
    of_class: Figure | None
    claims: tuple[str, ...]
    stated: bool = True

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
    """Returns what a release adds to the float, with the float before and after it of the same shares in issue.

    A release whose tradable part nobody states is taken whole.
    """
    own = release.tradable or release.shares
    day = min(release.first_free_day, moment.known_at)
    on_day = Moment(day, moment.known_at, moment.now, moment.replayed)
    traded = [c for c in book.claims_of(release.company, "shares_in_issue") if c.scope == TRADED_SCOPE]
    count: Figure | None = stated(release.company, "shares_in_issue", traded, on_day)
    if count is None or not isinstance(count.number, Shares):
        count = None
    ids = (*release.claims, *(h.id for h in release.tradable_rows), *(count.claims if count else ()))
    change = float_around(book, release, moment)
    if not isinstance(change, FloatChange):
        return Supply(release, own, None, None, count, ids, release.tradable is not None)
    claims = tuple(dict.fromkeys((*ids, *change.after.claims)))
    return Supply(
        release, own, change.before.float_shares, change.after.float_shares, count, claims, release.tradable is not None
    )
