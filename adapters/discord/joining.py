"""Where a server that the bot has just joined is welcomed: where Discord greets newcomers, else with its owner."""

from __future__ import annotations

import asyncio
import logging

import discord

from adapters.discord.calls import PLATFORM, language_of
from adapters.discord.wiring import Wiring
from bot.call import Person, Place

log = logging.getLogger(__name__)


async def joined(guild: discord.Guild, client: discord.Client, wiring: Wiring) -> None:
    """Welcomes a server once: in its system channel where the bot may write and is used, else its owner directly."""
    owner = Person(PLATFORM, str(guild.id), str(guild.owner_id or 0))
    where = _channel(guild, wiring) or await _direct(guild, client)
    if where is None:
        return
    language = language_of(guild.preferred_locale) or "en"
    await asyncio.to_thread(wiring.welcome, Place(PLATFORM, str(guild.id), ""), where, owner, language)


def _channel(guild: discord.Guild, wiring: Wiring) -> Place | None:
    channel = guild.system_channel
    if channel is None or (wiring.channels and channel.id not in wiring.channels):
        return None
    allowed = channel.permissions_for(guild.me)
    may = allowed.view_channel and allowed.send_messages
    return Place(PLATFORM, str(guild.id), str(channel.id)) if may else None


async def _direct(guild: discord.Guild, client: discord.Client) -> Place | None:
    try:
        channel = await client.create_dm(discord.Object(guild.owner_id or 0))
    except discord.HTTPException as error:
        log.info("nobody was welcomed: %s %s", error.status, error.code)
        return None
    return Place(PLATFORM, "", str(channel.id))
