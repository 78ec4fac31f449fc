"""Starting and ending the Discord client."""

from __future__ import annotations

import asyncio
import logging

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from adapters.discord.client import TwinstarClient
from adapters.discord.wiring import Wiring
from bot.errors import ProblemError
from bot.text import Message, Raw

log = logging.getLogger(__name__)

DRAINED_WITHIN = 8.0
"""Seconds that answers under way get at the end, so that all of it ends within the ten that the house gives a part."""


def point_at(api: str, gateway: str) -> None:
    """Sends all of discord.py's traffic to other addresses. It has no option for it but class variables."""
    if api:
        Route.BASE = api.rstrip("/")
    if gateway:
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)


async def serve(
    wiring: Wiring,
    token: str,
    stop: asyncio.Event,
    *,
    api: str = "",
    gateway: str = "",
    trace: aiohttp.TraceConfig | None = None,
) -> None:
    """Answers on Discord until told to stop; what is under way then is answered first.

    `trace` is told of every request before it is made.

    Raises ProblemError when there is no token, Discord refuses it, or cannot be reached to begin with.
    """
    if not token:
        raise ProblemError(Message("discord-no-token"), outcome="refused")
    point_at(api, gateway)
    client = TwinstarClient(wiring, gateway=gateway, http_trace=trace)
    async with client:
        await _until(stop, client, token)


async def _until(ending: asyncio.Event, client: TwinstarClient, token: str) -> None:
    running = asyncio.create_task(client.start(token))
    told = asyncio.create_task(ending.wait())
    try:
        await asyncio.wait({running, told}, return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            running.result()
        else:
            await client.drained(DRAINED_WITHIN)
    except discord.LoginFailure:
        raise ProblemError(Message("discord-token-refused"), outcome="refused") from None
    except (discord.GatewayNotFound, aiohttp.ClientConnectionError, discord.DiscordServerError) as error:
        what = Message("discord-unreachable", {"why": Raw(type(error).__name__)})
        raise ProblemError(what, outcome="refused") from None
    finally:
        told.cancel()
        await client.close()
        if not running.done():
            running.cancel()
        await asyncio.gather(running, told, return_exceptions=True)
