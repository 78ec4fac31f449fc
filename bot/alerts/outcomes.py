"""What a tick of the clock takes up and what it hands back, to be written in one transaction."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from bot.alert import Alert
from bot.alerts.episodes import Course
from bot.alerts.knowing import KnownState
from bot.alerts.ladder import Due, LadderState
from bot.alerts.step import RuleState
from bot.days import Day, Instant
from bot.delivery import Delivery
from bot.episode import Episode
from bot.faults import Blind
from bot.rule import Rule, Subject

State = RuleState | LadderState | KnownState


@dataclass(frozen=True, slots=True)
class Armed:
    """A rule with where it stands; None and version 0 before it first looked, `failed` where that does not work."""

    rule: Rule
    state: State | None = None
    version: int = 0
    failed: Blind | None = None


@dataclass(frozen=True, slots=True)
class Watched:
    """A watched series in one view: the last observation that rules were put against, and the day it was taken on.

    `blind` where its newest observation is none.
    """

    subject: Subject
    view: str = ""
    observation: str = ""
    value: Decimal | None = None
    through: Day | None = None
    blind: Blind | None = None


@dataclass(frozen=True, slots=True)
class LastTick:
    """The last completed tick: when, and the mark of the facts it looked at."""

    at: Instant
    mark: str


@dataclass(frozen=True, slots=True)
class Written:
    """What was new of a tick: the keys of the alerts that nobody was told before, and everything that is sent."""

    alerts: tuple[str, ...]
    deliveries: tuple[Delivery, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything a tick has decided. `dues` replaces what waits for a rule; `done` was due and is dealt with.

    `again` looks once more, later, at rules that failed.
    `openings` are the episodes that its alerts begin where nothing went before; `courses` where crossings stand by now.
    """

    states: tuple[Armed, ...] = ()
    alerts: tuple[Alert, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    dues: dict[tuple[str, str], tuple[Due, ...]] = field(default_factory=dict)
    done: tuple[Due, ...] = ()
    again: tuple[Due, ...] = ()
    series: tuple[Watched, ...] = ()
    ended: tuple[Rule, ...] = ()
    openings: tuple[Episode, ...] = ()
    courses: tuple[Course, ...] = ()
    tick: LastTick | None = None
