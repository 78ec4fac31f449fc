"""A clock, facts and a database that one test drives; the ticker and its stores are the real ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from decimal import Decimal

from sqlalchemy import Connection, select

from adapters.clock import StoppedClock
from adapters.ticker import Ticked, Ticker
from bot.days import AsOf, Day, Instant
from bot.delivery import Delivery
from bot.facts.measures import Measure
from bot.facts.records import Claim, Company, Source
from bot.quantities import Money
from bot.rule import DropRule, KeepRule, LevelWatch, Rule, Side, Subject
from bot.text import Name
from data import outbox_store, schema
from data.addresses import normalised
from data.database import Database
from data.rule_store import RuleStore
from data.rule_tables import AlertRow
from data.seals import SEAL
from data.tables import ClaimRow, CompanyRow, SourceRow, table
from data.watch_store import WatchStore
from tests.bot.alerts.rules import PERSON, PLACE
from tests.bot.facts_book import EURO_RATES, measure
from tests.fakes.stores import FakeFacts

COMPANIES = ("star", "moon")
RUN_RATE = "run_rate_revenue"
SUBJECT = Subject("figure", ("star",), RUN_RATE, "USD")
MEASURES: dict[str, Measure] = {RUN_RATE: measure(RUN_RATE, "money", "level", carry_days=120)}
SOURCE = Source("s", "press", "Publisher", "Title", "https://example.com/")


def company(key: str) -> Company:
    return Company(key, Name(key), Name(key), "private", "", "USD", "12-31")


def figure(
    key: str, day: str, value: int, ident: str = "", known: str = "", workspace: str = "", supersedes: str = ""
) -> Claim:
    return Claim(
        ident or f"{key}-{day}", key, RUN_RATE, Money(Decimal(value), "USD"), AsOf.of(day), "", "run_rate", None,
        "exact", "press", SOURCE, Day.of(known or day), "stated", None, supersedes, workspace,
    )  # fmt: skip


def level(ident: str, at: int, side: Side = "above", workspace: str = "w", **changes: object) -> Rule:
    watch = LevelWatch(SUBJECT, side, Decimal(at), Decimal(at))
    rule = Rule(ident, workspace, PERSON, (PLACE,), watch, Instant.of("2026-06-01T09:00Z"))
    return replace(rule, **changes)  # type: ignore[arg-type]


@dataclass
class Stage:
    """Everything one test drives; `restart` forgets all that is not in the database."""

    url: str
    clock: StoppedClock = field(default_factory=lambda: StoppedClock(Instant.of("2026-06-01T09:00Z")))
    facts: FakeFacts = field(default_factory=lambda: FakeFacts(companies=map(company, COMPANIES), measures=MEASURES))
    fails: bool = False

    def __post_init__(self) -> None:
        self.database = Database(normalised(self.url))
        self.database.write_now(_make)
        self.restart()

    def restart(self) -> None:
        """Starts anew over the same database."""
        self.database.close()
        self.database = Database(normalised(self.url))
        self.rules = RuleStore(self.database, self.clock, lambda: MEASURES)
        self.store = WatchStore(self.database, self._put)
        self.ticker = Ticker(self.store, self.facts, self.facts, EURO_RATES, self.clock)

    def _put(self, connection: Connection, deliveries: Sequence[Delivery]) -> None:
        outbox_store.put(connection, deliveries)
        if self.fails:
            raise OSError("the plug was pulled")

    def keep(self, *rules: Rule) -> None:
        for rule in rules:
            self.rules.apply(rule.workspace, [KeepRule(rule)])

    def drop(self, rule: Rule) -> None:
        self.rules.apply(rule.workspace, [DropRule(rule.id)])

    def say(self, *claims: Claim) -> None:
        for claim in claims:
            self.facts.add(claim)

    def at(self, iso: str) -> Ticked:
        """Sets the clock and takes a tick."""
        self.clock.moment = Instant.of(iso)
        return self.ticker.tick()

    def after(self, **step: float) -> Ticked:
        """Moves the clock and takes a tick."""
        self.clock.moment = Instant(self.clock.moment.at + timedelta(**step))
        return self.ticker.tick()

    def told(self, workspace: str = "w") -> list[str]:
        """Returns the keys of every alert of a workspace, as the database has them."""
        row = table(AlertRow)
        query = select(row.c.key).where(row.c.workspace == workspace).order_by(row.c.decided_at, row.c.key)
        return self.database.read_now(lambda c: list(c.scalars(query)))

    def close(self) -> None:
        self.database.close()


def keys(ticked: Ticked) -> list[str]:
    return [a.key for a in ticked.alerts]


def keep_claim(stage: Stage, claim: Claim) -> None:
    """Writes a claim of a workspace into the database, where rules are looked up by it."""
    source = {"workspace": claim.workspace, "key": "s", "kind": "press"}
    blank = {"publisher": "", "title": "", "url": "", "published_on": "", "note": ""}
    day = claim.as_of.end.date
    values = {
        "workspace": claim.workspace, "id": claim.id, "root": claim.id, "version": 1, "supersedes": "",
        "shipped": False, "company": claim.company, "measure": claim.measure, "value": 1, "low": None, "high": None,
        "day": None, "unit": "USD", "as_of": day.isoformat(), "as_of_start": day, "as_of_end": day,
        "as_of_precision": "day", "scope": "", "basis": "", "audited": None, "qualifier": "exact",
        "stated_by": "press", "source": "s", "known_at": day, "known_at_basis": "stated", "retrieved_at": None,
        "note": "",
    }  # fmt: skip

    def write(connection: Connection) -> None:
        connection.execute(table(SourceRow).insert(), [{**source, **blank}])
        connection.execute(table(ClaimRow).insert(), [values])

    stage.database.write_now(write)


def _make(connection: Connection) -> None:
    schema.create_all(connection)
    rows: Iterable[dict[str, str]] = (
        {c.name: (key if c.name in ("key", "name") else "") for c in table(CompanyRow).c if c.name != SEAL}
        for key in COMPANIES
    )
    connection.execute(table(CompanyRow).insert(), list(rows))
