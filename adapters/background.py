"""Work handed on by a platform's listeners: tracked until it is done, logged when it breaks, waited for at the end."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

log = logging.getLogger(__name__)


class Background:
    """Holds the tasks that answer, each under a name of whom it is for. A task that breaks ends alone."""

    def __init__(self) -> None:
        self._running: dict[asyncio.Task[None], str] = {}

    def start(self, work: Coroutine[Any, Any, None], owner: str = "") -> None:
        """Starts work and returns at once."""
        task = asyncio.create_task(work)
        # asyncio keeps only weak references to tasks; this dictionary is what keeps them alive.
        self._running[task] = owner
        task.add_done_callback(self._done)

    async def drained(self, owner: str | None = None) -> None:
        """Waits until all work is done, that of one owner where named; work does not wait for itself."""
        here = asyncio.current_task()
        while waiting := [t for t, whose in self._running.items() if t is not here and owner in (None, whose)]:
            await asyncio.wait(waiting)

    def cancel(self) -> None:
        """Ends what still runs."""
        for task in self._running:
            task.cancel()

    def __len__(self) -> int:
        """Returns how many tasks run."""
        return len(self._running)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._running.pop(task, None)
        if not task.cancelled() and (fault := task.exception()) is not None:
            log.error("work in the background broke", exc_info=fault)
