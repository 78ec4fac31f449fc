"""What recurs: a few jobs on APScheduler, which is the ticker alone; what is due each of them finds out for itself."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC

from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = logging.getLogger(__name__)

# It warns each time a job is not started because it still runs, which for a long refresh is how it should be.
logging.getLogger("apscheduler").setLevel(logging.ERROR)


DEFAULTS: Mapping[str, object] = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
"""A turn that comes late is taken all the same: by its own default the library drops it after one second."""


@dataclass(frozen=True, slots=True)
class Job:
    """Something to be done again and again, so many seconds apart, never twice at the same time.

    Its work returns None where there was nothing to do. `sooner`, asked after each turn, says in how many seconds it
    has to be done before its next one, None where that is soon enough.
    """

    name: str
    seconds: float
    work: Callable[[], Awaitable[object]]
    sooner: Callable[[], float | None] = lambda: None


class Timing:
    """Runs jobs. One that breaks is logged once and tried again at its next turn, and logged once more when it works.

    `done` hears of each job that did something.
    """

    def __init__(self, jobs: Sequence[Job], done: Callable[[str], None]) -> None:
        self._jobs, self._done = tuple(jobs), done
        self._broken: set[str] = set()
        self._under_way: set[asyncio.Task[None]] = set()
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._ending = False

    @property
    def broken(self) -> frozenset[str]:
        """Returns the jobs whose last turn did not work."""
        return frozenset(self._broken)

    async def run(self, stop: asyncio.Event) -> None:
        """Runs the jobs, each at once and then in turn, until told to stop; what is under way is finished first."""
        scheduler = AsyncIOScheduler(jobstores={"default": MemoryJobStore()}, timezone=UTC, job_defaults=dict(DEFAULTS))
        for job in self._jobs:
            scheduler.add_job(self._turn, "interval", args=(job,), seconds=job.seconds, id=job.name)
        scheduler.start()
        self._ending = False
        try:
            await asyncio.gather(*(self._turn(job) for job in self._jobs))
            await stop.wait()
        finally:
            scheduler.pause()
            self._ending = True
            for timer in self._timers.values():
                timer.cancel()
            if self._under_way:
                await asyncio.wait(self._under_way)
            # It would cancel what it had started.
            scheduler.shutdown(wait=False)

    async def _turn(self, job: Job) -> None:
        task = self._begun(job)
        if task is not None:
            await asyncio.shield(task)

    def _begun(self, job: Job) -> asyncio.Task[None] | None:
        if any(task.get_name() == job.name for task in self._under_way):
            return None
        task = asyncio.create_task(self._worked(job), name=job.name)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        return task

    async def _worked(self, job: Job) -> None:
        try:
            if await job.work() is not None:
                self._done(job.name)
            self._wake(job, job.sooner())
        except Exception:
            if job.name not in self._broken:
                self._broken.add(job.name)
                log.exception("%s broke and is tried again in %s seconds", job.name, f"{job.seconds:g}")
        else:
            if job.name in self._broken:
                self._broken.discard(job.name)
                log.warning("%s works again", job.name)

    def _wake(self, job: Job, seconds: float | None) -> None:
        """Sets the one timer of a job: all that waits stands in the database, and only the next of it is known here."""
        before = self._timers.pop(job.name, None)
        if before is not None:
            before.cancel()
        if seconds is not None and seconds < job.seconds and not self._ending:
            self._timers[job.name] = asyncio.get_running_loop().call_later(max(0.0, seconds), self._begun, job)
