"""The limiter that stands in front of a platform's library: nothing is sent before its turn, so nothing is refused."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence

from adapters.deliver.gates import Gate
from adapters.deliver.turnstile import Turnstile, Waiter
from bot.delivery import NotTakenError

LONGEST_WAIT = 15.0
"""Seconds that a delivery stands in line here; for longer it is put back, so that its lease does not run out."""


class Limiter:
    """Lets requests through in turn. Runs no task of its own: whoever waits for the shortest time wakes the others."""

    def __init__(self, steady: Callable[[], float] = time.monotonic) -> None:
        self._steady = steady
        self._turnstile = Turnstile()
        self._through: dict[Waiter, asyncio.Future[None]] = {}
        self._timer: asyncio.TimerHandle | None = None

    def __len__(self) -> int:
        """Returns how many wait."""
        return len(self._through)

    async def enter(self, owner: str, rank: int, gates: Sequence[Gate], longest: float = LONGEST_WAIT) -> Waiter:
        """Returns when it is the request's turn; raises NotTakenError where its gates are closed for longer."""
        wait = max((gate.wait(self._steady()) for gate in gates), default=0.0)
        if wait > longest:
            raise NotTakenError("rate_limited", wait)
        waiter = Waiter(owner, rank, gates)
        through = self._through[waiter] = asyncio.get_running_loop().create_future()
        self._turnstile.add(waiter)
        self._let()
        try:
            await through
        finally:
            if self._through.pop(waiter, None) is not None:
                self._turnstile.remove(waiter)
        return waiter

    async def leave(self, waiter: Waiter) -> None:
        """Returns when a request may go out whose turn it was; it counts from then on."""
        early = max((each.not_before for each in waiter.passages), default=0.0) - self._steady()
        if early > 0:
            await asyncio.sleep(early)
        now = self._steady()
        for each in waiter.passages:
            each.at = now

    def _let(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        while True:
            found = self._turnstile.next(self._steady())
            if isinstance(found, float):
                break
            through = self._through.pop(found)
            if not through.done():
                through.set_result(None)
        if found != float("inf"):
            # A second at most, because what a gate was told in between may let someone through earlier or later.
            self._timer = asyncio.get_running_loop().call_later(min(found, 1.0), self._let)
