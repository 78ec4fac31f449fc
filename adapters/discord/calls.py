"""Who asked what where on Discord, as the core's own records."""

from __future__ import annotations

import re

import discord

from bot.call import Person, Place
from bot.text import Language

PLATFORM = "discord"


def place_of(interaction: discord.Interaction) -> Place:
    """Returns where an interaction took place.

    Used by someone who installed the app only for themselves, it belongs to that person and to no server, whose members
    never invited it: a place without a team is the person's own workspace.
    """
    alone = interaction.is_user_integration() and not interaction.is_guild_integration()
    team = "" if interaction.guild_id is None or alone else str(interaction.guild_id)
    return _place(team, interaction.channel, interaction.channel_id or 0)


def place_of_message(message: discord.Message) -> Place:
    """Returns where a message was written."""
    return _place(str(message.guild.id) if message.guild else "", message.channel, message.channel.id)


def person_of(user: discord.abc.User, place: Place) -> Person:
    """Returns an account as the person it is in a place."""
    return Person(PLATFORM, place.team, str(user.id))


def runs(user: discord.abc.User) -> bool:
    """Decides whether somebody may manage the server in which they wrote."""
    permissions = getattr(user, "guild_permissions", None)
    return isinstance(permissions, discord.Permissions) and (permissions.manage_guild or permissions.administrator)


def language_of(locale: discord.Locale) -> Language | None:
    """Returns the language of a person's Discord where it says something: Chinese. English is the default."""
    return "zh" if locale in (discord.Locale.chinese, discord.Locale.taiwan_chinese) else None


def addressed_text(message: discord.Message, me: discord.abc.User) -> str | None:
    """Returns what a message says to the bot, None when it does not speak to it.

    In a direct message everything does; elsewhere only what names the bot in its own words, since a reply to one of its
    messages mentions it too, and "thanks!" is no question. Nothing is read of what other bots write.
    """
    if message.author.bot or message.webhook_id is not None:
        return None
    named = re.compile(rf"<@!?{me.id}>")
    if message.guild is not None and not named.search(message.content):
        return None
    return named.sub(" ", message.content).strip()


def _place(team: str, channel: object, channel_id: int) -> Place:
    if isinstance(channel, discord.Thread):
        return Place(PLATFORM, team, str(channel.parent_id), str(channel.id))
    return Place(PLATFORM, team, str(channel_id))
