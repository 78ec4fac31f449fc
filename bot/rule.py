"""A rule: what a team asked to be told of, how often, and where. Values only; bot.alerts decides what comes of them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Literal

from bot.call import Person, Place
from bot.days import Instant
from bot.text import Language

Frequency = Literal["once", "each_crossing", "each_close", "daily"]
"""How often a condition that holds is told: once and never again, at each crossing, at each observation, each day."""

SubjectKind = Literal["figure", "ratio", "move", "swing", "drawdown", "high", "low", "age"]
"""What is read off: a measure, one company's over another's, a change over sessions (signed, or its size alone), the
fall from the highest close, the close over the highest (lowest) earlier one, and how many days old a figure is."""

Side = Literal["above", "below"]

MORNING = "09:00"
"""When a place is reminded where it chose no hour, in the zone of the exchange."""

MOST_PER_PERSON = 200
MOST_PER_WORKSPACE = 1_000
"""How many rules are kept: beyond that nobody reads what they say."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One reminder of a release: so many calendar days before it, or so many sessions after it."""

    before: int = 0
    after: int = 0

    @property
    def label(self) -> str:
        """Returns the rung as it is typed and keyed: T-7, T-0, T+5."""
        return f"T+{self.after}" if self.after else f"T-{self.before}"


LADDER = (Rung(30), Rung(7), Rung(1), Rung(0), Rung(after=1), Rung(after=5), Rung(after=20))


@dataclass(frozen=True, slots=True)
class ReleaseWatch:
    """Shares coming free: of some companies or of all, of some classes of holders, from a share of all shares on.

    `at_least` is a fraction of the shares in issue; `within` leaves out what comes free later than so many days after
    the rule was made.
    """

    companies: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    at_least: Decimal | None = None
    within: int | None = None
    ladder: tuple[Rung, ...] = LADDER


@dataclass(frozen=True, slots=True)
class Subject:
    """The series that a rule watches, in the unit it is held against: a currency, else that of the measure."""

    kind: SubjectKind
    companies: tuple[str, ...]
    measure: str
    currency: str = ""
    sessions: int = 0

    @property
    def key(self) -> str:
        """Returns the name under which all rules on this series are found."""
        return ":".join((self.kind, "+".join(self.companies), self.measure, self.currency, str(self.sessions)))


@dataclass(frozen=True, slots=True)
class LevelWatch:
    """A series beyond a level: as an event when it crosses, or as a state that holds, also when the rule is made.

    `recover` is the level it has to fall back past before it can cross again; equal to `level` without a band.
    `strict` leaves the level itself out.
    """

    subject: Subject
    side: Side
    level: Decimal
    recover: Decimal
    event: bool = True
    strict: bool = False


@dataclass(frozen=True, slots=True)
class OvertakeWatch:
    """The first company passing the second: told as certain only when every live claim agrees on the order."""

    first: str
    second: str
    measure: str

    @property
    def subject(self) -> Subject:
        """Returns the ratio of the two, which crosses one when they change places."""
        return Subject("ratio", (self.first, self.second), self.measure)


@dataclass(frozen=True, slots=True)
class ClaimWatch:
    """A figure newly stated or corrected."""

    companies: tuple[str, ...]
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatementWatch:
    """Something that was said falling due, so many days before its day; of some companies or of all."""

    companies: tuple[str, ...] = ()
    before: int = 0


Watch = ReleaseWatch | LevelWatch | OvertakeWatch | ClaimWatch | StatementWatch
ValueWatch = LevelWatch | OvertakeWatch
"""Watches over a series of numbers, which step() decides on."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What to watch, for whom, and when it is told.

    `pending` observations, or minutes, have to agree before it fires; `keep` observations have to agree before it
    counts as over; after an alert it stays silent for `cooldown_minutes`. `zone` is empty for the exchange's own.
    `own_hour` says that somebody named the hour for this rule, which then keeps it whatever its channel's becomes.
    """

    id: str
    workspace: str
    owner: Person
    destinations: tuple[Place, ...]
    watch: Watch
    made_at: Instant
    frequency: Frequency = "each_crossing"
    pending: int = 1
    pending_minutes: int = 0
    keep: int = 1
    cooldown_minutes: int = 0
    expires_at: Instant | None = None
    zone: str = ""
    morning: str = MORNING
    own_hour: bool = False
    language: Language = "en"
    paused: bool = False

    @property
    def subject(self) -> Subject | None:
        """Returns the series that the rule watches, None for one that watches days or claims."""
        return self.watch.subject if isinstance(self.watch, ValueWatch) else None


@dataclass(frozen=True, slots=True)
class KeepRule:
    """A change: a rule is made, or put in place of the one with its id."""

    rule: Rule


@dataclass(frozen=True, slots=True)
class DropRule:
    """A change: a rule is put away; what it told stays told."""

    id: str


RuleChange = KeepRule | DropRule

ID_LENGTH = 6


def rule_id(workspace: str, destination: Place, watch: Watch) -> str:
    """Returns the short name of a rule: asking for the same thing in the same channel again names the same rule."""
    asked = json.dumps([workspace, asdict(destination), type(watch).__name__, asdict(watch)], default=str)
    return hashlib.sha256(asked.encode()).hexdigest()[:ID_LENGTH]
