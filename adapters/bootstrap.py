"""The one place where the house is wired: real or fake parts go in here, nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy import Connection

from adapters.charts.album import Album
from adapters.console.calls import PLATFORM as TERMINAL
from adapters.digesting import Digesting
from adapters.memory import MemoryReceipts, MemoryThreads
from adapters.postings import Postings
from adapters.prices_named import vendors_of
from adapters.programming import Programming
from adapters.quarantine import KeptAside
from adapters.rates import EuropeanCentralBankRates
from adapters.settings import Settings as Configured
from adapters.standing import Standing
from adapters.ticker import Ticker
from adapters.turns import Turns
from adapters.welcoming import Welcoming
from adapters.words import Writers
from bot.clock import Clock
from bot.commands.desk import Desk, Result
from bot.commands.stores import Stores
from bot.commands.table import command_table
from bot.commands.turn import Conversation
from bot.delivery import Delivery
from bot.ports import Directory, Outbox, Questions, Receipts, Rules, Settings, Threads
from bot.schema import CommandTable
from data import outbox_store
from data.audit_store import AuditStore
from data.database import Database
from data.digest_store import DigestStore
from data.episode_store import EpisodeStore
from data.fact_store import FactStore
from data.leaving import Forgetter
from data.link_store import LinkStore
from data.market_store import MarketStore
from data.opening import open_database
from data.outbox_store import OutboxStore
from data.preference_store import PreferenceStore
from data.programme_store import ProgrammeStore
from data.question_log import QuestionLog
from data.quiet_store import QuietStore
from data.rates_store import RatesStore
from data.role_store import RoleStore
from data.rule_store import RuleStore
from data.watch_store import WatchStore
from data.workspace_store import ReceiptStore, SettingsStore, ThreadStore


@dataclass(frozen=True, slots=True)
class House:
    """Everything a platform's adapter is handed. `home` is the folder of a person's own files, `album` of pictures."""

    turns: Turns
    postings: Postings
    writers: Writers
    database: Database
    facts: FactStore
    table: CommandTable[Desk, Result]
    directory: Directory
    settings: Settings
    threads: Threads
    rules: Rules
    outbox: Outbox
    questions: Questions
    ticker: Ticker
    digesting: Digesting
    programming: Programming
    welcoming: Welcoming
    clock: Clock
    home: Path
    album: Album
    rates: EuropeanCentralBankRates
    close: Callable[[], None]


def open_house(
    database_url: str, clock: Clock, *, in_terminal: bool = False, configured: Configured | None = None
) -> House:
    """Returns the house over a database, which is migrated and given the shipped facts where it needs them.

    In a terminal threads and receipts last as long as the process: nothing was posted that someone could ask about
    later, and a question leaves the database as it was. Without `configured` it is the house of a machine on which
    nothing is set: packaged rates alone, nobody but the terminal an operator. Raises ProblemError when the database
    cannot be used.
    """
    database = open_database(database_url, clock)
    facts = FactStore(database, vendors=vendors_of(configured) if configured else ())
    settings = SettingsStore(database, clock)
    threads: Threads = MemoryThreads() if in_terminal else ThreadStore(database, clock)
    receipts: Receipts = MemoryReceipts() if in_terminal else ReceiptStore(database, clock)
    questions = QuestionLog(database, clock)
    home = home_of()
    rates = EuropeanCentralBankRates(RatesStore(database, clock) if configured else None)
    table, code = command_table(), version("twinstar")
    outbox = OutboxStore(database, clock)
    rules = RuleStore(database, clock, lambda: facts.measures)
    aside = KeptAside(MarketStore(database, clock), configured.operators if configured else "")
    condition = Standing(database, rates, clock)
    quietings, digests = QuietStore(database, clock, facts.calendar.all), DigestStore(database, clock, _put)
    episodes = EpisodeStore(database, clock, _put, quietings)
    audit, choices, roles = AuditStore(database, clock), PreferenceStore(database, clock), RoleStore(database, clock)
    programmes, links = ProgrammeStore(database, clock), LinkStore(database, clock)
    stores = Stores(
        rules,
        outbox,
        aside,
        None if in_terminal else questions,
        condition,
        episodes,
        quietings,
        digests,
        audit,
        choices,
        programmes,
        roles,
        links,
        Forgetter(database),
    )
    conversation = Conversation(facts, facts, rates, settings, threads, clock, table, stores)
    return House(
        turns=Turns(conversation, settings, threads, receipts, clock, code, stores, TERMINAL, reading=database.reading),
        postings=Postings(receipts, settings, facts, facts, rates, clock, code),
        writers=Writers(),
        database=database,
        facts=facts,
        table=table,
        directory=facts,
        settings=settings,
        threads=threads,
        rules=rules,
        outbox=outbox,
        questions=questions,
        digesting=Digesting(digests, facts, facts, rates, quietings, rules, clock),
        programming=Programming(programmes, facts, facts, rates, rules, clock),
        welcoming=Welcoming(settings, episodes, clock),
        ticker=Ticker(WatchStore(database, _put, episodes.route), facts, facts, rates, clock),
        clock=clock,
        home=home,
        album=Album(home / "pictures"),
        rates=rates,
        close=database.close,
    )


def home_of() -> Path:
    """Returns the folder of a person's own files."""
    return user_data_path("twinstar")


def _put(connection: Connection, deliveries: Sequence[Delivery]) -> None:
    """Puts into the outbox what goes to a platform; a terminal shows its alerts as they are told."""
    outbox_store.put(connection, [d for d in deliveries if d.destination.platform != TERMINAL])
