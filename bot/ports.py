"""The ports of the core: what it needs from the world, named for the need, at most five verbs each.

A port's unit is the document, so that a new kind of message never changes a port. Stores are synchronous; what
talks to a network is awaited by the shell alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal, Protocol

from bot.answer import Answer, AnyChart, Change, Showing
from bot.call import Person, Place
from bot.clock import Clock
from bot.days import Day, Instant
from bot.delivery import Delivery, Settlement, Trouble
from bot.experience import Experience
from bot.facts.book import FactBook, Needs
from bot.facts.concepts import Concept, Rule
from bot.facts.measures import Measure
from bot.facts.rates import Rates
from bot.facts.records import Company, Speaker, Standing
from bot.faults import Blind
from bot.plan import Plan
from bot.rule import Rule as AlertRule
from bot.rule import RuleChange
from bot.sessions import Sessions
from bot.text import Language

__all__ = [
    "LEANS_FOR",
    "Alias",
    "ChartDrawer",
    "Chat",
    "Clock",
    "CompanySet",
    "Condition",
    "Directory",
    "Facts",
    "Heard",
    "KeptRule",
    "Outbox",
    "Picture",
    "Pulse",
    "Question",
    "Questions",
    "Rates",
    "Receipt",
    "Receipts",
    "Rules",
    "Settings",
    "Theme",
    "Threads",
    "TradingCalendar",
    "Vocabulary",
]


@dataclass(frozen=True, slots=True)
class Alias:
    """A way to write a company's name. An ambiguous one is a word of the language too, or fits several companies."""

    text: str
    company: str
    kind: str
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every name and measure a workspace can ask by. `version` changes when anything in it does.

    `concepts` are the explained terms and formulas, `rules` what measures follow; `speakers` are those whose statements
    are kept, `standings` the verdicts on them; `experience` gives what labelled questions taught, read when it is used.
    """

    version: str
    companies: Mapping[str, Company]
    aliases: Sequence[Alias]
    measures: Mapping[str, Measure]
    concepts: Mapping[str, Concept] = field(default_factory=dict)
    rules: Mapping[str, Rule] = field(default_factory=dict)
    speakers: Mapping[str, Speaker] = field(default_factory=dict)
    standings: Mapping[str, Standing] = field(default_factory=dict)
    experience: Callable[[], Experience] = Experience


class Directory(Protocol):
    """Names, aliases and measures, cached by version."""

    def vocabulary(self, workspace: str) -> Vocabulary:
        """Returns what can be asked by name in a workspace."""
        ...


class Facts(Protocol):
    """The fact base, read by need."""

    def snapshot(self, workspace: str, needs: Needs) -> FactBook:
        """Returns every candidate claim and bar of just what is needed; private claims only of that workspace."""
        ...


LEANS_FOR = timedelta(hours=12)
"""How long a question leans on the one before it: a working day. Later it is asked back whom it means."""


class Threads(Protocol):
    """The last plan of each thread, so that a follow-up can lean on it, and what is asked about most."""

    def last_plan(self, workspace: str, place: Place) -> Plan | None:
        """Returns the plan that was answered last in a thread, None when there is none."""
        ...

    def remember(self, workspace: str, place: Place, plan: Plan) -> None:
        """Keeps the plan as the thread's last one and counts its companies, unless it already is."""
        ...

    def most_asked(self, workspace: str) -> Sequence[str]:
        """Returns the companies that a workspace asks about, the most asked for first."""
        ...


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an answer rested on: plan, claims and code version, under the id that the answer carries."""

    id: str
    plan: Plan
    claims: tuple[str, ...]
    code_version: str
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody asked in their own words and what was understood, without who it was.

    `good` says whether the answer helped, None where nobody said.
    """

    id: str
    text: str
    language: str
    outcome: str
    plan: Plan | None = None
    good: bool | None = None


class Questions(Protocol):
    """The log of what was asked, from which the reading of questions is improved."""

    def keep(self, workspace: str, question: Question) -> bool:
        """Keeps a question where its workspace wants that, and decides whether it does."""
        ...

    def asked(self, workspace: str = "") -> Sequence[Question]:
        """Returns the questions of a workspace, of all of them without one, oldest first."""
        ...


class Receipts(Protocol):
    """Receipts of everything answered and posted."""

    def keep(self, workspace: str, receipt: Receipt) -> None:
        """Keeps a receipt."""

    def find(self, workspace: str, receipt: str) -> Receipt | None:
        """Returns a receipt by its id, None when that workspace has none such."""


@dataclass(frozen=True, slots=True)
class CompanySet:
    """A named set of companies of one channel. Every change of it is a new version."""

    name: str
    version: int
    companies: tuple[str, ...]
    is_default: bool = False


class Settings(Protocol):
    """What people and places have chosen for themselves."""

    def workspace_of(self, place: Place, person: Person) -> str:
        """Returns the workspace that a place belongs to, made on first use."""

    def language_of(self, workspace: str, place: Place, person: Person) -> Language | None:
        """Returns the language a person chose, else the place's, else None."""

    def sets_of(self, workspace: str, place: Place) -> Mapping[str, CompanySet]:
        """Returns the named sets of a place's channel, each in its newest version, by name."""

    def showing_of(self, workspace: str, place: Place) -> Showing | None:
        """Returns where a place's channel wants to see the answers to commands, None where it has not said."""

    def apply(self, workspace: str, place: Place, person: Person, changes: Sequence[Change]) -> None:
        """Writes changes in one transaction."""


