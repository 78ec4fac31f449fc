"""The one place where the house is wired: real or fake parts go in here, nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from platformdirs import user_data_path

from adapters.memory import MemoryReceipts, MemoryThreads
from adapters.rates import EuropeanCentralBankRates
from adapters.turns import Turns
from adapters.words import Writers
from bot.clock import Clock
from bot.commands.table import command_table
from bot.commands.turn import Conversation
from bot.ports import Receipts, Threads
from data.database import Database
from data.fact_store import FactStore
from data.opening import open_database
from data.workspace_store import ReceiptStore, SettingsStore, ThreadStore


@dataclass(frozen=True, slots=True)
class House:
    """Everything a platform's adapter is handed. `home` is the folder of a person's own files."""

    turns: Turns
    writers: Writers
    database: Database
    facts: FactStore
    home: Path
    close: Callable[[], None]


def open_house(database_url: str, clock: Clock, *, in_terminal: bool = False) -> House:
    """Returns the house over a database, which is migrated and given the shipped facts where it needs them.

    In a terminal threads and receipts last as long as the process: nothing was posted that someone could ask about
    later, and a question leaves the database as it was. Raises ProblemError when the database cannot be used.
    """
    database = open_database(database_url, clock)
    facts, settings = FactStore(database), SettingsStore(database, clock)
    threads: Threads = MemoryThreads() if in_terminal else ThreadStore(database, clock)
    receipts: Receipts = MemoryReceipts() if in_terminal else ReceiptStore(database, clock)
    conversation = Conversation(facts, facts, EuropeanCentralBankRates(), settings, threads, clock, command_table())
    turns = Turns(conversation, settings, threads, receipts, clock, version("twinstar"))
    return House(turns, Writers(), database, facts, user_data_path("twinstar"), database.close)
