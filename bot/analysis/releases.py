"""Releases: the shares of one company that come free on one day, made of its holders' rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bot.analysis.conditions import Met, met
from bot.analysis.figures import Figure, stated
from bot.analysis.lock_dates import Agreed, RuleError, agreed, session_from
from bot.analysis.moments import Moment
from bot.days import Day
from bot.facts.book import FactBook
from bot.facts.lockups import Amendment
from bot.facts.records import Holding, Source
from bot.quantities import Percent, Shares, divided

Status = Literal["announced", "confirmed", "effective", "verified"]
"""How far a release has come, a catalogue term: announced by anyone, confirmed by a filing with a fixed day, its day
passed, or seen to have happened. A version that an amendment replaced is superseded and forms no release."""

Known = Literal["holder", "group", "unknown"]
"""For whom it is known which of the shares can be traded: each holder, only a group of them, or nobody."""


@dataclass(frozen=True, slots=True)
class Locked:
    """One holder's shares with the day they come free as known at a moment, and what that day rests on."""

    holding: Holding
    first_free: Day
    agreed: Agreed | None
    condition: Met | None = None
    amendment: Amendment | None = None

    @property
    def shares(self) -> Decimal:
        """Returns the nominal number of shares, 0 where the list gives none."""
        return self.holding.shares or Decimal(0)


@dataclass(frozen=True, slots=True)
class Release:
    """Shares that come free on a day, summed over holders (stated totals are never added), and what part they are.

    `of_listing` is per shares in issue at listing, the filing's own base; `of_issued` per shares in issue on the day
    (SEMANTICS rule 15), None where that count is not known. `shares` are free in law; `tradable` those of them that the
    exchange trades (unlisted shares and classes that have to be converted first left out), None where no source says.
    """

    company: str
    first_free_day: Day
    shares: Shares
    holders: tuple[Holding, ...]
    of_listing: Percent | None
    of_issued: Percent | None
    issued: Figure | None
    first_session: Day | None = None
    provisional: bool = False
    tradable: Shares | None = None
    tradable_known: Known = "unknown"
    tradable_rows: tuple[Holding, ...] = ()
    status: Status = "announced"
    locked: tuple[Locked, ...] = ()

    @property
    def claims(self) -> tuple[str, ...]:
        """Returns the ids of the holders' rows and of the share count that the release rests on."""
        return (*(h.id for h in self.holders), *(self.issued.claims if self.issued else ()))

    @property
    def sources(self) -> tuple[Source, ...]:
        """Returns the sources of the holders' rows, each once."""
        return tuple(dict.fromkeys(h.source for h in self.holders))

    @property
    def last_locked_day(self) -> Day:
        """Returns the last day on which the shares are locked."""
        return self.first_free_day.plus(-1)

    @property
    def not_tradable(self) -> Shares | None:
        """Returns the shares that are free in law and cannot be sold on the exchange, None where nobody says."""
        return None if self.tradable is None else Shares(self.shares.number - self.tradable.number)


def releases(book: FactBook, company: str, first: Day, last: Day, moment: Moment) -> tuple[Release, ...]:
    """Returns the releases of a company whose first free day lies in a stretch of days, earliest first."""
    by_day: dict[Day, list[Locked]] = defaultdict(list)
    for lock in locks(book, company, moment):
        if lock.holding.shares is not None and first <= lock.first_free <= last:
            by_day[lock.first_free].append(lock)
    return tuple(_release(book, company, day, by_day[day], moment) for day in sorted(by_day))


