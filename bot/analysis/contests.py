"""Where the order of two companies is contested: figures that were said but not chosen and that turn it round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bot.analysis.figures import Evidence, stated
from bot.analysis.moments import Moment
from bot.analysis.observed import as_point
from bot.analysis.reversals import LeadChange
from bot.analysis.series import Point, Series, same_unit
from bot.days import Day
from bot.facts.choosing import Why, visible
from bot.facts.records import Claim

LIVE: frozenset[Why] = frozenset({"chosen", "disputes", "agrees", "other_basis", "not_a_price", "tender_too_close"})
"""Why a claim was weighed as it was, and still says what its company was worth on its day."""
NOT_WORTH = frozenset({"pre_money", "ipo_target", "offer_value"})
"""Bases that speak of another day or another thing than what the company was worth."""


@dataclass(frozen=True, slots=True)
class Contest:
    """A claim that puts `ahead` in front on its own day although the series had `leader` there."""

    claim: Claim
    said: Point
    against: Point
    ahead: str
    leader: str

    @property
    def day(self) -> Day:
        """Returns the day the claim speaks of."""
        return self.claim.as_of.end


def contests(evidence: Evidence, first: Series, second: Series, moment: Moment) -> tuple[Contest, ...]:
    """Returns the claims of either company, beside those the series are made of, that turn the order round, by day.

    Each is put against the other company's value standing on that day, in the series' unit. Claims of another scope,
    superseded ones, targets, retellings and ranges contest nothing. Raises UnitMismatchError for different units.
    """
    same_unit(first, second)
    found = [*_against(evidence, first, second, moment), *_against(evidence, second, first, moment)]
    return tuple(sorted(found, key=lambda c: (c.day, c.claim.id)))


def contested_from(change: LeadChange, found: Iterable[Contest], since: Day | None = None) -> Contest | None:
    """Returns the earliest contest that put the new leader ahead before a change of lead, since a day if given."""
    early = (c for c in found if c.ahead == change.leader and c.day < change.day and (since is None or c.day >= since))
    return min(early, key=lambda c: (c.day, c.claim.id), default=None)


def _against(evidence: Evidence, own: Series, other: Series, moment: Moment) -> Iterator[Contest]:
    for claim in _live(evidence, own, moment):
        here, there = own.standing(claim.as_of.end), other.standing(claim.as_of.end)
        if claim.basis in NOT_WORTH or here is None or there is None:
            continue
        said = as_point(evidence, claim, own.unit, period=own.precision is not None)
        if not isinstance(said, Point):
            continue
        if (said.value - there.value) * (here.value - there.value) < 0:
            ahead, behind = (own, other) if said.value > there.value else (other, own)
            yield Contest(claim, said, there, ahead.company, behind.company)


def _live(evidence: Evidence, series: Series, moment: Moment) -> Iterator[Claim]:
    claims = [c for c in evidence.book.claims_of(series.company, series.measure) if c.scope == series.scope]
    if series.precision is not None:
        claims = [c for c in claims if c.as_of.precision == series.precision]
    for day in sorted({c.as_of.end for c in visible(claims, moment.at, moment.known_at)}):
        selection = stated(series.company, series.measure, claims, replace(moment, at=day)).selection
        for weighed in selection.weighed if selection else ():
            if weighed.why in LIVE and weighed.claim.as_of.end == day:
                yield weighed.claim
