"""What one process at a time does: the other stands by, takes over, and whoever lost the lead ends his work."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

import pytest

from adapters.led import led

Work = Callable[[asyncio.Event], Awaitable[None]]


class Lock:
    """One lead, had by name."""

    def __init__(self) -> None:
        self.holder = ""

    def of(self, name: str) -> Holder:
        return Holder(self, name)


class Holder:
    def __init__(self, lock: Lock, name: str) -> None:
        self._lock, self._name = lock, name

    def leads(self) -> bool:
        self._lock.holder = self._lock.holder or self._name
        return self._lock.holder == self._name


class Hands:
    """Who works now, and a wait until it is somebody."""

    def __init__(self) -> None:
        self.now: list[str] = []
        self._changed = asyncio.Condition()

    def of(self, name: str) -> Work:
        async def work(stop: asyncio.Event) -> None:
            await self._set([*self.now, name])
            try:
                await stop.wait()
            finally:
                await self._set([each for each in self.now if each != name])

        return work

    async def are(self, *names: str) -> None:
        async with asyncio.timeout(10), self._changed:
            await self._changed.wait_for(lambda: self.now == list(names))

    async def _set(self, names: list[str]) -> None:
        async with self._changed:
            self.now = names
            self._changed.notify_all()


def play(scene: Callable[[], Awaitable[None]]) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(30):
            await scene()

    asyncio.run(bounded())


def test_one_works_and_the_other_takes_over_when_it_has_gone(caplog: pytest.LogCaptureFixture) -> None:
    async def scene() -> None:
        lock, hands, stops = Lock(), Hands(), (asyncio.Event(), asyncio.Event())
        first = asyncio.create_task(led("work", lock.of("a"), hands.of("a"), stops[0], 0.01))
        await hands.are("a")
        second = asyncio.create_task(led("work", lock.of("b"), hands.of("b"), stops[1], 0.01))
        while not caplog.records:
            await asyncio.sleep(0)
        assert hands.now == ["a"]
        stops[0].set()
        await first
        lock.holder = ""
        await hands.are("b")
        stops[1].set()
        await second
        assert hands.now == []

    with caplog.at_level(logging.WARNING):
        play(scene)
    said = [record.getMessage() for record in caplog.records]
    assert said == ["work: another process does it, this one stands by", "work: this process takes over"]


def test_whoever_lost_the_lead_ends_his_work_and_stands_by() -> None:
    async def scene() -> None:
        lock, hands, stop = Lock(), Hands(), asyncio.Event()
        running = asyncio.create_task(led("work", lock.of("a"), hands.of("a"), stop, 0.01))
        await hands.are("a")
        lock.holder = "somebody else"
        await hands.are()
        lock.holder = ""
        await hands.are("a")
        stop.set()
        await running

    play(scene)


def test_what_the_work_raises_is_raised_and_work_that_ends_is_not_begun_again() -> None:
    async def scene() -> None:
        begun = []

        async def breaks(_stop: asyncio.Event) -> None:
            raise RuntimeError("broken")

        async def ends(_stop: asyncio.Event) -> None:
            begun.append("once")

        with pytest.raises(RuntimeError, match="broken"):
            await led("work", Lock().of("a"), breaks, asyncio.Event(), 0.01)
        await led("work", Lock().of("a"), ends, asyncio.Event(), 0.01)
        assert begun == ["once"]

    play(scene)