def locks(book: FactBook, company: str, moment: Moment) -> tuple[Locked, ...]:
    """Returns every holder's lock of a company with its first free day, as far as public by the moment.

    An amendment moves the day from its announcement on; a condition does once a source that counts says it is met.
    """
    listing = book.listing_of(company)
    found: list[Locked] = []
    for holding in book.holdings.get(company, ()):
        if holding.row_type != "holder" or not holding.known(moment.known_at):
            continue
        day, amendment = _amended(book, holding, moment)
        condition = book.locks.condition_of(company, holding.rule)
        state = met(book, condition, moment) if condition else None
        if state and state.fixed and state.met_on and (day is None or state.met_on.plus(1) < day):
            day = state.met_on.plus(1)
        if day is None:
            continue
        rules = book.locks.rules_of(company, holding.rule)
        try:
            check = agreed(holding, rules, listing.listed_on, listing.venue) if listing else None
        except RuleError:
            check = None
        found.append(Locked(holding, day, check, state, amendment))
    return tuple(found)


def _amended(book: FactBook, holding: Holding, moment: Moment) -> tuple[Day | None, Amendment | None]:
    last = holding.last_locked_day
    if last is None:
        return holding.first_free_day, None
    amendment = book.locks.amendment_of(holding.company, holding.holder, last, moment.known_at)
    if amendment is not None:
        return amendment.locked_to.plus(1), amendment
    withheld = book.locks.withheld(holding.company, holding.holder, last, moment.known_at)
    return (withheld.was_locked_to.plus(1) if withheld else holding.first_free_day), None


def _release(book: FactBook, company: str, day: Day, found: Iterable[Locked], moment: Moment) -> Release:
    locked = tuple(sorted(found, key=lambda lock: (-lock.shares, lock.holding.holder)))
    rows = tuple(lock.holding for lock in locked)
    total = sum((h.shares for h in rows if h.shares is not None), Decimal(0))
    at_listing = next((h.shares_at_listing for h in rows if h.shares_at_listing), None)
    on_day = Moment(min(day, moment.known_at), moment.known_at, moment.now, moment.replayed)
    issued = stated(company, "shares_in_issue", book.claims_of(company, "shares_in_issue"), on_day)
    count = issued.number
    sessions = book.sessions_of(company)
    session = session_from(day, sessions)
    tradable, known, split = _tradable(book, company, rows, moment)
    return Release(
        company,
        day,
        Shares(total),
        rows,
        Percent(divided(total, at_listing)) if at_listing else None,
        Percent(divided(total, count.number)) if isinstance(count, Shares) and not issued.scope else None,
        issued if isinstance(count, Shares) else None,
        session,
        session is None or sessions is None or sessions.is_provisional(session),
        tradable,
        known,
        split,
        _status(book, company, day, session, locked, moment),
        locked,
    )


def _tradable(
    book: FactBook, company: str, rows: tuple[Holding, ...], moment: Moment
) -> tuple[Shares | None, Known, tuple[Holding, ...]]:
    """The part of a release that the exchange trades: row by row, else from what is stated of the group as a whole."""
    if all(row.tradable for row in rows):
        return Shares(sum((r.shares or Decimal(0) for r in rows if r.tradable == "yes"), Decimal(0))), "holder", ()
    filed = {row.first_free_day for row in rows}
    split = tuple(
        row
        for row in book.holdings.get(company, ())
        if row.row_type == "class_split" and row.first_free_day in filed and row.known(moment.known_at)
    )
    unstated = sum((r.shares or Decimal(0) for r in rows if not r.tradable), Decimal(0))
    if not split or sum((r.shares or Decimal(0) for r in split), Decimal(0)) != unstated:
        return None, "unknown", ()
    sure = sum((r.shares or Decimal(0) for r in (*rows, *split) if r.tradable == "yes"), Decimal(0))
    return Shares(sure), "group", split


def _status(
    book: FactBook, company: str, day: Day, session: Day | None, locked: tuple[Locked, ...], moment: Moment
) -> Status:
    if day <= moment.at:
        seen = {first for name, first in book.locks.verified if name == company and first <= moment.known_at}
        return "verified" if session in seen else "effective"
    filed = all(
        lock.holding.source.kind == "exchange_filing"
        and (lock.holding.date_status == "fixed" or (lock.condition is not None and lock.condition.fixed))
        for lock in locked
    )
    return "confirmed" if filed else "announced"
