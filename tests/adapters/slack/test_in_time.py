"""Slack waits three seconds for an acknowledgement; it comes while the database stands still and pictures queue."""

from __future__ import annotations

import asyncio
import os
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest
from sqlalchemy import Engine, event

from adapters.charts.studio import Studio
from tests.adapters.slack.desk import Bot, connected, play
from tests.adapters.slack.test_many_teams import install, open_to_all
from tests.benchmarks.bench_charts import two_lines
from tests.standins.slack.doings import Doings

Open = Literal["sockets", "http", "many teams"]
LEDGER = Callable[[str, object], None]

DEADLINE = 3.0
STALL, EVERY = 2.0, 5.0
"""Seconds for which the database stands still, and from one such time to the next."""

PICTURES = 1_000
GAP = 0.05
"""Seconds between two questions."""

MOST_LAG = 0.05
"""Seconds that the loop may come late, ninety-nine times of a hundred."""


@dataclass
class Still:
    """A database that stands still while it is told to: each statement waits, none fails."""

    goes_on: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.goes_on.set()

    def wait(self, *_given: object) -> None:
        self.goes_on.wait(30)


@contextmanager
def standing_still() -> Iterator[Still]:
    still = Still()
    event.listen(Engine, "before_cursor_execute", still.wait)
    try:
        yield still
    finally:
        still.goes_on.set()
        event.remove(Engine, "before_cursor_execute", still.wait)


@asynccontextmanager
async def opened(way: Open, database: Path) -> AsyncIterator[Bot]:
    if way != "many teams":
        async with connected(database, way) as bot:
            yield bot
        return
    async with open_to_all(database) as bot:
        assert await install(bot, "T1") == 200
        yield bot


@pytest.mark.parametrize("way", ["sockets", "http", "many teams"])
def test_all_is_acknowledged_while_the_database_stands_still_and_answered_after(way: Open, database: Path) -> None:
    async def scene() -> None:
        async with opened(way, database) as bot:
            # Whoever was never heard of has a token that only the database knows.
            await bot.event(Doings(bot.slack).mention("value zhipu"))
            await bot.settled()
            with standing_still() as still:
                still.goes_on.clear()
                asked = [Doings(bot.slack, user=f"U{n}").mention("value zhipu") for n in range(60)]
                async with asyncio.timeout(20):
                    await asyncio.gather(*(bot.event(each) for each in asked))
                assert len(bot.messages) == 1
                still.goes_on.set()
                await bot.settled()
            assert len(bot.messages) == 61

    play(scene())


async def passed(seconds: float) -> None:
    over = asyncio.Event()
    asyncio.get_running_loop().call_later(seconds, over.set)
    await over.wait()


async def late(by: list[float]) -> None:
    """Notes how much later than it should the loop comes to what is due."""
    while True:
        due = time.perf_counter() + 0.01
        await passed(0.01)
        by.append(time.perf_counter() - due)


async def stalling(still: Still) -> None:
    while True:
        await passed(EVERY - STALL)
        still.goes_on.clear()
        await passed(STALL)
        still.goes_on.set()


async def drawing(studio: Studio) -> None:
    """Keeps a thousand pictures waiting."""
    queue = {asyncio.create_task(studio.draw(two_lines(), "en", "light")) for _ in range(PICTURES)}
    while True:
        await passed(GAP)
        queue = {each for each in queue if not each.done()}
        missing = min(10, PICTURES - len(queue))
        queue |= {asyncio.create_task(studio.draw(two_lines(), "en", "light")) for _ in range(missing)}


@pytest.mark.soak
@pytest.mark.parametrize(("way", "questions"), [("sockets", 1_000), ("many teams", 600)])
def test_acknowledged_in_time_with_two_seconds_of_every_five_without_a_database(
    way: Open, questions: int, database: Path, record_property: LEDGER
) -> None:
    took: list[float] = []
    lag: list[float] = []

    async def ask(bot: Bot, number: int) -> None:
        event = Doings(bot.slack, user=f"U{number}").mention("value zhipu")
        began = time.perf_counter()
        await bot.event(event)
        took.append(time.perf_counter() - began)

    async def scene() -> None:
        studio = Studio()
        async with opened(way, database) as bot:
            await bot.event(Doings(bot.slack).mention("value zhipu"))
            await bot.settled()
            with standing_still() as still:
                besides = [asyncio.create_task(each) for each in (late(lag), stalling(still), drawing(studio))]
                asking = []
                for number in range(questions):
                    asking.append(asyncio.create_task(ask(bot, number)))
                    await passed(GAP)
                await asyncio.gather(*asking)
                for each in besides:
                    each.cancel()
                await asyncio.wait(besides)
                still.goes_on.set()
                await bot.settled()
            studio.close()
            assert len(bot.messages) == questions + 1

    asyncio.run(scene())
    in_time = sum(each <= DEADLINE for each in took)
    name = f"ledger:acknowledged over {way}, the database away for 2 s of every 5, 1,000 pictures queued:"
    record_property(f"{name} in 3 s, of {questions:,}", in_time)
    record_property(f"{name} slowest, s", round(max(took), 3))
    record_property(f"{name} the loop's lag, p99 s", round(sorted(lag)[len(lag) * 99 // 100], 4))
    # A machine that others use comes late by itself, and seconds are only its own to answer for where it is free.
    free = os.getloadavg()[0] <= 2 * (os.cpu_count() or 1)
    assert in_time >= (0.9999 if free else 0.99) * questions
    assert sorted(lag)[len(lag) * 99 // 100] < (MOST_LAG if free else STALL)
