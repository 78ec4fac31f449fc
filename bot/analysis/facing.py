"""Which of two companies faces more of an unlock, by each way of measuring, and which statement would turn it round."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bot.analysis.due import Due
from bot.analysis.figures import Evidence
from bot.analysis.moments import Moment
from bot.analysis.unlocking import stated_of
from bot.facts.rates import converted, rate_on
from bot.facts.records import Claim
from bot.quantities import Money, Multiple, Percent, Quantity, Range, Shares, divided, number_of

By = Literal["shares", "of_issued", "of_float", "money"]
WAYS: tuple[By, ...] = ("shares", "of_issued", "of_float", "money")

OF_ALL = frozenset({"", "july", "july_with_locked_sii"})
"""Scopes of a stated unlock ratio that is a part of all shares in issue; one of another base cannot be put in."""


@dataclass(frozen=True, slots=True)
class Faced:
    """How much two companies face by one measure, None where it is not known; `more` is the one that faces more."""

    by: By
    amounts: tuple[Quantity | None, Quantity | None]
    more: int | None


@dataclass(frozen=True, slots=True)
class Flip:
    """A stated ratio of one company that turns the order by some measures round; `surely` by its whole range."""

    claim: Claim
    company: str
    by: tuple[By, ...]
    surely: bool


def faced(evidence: Evidence, sides: tuple[tuple[Due, ...], tuple[Due, ...]]) -> tuple[Faced, ...]:
    """Returns how much each of two companies faces, in shares, per cent of all and of the float, and money."""
    found = []
    for by in WAYS:
        one, other = (_amount(evidence, side, by, None) for side in sides)
        found.append(Faced(by, (one, other), _more(one, other)))
    return tuple(found)


def flips(
    evidence: Evidence, sides: tuple[tuple[Due, ...], tuple[Due, ...]], order: Iterable[Faced], moment: Moment
) -> tuple[Flip, ...]:
    """Returns the stated ratios that would turn an order round if they were right, put in place of the filing's own."""
    found: list[Flip] = []
    orders = [f for f in order if f.more is not None]
    for place, side in enumerate(sides):
        if len(side) != 1:
            continue
        for claim in stated_of(evidence.book, side[0].whole, "unlock_ratio", moment):
            if claim.scope not in OF_ALL:
                continue
            turned: dict[By, int] = {}
            ends = _ends(claim)
            for standing in orders:
                for ratio in ends:
                    mine = _amount(evidence, side, standing.by, ratio)
                    theirs = standing.amounts[1 - place]
                    pair = (mine, theirs) if place == 0 else (theirs, mine)
                    turned[standing.by] = turned.get(standing.by, 0) + (_more(*pair) not in (None, standing.more))
            by = tuple(way for way, count in turned.items() if count)
            if by:
                found.append(Flip(claim, side[0].release.company, by, all(turned[way] == len(ends) for way in by)))
    return tuple(found)


def _ends(claim: Claim) -> tuple[Decimal, ...]:
    if isinstance(claim.value, Range):
        return tuple(number_of(end) for end in (claim.value.low, claim.value.high) if end is not None)
    return (claim.value.fraction,) if isinstance(claim.value, Percent) else ()


def _amount(evidence: Evidence, side: tuple[Due, ...], by: By, ratio: Decimal | None) -> Quantity | None:
    """What a side faces; with a ratio, of so many of its shares in issue instead of those it is known to free."""
    if not side:
        return None
    count: Callable[[Due], Decimal | None] = _counted if ratio is None else lambda one: _implied(one, ratio)
    numbers = [count(one) for one in side]
    if any(number is None for number in numbers):
        return None
    shares = [number for number in numbers if number is not None]
    if by == "shares":
        return Shares(sum(shares, Decimal(0)))
    if by == "money":
        return _money(evidence, side, shares)
    parts = [_part(one, number, by) for one, number in zip(side, shares, strict=True)]
    if any(part is None for part in parts):
        return None
    total = sum((part for part in parts if part is not None), Decimal(0))
    return Percent(total) if by == "of_issued" else Multiple(total)


def _counted(one: Due) -> Decimal:
    return one.shares.number


def _implied(one: Due, ratio: Decimal) -> Decimal | None:
    issued = one.whole.issued.value if one.whole.issued else None
    return issued.number * ratio if isinstance(issued, Shares) else None


def _part(one: Due, shares: Decimal, by: By) -> Decimal | None:
    if by == "of_issued":
        issued = one.whole.issued.value if one.whole.issued else None
        return divided(shares, issued.number) if isinstance(issued, Shares) else None
    if one.change is None or not one.change.before.float_shares.number:
        return None
    return divided(shares, one.change.before.float_shares.number)


def _money(evidence: Evidence, side: tuple[Due, ...], shares: list[Decimal]) -> Money | None:
    """The worth in the currency of the first price; in another one it is converted at the rate of its own day."""
    total: Money | None = None
    for one, number in zip(side, shares, strict=True):
        price = one.value.inputs[0].value if one.value.inputs else None
        if not isinstance(price, Money) or one.value.as_of is None:
            return None
        worth = price.times(number)
        if total is None:
            total = worth
            continue
        if worth.currency != total.currency:
            rate = rate_on(evidence.rates, worth.currency, total.currency, one.value.as_of.end)
            if rate is None:
                return None
            worth = converted(worth, rate)
        total = Money(total.amount + worth.amount, total.currency)
    return total


def _more(one: Quantity | None, other: Quantity | None) -> int | None:
    """Which of two amounts is the greater: 0 or 1, None where one is unknown, they are equal or of other currencies."""
    if one is None or other is None:
        return None
    if isinstance(one, Money) and isinstance(other, Money) and one.currency != other.currency:
        return None
    a, b = number_of(one), number_of(other)
    return None if a == b else 0 if a > b else 1
