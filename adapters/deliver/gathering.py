"""Writes gathered into one transaction: whoever asks while one runs is in the next, so a burst costs a few commits."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

Given = TypeVar("Given")
Got = TypeVar("Got")


class Gathering(Generic[Given, Got]):
    """Hands what it is given to a function of many at once, off the event loop, and everyone his own result."""

    def __init__(self, together: Callable[[Sequence[Given]], Sequence[Got]]) -> None:
        self._together = together
        self._waiting: list[tuple[Given, asyncio.Future[Got]]] = []
        self._running: asyncio.Task[None] | None = None

    async def one(self, given: Given) -> Got:
        """Returns what the function made of this; raises what it raised."""
        future: asyncio.Future[Got] = asyncio.get_running_loop().create_future()
        self._waiting.append((given, future))
        if self._running is None:
            self._running = asyncio.create_task(self._run())
        return await asyncio.shield(future)

    async def _run(self) -> None:
        try:
            while self._waiting:
                batch, self._waiting = self._waiting, []
                try:
                    found = await asyncio.to_thread(self._together, [given for given, _ in batch])
                except Exception as fault:
                    for _, future in batch:
                        if not future.done():
                            future.set_exception(fault)
                    continue
                for (_, future), each in zip(batch, found, strict=True):
                    if not future.done():
                        future.set_result(each)
        finally:
            self._running = None
