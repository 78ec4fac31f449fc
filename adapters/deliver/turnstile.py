"""Who goes next: the most urgent first, workspaces in turn, each when all of its gates let it."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from adapters.deliver.gates import Gate, Passage
from bot.alert import Lane

ANSWER, UNLOCK, VALUE, NOTICE = 0, 1, 2, 3
"""Ranks. Somebody waits for an answer; alerts come in the order of their lanes."""

MOST_LET = 1_000
"""Of how many that were let through it is kept that they were; many more than a process holds at once."""

RANK: Mapping[Lane, int] = {"unlock": UNLOCK, "value": VALUE, "notice": NOTICE}


@dataclass(eq=False)
class Waiter:
    """A request that wants through: of whom, how urgent, what must let it, and once it has, how."""

    owner: str
    rank: int
    gates: Sequence[Gate]
    passages: Sequence[Passage] = ()


@dataclass
class _Rank:
    """The waiters of one rank by owner; the owner at the front of `order` is next."""

    order: deque[str] = field(default_factory=deque)
    waiting: dict[str, deque[Waiter]] = field(default_factory=dict)


class Turnstile:
    """Lets waiters through one by one. Knows no clock: times are handed in."""

    def __init__(self) -> None:
        self._ranks = [_Rank() for _ in range(NOTICE + 1)]
        self._last: dict[str, int] = {}
        self._turn = 0

    def __len__(self) -> int:
        """Returns how many wait."""
        return sum(len(queue) for rank in self._ranks for queue in rank.waiting.values())

    def add(self, waiter: Waiter) -> None:
        """Lets a waiter stand in line behind those of the same rank and owner."""
        rank = self._ranks[waiter.rank]
        if waiter.owner not in rank.waiting:
            rank.waiting[waiter.owner] = deque()
            # Whoever went through longest ago, or never, is next: one that only comes now and then never waits a round.
            last = self._last.get(waiter.owner, -1)
            place = next((n for n, owner in enumerate(rank.order) if self._last.get(owner, -1) > last), len(rank.order))
            rank.order.insert(place, waiter.owner)
        rank.waiting[waiter.owner].append(waiter)

    def remove(self, waiter: Waiter) -> None:
        """Lets a waiter leave the line."""
        rank = self._ranks[waiter.rank]
        queue = rank.waiting.get(waiter.owner)
        if queue is not None and waiter in queue:
            queue.remove(waiter)
            if not queue:
                self._left(rank, waiter.owner)

    def next(self, now: float) -> Waiter | float:
        """Returns the waiter who goes now, counted at its gates, else the seconds until one may, infinite for none."""
        soonest = float("inf")
        for rank in self._ranks:
            for owner in list(rank.order):
                queue = rank.waiting[owner]
                for waiter in queue:
                    wait = max((gate.wait(now) for gate in waiter.gates), default=0.0)
                    if wait <= 0.0:
                        self._through(rank, waiter, now)
                        return waiter
                    soonest = min(soonest, wait)
        return soonest

    def _through(self, rank: _Rank, waiter: Waiter, now: float) -> None:
        waiter.passages = tuple(gate.take(now) for gate in waiter.gates)
        queue = rank.waiting[waiter.owner]
        queue.remove(waiter)
        self._turn += 1
        self._last[waiter.owner] = self._turn
        if len(self._last) > 10_000:
            del self._last[min(self._last, key=self._last.__getitem__)]
        if not queue:
            self._left(rank, waiter.owner)
        else:
            rank.order.remove(waiter.owner)
            rank.order.append(waiter.owner)

    def _left(self, rank: _Rank, owner: str) -> None:
        rank.order.remove(owner)
        del rank.waiting[owner]
