"""A terminal as a chat that alerts are delivered to: they appear as they come, and scroll away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TextIO

from rich.console import Console

from adapters.console.render import WIDTH, render
from bot.delivery import Delivery, UnansweredError, UntoldError
from bot.text import Language
from bot.words.writer import Writer


class ConsoleChat:
    """Prints deliveries, each once for as long as the process lives; nothing tells later what a terminal has shown.

    An edit cannot take the place of what was printed, so it is printed beneath.
    """

    remembers = timedelta(0)
    settles = timedelta(0)

    def __init__(self, out: TextIO, writer_of: Callable[[Language], Writer]) -> None:
        self._writer_of = writer_of
        self._console = Console(file=out, width=WIDTH, highlight=False, markup=False, emoji=False)
        self._printed: set[str] = set()

    async def turn(self, delivery: Delivery) -> None:
        """Returns at once: a terminal has no limits."""

    async def post(self, delivery: Delivery, standing: Mapping[int, str]) -> str:
        """Prints what has not been printed and returns its key."""
        if 0 not in standing and delivery.key not in self._printed:
            try:
                for piece in render(delivery.document, self._writer_of(delivery.language)):
                    self._console.print(piece, crop=False)
                self._console.print()
                self._console.file.flush()
            except OSError as fault:
                raise UnansweredError(type(fault).__name__) from None
            self._printed.add(delivery.key)
        return delivery.key

    async def find(self, delivery: Delivery) -> Mapping[int, str]:
        """Returns the delivery where this process printed it."""
        if delivery.key in self._printed:
            return {0: delivery.key}
        raise UntoldError("what was printed before this process began is not known")
