"""Joining a server on Discord: welcomed once, where newcomers are greeted, else its owner; nothing else is posted."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace

import pytest

from adapters.bootstrap import House
from adapters.clock import StoppedClock
from adapters.discord.client import TwinstarClient
from adapters.discord.wiring import Wiring
from bot.call import Person, Place
from bot.text import Language
from tests.adapters.discord.gateways import one_server, play
from tests.adapters.discord.houses import wired
from tests.standins.discord.payloads import Guild
from tests.standins.discord.server import Discord

Opened = tuple[House, StoppedClock]


def listening(wiring: Wiring) -> tuple[Wiring, threading.Semaphore]:
    """Returns a wiring that says when it has welcomed or forgotten somebody."""
    told = threading.Semaphore(0)

    def forget(team: str) -> None:
        wiring.forget(team)
        told.release()

    def welcome(team: Place, where: Place, by: Person, language: Language) -> None:
        wiring.welcome(team, where, by, language)
        told.release()

    return replace(wiring, welcome=welcome, forget=forget), told


async def join(discord: Discord, guild: Guild, told: threading.Semaphore) -> None:
    # Of a server that was there before Discord says whether it is available; a new one it only describes.
    payload = {key: value for key, value in guild.payload(discord.me).items() if key != "unavailable"}
    await discord.gateway.dispatch("GUILD_CREATE", payload, guild.id)
    assert await asyncio.to_thread(told.acquire, timeout=20)


@pytest.mark.parametrize("greets", [True, False])
def test_a_new_server_is_welcomed_where_it_greets_newcomers_or_with_its_owner_and_anew_after_it_left(
    opened: Opened, greets: bool
) -> None:
    house = opened[0]
    wiring, told = listening(wired(house))

    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        owner = discord.user("olga")
        guild = discord.guild("new")
        guild.owner, guild.system = owner.id, guild.channels[0] if greets else None
        await join(discord, guild, told)
        (welcome,) = house.outbox.claim("discord", "me", 9)
        if greets:
            assert welcome.destination == Place("discord", str(guild.id), str(guild.channels[0].id))
        else:
            assert welcome.destination.team == ""
            assert int(welcome.destination.channel) in discord.channels
        await discord.gateway.dispatch("GUILD_DELETE", {"id": str(guild.id)}, guild.id)
        assert await asyncio.to_thread(told.acquire, timeout=20)
        await join(discord, guild, told)
        (again,) = house.outbox.claim("discord", "another", 9)
        assert again.alert == welcome.alert
        assert not [m for m in discord.messages.values() if m.author is discord.me]

    play(wiring, scenario, one_server)


def test_a_server_that_was_there_before_is_not_welcomed_when_the_bot_connects(opened: Opened) -> None:
    house = opened[0]

    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        await discord.gateway.flushed()
        assert not house.outbox.claim("discord", "me", 9)

    play(wired(house), scenario, one_server)
