"""Choosing between claims: which stated figure is taken, which agree with it, and which stand beside it.

The rules are those of SEMANTICS 1 to 5: newest as-of first, then the rank of the source kind; a retelling never
replaces what it retells; nothing is averaged; what was chosen is always something that a source stated.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bot.days import Day
from bot.facts.records import Claim, Qualifier
from bot.quantities import Quantity, Range, divided, number_of, unit_of

RETELLING_WITHIN = Decimal("0.02")
TENDER_DAYS = 90

NEVER_LATEST = frozenset({"guidance", "target", "projection"})
NEVER_REPLACE = frozenset({"talks", "ipo_target", "implied", "secondary", "pre_money", "reported", "offer_value"})
AT_LEAST: frozenset[Qualifier] = frozenset({"at_least", "more_than"})
"""Qualifiers that leave the upper end open: more than 70 % says nothing against 73 %."""

ROUND_BASES = frozenset({"post_money"})
TENDER_BASES = frozenset({"tender"})

_PERIODS = frozenset({"quarter", "half", "nine_months", "year"})
_UNSAID = frozenset({"", "as_stated"})

Why = Literal[
    "chosen",
    "agrees",
    "retells",
    "disputes",
    "older",
    "other_period",
    "other_basis",
    "lower_rank",
    "not_a_price",
    "not_a_fact",
    "superseded",
    "mismatch",
    "tender_too_close",
]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A claim with the reason why it was chosen or not."""

    claim: Claim
    why: Why


@dataclass(frozen=True, slots=True)
class Selection:
    """The claim that was chosen, if any, and every other candidate with the reason it was not."""

    chosen: Claim | None
    weighed: tuple[Weighed, ...]

    def beside(self, *reasons: Why) -> tuple[Claim, ...]:
        """Returns the claims that stand beside the chosen one for one of these reasons."""
        return tuple(w.claim for w in self.weighed if w.why in reasons)

    @property
    def disputes(self) -> tuple[Claim, ...]:
        """Returns the claims that speak of the same day as the chosen one and state another value."""
        return self.beside("disputes")


def visible(claims: Iterable[Claim], at: Day, known_at: Day) -> tuple[Claim, ...]:
    """Returns the claims that were public by `known_at` and speak of a day or period ended by `at`."""
    return tuple(c for c in claims if c.known_at <= known_at and c.as_of.end <= at)


def choose(claims: Sequence[Claim], at: Day, known_at: Day) -> Selection:
    """Returns which of several claims of one company, measure and scope is the figure of a day, as known on another.

    All claims given are weighed against one another, so the caller passes those of one scope and one class of basis.
    """
    seen = visible(claims, at, known_at)
    replaced = {c.supersedes for c in seen if c.supersedes}
    apart: dict[str, Why] = {}
    for claim in seen:
        if claim.id in replaced:
            apart[claim.id] = "superseded"
        elif claim.qualifier == "mismatch":
            apart[claim.id] = "mismatch"
        elif claim.basis in NEVER_LATEST:
            apart[claim.id] = "not_a_fact"
        elif claim.basis in NEVER_REPLACE:
            apart[claim.id] = "retells" if is_retelling(claim, seen) else "not_a_price"
    rivals = [c for c in seen if c.id not in apart]
    for claim in rivals:
        if is_retelling(claim, rivals):
            apart[claim.id] = "retells"
    rounds = [c for c in rivals if c.basis in ROUND_BASES and c.id not in apart]
    for claim in rivals:
        if claim.basis in TENDER_BASES and claim.id not in apart and _too_close(claim, rounds):
            apart[claim.id] = "tender_too_close"
    ranked = sorted((c for c in rivals if c.id not in apart), key=_preference)
    chosen = ranked[0] if ranked else None
    return Selection(chosen, tuple(Weighed(c, _why(c, chosen, apart)) for c in sorted(seen, key=_preference)))


