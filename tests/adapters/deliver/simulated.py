"""Fan-outs in simulated time: our gates against a platform that counts by its own clock, over a network with jitter."""

from __future__ import annotations

import heapq
import random
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from adapters.deliver.gates import Gate
from adapters.deliver.turnstile import VALUE, Turnstile, Waiter


@dataclass
class FixedWindows:
    """At most so many in each second of the platform's clock, which began at some phase of ours."""

    most: int
    phase: float
    refused: int = 0
    _window: int = -1
    _used: int = 0

    def arrive(self, at: float, _channel: str) -> None:
        window = int(at - self.phase + 1_000)
        if window != self._window:
            self._window, self._used = window, 0
        self._used += 1
        self.refused += self._used > self.most


@dataclass
class SlidingWindow:
    """At most so many in any second."""

    most: int
    phase: float = 0.0
    refused: int = 0
    _taken: deque[float] = field(default_factory=deque)

    def arrive(self, at: float, _channel: str) -> None:
        while self._taken and self._taken[0] <= at - 1.0:
            self._taken.popleft()
        self.refused += len(self._taken) >= self.most
        self._taken.append(at)


@dataclass
class Tokens:
    """A bucket of tokens for the team, and one message a second in each channel."""

    burst: float = 20.0
    rate: float = 5.0
    refused: int = 0
    _left: float = 20.0
    _at: float = 0.0
    _last: dict[str, float] = field(default_factory=dict)

    def arrive(self, at: float, channel: str) -> None:
        self._left = min(self.burst, self._left + (at - self._at) * self.rate)
        self._at = at
        self.refused += self._left < 1.0 or at - self._last.get(channel, -9.0) < 1.0
        self._left, self._last[channel] = self._left - 1.0, at


Server = FixedWindows | SlidingWindow | Tokens


@dataclass
class Sent:
    """When each request of an owner went, and the whole fan-out was done."""

    went: dict[str, list[float]]
    last: float


def fan_out(
    requests: list[tuple[float, str, str]],
    gates_of: Callable[[str, str], list[Gate]],
    server: Server,
    jitter: float,
    answered: Callable[[float], None],
    seed: int = 1,
    stalls: float = 0.0,
) -> Sent:
    """Sends requests of (due, owner, channel) through a turnstile; they and their answers take up to a jitter.

    `stalls` is how many seconds our own machine stands still at most, after one request in five hundred.
    """
    chance = random.Random(seed)  # noqa: S311
    stile = Turnstile()
    waiting: dict[str, deque[tuple[float, str]]] = {}
    for due, owner, channel in sorted(requests):
        waiting.setdefault(owner, deque()).append((due, channel))
    channels: dict[Waiter, str] = {}
    arrivals: list[tuple[float, str]] = []
    answers: list[tuple[float, float]] = []
    went: dict[str, list[float]] = {}
    now = 0.0
    while waiting or len(stile):
        while answers and answers[0][0] <= now:
            answered(heapq.heappop(answers)[1])
        # As the deliverer does: no more than a hundred in line, but whoever has none in it may come at any time.
        for owner in [o for o, queue in waiting.items() if queue[0][0] <= now]:
            queue = waiting[owner]
            while queue and queue[0][0] <= now and (len(stile) < 100 or owner not in stile._ranks[VALUE].waiting):
                waiter = Waiter(owner, VALUE, gates_of(owner, queue[0][1]))
                channels[waiter] = queue.popleft()[1]
                stile.add(waiter)
            if not queue:
                del waiting[owner]
        found = stile.next(now)
        if isinstance(found, float):
            soonest = min((q[0][0] - now for q in waiting.values() if q[0][0] > now), default=found)
            now += max(min(found, soonest), 1e-4)
            continue
        there, back = chance.uniform(0, jitter), chance.uniform(0, jitter)
        leaves = max(now, *(each.not_before for each in found.passages))
        for each in found.passages:
            each.at = leaves
        heapq.heappush(arrivals, (leaves + there, channels.pop(found)))
        heapq.heappush(answers, (leaves + there + back + 0.04, there + back + 0.04))
        went.setdefault(found.owner, []).append(leaves)
        # Our own machine needs a little for each.
        now += 0.0004
        if stalls and chance.random() < 1 / 500:
            now += chance.uniform(0, stalls)
    for at, channel in sorted(arrivals):
        server.arrive(at, channel)
    return Sent(went, now)
