"""What keeps shares from being sold, declared in data: lock-up rules, conditions, amendments and dated events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from bot.days import AsOf, Day
from bot.facts.records import Source
from bot.text import Name

Layer = Literal["contract", "listing_rule", "company_law"]
"""Who binds the holder: itself, the exchange, or the law."""

Counting = Literal["eve", "same_day", "days", "day_one"]
"""How a term is counted.

`eve`: the last locked day is the day before the anniversary (the listing day counts, as the allotment announcements
of HKEX print it). `same_day`: the anniversary itself is locked (a period after the day, PRC Civil Code art. 202).
`days`: so many days after the day it starts from. `day_one`: free on the so many-th day, the first being day one.
"""


HOLDER_KINDS: Mapping[str, frozenset[str]] = {
    "state": frozenset({"state"}),
    "cornerstone": frozenset({"cornerstone"}),
    "founders": frozenset({"founder", "controlling"}),
    "vc": frozenset({"financial_vc"}),
    "employees": frozenset({"staff"}),
    "strategic": frozenset({"strategic", "industrial"}),
    "pathfinder": frozenset({"pathfinder_sii"}),
    "pre_ipo": frozenset({"other_pre_ipo", "financial_vc", "state", "strategic", "industrial", "pathfinder_sii"}),
}
"""The kinds of holders that people ask for, and the classes of the holdings that each of them covers."""


def classes_covered(kinds: object) -> frozenset[str]:
    """Returns the classes of holdings that one kind of holders or several cover; a class stands for itself."""
    said = [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list | tuple | frozenset) else []
    return frozenset(name for kind in said for name in HOLDER_KINDS.get(str(kind), {str(kind)}))


@dataclass(frozen=True, slots=True)
class LockRule:
    """A lock-up rule of one or more exchanges: how long it locks whose shares, counted how, and where that is written.

    `term` is a number of calendar months or days. A reader who counts by the strictest wording may come to a first
    free day up to `tolerance` days later.
    """

    key: str
    venues: frozenset[str]
    holder_class: str
    layer: Layer
    term: int
    unit: Literal["months", "days"]
    starts: Literal["listing", "prospectus"]
    counting: Counting
    tolerance: int
    name: Name
    citation: str
    source: Source
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """What releases shares before the outer limit of their lock.

    `nth_session`: the end of the n-th session counted from an event, its day being the first. `close_at_least`: n
    closes at or above a price within the last so many sessions. `results`: the n-th session after results.
    """

    key: str
    company: str
    kind: Literal["nth_session", "close_at_least", "results"]
    event: str
    sessions: int
    price: Decimal | None
    within: int
    source: Source


@dataclass(frozen=True, slots=True)
class Amendment:
    """A later version of a holder's lock, naming the day that it was locked to before: append-only, never rewritten."""

    key: str
    company: str
    holder: str
    kind: Literal["extension", "waiver", "early_release"]
    was_locked_to: Day
    locked_to: Day
    announced_on: Day
    source: Source
    note: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something dated that happened to a company or is announced for it; a bare month keeps its precision."""

    company: str
    day: AsOf
    kind: str
    what: Name
    source: Source
    note: str = ""


@dataclass(frozen=True, slots=True)
class LockBook:
    """Everything declared of lock-ups: rules by key, and by company and a holding's own wording what binds it."""

    rules: Mapping[str, LockRule] = field(default_factory=dict)
    bound: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    conditions: Mapping[tuple[str, str], Condition] = field(default_factory=dict)
    amendments: tuple[Amendment, ...] = ()
    events: tuple[Event, ...] = ()
    verified: frozenset[tuple[str, Day]] = frozenset()

    def rules_of(self, company: str, wording: str) -> tuple[LockRule, ...]:
        """Returns every rule that binds holdings of a company whose list says this of them."""
        return tuple(self.rules[key] for key in self.bound.get((company, wording), ()))

    def condition_of(self, company: str, wording: str) -> Condition | None:
        """Returns the condition under which such holdings come free early, None where there is none."""
        return self.conditions.get((company, wording))

    def amendment_of(self, company: str, holder: str, last_locked: Day | None, known_at: Day) -> Amendment | None:
        """Returns the newest amendment of a holder's lock, by either of its days, as far as announced by a day."""
        found = [
            a
            for a in self.amendments
            if a.company == company and a.holder == holder and last_locked in (a.was_locked_to, a.locked_to)
        ]
        announced = [a for a in found if a.announced_on <= known_at]
        return max(announced, key=lambda a: a.announced_on, default=None)

    def withheld(self, company: str, holder: str, last_locked: Day | None, known_at: Day) -> Amendment | None:
        """Returns the amendment that a holding's day already rests on although nobody knew of it by a day."""
        for a in self.amendments:
            if (a.company, a.holder, a.locked_to) == (company, holder, last_locked) and a.announced_on > known_at:
                return a
        return None
