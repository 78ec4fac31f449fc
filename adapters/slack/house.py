"""What the Slack adapter is handed by bootstrap, named for the need; it knows nothing of stores."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Container
from dataclasses import dataclass
from typing import Protocol

from bot.answer import Answer, AnyChart
from bot.call import Ask, Call, Person, Place
from bot.clock import Clock
from bot.commands.turn import Reply
from bot.ports import Theme
from bot.text import Language
from bot.words.writer import Writer

Draw = Callable[[AnyChart, Language, Theme], Awaitable[bytes | None]]
"""Draws a chart as PNG without holding up the event loop, None for one that cannot be drawn."""


class Seen(Protocol):
    """Deliveries that were already taken, remembered for an hour."""

    def claim(self, platform: str, team: str, delivery: str) -> bool:
        """Returns whether a delivery is new, and remembers it; of two who ask at once only one is told yes."""
        ...


class Postings(Protocol):
    """What was shown where, so that it can be explained and shared."""

    def keep(self, reply: Reply, platform: str, channel: str, message: str) -> None:
        """Keeps what a message shows."""
        ...

    def explained(self, place: Place, person: Person, message: str) -> Answer:
        """Returns what a message rests on, or that nothing is kept about it."""
        ...

    def shown(self, place: Place, person: Person, message: str) -> Answer | None:
        """Returns what a message showed, None where that workspace has kept none such."""
        ...


@dataclass(frozen=True, slots=True)
class SlackHouse:
    """Everything that answering on Slack needs. The functions are synchronous and called off the event loop."""

    take: Callable[[Call], Reply]
    language_of: Callable[[Place, Person], Language | None]
    writer_of: Callable[[Language], Writer]
    postings: Postings
    seen: Seen
    names: Container[str]
    clock: Clock
    forget: Callable[[str], None] = lambda _team: None
    """Deletes everything of a team: its installation, and its workspace table by table."""

    refusal: Callable[[Place, Person], Answer | None] = lambda _place, _person: None
    """The answer to a call beyond what a person or a channel may ask in a minute, None within it."""

    draw: Draw | None = None
    opens_form: Callable[[Ask], bool] = lambda _ask: False
    """Whether an ask is for a form, which a window has to open for before anything is looked up."""

    patience: float = 2.0
    """Seconds a form that was sent in may take before its window is acknowledged all the same; Slack waits for 3."""

    welcome: Callable[[Place, Place, Person, Language], None] = lambda _team, _where, _by, _language: None
    """Welcomes a team where it is to be read, unless that was ever done."""
