"""What the Discord adapter is handed by bootstrap, named for the need; it knows nothing of stores."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from adapters.discord.attached import Draw
from adapters.postings import Postings
from adapters.usage import Usage
from bot.call import Call, Person, Place
from bot.commands.desk import Desk, Result
from bot.commands.turn import Reply
from bot.ports import Directory, Settings, Threads
from bot.schema import CommandTable
from bot.text import Language
from bot.words.writer import Writer


@dataclass(frozen=True, slots=True)
class Wiring:
    """Everything that answering on Discord needs. Stores are synchronous and called off the event loop.

    `channels` are ids of the only channels of servers in which the bot is used; empty for all of them.
    """

    take: Callable[[Call], Reply]
    writer_of: Callable[[Language], Writer]
    directory: Directory
    settings: Settings
    threads: Threads
    postings: Postings
    usage: Usage
    table: CommandTable[Desk, Result]
    channels: frozenset[int] = frozenset()
    draw: Draw | None = None
    patience: float = 2.0
    """Seconds that a form may take before its interaction is acknowledged otherwise; Discord waits for three."""

    welcome: Callable[[Place, Place, Person, Language], None] = lambda _team, _where, _by, _language: None
    """Welcomes a server where it is to be read, unless that was ever done."""

    forget: Callable[[str], None] = lambda _team: None
    """Deletes everything that is kept for a server."""
