"""How much a release is: against all shares, the float, money and volume, by class of holder, and as a range.

None of it says that the shares are sold. The range rests on assumptions that are data (willingness.csv).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bot.analysis.figures import Figure, share_price
from bot.analysis.moments import Moment
from bot.analysis.releases import Release, releases
from bot.analysis.supply import Supply, supply
from bot.analysis.turnover import SPANS, Turnover, square_root_impact, turnover, usual_move
from bot.days import Day
from bot.facts.book import FactBook
from bot.facts.events import Willingness
from bot.facts.records import Holding
from bot.quantities import EXACT, Money, Multiple, Shares, divided

PARTICIPATION = (Decimal("0.2"), Decimal("0.1"))
"""Which part of a day's volume the selling may be (FEATURES 5.1 shows both)."""

MAIN_SPAN = 20
EVER = (Day.of("1900-01-01"), Day.of("2199-12-31"))

NoOverhang = Literal["not_listed", "no_holdings", "nothing_coming", "nothing_then"]


@dataclass(frozen=True, slots=True)
class ClassPart:
    """What holders of one class have in a release, and which part of it they are assumed to sell, if anything is."""

    holder_class: str
    shares: Decimal
    holders: int
    assumed: Willingness | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overhang:
    """One release in every sense of "how much". `price` is the close it is valued at, with its own day.

    `sold` is the range of tradable shares that the assumptions come to; `impact` the square-root law's range of moves,
    an order of magnitude. Both are None where nothing is assumed or known.
    """

    supply: Supply
    price: Figure
    past: bool
    turnovers: tuple[Turnover, ...]
    classes: tuple[ClassPart, ...]
    sold: tuple[Shares, Shares] | None
    impact: tuple[float, float] | None
    move: Decimal | None
    move_claims: tuple[str, ...]

    @property
    def release(self) -> Release:
        """Returns the release that is measured."""
        return self.supply.release

    @property
    def money(self) -> Money | None:
        """Returns the tradable shares at the price."""
        return self.at_price(self.supply.shares)

    def at_price(self, shares: Shares) -> Money | None:
        """Returns shares at the price, None where there is none."""
        price = self.price.number
        return price.times(shares.number) if isinstance(price, Money) else None

    @property
    def main(self) -> Turnover | None:
        """Returns the average daily volume that days are counted by."""
        return next((t for t in self.turnovers if t.wanted == MAIN_SPAN), None)

    @property
    def float_multiple(self) -> Multiple | None:
        """Returns how many times the float after is the one before."""
        before, after = self.supply.before, self.supply.after
        if before is None or after is None or before.number <= 0:
            return None
        return Multiple(divided(after.number, before.number))

    @property
    def concentration(self) -> Decimal:
        """Returns the sum of the squared parts of the release's holders: 1 is one holder, near 0 many (Herfindahl)."""
        return herfindahl([h.shares for h in self.release.holders if h.shares is not None])

    def days(self, turnover: Turnover, participation: Decimal, shares: Shares | None = None) -> Decimal:
        """Returns how many sessions the tradable shares last at a part of an average day's volume."""
        return divided((shares or self.supply.shares).number, EXACT.multiply(turnover.mean.number, participation))


def overhang(book: FactBook, release: Release, moment: Moment) -> Overhang:
    """Returns a release in every sense, as known at a moment.

    A past one is valued at the last close before its first session, one still to come at the latest close (SEMANTICS
    rule 16); its volume is that of the sessions before whichever is the earlier, the asked day or the release.
    """
    past = release.first_free_day <= moment.at
    before = Moment(
        release.first_free_day.plus(-1) if past else moment.at, moment.known_at, moment.now, moment.replayed
    )
    counted = Moment(release.first_free_day if past else moment.at, moment.known_at, moment.now, moment.replayed)
    price = share_price(book, release.company, before)
    days = [r.first_free_day for r in releases(book, release.company, *EVER, moment)]
    turnovers = [turnover(book, release.company, counted, days, span) for span in SPANS]
    known = tuple(t for t in turnovers if t is not None)
    added = supply(book, release, moment)
    classes = by_class(release.holders, book.willingness)
    sold = assumed_sold(added, book.willingness)
    main = next((t for t in known if t.wanted == MAIN_SPAN), None)
    move = usual_move(book, release.company, counted, days, MAIN_SPAN)
    impact = None
    if sold and main and move:
        low, high = (square_root_impact(s.number, main.mean.number, move[0]) for s in sold)
        impact = (low, high)
    return Overhang(
        added, price, past, known, classes, sold, impact, move[0] if move else None, move[1] if move else ()
    )


