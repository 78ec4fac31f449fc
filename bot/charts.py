"""Pictures of supply and of what may happen: a waterfall, a calendar strip, an event fan and a tornado."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bot.days import Day
from bot.text import Message, Name


@dataclass(frozen=True, slots=True)
class Standing:
    """A figure of a waterfall or a tornado that others are measured by, in the chart's unit."""

    name: Message | Name
    number: Decimal


@dataclass(frozen=True, slots=True)
class Step:
    """What a class adds to a waterfall, or takes from it. A number of None is unknown; `why` then says why."""

    name: Message | Name
    number: Decimal | None
    day: Day | None = None
    why: Message | None = None


@dataclass(frozen=True, slots=True)
class WaterfallChart:
    """A picture of how one figure becomes another step by step, such as the float before and after its releases.

    What stands at the end is the sum, so that start, steps and end can never disagree; unknown steps are not in it.
    `total` is what the figure is a part of, drawn as a mark to measure by: all shares.
    """

    title: Message
    summary: Message
    before: Standing
    steps: tuple[Step, ...]
    after: Message | Name
    unit: str
    total: Standing | None = None
    note: Message | None = None

    @property
    def end(self) -> Decimal:
        """Returns where the waterfall ends: the start and every known step."""
        return self.before.number + sum((s.number for s in self.steps if s.number is not None), Decimal(0))


@dataclass(frozen=True, slots=True)
class Due:
    """What comes free on one day of a strip, in the chart's unit; a number of None is an unknown size.

    `session` is the first day on which it can be traded, where that is known. `provisional` means that a day may still
    move: holidays not yet published, a condition not yet met.
    """

    day: Day
    number: Decimal | None
    session: Day | None = None
    provisional: bool = False

    @property
    def stands_on(self) -> Day:
        """Returns the day that a picture shows it on: the first session, or the first free day without one."""
        return self.session or self.day


@dataclass(frozen=True, slots=True)
class Lane:
    """The releases of one company in a strip."""

    name: Name
    due: tuple[Due, ...]


@dataclass(frozen=True, slots=True)
class StripChart:
    """A calendar in one strip, a row for each company, from the first to the last day; sizes share one scale."""

    title: Message
    summary: Message
    first: Day
    last: Day
    lanes: tuple[Lane, ...]
    unit: str
    note: Message | None = None


@dataclass(frozen=True, slots=True)
class Offset:
    """One value on a day counted in sessions from an event: -1 is the session before it."""

    sessions: int
    number: Decimal


@dataclass(frozen=True, slots=True)
class EventPath:
    """A named series around an event."""

    name: Name
    points: tuple[Offset, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """How far a band reaches on one session counted from the event."""

    sessions: int
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class QuantileBand:
    """What ordinary days did over as many sessions: most placebo paths lie between its edges, as `what` says."""

    what: Message
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class FanChart:
    """A picture of one event's path among placebo paths of ordinary days; widest bands first."""

    title: Message
    summary: Message
    paths: tuple[EventPath, ...]
    bands: tuple[QuantileBand, ...]
    unit: str
    event: Message
    note: Message | None = None


@dataclass(frozen=True, slots=True)
class Swing:
    """What an outcome becomes when one input is low and when it is high; an outcome of None is unknown.

    `low_input` and `high_input` say what the input was set to, such as minus 20 %.
    """

    name: Message | Name
    low: Decimal | None
    high: Decimal | None
    low_input: Message | None = None
    high_input: Message | None = None
    why: Message | None = None


@dataclass(frozen=True, slots=True)
class TornadoChart:
    """A picture of how far each input moves an outcome away from its base."""

    title: Message
    summary: Message
    base: Standing
    swings: tuple[Swing, ...]
    unit: str
    note: Message | None = None

    @property
    def ordered(self) -> tuple[Swing, ...]:
        """Returns the swings as a tornado stands, the widest first, those wholly unknown last."""
        return tuple(sorted(self.swings, key=self._rank))

    def _rank(self, swing: Swing) -> tuple[bool, Decimal]:
        known = [end for end in (swing.low, swing.high) if end is not None]
        ends = [*known, self.base.number]
        return not known, min(ends) - max(ends)


SupplyChart = WaterfallChart | StripChart | FanChart | TornadoChart
"""What can be drawn of supply and of what may happen."""
