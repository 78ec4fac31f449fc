"""Price returns on closes: since listing, year to date, and over any stretch (SEMANTICS rule 9).

Prices are taken as the book holds them, which is adjusted for corporate actions: dividends are not added.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from bot.analysis.figures import bar_id, last_bar
from bot.analysis.moments import Moment
from bot.days import Day
from bot.facts.book import FactBook
from bot.facts.records import Bar, Listing
from bot.quantities import EXACT, Money, Percent

NoReturn = Literal[
    "not_listed",
    "no_price_yet",
    "no_listing_date",
    "no_offer_price",
    "before_listing",
    "before_first_price",
    "no_close_since",
]
"""Why there is no return: `before_first_price` means listed by then, without a close at hand for that day, and
`no_close_since` that the closes at hand end before the stretch begins."""


@dataclass(frozen=True, slots=True)
class Return:
    """The change of a share price from a base to a close: `change` is close / base - 1.

    `start` is the session of the base close, or the first day of dealing where the base is the offer price. `beside` is
    the same return from the first close.
    """

    company: str
    start: Day
    end: Day
    base: Money
    close: Money
    change: Percent
    base_is: Literal["offer", "close"]
    claims: tuple[str, ...]
    beside: Return | None = None


def since_listing(book: FactBook, company: str, moment: Moment) -> Return | NoReturn:
    """Returns the change from the offer price to the last close, with the one from the first close beside it.

    The one beside is missing where the closes at hand do not reach back to the first day.
    """
    found = _listed(book, company, moment)
    if isinstance(found, str):
        return found
    listing, last = found
    if listing.listed_on is None:
        return "no_listing_date"
    if listing.offer_price is None:
        return "no_offer_price"
    first = _close_on(book, company, listing.listed_on)
    beside = None
    if first is not None and first.session == listing.listed_on:
        beside = _from_close(company, listing, first, last)
    base = Money(listing.offer_price, listing.currency)
    ids = (*_offer_ids(book, company, listing, moment), bar_id(listing, last))
    return _return(company, listing, listing.listed_on, last, base, "offer", ids, beside)


def since_later_listing(book: FactBook, moments: Mapping[str, Moment]) -> Mapping[str, Return | NoReturn]:
    """Returns each company's change since the later listing of them all, so that both cover the same sessions.

    `moments` says at which moment each company is read. Whoever was listed on that day starts at its offer price, the
    others at their last close before it: each then counts that first session in full. Beside stands the change from the
    close of that session, for all alike. Where the closes of one do not reach back that far, each is given since its
    own listing, since two stretches said are better than one figure missing.
    """
    found = {name: _listed(book, name, moment) for name, moment in moments.items()}
    starts = [f[0].listed_on for f in found.values() if not isinstance(f, str)]
    known = [day for day in starts if day is not None]
    if not known:
        return {n: f if isinstance(f, str) else "no_listing_date" for n, f in found.items()}
    start = max(known)
    shared = {name: _since(book, name, start, moment) for name, moment in moments.items()}
    if any(result in ("before_listing", "before_first_price", "no_listing_date") for result in shared.values()):
        return {name: since_listing(book, name, moment) for name, moment in moments.items()}
    return shared


def since_day(book: FactBook, moments: Mapping[str, Moment], start: Day) -> Mapping[str, Return | NoReturn]:
    """Returns each company's change from its last close on or before a day, so that all cover the same sessions.

    Where one of them was listed only after that day, all are counted since that listing. Where the closes of one end
    before the day, it has no return over it: never the nought between one close and itself.
    """
    listed = [li.listed_on for name in moments for li in book.listings.get(name, ()) if li.listed_on]
    if any(day > start for day in listed):
        return since_later_listing(book, moments)
    found = {name: over(book, name, start, moment) for name, moment in moments.items()}
    return {
        name: "no_close_since" if isinstance(one, Return) and one.start == one.end and one.end < start else one
        for name, one in found.items()
    }


def year_to_date(book: FactBook, company: str, moment: Moment) -> Return | NoReturn:
    """Returns the change since the last close of the year before; of a company listed this year, since listing."""
    found = _listed(book, company, moment)
    if isinstance(found, str):
        return found
    year = moment.at.date.year
    listing = found[0]
    if listing.listed_on is not None and listing.listed_on.date.year == year:
        return since_listing(book, company, moment)
    return over(book, company, Day(date(year - 1, 12, 31)), moment)


def over(book: FactBook, company: str, start: Day, moment: Moment) -> Return | NoReturn:
    """Returns the change between the last closes on or before a day and on or before the moment."""
    found = _listed(book, company, moment)
    if isinstance(found, str):
        return found
    listing, last = found
    if listing.listed_on is not None and start < listing.listed_on:
        return "before_listing"
    first = _close_on(book, company, min(start, last.session))
    return "before_first_price" if first is None else _from_close(company, listing, first, last)


def _since(book: FactBook, company: str, start: Day, moment: Moment) -> Return | NoReturn:
    found = _listed(book, company, moment)
    if isinstance(found, str):
        return found
    if found[0].listed_on == start:
        return since_listing(book, company, moment)
    result = over(book, company, start.plus(-1), moment)
    if isinstance(result, str):
        return result
    beside = over(book, company, start, moment)
    return replace(result, beside=None if isinstance(beside, str) else beside)


def _listed(book: FactBook, company: str, moment: Moment) -> tuple[Listing, Bar] | NoReturn:
    listings = book.listings.get(company, ())
    if not listings:
        return "not_listed"
    if not any(li.listed_on is None or li.listed_on <= moment.at for li in listings):
        return "before_listing"
    return last_bar(book, company, moment) or "no_price_yet"


def _close_on(book: FactBook, company: str, day: Day) -> Bar | None:
    bars = book.bars_of(company)
    if bars is None:
        return None
    place = bisect_right(bars.sessions, day, key=lambda b: b.session)
    return bars.sessions[place - 1] if place else None


def _from_close(company: str, listing: Listing, first: Bar, last: Bar) -> Return:
    base = Money(first.close, listing.currency)
    ids = tuple(dict.fromkeys((bar_id(listing, first), bar_id(listing, last))))
    return _return(company, listing, first.session, last, base, "close", ids, None)


def _return(
    company: str,
    listing: Listing,
    start: Day,
    last: Bar,
    base: Money,
    base_is: Literal["offer", "close"],
    ids: tuple[str, ...],
    beside: Return | None,
) -> Return:
    close = Money(last.close, listing.currency)
    change = Percent(EXACT.subtract(close.over(base), Decimal(1)), signed=True)
    return Return(company, start, last.session, base, close, change, base_is, ids, beside)


def _offer_ids(book: FactBook, company: str, listing: Listing, moment: Moment) -> tuple[str, ...]:
    """Returns the claims that state the listing's offer price; without one, the listing itself as listing:TICKER."""
    price = Money(listing.offer_price or Decimal(0), listing.currency)
    claims = book.claims_of(company, "offer_price")
    stated = tuple(c.id for c in claims if c.value == price and c.known_at <= moment.known_at)
    return stated[:1] or (f"listing:{listing.ticker}",)
