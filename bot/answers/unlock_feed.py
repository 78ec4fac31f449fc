"""The unlock calendar as a feed: entries that a calendar program keeps and moves, made of releases."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from bot.analysis.moments import Moment
from bot.analysis.releases import Locked, Release, locks, releases
from bot.days import Day
from bot.facts.book import FactBook
from bot.facts.records import Holding, Source
from bot.ports import Vocabulary
from bot.quantities import Percent, Shares, divided
from bot.text import Message, Raw, Several

BACK, AHEAD = 366, 5 * 366
"""Days before and after today that a feed holds: a year of what has happened, and the longest lock-ups in force."""

T = TypeVar("T")

_NAMED = 5
"""Holders named in an entry; a calendar shows a few lines, the rest is in the sources."""


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One entry of a calendar: what comes free under one rule, on the first session on which it can be traded.

    `uid` holds no day, so that an entry whose day is corrected moves and is not doubled. `version` counts how often it
    was changed by something dated: an amendment, a condition that was met. A `tentative` day may still move.
    """

    uid: str
    version: int
    day: Day
    title: Message
    details: tuple[Message, ...]
    sources: tuple[Source, ...]
    tentative: bool


def feed_items(book: FactBook, companies: Iterable[str], names: Vocabulary, now: Moment) -> tuple[FeedItem, ...]:
    """Returns the entries of companies' releases from a year back to five years ahead, earliest first."""
    found: list[FeedItem] = []
    for company in companies:
        order = _tranches(book, company, now)
        parts: dict[tuple[str, int], list[_Part]] = defaultdict(list)
        for release in releases(book, company, now.at.plus(-BACK), now.at.plus(AHEAD), now):
            grouped: dict[tuple[str, int], list[Locked]] = defaultdict(list)
            for lock in release.locked:
                rules = _rules(book, lock.holding)
                day = _first_stated(book, lock.holding)
                grouped[rules, order[rules].index(day) if day in order[rules] else -1].append(lock)
            for key, held in grouped.items():
                parts[key].append(_Part(release, tuple(held)))
        for (rules, tranche), several in parts.items():
            # Where only some holders' day was moved, the larger part stays the entry and the others become their own.
            for place, part in enumerate(sorted(several, key=lambda p: (-p.shares, p.release.first_free_day))):
                apart = part.locked[0].holding.holder if place else ""
                found.append(_item(part, names, _uid(company, rules, tranche, apart)))
    return tuple(sorted(found, key=lambda item: (item.day, item.uid)))


@dataclass(frozen=True, slots=True)
class _Part:
    """What one rule frees of a release."""

    release: Release
    locked: tuple[Locked, ...]

    @property
    def shares(self) -> Decimal:
        """Returns the nominal number of shares."""
        return sum((lock.shares for lock in self.locked), Decimal(0))

    @property
    def tradable(self) -> Decimal | None:
        """Returns the shares that the exchange trades, None where no source says so for just these."""
        if len(self.locked) == len(self.release.locked):
            return self.release.tradable.number if self.release.tradable else None
        rows = [lock.holding for lock in self.locked]
        if not all(row.tradable for row in rows):
            return None
        return sum((row.shares or Decimal(0) for row in rows if row.tradable == "yes"), Decimal(0))


def _item(part: _Part, names: Vocabulary, uid: str) -> FeedItem:
    release, shares, tradable = part.release, part.shares, part.tradable
    company = names.companies[release.company].name
    counted = shares if tradable is None else tradable
    issued = release.issued.number if release.issued else None
    share = Percent(divided(counted, issued.number)) if isinstance(issued, Shares) and release.of_issued else None
    if not counted:
        title = Message("feed-none-tradable", {"company": company, "shares": Shares(shares)})
    elif share is None:
        title = Message("feed-title", {"company": company, "shares": Shares(counted)})
    else:
        title = Message("feed-title-share", {"company": company, "shares": Shares(counted), "share": share})
    tentative = release.provisional or release.status == "announced"
    session = release.first_session or release.first_free_day
    details = [
        Message("feed-days", {"locked": release.last_locked_day, "free": release.first_free_day, "session": session}),
        *([Message("feed-left-out", {"shares": Shares(shares - tradable)})] if tradable not in (None, shares) else []),
        *([_unsaid(release)] if tradable is None else []),
        Message(
            "feed-rule", {"rule": Several(tuple(Raw(rule) for rule in _once(k.holding.rule for k in part.locked)))}
        ),
        *_holders(part),
        *([Message("feed-provisional")] if release.provisional else []),
        *([Message("feed-announced")] if release.status == "announced" else []),
    ]
    amendments = _once(lock.amendment for lock in part.locked if lock.amendment is not None)
    details += [Message("feed-amended", {"day": a.announced_on, "before": a.was_locked_to.plus(1)}) for a in amendments]
    sources = _once([*(lock.holding.source for lock in part.locked), *(a.source for a in amendments)])
    changed = len(amendments) + any(lock.condition is not None and lock.condition.fixed for lock in part.locked)
    return FeedItem(uid, changed, session, title, tuple(details), sources, tentative)


def _unsaid(release: Release) -> Message:
    """Returns that nobody says which of these shares are traded, or for what group it is said."""
    if release.tradable is None:
        return Message("feed-tradable-unknown")
    return Message("feed-tradable-group", {"tradable": release.tradable, "shares": release.shares})


def _holders(part: _Part) -> list[Message]:
    shown = part.locked[:_NAMED]
    said = tuple(
        Message("feed-holder", {"holder": Raw(lock.holding.holder), "shares": Shares(lock.shares)}) for lock in shown
    )
    rest = len(part.locked) - len(shown)
    named = Message("feed-holders", {"holders": Several(said)})
    return [named, Message("feed-holders-more", {"count": rest})] if rest else [named]


def _tranches(book: FactBook, company: str, now: Moment) -> dict[str, list[Day]]:
    """Returns for each set of rules the days that were first stated of it, in order: what tells its entries apart."""
    found: dict[str, set[Day]] = defaultdict(set)
    for lock in locks(book, company, now):
        day = _first_stated(book, lock.holding)
        if day is not None and lock.holding.shares is not None:
            found[_rules(book, lock.holding)].add(day)
    return defaultdict(list, {rules: sorted(days) for rules, days in found.items()})


def _first_stated(book: FactBook, holding: Holding) -> Day | None:
    """Returns the first free day before any amendment, so that an amended lock keeps its place among the tranches."""
    last = holding.last_locked_day
    before = [
        amendment.was_locked_to
        for amendment in book.locks.amendments
        if (amendment.company, amendment.holder) == (holding.company, holding.holder)
        and last in (amendment.was_locked_to, amendment.locked_to)
    ]
    return min(before).plus(1) if before else holding.first_free_day


def _rules(book: FactBook, holding: Holding) -> str:
    """Returns the rules that bind a holding, in the base's own keys: a list's wording may hold a day."""
    return " ".join(rule.key for rule in book.locks.rules_of(holding.company, holding.rule)) or holding.rule


def _uid(company: str, rules: str, tranche: int, apart: str) -> str:
    digest = hashlib.sha256("\n".join((company, rules, str(tranche), apart)).encode()).hexdigest()
    return f"{company}-{digest[:20]}@twinstar"


def _once(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))
