"""Changes of lead between two companies: on daily closes by the day, between sparse marks by an interval.

SEMANTICS rule 11. Only days on which both have a value count; a mark stands until its company's next one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from bot.analysis.series import Kind, Point, Series, same_unit
from bot.days import Day
from bot.quantities import EXACT, divided


@dataclass(frozen=True, slots=True)
class Pair:
    """What both companies stood at on a day, first company first."""

    day: Day
    first: Point
    second: Point

    @property
    def side(self) -> int:
        """Returns 1 where the first company is ahead, -1 where the second is, 0 for a tie."""
        return (self.first.value > self.second.value) - (self.first.value < self.second.value)


@dataclass(frozen=True, slots=True)
class LeadChange:
    """One change of lead: it lies after `after`, the latest day in the old order, and not after `day`.

    On daily closes `day` is the first close on the other side of the run that held, and `confirmed` the close that made
    it hold; None while that is still to come. `then` is what both stood at on `day`, `before` on `after`.
    `interpolated` is a guess between sparse marks and has to be called one.
    """

    leader: str
    trailing: str
    after: Day
    day: Day
    confirmed: Day | None
    before: Pair
    then: Pair
    interpolated: Day | None = None


@dataclass(frozen=True, slots=True)
class Spell:
    """How long one company led: from its first day to the day the lead changed, or to the last one seen.

    `days` are calendar days from start to end; `observations` the days with values of both that fell to this spell.
    """

    leader: str
    start: Day
    end: Day
    days: int
    observations: int
    ended: bool


@dataclass(frozen=True, slots=True)
class Reversals:
    """All changes of lead between two companies, oldest first, and who led when."""

    first: str
    second: str
    unit: str
    kind: Kind
    pairs: tuple[Pair, ...]
    changes: tuple[LeadChange, ...]
    spells: tuple[Spell, ...]
    ties: tuple[Day, ...]
    pending: LeadChange | None = None

    @property
    def leader(self) -> str | None:
        """Returns who leads at the last day seen; a change that has not held yet does not count."""
        return self.spells[-1].leader if self.spells else None

    def led(self, company: str) -> tuple[int, int]:
        """Returns for how many calendar days, and at how many observations, a company led altogether."""
        own = [s for s in self.spells if s.leader == company]
        return sum(s.days for s in own), sum(s.observations for s in own)


@dataclass(frozen=True, slots=True)
class Closing:
    """How fast the trailing company gains: `gap` is ln(leader / trailing) now, `per_day` its change a calendar day.

    `projected` is the day both would meet if that went on: a projection, to be called one; None where the gap grows
    or would take more than ten years.
    """

    leader: str
    trailing: str
    gap: Decimal
    per_day: Decimal
    since: Day
    until: Day
    observations: int
    projected: Day | None


def paired(first: Series, second: Series) -> tuple[Pair, ...]:
    """Returns the days on which both stood at a value: common sessions, or every day on which either had a new mark.

    A mark too old to stand (a run rate of more than 120 days) is put against nothing. Raises UnitMismatchError for
    series of different units, currencies or lengths of period.
    """
    same_unit(first, second)
    if first.kind == second.kind == "daily":
        others = {p.day: p for p in second.points}
        return tuple(Pair(p.day, p, others[p.day]) for p in first.points if p.day in others)
    days = sorted({p.day for p in first.points} | {p.day for p in second.points})
    standing = ((day, first.standing(day), second.standing(day)) for day in days)
    return tuple(Pair(day, one, other) for day, one, other in standing if one is not None and other is not None)


def reversals(first: Series, second: Series, *, held: int = 1, band: Decimal = Decimal(0)) -> Reversals:
    """Returns every change of lead that held for a number of closes in a row and went beyond a band.

    The lead belongs at first to whoever was ahead on the first day that was no tie. It changes with a run of days on
    the other side that is `held` long and in which the greater exceeds the smaller by more than `band` (0.05 is 5 %),
    and is dated by the first day of that run. A day on the old side ends a run; a tie neither ends nor lengthens it.
    Raises UnitMismatchError for different units and ValueError for `held` below 1 or a negative band.
    """
    if held < 1 or band < 0:
        raise ValueError("a lead is held at least one close, within a band of nothing or more")
    pairs = paired(first, second)
    names = {1: first.company, -1: second.company}
    kind: Kind = "daily" if first.kind == second.kind == "daily" else "marks"
    changes: list[LeadChange] = []
    lead, beyond = 0, False
    run: list[Pair] = []
    old: Pair | None = None

    def changed(last: Pair, confirmed: Day | None) -> LeadChange:
        guess = _interpolated(last, run[0]) if kind == "marks" else None
        return LeadChange(names[-lead], names[lead], last.day, run[0].day, confirmed, last, run[0], guess)

    for pair in pairs:
        if pair.side == 0:
            continue
        lead = lead or pair.side
        if old is None or pair.side == lead:
            run, beyond, old = [], False, pair
            continue
        run.append(pair)
        beyond = beyond or _apart(pair) > band
        if len(run) >= held and beyond:
            changes.append(changed(old, pair.day))
            lead, old, run, beyond = -lead, pair, [], False
    return Reversals(
        first.company,
        second.company,
        first.unit,
        kind,
        pairs,
        tuple(changes),
        tuple(_spells(pairs, changes, names)),
        tuple(p.day for p in pairs if p.side == 0),
        changed(old, None) if run and old is not None else None,
    )


def closing(found: Reversals, sessions: int = 20) -> Closing | None:
    """Returns how fast the gap of the last days closed, over that many steps between observations.

    Formula: per_day = (gap now - gap then) / calendar days, gap = ln(leader / trailing). None with fewer than two
    observations in the window, without a leader, or with a value not above zero.
    """
    window = found.pairs[-(sessions + 1) :]
    leader = found.leader
    if (
        len(window) < 2
        or leader is None
        or any(min(p.first.value, p.second.value) <= 0 for p in (window[0], window[-1]))
    ):
        return None
    sign = 1 if leader == found.first else -1
    then, now = (EXACT.multiply(Decimal(sign), log_ratio(p)) for p in (window[0], window[-1]))
    days = window[-1].day.since(window[0].day)
    speed = divided(EXACT.subtract(now, then), Decimal(days))
    projected = None
    if speed < 0 < now:
        wait = divided(now, EXACT.minus(speed))
        if wait <= 3653:
            projected = window[-1].day.plus(int(wait.to_integral_value(ROUND_CEILING)))
    trailing = found.second if leader == found.first else found.first
    return Closing(leader, trailing, now, speed, window[0].day, window[-1].day, len(window), projected)


def log_ratio(pair: Pair) -> Decimal:
    """Returns ln(first / second), exact in sign when the two change places; both have to be above zero."""
    return EXACT.subtract(EXACT.ln(pair.first.value), EXACT.ln(pair.second.value))


def _apart(pair: Pair) -> Decimal:
    low, high = sorted((pair.first.value, pair.second.value))
    return EXACT.subtract(divided(high, low), Decimal(1)) if low > 0 else Decimal("Infinity")


def _interpolated(old: Pair, new: Pair) -> Day | None:
    """Returns where a straight line of ln(first / second) between the two ends of an interval crosses zero."""
    if min(old.first.value, old.second.value, new.first.value, new.second.value) <= 0:
        return None
    before, after = EXACT.abs(log_ratio(old)), EXACT.abs(log_ratio(new))
    share = divided(before, EXACT.add(before, after))
    days = int(EXACT.multiply(share, Decimal(new.day.since(old.day))).to_integral_value(ROUND_CEILING))
    return old.day.plus(max(1, days))


def _spells(pairs: Sequence[Pair], changes: Sequence[LeadChange], names: dict[int, str]) -> Iterator[Spell]:
    begun = next((p for p in pairs if p.side != 0), None)
    if begun is None:
        return
    starts = [(begun.day, names[begun.side]), *((c.day, c.leader) for c in changes)]
    days = [p.day for p in pairs]
    for place, (start, leader) in enumerate(starts):
        ended = place + 1 < len(starts)
        end = starts[place + 1][0] if ended else pairs[-1].day
        count = (bisect_left(days, end) if ended else len(days)) - bisect_left(days, start)
        yield Spell(leader, start, end, end.since(start), count, ended)
