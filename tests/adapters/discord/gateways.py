"""The real client connected to the stand-in, and scenarios played on it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from adapters.discord.client import TwinstarClient
from adapters.discord.start import point_at
from adapters.discord.wiring import Wiring
from tests.adapters.discord.houses import words
from tests.standins.discord.payloads import Asked, Channel, Posted, User
from tests.standins.discord.server import TOKEN, Discord

Scenario = Callable[[Discord, TwinstarClient], Awaitable[None]]


class PromptClient(TwinstarClient):
    """The client without the five seconds that Discord wants between two identifications."""

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Waits for nothing."""


@asynccontextmanager
async def connected(discord: Discord, wiring: Wiring, api: str, gateway: str) -> AsyncIterator[TwinstarClient]:
    point_at(api, gateway)
    client = PromptClient(wiring, gateway=gateway, guild_ready_timeout=0)
    async with client:
        running = asyncio.create_task(client.start(TOKEN))
        ready = asyncio.create_task(client.wait_until_ready())
        await asyncio.wait({running, ready}, return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            running.result()
        await ready
        yield client
        await discord.gateway.flushed()
        await client.drained(10)
        await client.close()
        await running


def play(wiring: Wiring, scenario: Scenario, discord: Callable[[], Discord] = Discord) -> None:
    """Plays a scenario; whatever Discord refused fails it, unless the scenario took it off the list."""

    async def run() -> None:
        here = discord()
        async with here.running() as (api, gateway):
            async with connected(here, wiring, api, gateway) as client:
                await scenario(here, client)
            assert here.refused == []

    asyncio.run(run())


def place(discord: Discord) -> tuple[User, Channel]:
    """Returns somebody and a channel of a new server, which the bot learns of when it connects anew."""
    guild = discord.guilds[0]
    return discord.user("alice"), guild.channels[0]


def one_server() -> Discord:
    discord = Discord()
    discord.guild("one")
    return discord


def two_servers() -> Discord:
    discord = Discord(shards=2)
    discord.guild("one")
    discord.guild("two")
    return discord


def said(message: Posted) -> str:
    return words(message.body.get("components") or []) + (message.body.get("content") or "")


async def whispered(discord: Discord, asked: Asked) -> Posted:
    """Returns the message that only the asker sees, once it is the only one that is there."""
    await discord.until(lambda: [m.private_to for m in asked.shown] == [asked.user.id])
    return asked.shown[0]
