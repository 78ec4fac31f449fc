"""What a command may look at while it is read: names, rates' currencies, today, and the command table itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.alert_ports import Audit, Digests, Episodes, Programmes, Quietings
from bot.answer import Showing
from bot.call import Call
from bot.commands.deed import Deed
from bot.days import Day, Instant
from bot.facts.rates import Rates
from bot.market import Quarantine
from bot.people_ports import Links, Roles
from bot.plan import Plan
from bot.ports import CompanySet, Condition, Facts, Outbox, Rules
from bot.preferences import Preferences
from bot.questions.names import Names
from bot.questions.outcomes import Declined, Unclear, Understood
from bot.questions.provenance import Identify
from bot.questions.understanding import Reader, nobody
from bot.schema import CommandTable
from bot.text import Language

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
