"""Parts side by side: what one of them does, the others do not feel."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from adapters.supervising import STEADY_SECONDS, Part, Supervisor
from adapters.timing import DEFAULTS, Job, Timing
from bot.errors import ProblemError
from bot.text import Message


class Waits:
    """A clock of waits: each ends when the test says that the time has come."""

    def __init__(self) -> None:
        self.asked: list[tuple[float, asyncio.Event]] = []

    async def __call__(self, seconds: float) -> None:
        over = asyncio.Event()
        self.asked.append((seconds, over))
        await over.wait()

    async def passed(self, seconds: float) -> None:
        """Ends the waits of so many seconds that were begun, once there is one."""
        await until(lambda: any(s == seconds and not over.is_set() for s, over in self.asked))
        for asked, over in self.asked:
            if asked == seconds:
                over.set()
        await turns()


async def turns(count: int = 20) -> None:
    for _ in range(count):
        await asyncio.sleep(0)


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not true():
            await asyncio.sleep(0)


class Frail:
    """A part that can be made to die."""

    def __init__(self) -> None:
        self.starts = 0
        self.fault: BaseException | None = None
        self.dying = asyncio.Event()

    async def run(self, stop: asyncio.Event) -> None:
        self.starts += 1
        if self.fault is None:
            dying, told = asyncio.create_task(self.dying.wait()), asyncio.create_task(stop.wait())
            await asyncio.wait({dying, told}, return_when=asyncio.FIRST_COMPLETED)
            dying.cancel()
            told.cancel()
            if stop.is_set():
                return
            self.dying.clear()
            raise ConnectionError("cut off")
        raise self.fault


def play(scene: Callable[[], Coroutine[Any, Any, None]]) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(30):
            await scene()

    asyncio.run(bounded())


def test_one_that_dies_is_started_again_alone_and_told_of_once_and_once_when_back(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def scene() -> None:
        waits, stop, frail, steady = Waits(), asyncio.Event(), Frail(), Frail()
        house = Supervisor([Part("frail", frail.run), Part("steady", steady.run)], wait=waits)
        running = asyncio.create_task(house.run(stop))
        await waits.passed(STEADY_SECONDS)
        assert house.standing == {"frail": "running", "steady": "running"}
        frail.fault = ConnectionError("cut off")
        frail.dying.set()
        await waits.passed(1.0)
        for seconds in (2.0, 5.0, 15.0):
            assert house.standing == {"frail": "down", "steady": "running"}
            await waits.passed(seconds)
        frail.fault = None
        await waits.passed(60.0)
        await waits.passed(STEADY_SECONDS)
        assert house.standing == {"frail": "running", "steady": "running"}
        assert (frail.starts, steady.starts) == (6, 1)
        stop.set()
        await running

    play(scene)
    said = [(r.levelno, r.getMessage()) for r in caplog.records]
    assert said == [(logging.ERROR, "frail broke and is started again"), (logging.WARNING, "frail runs again")]


def test_told_to_stop_it_ends_within_the_time_and_cuts_off_what_does_not(caplog: pytest.LogCaptureFixture) -> None:
    cut: list[bool] = []

    async def deaf(_stop: asyncio.Event) -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            cut.append(True)
            raise

    async def scene() -> None:
        stop, good = asyncio.Event(), Frail()
        house = Supervisor([Part("deaf", deaf), Part("good", good.run)], wait=Waits())
        running = asyncio.create_task(house.run(stop, drain=0.05))
        await turns()
        stop.set()
        await running

    play(scene)
    assert cut == [True]
    assert [r.getMessage() for r in caplog.records] == ["deaf did not end within 0.05 seconds and was cut off"]


def test_only_a_vital_part_that_cannot_be_started_ends_it_all() -> None:
    async def scene() -> None:
        refused, good = Frail(), Frail()
        refused.fault = ProblemError(Message("discord-token-refused"))
        parts = [Part("discord", refused.run), Part("slack", good.run)]
        waits, stop = Waits(), asyncio.Event()
        running = asyncio.create_task(Supervisor(parts, wait=waits).run(stop))
        await waits.passed(1.0)
        await until(lambda: refused.starts == 2)
        assert not running.done()
        stop.set()
        await running
        with pytest.raises(ProblemError):
            await Supervisor(parts, vital="discord", wait=Waits()).run(asyncio.Event())

    play(scene)


def test_a_job_that_breaks_is_told_of_once_and_goes_on_at_its_next_turn(caplog: pytest.LogCaptureFixture) -> None:
    done: list[str] = []
    turns_taken = 0

    async def work() -> str | None:
        nonlocal turns_taken
        turns_taken += 1
        if turns_taken in (2, 3):
            raise OSError("no space")
        return None if turns_taken == 5 else "something"

    async def scene() -> None:
        stop = asyncio.Event()
        timing = Timing([Job("clock", 0.01, work)], done.append)
        running = asyncio.create_task(timing.run(stop))
        await until(lambda: len(done) >= 3)
        stop.set()
        await running

    play(scene)
    told = [r.getMessage() for r in caplog.records if r.name == "adapters.timing"]
    assert told == ["clock broke and is tried again in 0.01 seconds", "clock works again"]


def test_a_job_that_has_something_due_before_its_turn_is_done_then() -> None:
    done: list[str] = []
    due = iter([0.01, 0.0, None])

    async def work() -> str:
        return "something"

    def sooner() -> float | None:
        return next(due, None)

    async def scene() -> None:
        stop = asyncio.Event()
        running = asyncio.create_task(Timing([Job("clock", 3_600, work, sooner)], done.append).run(stop))
        await until(lambda: len(done) >= 3)
        stop.set()
        await running

    play(scene)
    assert done == ["clock"] * 3, "the third time nothing was due before the turn"


def test_no_timer_outlives_the_clock() -> None:
    done: list[str] = []

    async def work() -> str:
        return "something"

    def sooner() -> float | None:
        return 0.0

    async def scene() -> None:
        stop = asyncio.Event()
        running = asyncio.create_task(Timing([Job("clock", 3_600, work, sooner)], done.append).run(stop))
        await until(lambda: len(done) >= 2)
        stop.set()
        await running
        ended = len(done)
        for _ in range(5):
            await asyncio.sleep(0)
        assert len(done) == ended

    play(scene)


def test_a_turn_that_comes_late_is_taken_once_and_never_dropped() -> None:
    assert DEFAULTS == {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
