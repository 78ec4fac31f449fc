"""The connection to Discord: what it listens to, which commands it offers, and who answers."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import discord
import yarl
from discord import app_commands

from adapters.discord.answering import Answering
from adapters.discord.buttons import button_of, menu_of
from adapters.discord.calls import language_of, person_of, place_of
from adapters.discord.joining import joined
from adapters.discord.suggesting import Suggestions
from adapters.discord.syncing import CatalogueTranslator, sync_where_different
from adapters.discord.tree import Row, commands_of
from adapters.discord.wiring import Wiring
from bot.call import Ask
from bot.schema import Option
from bot.text import Message
from bot.words.clipping import clipped

log = logging.getLogger(__name__)

_MENU_NAME = 32
"""Characters of a menu's name: discord.com/developers/docs/interactions/application-commands."""

_ABOUT_FACTS = frozenset({"company", "companies", "measure"})


def intents() -> discord.Intents:
    """Returns the events asked for: servers with their channels, and messages.

    None is privileged, so nobody has to be asked for leave, however large the bot grows; Discord then shows a message's
    text only where the bot is named or written to, which is all that is read.
    """
    return discord.Intents(guilds=True, guild_messages=True, dm_messages=True)


class Tree(app_commands.CommandTree[discord.Client]):
    """Commands in servers, in direct messages and between people, installed by a server or by one person."""

    def __init__(self, client: discord.Client) -> None:
        super().__init__(
            client,
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )
        self.answering: Answering | None = None

    async def on_error(self, interaction: discord.Interaction, error: app_commands.AppCommandError, /) -> None:
        """Answers a command that could not be read: one that is no more, options of an older form or out of range."""
        cause = error.__cause__ if isinstance(error, app_commands.CommandInvokeError) else None
        if cause is not None or self.answering is None:
            log.error("a command broke", exc_info=cause or error)
            return
        log.info("a command could not be read: %s", type(error).__name__)
        if interaction.type is discord.InteractionType.autocomplete:
            return
        unknown = isinstance(error, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch)
        await self.answering.refuse(interaction, "command-gone" if unknown else "option-unreadable")


class TwinstarClient(discord.AutoShardedClient):
    """Twinstar on Discord. Keeps no messages and no members: what is needed comes with the event or from the stores.

    `gateway` is another address of the gateway than Discord's own, used for tests and proxies.
    """

    def __init__(self, wiring: Wiring, *, gateway: str = "", **options: Any) -> None:  # noqa: ANN401
        super().__init__(
            intents=intents(),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            **options,
        )
        self._wiring = wiring
        self._gateway = yarl.URL(gateway) if gateway else None
        self._suggestions = Suggestions(wiring.directory, wiring.settings, wiring.threads)
        self.tree = Tree(self)
        self.answering: Answering | None = None

    async def setup_hook(self) -> None:
        """Puts the commands up. A Discord that will not take them is logged: those it has still work."""
        answering = self.answering = self.tree.answering = Answering(self._wiring)
        wiring = self._wiring
        self.tree.clear_commands(guild=None)
        for command in commands_of(wiring.table, wiring.writer_of, self._asked, self._typing):
            self.tree.add_command(command)
        self.tree.add_command(self._menu(answering))
        self.add_dynamic_items(button_of(answering), menu_of(answering))
        translator = CatalogueTranslator(wiring.writer_of("zh"))
        await self.tree.set_translator(translator)
        try:
            await sync_where_different(self.tree, translator)
        except (discord.HTTPException, app_commands.CommandSyncFailure) as error:
            log.error("the commands could not be sent to Discord: %s", error)

    async def on_message(self, message: discord.Message) -> None:
        """Answers a message that speaks to the bot."""
        if self.answering is not None and self.user is not None:
            await self.answering.message(message, self.user)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Welcomes a server that has added the bot."""
        await joined(guild, self, self._wiring)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Deletes everything kept for a server that the bot was taken out of; one that is only away stays known."""
        if self.answering is not None:
            await asyncio.to_thread(self._wiring.forget, str(guild.id))
            log.warning("Discord server %d removed Twinstar: everything kept for it is deleted", guild.id)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Answers a form that was sent in; commands and buttons come by ways of their own."""
        if interaction.type is discord.InteractionType.modal_submit and self.answering is not None:
            await self.answering.sent_in(interaction)

    async def launch_shard(self, gateway: yarl.URL, shard_id: int, *, initial: bool = False) -> None:
        """Connects a shard, to the gateway that was set where one was."""
        await super().launch_shard(self._gateway or gateway, shard_id, initial=initial)

    async def drained(self, seconds: float) -> None:
        """Returns when what is under way has been answered, or after so many seconds."""
        if self.answering is not None:
            try:
                await asyncio.wait_for(self.answering.drained(), seconds)
            except TimeoutError:
                log.warning("ended with answers under way")

    def _menu(self, answering: Answering) -> app_commands.ContextMenu:
        english, chinese = (self._wiring.writer_of(each).plain(Message("menu-explain")) for each in ("en", "zh"))

        async def explain(interaction: discord.Interaction, message: discord.Message) -> None:
            await answering.explain(interaction, message)

        name = app_commands.locale_str(clipped(english, _MENU_NAME), zh=clipped(chinese, _MENU_NAME))
        return app_commands.ContextMenu(name=name, callback=explain)

    async def _asked(self, interaction: discord.Interaction, row: Row, ask: Ask) -> None:
        if self.answering is not None:
            await self.answering.command(interaction, ask, private=not _about_facts(row))

    async def _typing(
        self, interaction: discord.Interaction, option: Option, current: str
    ) -> list[app_commands.Choice[str]]:
        place = place_of(interaction)
        person = person_of(interaction.user, place)
        language = language_of(interaction.locale) or "en"
        found = await asyncio.to_thread(self._suggestions.of, option.kind, current, place, person, language)
        return [app_commands.Choice(name=each.label, value=each.value) for each in found]


def _about_facts(row: Row) -> bool:
    """Decides whether a command asks of companies; the others change settings or speak of the bot itself."""
    return row.effect == "answers" and any(option.kind in _ABOUT_FACTS for option in row.options)
