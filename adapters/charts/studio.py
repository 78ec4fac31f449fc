"""Drawing beside the event loop: one worker process draws, the loop only waits for bytes.

A thread would do the drawing too, but hold the interpreter for milliseconds at a time, and acknowledgements would wait
behind it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context

from adapters.charts.album import drawn
from bot.answer import AnyChart
from bot.ports import Picture, Theme
from bot.text import Language

log = logging.getLogger(__name__)

LONGEST = 20.0
"""Seconds after which a picture is given up: a thousand times what one takes, so only a stuck machine gets here."""


class Studio:
    """Draws charts one after another in a process of its own, which is started with the first.

    What cannot be drawn gives None and a line in the log: the answer goes out without its picture, never not at all.
    """

    def __init__(self, work: Callable[[AnyChart, Language, Theme], Picture] = drawn, longest: float = LONGEST) -> None:
        self._work, self._longest = work, longest
        self._pool: ProcessPoolExecutor | None = None

    async def draw(self, chart: AnyChart, language: Language, theme: Theme) -> Picture | None:
        """Returns the picture of a chart. A worker that died is replaced once."""
        for _ in range(2):
            pool = self._pool = self._pool or _pool()
            try:
                waiting = asyncio.get_running_loop().run_in_executor(pool, partial(self._work, chart, language, theme))
                return await asyncio.wait_for(waiting, self._longest)
            except BrokenProcessPool:
                log.warning("the process that draws has died; starting another")
                self._drop(pool)
            except asyncio.CancelledError:
                here = asyncio.current_task()
                if here is not None and here.cancelling():
                    raise
                # It waited behind one that was given up, of which the log has a line, and went with that one's worker.
                return None
            except TimeoutError:
                log.error("a picture was not drawn within %s s", self._longest)
                self._drop(pool)
                return None
            except Exception:
                log.exception("a picture could not be drawn")
                return None
        return None

    def close(self) -> None:
        """Ends the worker; a picture in the making is given up."""
        if self._pool is not None:
            self._drop(self._pool)

    def _drop(self, pool: ProcessPoolExecutor) -> None:
        pool.shutdown(wait=False, cancel_futures=True)
        if self._pool is pool:
            self._pool = None


def _pool() -> ProcessPoolExecutor:
    # A forked child would inherit the locks of our threads and the sockets of our platforms.
    return ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"))
