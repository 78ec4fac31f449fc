"""What can befall a call besides an answer: it never arrives, it is taken and unanswered, or it is taken late."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Literal

from bot.clock import Clock

Outcome = Literal["answered", "lost", "taken_unanswered", "taken_late"]
"""Of the three without an answer the caller sees one and the same thing: a connection that breaks."""


class Outcomes:
    """The outcomes that a test has laid down for the next calls, and the calls that are still to be taken."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._next: dict[str, list[tuple[Outcome, timedelta]]] = defaultdict(list)
        self._waiting: list[tuple[datetime, Callable[[], object]]] = []

    def lose(self, method: str, times: int = 1) -> None:
        """Makes the next calls of a method break off before Slack has taken anything."""
        self._next[method] += [("lost", timedelta())] * times

    def take_and_drop(self, method: str, times: int = 1) -> None:
        """Makes the next calls of a method take effect, and break off before the answer."""
        self._next[method] += [("taken_unanswered", timedelta())] * times

    def take_late(self, method: str, seconds: float, times: int = 1) -> None:
        """Makes the next calls of a method break off, and take effect when the clock has gone on by some seconds."""
        self._next[method] += [("taken_late", timedelta(seconds=seconds))] * times

    def of(self, method: str) -> tuple[Outcome, timedelta]:
        """Returns what befalls this call, and the time it is late by."""
        laid_down = self._next[method]
        return laid_down.pop(0) if laid_down else ("answered", timedelta())

    def postpone(self, by: timedelta, effect: Callable[[], object]) -> None:
        """Keeps an effect until the clock has gone on."""
        self._waiting.append((self._clock.now().at + by, effect))

    def catch_up(self) -> None:
        """Brings about every effect whose time has come, the earliest first."""
        now = self._clock.now().at
        due = sorted((each for each in self._waiting if each[0] <= now), key=lambda each: each[0])
        self._waiting = [each for each in self._waiting if each[0] > now]
        for _, effect in due:
            effect()
