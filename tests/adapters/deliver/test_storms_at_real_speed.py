"""A storm of refusals over HTTP in real time: nothing runs hot meanwhile, and the old rate is back when it is over.

Each storm is cut short; what ten minutes of one cost in refusals is counted in told time (test_storms.py).
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest

from adapters.discord.limits_of_posting import MOST_REFUSED as ALLOWED
from tests.fan_out.platforms import DISCORD_A_SECOND, Network
from tests.fan_out.telling import asked, chats, platforms, play, to_discord, to_slack, told

LEDGER = Callable[[str, object], None]

BEFORE, STORM, GRACE, AFTER = 15.0, 45.0, 5.0, 20.0
"""Seconds: at full rate, without a single post, for getting under way again, and at full rate once more."""

BUSIEST, GOAL = 0.05, 0.97
LONGEST_HOLD = {"slack": 6.5, "discord": 13.5}
"""Seconds between two tries while all is refused, each of which is refused (adapters/deliver/gates.py, Hold).

On Discord what a window lets go at once, fifty, may be on its way as a storm begins, and fewer tries follow then.
"""

TEN_MINUTES, TRY = 600.0, 6.5
MOST_REFUSED = {"slack": 200, "discord": 100}
"""Discord bans an address for 10,000 refusals in ten minutes; Slack for none that it tells of."""


async def passed(seconds: float) -> None:
    """Returns when so much of real time has passed."""
    over = asyncio.Event()
    asyncio.get_running_loop().call_later(seconds, over.set)
    await over.wait()


def rate(arrived: list[float], since: float, until: float) -> float:
    """Returns how many came each second of a stretch, in whole windows of fifty, which Discord's come together in."""
    within = sorted(at for at in arrived if since <= at < until)
    windows = (len(within) - 1) // DISCORD_A_SECOND * DISCORD_A_SECOND
    return windows / (within[windows] - within[0])


@pytest.mark.soak
@pytest.mark.parametrize("platform", ["slack", "discord"])
def test_a_storm_costs_no_work_and_the_rate_before_it_is_back_within_seconds(
    platform: Literal["slack", "discord"], tmp_path: Path, record_property: LEDGER
) -> None:
    teams = 6 if platform == "slack" else 1

    async def scene() -> None:
        network = Network(channels=2_000 if platform == "discord" else 150, teams=teams, phase=0.37, jitter=0.04)
        async with platforms(network) as where, chats(where) as both:
            if platform == "discord":
                many, chat = to_discord(where, 2_000), both.discord
            else:
                many, chat = [each for team in range(1, teams + 1) for each in to_slack(team, 150)], both.slack
            telling = asyncio.create_task(told(platform, chat, many, [], where, tmp_path, len(many) + 1))
            await passed(BEFORE)
            began = float((await asked(f"{where.ledger}/storm/begin"))["at"])
            worked = time.process_time()
            await passed(STORM)
            busy = (time.process_time() - worked) / STORM
            counted = await asked(f"{where.ledger}/ledger")
            ended = float((await asked(f"{where.ledger}/storm/end"))["at"])
            await passed(LONGEST_HOLD[platform] + GRACE + AFTER)
            after = await asked(f"{where.ledger}/ledger")
            telling.cancel()
            await asyncio.wait({telling})
        arrived = list(after[platform]["arrived"].values())
        # Discord counts in whole seconds, and what a team of Slack saved up is gone after the first ones.
        steady = rate(arrived, began - BEFORE + GRACE, began)
        first = min(at for at in arrived if at > ended)
        again = rate(arrived, first + GRACE, first + GRACE + AFTER)
        refused = counted["storm"][platform]
        # Tries go on as they do in the end; on Slack each team has its own, on Discord all are counted.
        most = ALLOWED if platform == "discord" else MOST_REFUSED[platform]
        in_ten_minutes = max(refused / teams, min(most, refused / teams + (TEN_MINUTES - STORM) / TRY))
        name = f"ledger:storm of {STORM:g} s on {platform} over HTTP:"
        record_property(f"{name} part of one core", round(busy, 4))
        record_property(f"{name} refused", refused)
        record_property(f"{name} refused in ten minutes of it, to each token", round(in_ten_minutes))
        record_property(f"{name} seconds from its end to the first post", round(first - ended, 2))
        record_property(f"{name} rate from {GRACE:g} s after that, of the one before", round(again / steady, 4))
        record_property(f"{name} refused for being too many, all the while", after[platform]["refused"])
        assert not [at for at in arrived if began + 1 < at < ended]
        assert 1 <= in_ten_minutes < MOST_REFUSED[platform]
        assert busy < BUSIEST
        assert first - ended <= LONGEST_HOLD[platform] + 1.5
        assert again >= GOAL * steady

    play(scene)