def is_retelling(claim: Claim, others: Iterable[Claim]) -> bool:
    """Decides whether a rounded or restated figure only repeats an earlier exact one, within 2 % (SEMANTICS rule 2)."""
    if claim.qualifier not in ("about", "nearly") and claim.basis != "reported":
        return False
    return any(
        other.id != claim.id
        and other.qualifier == "exact"
        and other.basis != "reported"
        and other.known_at <= claim.known_at
        and other.as_of.end <= claim.as_of.end
        and same_value(claim, other, RETELLING_WITHIN)
        for other in others
    )


def same_value(one: Claim, other: Claim, within: Decimal = Decimal(0)) -> bool:
    """Decides whether two claims state the same value, or one within a fraction of the other's."""
    if isinstance(one.value, Day) or isinstance(other.value, Day):
        return one.value == other.value
    if isinstance(one.value, Range) or isinstance(other.value, Range):
        return _overlap(one.value, other.value)
    return close(one.value, other.value, within)


def _as_range(claim: Claim) -> Quantity | Range:
    """What a claim allows: "at least" and "more than" everything from their number on."""
    value = claim.value
    assert not isinstance(value, Day)
    return Range(value, None) if claim.qualifier in AT_LEAST and not isinstance(value, Range) else value


def compatible(one: Claim, other: Claim) -> bool:
    """Decides whether two claims can both be true: one value, ranges that overlap, or a bound that the other keeps."""
    if isinstance(one.value, Day) or isinstance(other.value, Day) or not {one.qualifier, other.qualifier} & AT_LEAST:
        return same_value(one, other)
    return _overlap(_as_range(one), _as_range(other))


def close(one: Quantity, other: Quantity, within: Decimal) -> bool:
    """Decides whether a quantity lies within a fraction of another of the same unit."""
    if unit_of(one) != unit_of(other):
        return False
    a, b = number_of(one), number_of(other)
    return a == b or (b != 0 and abs(divided(a - b, b)) <= within)


def _overlap(one: Quantity | Range, other: Quantity | Range) -> bool:
    low_one, high_one = _ends(one)
    low_other, high_other = _ends(other)
    units = {unit_of(end) for end in (low_one, high_one, low_other, high_other) if end is not None}
    if len(units) > 1:
        return False
    below = high_one is None or low_other is None or number_of(low_other) <= number_of(high_one)
    above = high_other is None or low_one is None or number_of(low_one) <= number_of(high_other)
    return below and above


def _ends(value: Quantity | Range) -> tuple[Quantity | None, Quantity | None]:
    return (value.low, value.high) if isinstance(value, Range) else (value, value)


def _preference(claim: Claim) -> tuple[int, int, int, int, int, int, str]:
    """Newest as-of, then a dated claim over a bare month, then rank, then the day it was learned, then the id.

    Of periods that end on one day the longest goes first: a year, not its last quarter.
    """
    exactness = 0 if claim.as_of.precision == "day" else 1
    length = -claim.as_of.end.since(claim.as_of.start) if claim.as_of.precision in _PERIODS else 0
    precise = 0 if claim.qualifier == "exact" else 1
    return (
        -claim.as_of.end.date.toordinal(),
        exactness,
        length,
        claim.rank,
        precise,
        -claim.known_at.date.toordinal(),
        claim.id,
    )


def _too_close(tender: Claim, rounds: Iterable[Claim]) -> bool:
    priced = [r.as_of.end for r in rounds if r.as_of.end <= tender.as_of.end]
    same_month = any(
        r.as_of.end.date.timetuple()[:2] == tender.as_of.end.date.timetuple()[:2]
        for r in rounds
        if tender.as_of.precision != "day"
    )
    return same_month or (bool(priced) and tender.as_of.end.since(max(priced)) <= TENDER_DAYS)


def _why(claim: Claim, chosen: Claim | None, apart: dict[str, Why]) -> Why:
    if claim.id in apart:
        return apart[claim.id]
    if chosen is None or claim.id == chosen.id:
        return "chosen"
    if claim.as_of.end != chosen.as_of.end:
        return "older"
    if {claim.as_of.precision, chosen.as_of.precision} <= _PERIODS and claim.as_of.start != chosen.as_of.start:
        return "other_period"
    if claim.basis != chosen.basis and not {claim.basis, chosen.basis} & _UNSAID:
        return "other_basis"
    return "agrees" if compatible(claim, chosen) else "disputes"
