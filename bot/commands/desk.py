"""What a command may look at while it is read: names, rates' currencies, today, and the command table itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.alert_ports import Audit, Digests, Episodes, Programmes, Quietings
from bot.answer import Answer, Change, Showing
from bot.call import Call
from bot.days import Day, Instant
from bot.delivery import Decision, Delivery
from bot.digest import DigestChange
from bot.episode import MarkEpisode
from bot.facts.rates import Rates
from bot.form import Form
from bot.link import LinkChange
from bot.market import Quarantine
from bot.need import Need
from bot.people_ports import Links, Roles
from bot.plan import Plan
from bot.ports import CompanySet, Condition, Facts, Outbox, Rules
from bot.preferences import Preferences, SetPreference
from bot.programme import SwitchProgramme
from bot.questions.names import Names
from bot.questions.outcomes import Declined, Unclear, Understood
from bot.questions.provenance import Identify
from bot.questions.understanding import Reader, nobody
from bot.quiet import QuietChange
from bot.roles import SetRole
from bot.rule import RuleChange
from bot.schema import CommandTable
from bot.text import Language


@dataclass(frozen=True, slots=True)
class Deed:
    """What a command that changes something, or only speaks of the bot itself, says and asks to be written.

    `released` is the number of a price that is let in from quarantine, 0 for none; `as_split` says that it is the first
    after a split of the shares, by the ratio that was kept with it. `form` is drawn
    instead of the answer where a platform draws forms. `needs` is what the deed needs of whoever asks for it, None for
    what its command says.
    """

    answer: Answer
    changes: tuple[Change, ...] = ()
    rules: tuple[RuleChange, ...] = ()
    released: int = 0
    as_split: bool = False
    decisions: tuple[Decision, ...] = ()
    episodes: tuple[MarkEpisode, ...] = ()
    quiet: tuple[QuietChange, ...] = ()
    digests: tuple[DigestChange, ...] = ()
    tests: tuple[Delivery, ...] = ()
    form: Form | None = None
    settings: tuple[SetPreference, ...] = ()
    roles: tuple[SetRole, ...] = ()
    needs: Need | None = None
    links: tuple[LinkChange, ...] = ()
    forgets: bool = False
    programmes: tuple[SwitchProgramme, ...] = ()


Result = Plan | Deed | Understood | Unclear | Declined
"""A command becomes a plan or a deed; a sentence what it was understood as."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The desk at which one call is read. `language` is the one that the answer will be written in.

    `showing` is where the channel wants to see answers, None where it has not said.
    """

    call: Call
    names: Names
    rates: Rates
    now: Instant
    table: CommandTable[Desk, Result]
    language: Language = "en"
    last_plan: Plan | None = None
    sets: Mapping[str, CompanySet] = field(default_factory=dict)
    showing: Showing | None = None
    workspace: str = ""
    rules: Rules | None = None
    facts: Facts | None = None
    outbox: Outbox | None = None
    quarantine: Quarantine | None = None
    condition: Condition | None = None
    episodes: Episodes | None = None
    quietings: Quietings | None = None
    digests: Digests | None = None
    audit: Audit | None = None
    preferences: Preferences = field(default_factory=Preferences)
    roles: Roles | None = None
    links: Links | None = None
    programmes: Programmes | None = None
    readers: dict[int, Reader] = field(default_factory=dict)
    identify: Identify = nobody

    @property
    def reader(self) -> Reader:
        """Returns what understands sentences with these names, built at its first use."""
        found = self.readers.get(id(self.names))
        if found is None:
            found = self.readers[id(self.names)] = Reader(self.names)
        return found

    @property
    def default_set(self) -> tuple[str, ...]:
        """Returns the companies of the channel's default set, none where it has no default."""
        return next((s.companies for s in self.sets.values() if s.is_default), ())

    @property
    def today(self) -> Day:
        """Returns the present day in UTC."""
        return self.now.day_in("UTC")
