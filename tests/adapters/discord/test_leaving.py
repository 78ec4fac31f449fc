"""Leaving a server on Discord: what was kept for it goes, and an outage deletes nothing."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace

from adapters.bootstrap import House
from adapters.clock import StoppedClock
from adapters.discord.client import TwinstarClient
from adapters.slack_parts import forgetting
from bot.call import Ask, Call, Person, Place
from tests.adapters.discord.gateways import one_server, play
from tests.adapters.discord.houses import wired
from tests.standins.discord.server import Discord

Opened = tuple[House, StoppedClock]


def test_a_server_that_removes_the_bot_leaves_nothing_and_one_that_is_away_everything(opened: Opened) -> None:
    house, _ = opened
    done = threading.Semaphore(0)

    def forget(team: str) -> None:
        forgetting(house, "discord")(team)
        done.release()

    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        guild = discord.guilds[0]
        team = str(guild.id)
        call = Call(Ask.of("/alert add unlock zhipu T-7"), Place("discord", team, "1"), Person("discord", team, "2"))
        assert await asyncio.to_thread(house.turns.take, call)
        await discord.gateway.dispatch("GUILD_DELETE", {"id": team, "unavailable": True}, guild.id)
        await discord.gateway.flushed()
        assert len(house.rules.of(f"discord:{team}")) == 1
        payload = {key: value for key, value in guild.payload(discord.me).items() if key != "unavailable"}
        await discord.gateway.dispatch("GUILD_CREATE", payload, guild.id)
        await discord.gateway.dispatch("GUILD_DELETE", {"id": team}, guild.id)
        assert await asyncio.to_thread(done.acquire, timeout=20)
        assert house.rules.of(f"discord:{team}") == ()

    play(replace(wired(house), forget=forget), scenario, one_server)
