from __future__ import annotations

import asyncio
import logging

import pytest

from adapters.heartbeat import Heartbeat, beating


def test_it_beats_at_once_and_a_broken_tick_is_said_once_and_does_not_end_it(caplog: pytest.LogCaptureFixture) -> None:
    ticks: list[int] = []
    enough = asyncio.Event()

    def tick() -> None:
        ticks.append(1)
        if len(ticks) in (2, 3):
            raise OSError("no disk")

    async def scene() -> None:
        heart = Heartbeat(tick, lambda: True)
        async with asyncio.timeout(20), beating(heart, 3_600):
            assert ticks == [1]
            for _ in range(4):
                await heart.beat()
            enough.set()
            await enough.wait()

    with caplog.at_level(logging.ERROR):
        asyncio.run(scene())
    said = [r.getMessage() for r in caplog.records]
    assert said == ["the clock stands still: OSError", "the clock goes on"]


def test_who_does_not_lead_takes_no_tick() -> None:
    ticks: list[int] = []
    asyncio.run(Heartbeat(lambda: ticks.append(1), lambda: False).beat())
    assert ticks == []
