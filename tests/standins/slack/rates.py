"""How often a method may be called, for each team, by the set clock: what Slack answers beyond that is a 429.

docs.slack.dev/apis/web-api/rate-limits and docs.slack.dev/reference/methods/conversations.history
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Any

from bot.clock import Clock


@dataclass(frozen=True)
class HistoryClass:
    """What an app may read of a conversation: calls a minute, messages a call when it asks for none or for many."""

    calls_per_minute: int
    default_messages: int
    most_messages: int


INTERNAL = HistoryClass(calls_per_minute=50, default_messages=100, most_messages=999)
"""Apps of one's own and those of the Marketplace: tier 3."""

COMMERCIAL = HistoryClass(calls_per_minute=1, default_messages=15, most_messages=15)
"""Apps sold outside the Marketplace: new ones since 2025-05-29, earlier installs since 2026-03-03."""

READING = ("conversations.history", "conversations.replies")


class Rates:
    """Counts calls in the minute behind each, and messages in the second behind each when `posts_a_second` is set.

    Slack lets short bursts of messages through and promises nothing; a test that wants the strict reading sets it.
    `posts_a_team` is how many messages a team may be sent at once, and how many each second after, None for no end:
    there is such a limit, and Slack does not say what it is.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.history = INTERNAL
        self.posts_a_second: int | None = None
        self.posts_a_team: tuple[float, float] | None = None
        self.refused: list[tuple[str, str]] = []
        self._calls: dict[tuple[str, ...], deque[datetime]] = defaultdict(deque)
        self._left: dict[str, tuple[float, datetime]] = {}

    def seconds_to_wait(self, team: str, method: str, arguments: Mapping[str, Any]) -> int:
        """Returns the whole seconds until a call is let in, 0 when it is; one that is refused does not count."""
        wait = self._windows(team, method, arguments)
        if not wait and method == "chat.postMessage" and self.posts_a_team is not None:
            wait = self._tokens(team, *self.posts_a_team)
        if wait:
            self.refused.append((team, method))
        return wait

    def _tokens(self, team: str, burst: float, a_second: float) -> int:
        now = self._clock.now().at
        left, at = self._left.get(team, (burst, now))
        left = min(burst, left + (now - at).total_seconds() * a_second)
        taken = left >= 1.0
        self._left[team] = (left - taken, now)
        return 0 if taken else max(1, ceil((1.0 - left) / a_second))

    def _windows(self, team: str, method: str, arguments: Mapping[str, Any]) -> int:
        key: tuple[str, ...]
        if method in READING:
            key, most, span = (team, method), self.history.calls_per_minute, timedelta(minutes=1)
        elif method == "chat.postMessage" and self.posts_a_second is not None:
            channel = str(arguments.get("channel"))
            key, most, span = (team, method, channel), self.posts_a_second, timedelta(seconds=1)
        else:
            return 0
        now = self._clock.now().at
        calls = self._calls[key]
        while calls and calls[0] <= now - span:
            calls.popleft()
        if len(calls) < most:
            calls.append(now)
            return 0
        return max(1, ceil((calls[0] + span - now).total_seconds()))