def next_release(
    book: FactBook, company: str, moment: Moment, stretch: tuple[Day, Day] | None = None
) -> Release | NoOverhang:
    """Returns the release meant by a day, the first on or after it, or the first one inside a stretch of days."""
    if not book.listings.get(company):
        return "not_listed"
    every = releases(book, company, *EVER, moment)
    if not every:
        return "no_holdings"
    first, last = stretch or (moment.at, EVER[1])
    inside = [r for r in every if first <= r.first_free_day <= last]
    return inside[0] if inside else ("nothing_then" if stretch else "nothing_coming")


def by_class(holders: Iterable[Holding], assumed: Mapping[str, Willingness]) -> tuple[ClassPart, ...]:
    """Returns a release's shares by class of holder, the largest first."""
    groups: dict[str, list[Holding]] = {}
    for holding in holders:
        if holding.shares is not None:
            groups.setdefault(holding.holder_class, []).append(holding)
    parts = [
        ClassPart(
            name,
            sum((h.shares for h in rows if h.shares is not None), Decimal(0)),
            len(rows),
            assumed.get(name),
            tuple(h.id for h in rows),
        )
        for name, rows in groups.items()
    ]
    return tuple(sorted(parts, key=lambda p: (-p.shares, p.holder_class)))


def assumed_sold(added: Supply, assumed: Mapping[str, Willingness]) -> tuple[Shares, Shares] | None:
    """Returns the least and the most of the tradable shares that the assumptions let be sold, None without them.

    Where a list says only of a group of holders how many of their shares can be traded, the least takes those as held
    by whoever sells least, the most by whoever sells most: nothing is split by a guess.
    """
    low = high = Decimal(0)
    for tradable, holders in _groups(added.release):
        parts = [(h.shares, assumed.get(h.holder_class)) for h in holders if h.shares is not None]
        if any(one is None for _, one in parts):
            return None
        known = [(shares, one) for shares, one in parts if one is not None]
        low += _filled(tradable, sorted(((w.low, s) for s, w in known), key=lambda p: p[0]))
        high += _filled(tradable, sorted(((w.high, s) for s, w in known), key=lambda p: -p[0]))
    return Shares(low), Shares(high)


def _filled(tradable: Decimal, parts: Sequence[tuple[Decimal, Decimal]]) -> Decimal:
    """The shares sold when the tradable ones are dealt out to the parts in order: (part sold, shares held)."""
    sold, left = Decimal(0), tradable
    for part, shares in parts:
        taken = min(left, shares)
        sold += EXACT.multiply(taken, part)
        left -= taken
    return sold


def _groups(release: Release) -> list[tuple[Decimal, list[Holding]]]:
    """The holders of a release in groups of which it is known how many shares can be traded.

    A split names its group by the layer of rules that binds it, as the rows of its holders do.
    """
    groups = [
        (h.shares if h.tradable == "yes" else Decimal(0), [h])
        for h in release.holders
        if h.tradable and h.shares is not None
    ]
    untold = [h for h in release.holders if not h.tradable]
    layers = dict.fromkeys(h.layer for h in untold)
    for layer in layers:
        tradable = sum(
            (r.shares for r in release.tradable_rows if r.layer == layer and r.tradable == "yes" and r.shares),
            Decimal(0),
        )
        groups.append((tradable, [h for h in untold if h.layer == layer]))
    return groups


def herfindahl(shares: Iterable[Decimal]) -> Decimal:
    """Returns the sum of squared parts of a whole, 0 of nothing."""
    held = list(shares)
    whole = sum(held, Decimal(0))
    if not whole:
        return Decimal(0)
    return sum((EXACT.power(divided(one, whole), 2) for one in held), Decimal(0))
