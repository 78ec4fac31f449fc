"""Series made of the book: closes, market values of listed companies, and marks as they would have been chosen."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.analysis.figures import Evidence, Figure, bar_id, stated
from bot.analysis.moments import Moment
from bot.analysis.series import Dropped, Point, Series
from bot.days import AsOf, Day, Precision
from bot.facts.book import FactBook
from bot.facts.choosing import visible
from bot.facts.measures import Measure
from bot.facts.rates import rate_for, rate_on
from bot.facts.records import Bar, Bars, Claim
from bot.quantities import EXACT, Money, Quantity, Range, Shares, number_of, unit_of

_LENGTHS: tuple[Precision, ...] = ("day", "month", "quarter", "half", "nine_months", "year")
_CLOSES = frozenset({"close"})


def observed(
    evidence: Evidence,
    company: str,
    measure: str,
    moment: Moment,
    *,
    currency: str | None = None,
    precision: Precision | None = None,
) -> Series:
    """Returns a measure over time up to a moment, as known then; without a currency, in the company's own.

    Share prices and the market values of a listed company are daily (SEMANTICS rule 6); everything else, and a listed
    company without prices or share counts at hand, is a series of stated marks of the whole company. `precision` is the
    length of period wanted, that of `usual_length` over all companies where several stand side by side.
    """
    bars = evidence.book.bars_of(company)
    if bars is not None and measure == "share_price":
        return closes(evidence, company, moment, currency=currency)
    if bars is not None and measure == "market_value":
        daily = market_values(evidence, company, moment, currency=currency)
        if daily.points:
            return daily
    bases = _CLOSES if measure == "share_price" else None
    return marks(evidence, company, measure, moment, currency=currency, bases=bases, precision=precision)


def closes(evidence: Evidence, company: str, moment: Moment, *, currency: str | None = None) -> Series:
    """Returns the closes of every session closed by the moment; empty for a company without prices."""
    bars = evidence.book.bars_of(company)
    if bars is None:
        return Series(company, "share_price", currency or "", "daily", ())
    found = [
        (bar, Money(bar.close, bars.listing.currency), (bar_id(bars.listing, bar),)) for bar in _sessions(bars, moment)
    ]
    return _daily(evidence, "share_price", "close", bars, found, (), currency)


def market_values(evidence: Evidence, company: str, moment: Moment, *, currency: str | None = None) -> Series:
    """Returns close times shares in issue of every session, all classes at one price (SEMANTICS rule 6).

    Each session takes the count of its own day, as known at the moment. The count is chosen anew only on days from
    which another claim speaks, so that a long series costs no more selections than there are counts.
    """
    bars = evidence.book.bars_of(company)
    if bars is None:
        return Series(company, "market_value", currency or "", "daily", ())
    counts = share_counts(evidence.book, company, moment)
    days = [day for day, _ in counts]
    found: list[tuple[Bar, Money, tuple[str, ...]]] = []
    dropped: list[Dropped] = []
    for bar in _sessions(bars, moment):
        place = bisect_right(days, bar.session)
        count = counts[place - 1][1] if place else None
        ids = (bar_id(bars.listing, bar),)
        if count is None or not isinstance(count.value, Shares):
            dropped.append(Dropped(AsOf.day(bar.session), "no_shares", ids))
            continue
        value = Money(bar.close, bars.listing.currency).times(count.value.number)
        found.append((bar, value, (*ids, *count.claims)))
    return _daily(evidence, "market_value", "market_cap", bars, found, dropped, currency)


def share_counts(book: FactBook, company: str, moment: Moment) -> tuple[tuple[Day, Figure], ...]:
    """Returns the share counts of the whole company with the first day each is valid, oldest first.

    A figure without value stands where only a class of shares is known, because a part may not be taken for the whole.
    """
    claims = book.claims_of(company, "shares_in_issue") or book.counts.get(company, ())
    found: list[tuple[Day, Figure]] = []
    for day in _days_spoken_of(claims, moment):
        count = stated(company, "shares_in_issue", claims, replace(moment, at=day))
        usable = count if isinstance(count.value, Shares) and not count.scope else replace(count, value=None)
        if not found or (found[-1][1].claims, found[-1][1].value) != (usable.claims, usable.value):
            found.append((day, usable))
    return tuple(found)


def marks(
    evidence: Evidence,
    company: str,
    measure: str,
    moment: Moment,
    *,
    currency: str | None = None,
    scope: str = "",
    bases: frozenset[str] | None = None,
    precision: Precision | None = None,
) -> Series:
    """Returns each figure that would have been chosen on the day it speaks of, as known at the moment.

    So a priced round is a mark, a tender by the 90-day rule, and talks, targets and retellings never (SEMANTICS rules 1
    to 3). Amounts are converted at their own day, those of a period at its average (rule 14); without a currency, into
    that of the newest mark. A measure of periods takes those of one length only: `precision`, else the one that
    `usual_length` returns. Ranges are left out and counted. A level stands for as long as its measure says (120 days
    for a run rate), a period on its own last day, a priced round until the next.
    """
    claims = [c for c in evidence.book.claims_of(company, measure) if c.scope == scope]
    if bases is not None:
        claims = [c for c in claims if c.basis in bases]
    declared = evidence.book.measures[measure]
    period = declared.carry == "period"
    if period:
        precision = precision or usual_length(evidence.book, (company,), measure, moment, scope)
        claims = [c for c in claims if c.as_of.precision == precision]
    chosen = []
    for day in _days_spoken_of(claims, moment):
        selection = stated(company, measure, claims, replace(moment, at=day)).selection
        if selection is not None and selection.chosen is not None and selection.chosen.as_of.end == day:
            chosen.append(selection.chosen)
    unit = currency or _unit_of_newest(chosen)
    points: list[Point] = []
    dropped: list[Dropped] = []
    for claim in chosen:
        point = as_point(evidence, claim, unit, period=period)
        if isinstance(point, Point):
            points.append(point)
        else:
            dropped.append(point)
    return Series(
        company,
        measure,
        unit,
        "marks",
        tuple(points),
        tuple(dropped),
        scope=scope,
        precision=precision if period else None,
        stands=_stands(declared),
    )


def usual_length(
    book: FactBook, companies: Iterable[str], measure: str, moment: Moment, scope: str = ""
) -> Precision | None:
    """Returns the length of period to compare a measure of periods by, None where no length is common to all.

    Of those every company has stated it is the one with most periods, the longer of equal ones.
    """
    counts: list[Counter[Precision]] = []
    for company in companies:
        claims = [c for c in book.claims_of(company, measure) if c.scope == scope]
        ended = {(c.as_of.precision, c.as_of.end) for c in visible(claims, moment.at, moment.known_at)}
        counts.append(Counter(length for length, _ in ended))
    shared = [length for length in _LENGTHS if counts and all(count[length] for count in counts)]
    return max(shared, key=lambda p: (sum(count[p] for count in counts), _LENGTHS.index(p)), default=None)


def rounds_before_listing(evidence: Evidence, company: str, moment: Moment, *, currency: str | None = None) -> Series:
    """Returns the private marks of a company that was listed later, for the time before its first day (rule 5)."""
    listed = [day for day in (li.listed_on for li in evidence.book.listings.get(company, ())) if day is not None]
    if listed:
        last = min(listed).plus(-1)
        moment = replace(moment, at=min(moment.at, last))
    return marks(evidence, company, "market_value", moment, currency=currency)


def as_point(evidence: Evidence, claim: Claim, unit: str, *, period: bool = False) -> Point | Dropped:
    """Returns a claim as an observation in a unit, or why it cannot be one."""
    if isinstance(claim.value, Day):
        return Dropped(claim.as_of, "not_a_number", (claim.id,))
    if isinstance(claim.value, Range):
        return Dropped(claim.as_of, "range", (claim.id,))
    value: Quantity = claim.value
    if not isinstance(value, Money) or value.currency == unit:
        if unit_of(value) != unit:
            return Dropped(claim.as_of, "not_a_number", (claim.id,))
        return Point(claim.as_of, number_of(value), (claim.id,), claim.basis, claim.qualifier)
    rate = rate_for(evidence.rates, value.currency, unit, claim.as_of, period=period)
    if rate is None:
        return Dropped(claim.as_of, "no_rate", (claim.id,))
    number = EXACT.multiply(value.amount, rate.value)
    return Point(claim.as_of, number, (claim.id,), claim.basis, claim.qualifier, rate)


def _sessions(bars: Bars, moment: Moment) -> Sequence[Bar]:
    return bars.sessions[: bisect_right(bars.sessions, moment.last_session(bars.listing), key=lambda b: b.session)]


def _daily(
    evidence: Evidence,
    measure: str,
    basis: str,
    bars: Bars,
    found: Sequence[tuple[Bar, Money, tuple[str, ...]]],
    without_shares: Sequence[Dropped],
    currency: str | None,
) -> Series:
    listing = bars.listing
    unit = currency or listing.currency
    points: list[Point] = []
    dropped = list(without_shares)
    for bar, value, ids in found:
        as_of = AsOf.day(bar.session)
        if unit == listing.currency:
            points.append(Point(as_of, value.amount, ids, basis))
            continue
        rate = rate_on(evidence.rates, listing.currency, unit, bar.session)
        if rate is None:
            dropped.append(Dropped(as_of, "no_rate", ids))
        else:
            points.append(Point(as_of, EXACT.multiply(value.amount, rate.value), ids, basis, rate=rate))
    first = bars.sessions[0].session if bars.sessions else None
    reaches = first is not None and listing.listed_on is not None and first <= listing.listed_on
    from_start = reaches and bool(points) and points[0].day == first
    return Series(listing.company, measure, unit, "daily", tuple(points), tuple(dropped), from_start=from_start)


def _days_spoken_of(claims: Sequence[Claim], moment: Moment) -> list[Day]:
    """Returns the days on which the choice can change: between them the same claims are weighed."""
    return sorted({c.as_of.end for c in visible(claims, moment.at, moment.known_at)})


def _stands(measure: Measure) -> int | None:
    if measure.carry == "period":
        return 0
    return measure.carry_days if measure.carry == "level" else None


def _unit_of_newest(chosen: Sequence[Claim]) -> str:
    for claim in reversed(chosen):
        if not isinstance(claim.value, Day | Range):
            return unit_of(claim.value)
    return ""
