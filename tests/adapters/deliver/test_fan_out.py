"""Fan-outs over HTTP with all that is real, to platforms that hold to their limits: as fast as those let us, no 429.

`make test` tells some hundred channels, `make soak` ten thousand at real speed, in eight phases of Discord's clock and
with as many jitters. All phases and jitters at that volume are in simulated time too (test_limits.py).
"""

from __future__ import annotations

import asyncio
import os
import statistics
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fan_out.platforms import Network
from tests.fan_out.telling import answers, chats, p99, platforms, play, to_discord, to_slack, told

LEDGER = Callable[[str, object], None]


def test_some_hundred_are_told_on_both_without_a_refusal_and_nobody_waits_behind_them(tmp_path: Path) -> None:
    async def scene() -> None:
        network = Network(channels=260, teams=4, phase=0.37)
        async with platforms(network) as where, chats(where) as both:
            idle = await answers(where, both.posting, 20)
            alone = [(0.8 * n, to_discord(where, 1, f"small{n}", 240 + n)[0]) for n in range(5)]
            on_discord = told("discord", both.discord, to_discord(where, 235), alone, where, tmp_path)
            many = [each for team in (1, 2, 3) for each in to_slack(team, 30)]
            late = [(0.8 * n, each) for n, each in enumerate(to_slack(4, 4))]
            on_slack = told("slack", both.slack, many, late, where, tmp_path)
            telling = asyncio.gather(on_discord, on_slack)
            busy = await answers(where, both.posting, 20)
            in_line = await answers(where, both.posting, 2, path="/users/@me")
            discord, slack = await telling
        assert (discord.arrived, discord.refused) == (240, 0)
        assert (slack.arrived, slack.refused) == (94, 0)
        # The least there is, a start, and what is left to a machine that does other things too.
        assert discord.seconds <= 2 * (discord.floor + 2)
        assert slack.seconds <= 2 * (slack.floor + 2)
        # A window at most, where their own workspace's last alert waited for all of them.
        assert max(discord.waits) <= 2.5
        assert max(slack.waits) <= 2.5
        # What people asked for goes past the line, in which even discord.py's own requests stand.
        assert p99(busy) < max(in_line)
        assert statistics.median(busy) <= 2 * statistics.median(idle) + 0.1

    play(scene)


def test_a_sender_without_a_limiter_is_refused(tmp_path: Path) -> None:
    async def scene() -> None:
        network = Network(channels=120)
        async with platforms(network) as where, chats(where, limited=False) as both:
            discord = await told("discord", both.discord, to_discord(where, 120), [], where, tmp_path, enough=40)
            slack = await told("slack", both.slack, to_slack(1, 60), [], where, tmp_path, enough=15)
        assert discord.refused > 0
        assert slack.refused > 0

    play(scene)


def enough() -> float:
    """Returns the goal, and less on a machine that others use: it answers less evenly, and more is left for that."""
    return 0.97 if os.getloadavg()[0] <= (os.cpu_count() or 1) else 0.9


@pytest.mark.soak
@pytest.mark.parametrize(
    ("phase", "jitter"),
    [(0.0, 0.0), (0.37, 0.04), (0.71, 0.08), (0.12, 0.06), (0.25, 0.02), (0.5, 0.08), (0.62, 0.01), (0.87, 0.05)],
)
def test_ten_thousand_on_discord_at_real_speed(
    phase: float, jitter: float, tmp_path: Path, record_property: LEDGER
) -> None:
    async def scene() -> None:
        network = Network(channels=10_100, phase=phase, jitter=jitter)
        async with platforms(network) as where, chats(where) as both:
            idle = await answers(where, both.posting, 300)
            alone = [(1.5 + 1.9 * n, to_discord(where, 1, f"small{n}", 9_900 + n)[0]) for n in range(100)]
            telling = told("discord", both.discord, to_discord(where, 9_900), alone, where, tmp_path)
            running = asyncio.create_task(telling)
            busy = await answers(where, both.posting, 300)
            discord = await running
            margin = both.posting.limits.everywhere.margin
        name = f"ledger:10,000 on Discord over HTTP, phase {phase:g}, {jitter * 1000:g} ms:"
        record_property(f"{name} part of the floor", round(discord.of_the_floor, 4))
        record_property(f"{name} margin in the end, of the measured jitter", round(margin, 4))
        record_property(f"{name} refused", discord.refused)
        record_property(f"{name} wait of one alert of another workspace, p99 s", round(p99(discord.waits), 2))
        record_property(f"{name} answers p99, idle and during, ms", f"{p99(idle) * 1e3:.0f} {p99(busy) * 1e3:.0f}")
        assert (discord.arrived, discord.refused) == (10_000, 0)
        assert discord.of_the_floor >= enough()
        assert p99(discord.waits) <= 1.0
        assert p99(busy) <= 1.5 * p99(idle) + 0.1

    play(scene)


@pytest.mark.soak
@pytest.mark.parametrize(("phase", "jitter"), [(0.0, 0.0), (0.5, 0.08), (0.25, 0.04)])
def test_ten_thousand_on_slack_at_real_speed(
    phase: float, jitter: float, tmp_path: Path, record_property: LEDGER
) -> None:
    async def scene() -> None:
        network = Network(channels=1_000, teams=11, phase=phase, jitter=jitter)
        async with platforms(network) as where, chats(where) as both:
            many = [each for team in range(1, 11) for each in to_slack(team, 1_000)]
            alone = [(1.5 + 1.9 * n, each) for n, each in enumerate(to_slack(11, 90))]
            slack = await told("slack", both.slack, many, alone, where, tmp_path)
        name = f"ledger:10,000 on Slack over HTTP in ten teams, {jitter * 1000:g} ms:"
        record_property(f"{name} part of the floor", round(slack.of_the_floor, 4))
        record_property(f"{name} refused", slack.refused)
        record_property(f"{name} wait of one alert of another team, p99 s", round(p99(slack.waits), 2))
        assert (slack.arrived, slack.refused) == (10_090, 0)
        assert slack.of_the_floor >= enough()
        assert p99(slack.waits) <= 1.0

    play(scene)
