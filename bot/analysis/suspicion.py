"""Whether a price that a vendor offers may be believed, or has to be kept aside for a person to look at.

A price is judged against the sessions that are already believed. Every bound is one named constant, wider than anything
that a listed stock did in the shipped prices, so that a real day is not held back and a broken feed is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from bot.days import Day
from bot.facts.offers import Offer, Suspicion
from bot.facts.records import Bar, Listing
from bot.quantities import divided

JUMP = Decimal(4)
"""A close more than this many times the last one, or less than that part of it, is not believed unseen."""

SPLIT_WITHIN = Decimal("0.03")
"""How near to a whole number above one the change of price must be to look like a split, as a part of that number."""

SPLITS = (2, 3, 4, 5, 8, 10, 20, 50, 100)
"""Ratios in which shares are commonly split or put together."""

AT_ONCE = Decimal("1.9")
"""From this change in one session on, a change near a whole number is taken for a split."""

REPEATS = 1
"""Sessions back that a session's prices and volume are compared with, to tell yesterday's data sent as today's."""


def suspicion(
    offer: Offer,
    listing: Listing,
    believed: Sequence[Bar],
    last_closed: Day,
    is_session: Callable[[Day], bool],
) -> Suspicion | None:
    """Returns why an offer must be kept aside, None where it may be believed.

    `believed` are the listing's sessions held so far, oldest first; `last_closed` is the last day whose close is final.
    """
    if offer.session is None or offer.close is None:
        return "unreadable"
    if offer.currency != listing.currency:
        return "wrong_currency"
    prices = [price for price in (offer.open, offer.high, offer.low, offer.close) if price is not None]
    if any(not price.is_finite() or price <= 0 for price in prices) or (offer.volume or 0) < 0:
        return "not_positive"
    if _inconsistent(offer.close, prices, offer.high, offer.low):
        return "inconsistent"
    if offer.session > last_closed:
        return "not_closed"
    if listing.listed_on is not None and offer.session < listing.listed_on:
        return "before_listing"
    if not is_session(offer.session):
        return "no_session"
    before = [bar for bar in believed if bar.session < offer.session][-REPEATS:]
    return _against(offer, offer.close, before[-1]) if before else None


def judged(
    offers: Iterable[Offer],
    listing: Listing,
    believed: Sequence[Bar],
    last_closed: Day,
    is_session: Callable[[Day], bool],
) -> tuple[list[Offer], list[tuple[Offer, Suspicion]]]:
    """Returns the offers that may be believed and those that may not, each with its reason.

    They are taken in the order of their sessions, each judged against what was believed just before it, so that after a
    jump every later session at the new height is kept aside too until a person says that it is real.
    """
    held, taken, aside = list(believed), list[Offer](), list[tuple[Offer, Suspicion]]()
    for offer in sorted(offers, key=lambda o: (o.session is not None, o.session or last_closed)):
        reason = suspicion(offer, listing, held, last_closed, is_session)
        if reason is not None:
            aside.append((offer, reason))
            continue
        taken.append(offer)
        assert offer.session is not None
        assert offer.close is not None
        held = [bar for bar in held if bar.session < offer.session]
        held.append(Bar(offer.session, offer.close, offer.open, offer.high, offer.low, offer.volume))
    return taken, aside


def _inconsistent(close: Decimal, prices: Sequence[Decimal], high: Decimal | None, low: Decimal | None) -> bool:
    top, bottom = high or max(prices), low or min(prices)
    return not (bottom <= close <= top and all(bottom <= price <= top for price in prices))


def _against(offer: Offer, close: Decimal, last: Bar) -> Suspicion | None:
    same_prices = (offer.open, offer.high, offer.low, close) == (last.open, last.high, last.low, last.close)
    if offer.volume == 0 and close == last.close:
        return "suspended"
    if same_prices and offer.open is not None and offer.volume == last.volume and offer.volume:
        return "repeated"
    if offer.split not in (None, Decimal(0), Decimal(1)):
        return "split"
    times = max(divided(close, last.close), divided(last.close, close))
    if times >= AT_ONCE and any(abs(divided(times, Decimal(n)) - 1) <= SPLIT_WITHIN for n in SPLITS if n > 1):
        return "split"
    return "jump" if times > JUMP else None