class TradingCalendar(Protocol):
    """The trading days of exchanges, within bounds that each of them names."""

    def sessions(self, venue: str) -> Sessions | None:
        """Returns the sessions of an exchange by its ISO 10383 code, None for one that is not covered."""


@dataclass(frozen=True, slots=True)
class KeptRule:
    """A rule with the phase it stands in, empty where it has not looked yet; `blind` where it sees nothing now."""

    rule: AlertRule
    phase: str = ""
    blind: Blind | None = None


class Rules(Protocol):
    """What a workspace asked to be told of."""

    def of(self, workspace: str) -> Sequence[KeptRule]:
        """Returns a workspace's rules in the order they were made, without those that are damaged."""

    def damaged(self, workspace: str) -> Sequence[str]:
        """Returns the ids of the rules that are set aside, since nothing can be read of them as it was written."""

    def apply(self, workspace: str, changes: Sequence[RuleChange]) -> None:
        """Writes changes in one transaction."""


Theme = Literal["light", "dark"]
"""What a picture is made to stand on."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn chart: the bytes of a PNG, its size in pixels, and the text that says the same to who cannot see it.

    `name` is a file name made from the bytes, so that a picture drawn again has the same one.
    """

    png: bytes
    alt: str
    width: int
    height: int
    name: str


class ChartDrawer(Protocol):
    """Charts as pictures. The same chart gives the same bytes whenever it is drawn."""

    def draw(self, chart: AnyChart, language: Language, theme: Theme) -> Picture:
        """Returns a chart as a picture in a language, on light or dark ground; takes some 20 ms of one core."""


class Outbox(Protocol):
    """Deliveries that are not done yet. Whoever takes some holds them by a lease; a later holder's token is higher."""

    def claim(
        self, platform: str, holder: str, most: int, besides: Collection[str] = frozenset()
    ) -> Sequence[Delivery]:
        """Returns deliveries of a platform that are due, now held by `holder`, each with its lease.

        The most urgent lane comes first, every workspace gets its share except for those named in `besides`, which get
        none, and of one channel only the first in order.
        """

    def begin(self, held: Sequence[Delivery]) -> Sequence[Delivery]:
        """Returns those that are still held, with the lease renewed and the attempt noted: to be called before each."""

    def settle(self, settled: Sequence[tuple[Delivery, Settlement]]) -> Sequence[str]:
        """Notes what came of attempts and returns the keys of those that were no longer held, of which nothing is."""

    def health(self, workspace: str) -> Sequence[Trouble]:
        """Returns what waits, is unsure or parked in a workspace, by destination and reason."""

    def decide(self, workspace: str, delivery: str, *, again: bool) -> int:
        """Sends what stands for the same reason at the same destination again, or drops it; returns how many."""


@dataclass(frozen=True, slots=True)
class Heard:
    """When a part of the house, or a work that recurs, was last heard of, and how it stood: running, starting, down."""

    name: str
    at: Instant
    standing: str = ""


@dataclass(frozen=True, slots=True)
class Pulse:
    """How the house stands as far as it is known: its parts, what was last done, what waits, and how new the facts are.

    Deliveries are counted for one workspace alone. `unserved` are those that wait on platforms where nobody delivers.
    """

    parts: Sequence[Heard] = ()
    works: Sequence[Heard] = ()
    waiting: int = 0
    unsure: int = 0
    parked: int = 0
    newest_price: Day | None = None
    newest_claim: Day | None = None
    rates_to: Day | None = None
    unserved: Mapping[str, int] = field(default_factory=dict)


class Condition(Protocol):
    """How the house stands."""

    def pulse(self, workspace: str) -> Pulse:
        """Returns how the house stands, with what a workspace waits for."""


class Chat(Protocol):
    """One platform's channels. A document may take several messages there: its parts, numbered from 0.

    `remembers` is for how long the platform itself keeps a post with the same key from standing there twice, and
    `settles` after what time an unanswered post will not appear any more. Every verb raises NotTakenError, ClosedError
    and UnansweredError of bot.delivery, and only `find` UntoldError.
    """

    @property
    def remembers(self) -> timedelta:
        """Returns how long a repeated post is harmless by itself; zero where the platform takes no keys."""

    @property
    def settles(self) -> timedelta:
        """Returns how long after an unanswered attempt a look-up would still be too early."""

    @property
    def one_token(self) -> bool:
        """Says whether one token opens every team there, so that where it is refused once it is refused everywhere."""

    async def turn(self, delivery: Delivery) -> None:
        """Returns when the platform's limits let a delivery go."""

    async def post(self, delivery: Delivery, standing: Mapping[int, str]) -> str:
        """Puts a delivery's document where it goes, except for the parts that stand, and returns its reference.

        A reply goes beneath the delivery's message, an edit takes that message's place.
        """

    async def find(self, delivery: Delivery) -> Mapping[int, str]:
        """Returns the references of the parts of a delivery that stand at its destination, found by their key."""
