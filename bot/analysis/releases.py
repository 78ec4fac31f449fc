"""Releases: the shares of one company that come free on one day, made of its holders' rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from bot.analysis.figures import Figure, stated
from bot.analysis.moments import Moment
from bot.days import Day
from bot.facts.book import FactBook
from bot.facts.records import Holding, Source
from bot.quantities import Percent, Shares, divided


@dataclass(frozen=True, slots=True)
class Release:
    """Shares that come free on a day, summed over holders (stated totals are never added), and what part they are.

    `of_listing` is per shares in issue at listing, the filing's own base; `of_issued` per shares in issue on the day
    (SEMANTICS rule 15), None where that count is not known.
    """

    company: str
    first_free_day: Day
    shares: Shares
    holders: tuple[Holding, ...]
    of_listing: Percent | None
    of_issued: Percent | None
    issued: Figure | None

    @property
    def claims(self) -> tuple[str, ...]:
        """Returns the ids of the holders' rows and of the share count that the release rests on."""
        return (*(h.id for h in self.holders), *(self.issued.claims if self.issued else ()))

    @property
    def sources(self) -> tuple[Source, ...]:
        """Returns the sources of the holders' rows, each once."""
        return tuple(dict.fromkeys(h.source for h in self.holders))


def releases(book: FactBook, company: str, first: Day, last: Day, moment: Moment) -> tuple[Release, ...]:
    """Returns the releases of a company whose first free day lies in a stretch of days, earliest first."""
    by_day: dict[Day, list[Holding]] = defaultdict(list)
    for holding in book.holdings.get(company, ()):
        day = holding.first_free_day
        if holding.row_type == "holder" and holding.shares is not None and day is not None and first <= day <= last:
            by_day[day].append(holding)
    return tuple(_release(book, company, day, by_day[day], moment) for day in sorted(by_day))


def _release(book: FactBook, company: str, day: Day, holders: Iterable[Holding], moment: Moment) -> Release:
    rows = tuple(sorted(holders, key=lambda h: (-(h.shares or 0), h.holder)))
    total = sum((h.shares for h in rows if h.shares is not None), Decimal(0))
    at_listing = next((h.shares_at_listing for h in rows if h.shares_at_listing), None)
    on_day = Moment(min(day, moment.known_at), moment.known_at, moment.now, moment.replayed)
    issued = stated(company, "shares_in_issue", book.claims_of(company, "shares_in_issue"), on_day)
    count = issued.number
    return Release(
        company,
        day,
        Shares(total),
        rows,
        Percent(divided(total, at_listing)) if at_listing else None,
        Percent(divided(total, count.number)) if isinstance(count, Shares) and not issued.scope else None,
        issued if isinstance(count, Shares) else None,
    )
