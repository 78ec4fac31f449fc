"""Whether a price that a vendor offers may be believed, or has to be kept aside for a person to look at.

A price is judged against the sessions that are already believed. Every bound is one named constant, wider than anything
that a listed stock did in the shipped prices, so that a real day is not held back and a broken feed is.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from bot.days import Day
from bot.facts.offers import SMALLEST, Offer, Suspicion
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

NEXT_DAYS = 10
"""Calendar days within which two sessions follow each other: a week of holidays at most. Over a longer gap a share may
well have doubled."""


def suspicion(
    offer: Offer, listing: Listing, last: Bar | None, last_closed: Day, is_session: Callable[[Day], bool]
) -> Suspicion | None:
    """Returns why an offer must be kept aside, None where it may be believed.

    `last` is the session believed last before it, None where none is; `last_closed` the last day whose close is final.
    """
    if offer.session is None or offer.close is None:
        return "unreadable"
    if offer.currency != listing.currency:
        return "wrong_currency"
    prices = [price for price in (offer.open, offer.high, offer.low, offer.close) if price is not None]
    if any(not price.is_finite() or price < SMALLEST for price in prices) or (offer.volume or 0) < 0:
        return "not_positive"
    if _inconsistent(prices, offer.high, offer.low):
        return "inconsistent"
    if offer.session > last_closed:
        return "not_closed"
    if listing.listed_on is not None and offer.session < listing.listed_on:
        return "before_listing"
    if not is_session(offer.session):
        return "no_session"
    return None if last is None else _against(offer, offer.session, offer.close, last)


def judged(
    offers: Iterable[Offer],
    listing: Listing,
    believed: Sequence[Bar],
    last_closed: Day,
    is_session: Callable[[Day], bool],
) -> tuple[list[Offer], list[tuple[Offer, Suspicion]]]:
    """Returns the offers that may be believed and those that may not, each with its reason.

    They are taken in the order of their sessions, each judged against what was believed just before it, so that after a
    jump every later session at the new height is kept aside too until a person says that it is real. `believed` are the
    sessions held so far, oldest first.
    """
    taken, aside = list[Offer](), list[tuple[Offer, Suspicion]]()
    waiting = deque(believed)
    behind: list[Bar] = []
    for offer in sorted(offers, key=lambda o: (o.session is not None, o.session or last_closed)):
        while offer.session is not None and waiting and waiting[0].session < offer.session:
            behind.append(waiting.popleft())
        # Of a session given twice the second is judged as the first was.
        before = next((bar for bar in reversed(behind) if bar.session != offer.session), None)
        reason = suspicion(offer, listing, before, last_closed, is_session)
        if reason is not None:
            aside.append((_with_ratio(offer, before) if reason == "split" else offer, reason))
            continue
        taken.append(offer)
        assert offer.session is not None
        assert offer.close is not None
        behind.append(Bar(offer.session, offer.close, offer.open, offer.high, offer.low, offer.volume))
    return taken, aside


def ratio_of(close: Decimal, last: Decimal) -> Decimal | None:
    """Returns how many shares one share seems to have become between two closes, None where it looks like no split."""
    times = max(divided(close, last), divided(last, close))
    near = next((Decimal(n) for n in SPLITS if abs(divided(times, Decimal(n)) - 1) <= SPLIT_WITHIN), None)
    return near if near is None or close < last else divided(Decimal(1), near)


def _with_ratio(offer: Offer, last: Bar | None) -> Offer:
    if offer.split not in (None, Decimal(0), Decimal(1)) or last is None or offer.close is None:
        return offer
    return replace(offer, split=ratio_of(offer.close, last.close))


def _inconsistent(prices: Sequence[Decimal], high: Decimal | None, low: Decimal | None) -> bool:
    top, bottom = high or max(prices), low or min(prices)
    return not all(bottom <= price <= top for price in prices)


def _same(offer: Offer, close: Decimal, last: Bar) -> bool:
    """Decides whether a session is the one before it, sent again: a close alone may well repeat itself."""
    if (offer.open, offer.high, offer.low, close) != (last.open, last.high, last.low, last.close):
        return False
    if offer.volume and last.volume:
        return offer.volume == last.volume
    return offer.high is not None and offer.high != offer.low


def _against(offer: Offer, session: Day, close: Decimal, last: Bar) -> Suspicion | None:
    if offer.volume == 0 and close == last.close:
        return "suspended"
    if _same(offer, close, last):
        return "repeated"
    if offer.split not in (None, Decimal(0), Decimal(1)):
        return "split"
    times = max(divided(close, last.close), divided(last.close, close))
    at_once = times >= AT_ONCE and session.since(last.session) <= NEXT_DAYS
    if at_once and ratio_of(close, last.close) is not None:
        return "split"
    return "jump" if times > JUMP else None
