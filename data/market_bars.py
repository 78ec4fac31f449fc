"""Sessions as answering takes them: the shipped ones, those of vendors after them, and rival closes as claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import RowMapping

from bot.days import AsOf, Day
from bot.facts.records import Bar, Bars, Claim, Listing
from bot.quantities import Money
from data.market_store import offered_bar
from data.restating import NONE, Splits
from data.vendors import believed_first, source_of


@dataclass(frozen=True, slots=True)
class Held:
    """The sessions of listings by ticker, and the closes that another vendor gave for the same sessions."""

    bars: Mapping[str, Bars]
    rivals: tuple[Claim, ...]


def held(
    listings: Sequence[Listing],
    shipped: Mapping[str, Sequence[Bar]],
    offers: Iterable[RowMapping],
    order: Sequence[str] = (),
    splits: Splits = NONE,
) -> Held:
    """Returns the sessions of listings: of each the shipped one, else that of the vendor believed first.

    `order` names the vendors as they are believed; those that it does not name come after in their usual order. After a
    split sessions are in the shares of before it.

    A close of another vendor that differs is no average and no correction: it stands beside as a claim.
    """
    offered: dict[str, dict[Day, list[Bar]]] = defaultdict(lambda: defaultdict(list))
    for row in offers:
        offered[row["ticker"]][Day(row["session"])].append(offered_bar(row))
    bars: dict[str, Bars] = {}
    rivals: list[Claim] = []
    for listing in listings:
        sessions = {bar.session: splits.bar(listing.company, bar) for bar in shipped.get(listing.ticker, ())}
        for session, every in offered[listing.ticker].items():
            found = [splits.bar(listing.company, bar) for bar in every]
            by_order = sorted(found, key=lambda bar: believed_first(bar.source, order))
            taken = sessions.setdefault(session, by_order[0])
            rivals += [_rival(listing, bar) for bar in by_order if bar.close != taken.close]
        if sessions:
            bars[listing.ticker] = Bars(listing, tuple(sessions[session] for session in sorted(sessions)))
    return Held(bars, tuple(rivals))


def _rival(listing: Listing, bar: Bar) -> Claim:
    return Claim(
        id=f"bar:{listing.ticker}:{bar.session.iso}@{bar.source}",
        company=listing.company,
        measure="share_price",
        value=Money(bar.close, listing.currency),
        as_of=AsOf.day(bar.session),
        scope="",
        basis="close",
        audited=None,
        qualifier="exact",
        stated_by="press",
        source=source_of(bar.source),
        known_at=bar.session,
        known_at_basis="stated",
        retrieved_at=None,
    )
