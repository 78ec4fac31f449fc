"""The unlock measures of a company on a day: of the release that comes next, or of the last one where none comes."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Literal

from bot.analysis.figures import Evidence, Figure, share_price, stated
from bot.analysis.free_float import ALWAYS
from bot.analysis.moments import Moment
from bot.analysis.releases import Locked, Release, releases
from bot.days import AsOf, Day
from bot.facts.book import FactBook
from bot.facts.records import Claim
from bot.quantities import Money, Percent, Shares, divided

UnlockMeasure = Literal["unlock_date", "unlock_ratio", "unlock_value"]


def release_of(book: FactBook, company: str, moment: Moment) -> Release | None:
    """Returns the release whose first tradable session comes next, that day's included, else the last one.

    Of a month or another stretch it is the first in it or after it.
    """
    found = releases(book, company, *ALWAYS, moment)
    start = moment.since or moment.at
    coming = [r for r in found if (r.first_session or r.first_free_day) >= start]
    return coming[0] if coming else found[-1] if found else None


def counted(release: Release) -> Shares:
    """Returns the shares that a calendar counts: those that can be traded, or all where nobody says which can."""
    return release.shares if release.tradable is None else release.tradable


def ratio_of(release: Release) -> Percent | None:
    """Returns the shares that a calendar counts per shares in issue on the day (SEMANTICS rule 15), None unknown."""
    issued = release.issued.value if release.issued else None
    return Percent(divided(counted(release).number, issued.number)) if isinstance(issued, Shares) else None


def basis_of(release: Release) -> str:
    """Returns what was counted, a term of the family basis."""
    return "free_in_law" if release.tradable is None else "tradable"


def unlock_figure(evidence: Evidence, company: str, measure: UnlockMeasure, moment: Moment) -> Figure:
    """Returns an unlock measure of a company's next release, with what others state of it beside it.

    The ratio is of the shares that can be traded per shares in issue on the day (SEMANTICS rule 15).
    """
    book = evidence.book
    release = release_of(book, company, moment)
    if release is None:
        listed = any(listing.listed_on for listing in book.listings.get(company, ()))
        return Figure(company, measure, missing="no_release" if listed else "not_listed")
    return weighed(evidence, release, measure, moment)


def weighed(evidence: Evidence, release: Release, measure: UnlockMeasure, moment: Moment) -> Figure:
    """Returns an unlock measure of one release, with what others state of it beside it."""
    beside = stated_of(evidence.book, release, measure, moment)
    selection = stated(release.company, measure, beside, moment).selection if beside else None
    return replace(measured(evidence, release, measure, moment), selection=selection, also=beside)


def measured(evidence: Evidence, release: Release, measure: UnlockMeasure, moment: Moment) -> Figure:
    """Returns an unlock measure of one release."""
    day = AsOf.day(release.first_free_day)
    base = Figure(
        release.company,
        measure,
        as_of=day,
        basis=basis_of(release),
        claims=(*release.claims, *(row.id for row in release.tradable_rows)),
        sources=release.sources,
        formula=measure,
    )
    if measure == "unlock_date":
        return replace(base, value=release.first_free_day, basis="first_free_day")
    shares = Figure(release.company, "unlocked_shares", counted(release), day, basis_of(release), claims=release.claims)
    if measure == "unlock_ratio":
        ratio = ratio_of(release)
        if ratio is None or release.issued is None:
            return Figure(release.company, measure, missing="no_share_count")
        return replace(
            base, value=ratio, inputs=(shares, release.issued), sources=(*base.sources, *release.issued.sources)
        )
    price = price_of(evidence, release, moment)
    if not isinstance(price.value, Money):
        return Figure(release.company, measure, missing=price.missing)
    return replace(
        base,
        value=price.value.times(counted(release).number),
        as_of=price.as_of,
        claims=(*base.claims, *price.claims),
        sources=(*base.sources, *price.sources),
        inputs=(price, shares),
    )


def price_of(evidence: Evidence, release: Release, moment: Moment) -> Figure:
    """Returns the last close before the first session of a past release, the latest one for a coming one (rule 16)."""
    session = release.first_session or release.first_free_day
    if session > moment.at:
        return share_price(evidence.book, release.company, moment)
    eve = Moment(session.plus(-1), moment.known_at, moment.now, moment.replayed)
    return share_price(evidence.book, release.company, eve)


def stated_of(book: FactBook, release: Release, measure: str, moment: Moment) -> tuple[Claim, ...]:
    """Returns what sources state of a release: the claims of a measure whose day or month is that of the release."""
    day = release.first_free_day
    return tuple(
        c
        for c in book.claims_of(release.company, measure)
        if c.known_at <= moment.known_at and c.as_of.start <= day <= c.as_of.end
    )


def of_classes(release: Release, classes: frozenset[str]) -> Release | None:
    """Returns the part of a release that holders of some classes hold, None where they hold none of it.

    What of it can be traded is known only where it is stated holder by holder.
    """
    kept: tuple[Locked, ...] = tuple(lock for lock in release.locked if lock.holding.holder_class in classes)
    if not kept:
        return None
    if len(kept) == len(release.locked):
        return release
    rows = tuple(lock.holding for lock in kept)
    total = sum((lock.shares for lock in kept), Decimal(0))
    by_holder = all(row.tradable for row in rows)
    sure = sum((row.shares or Decimal(0) for row in rows if row.tradable == "yes"), Decimal(0))
    whole = release.issued.value if release.issued else None
    at_listing = rows[0].shares_at_listing
    return replace(
        release,
        shares=Shares(total),
        holders=rows,
        of_listing=Percent(divided(total, at_listing)) if at_listing else None,
        of_issued=Percent(divided(total, whole.number)) if isinstance(whole, Shares) else None,
        tradable=Shares(sure) if by_holder else None,
        tradable_known="holder" if by_holder else "unknown",
        tradable_rows=(),
        locked=kept,
    )


def unsized(locks: tuple[Locked, ...], first: Day, last: Day) -> tuple[Locked, ...]:
    """Returns the locks that end within a stretch of days and of which nobody states a number of shares."""
    found = (lock for lock in locks if lock.holding.shares is None and first <= lock.first_free <= last)
    return tuple(sorted(found, key=lambda lock: lock.first_free))
