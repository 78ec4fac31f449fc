"""Who goes ahead to find out whether a token is good, and that nobody waits for longer than that takes."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import pytest

from adapters.deliver.doors import Doors
from bot.delivery import Again, Parked, Sent, Settlement
from tests.adapters.slack.desk import SetClock
from tests.fakes.deliveries import START, delivery


@dataclass(frozen=True)
class Place:
    """As much of a chat as a door asks."""

    one_token: bool = False


@pytest.mark.parametrize(
    ("came", "follow"),
    [
        (Sent("1.0"), True),
        (Again(START, "rate_limited", answered=True), True),
        (Again(START, "unreachable", answered=False), True),
        (Parked("channel_gone", "channel"), True),
        (Parked("token_refused", "team"), False),
    ],
    ids=["taken", "rate limited", "unanswered", "channel gone", "token refused"],
)
def test_one_goes_ahead_and_the_others_follow_together_unless_the_token_is_refused(
    came: Settlement, *, follow: bool
) -> None:
    together: list[int] = []
    under_way = 0

    async def attempt() -> Settlement:
        nonlocal under_way
        under_way += 1
        together.append(under_way)
        await asyncio.sleep(0)
        under_way -= 1
        return came

    async def scene() -> None:
        doors = Doors(SetClock(START.at))
        for _ in range(2):
            many = [delivery(f"a{n}", f"C{n}") for n in range(5)]
            await asyncio.gather(*(doors.through(each, Place(), attempt) for each in many))  # type: ignore[arg-type]

    asyncio.run(scene())
    # The first alone, then all that are left at once, and those that come later wait for nobody.
    assert together == ([1, 1, 2, 3, 4, 1, 2, 3, 4, 5] if follow else [1])
