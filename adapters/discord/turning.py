"""One interaction from its acknowledgement to its last message."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import discord
from discord import ui

from adapters.discord.attached import Attached
from adapters.discord.calls import language_of, person_of, place_of
from adapters.discord.limits import COMPONENTS_V2
from adapters.discord.render import DiscordMessage, Step
from adapters.discord.sending import GONE, Post, created, edited

log = logging.getLogger(__name__)

_UNDER = frozenset({discord.InteractionType.component, discord.InteractionType.modal_submit})


class InteractionTurn:
    """Knows what Discord already shows for an interaction, and so how the next message has to be put there.

    Who sees the first message is decided when it is acknowledged, and nothing changes that: until it is there, even a
    follow-up only fills it in. So an answer that turns out to be for the asker alone follows a word that says so,
    which is then taken away.
    """

    def __init__(self, interaction: discord.Interaction) -> None:
        self.interaction = interaction
        self.place = place_of(interaction)
        self.person = person_of(interaction.user, self.place)
        self.locale = language_of(interaction.locale)
        self.administrator = interaction.permissions.manage_guild or interaction.permissions.administrator
        self.private = False
        self._filled = False

    @property
    def alone(self) -> bool:
        """Decides whether only the asker and the bot are there, so that nothing need be hidden."""
        return self.interaction.guild_id is None and not self.interaction.context.private_channel

    @property
    def _under(self) -> discord.Message | None:
        """The message that a pressed button stands under, or that a form was opened from."""
        return self.interaction.message if self.interaction.type in _UNDER else None

    @property
    def richest(self) -> Step:
        """Returns the richest form possible: a message that began without layout is not edited into one with it."""
        under = self._under
        return "layout" if under is None or under.flags.value & COMPONENTS_V2 else "embed"

    async def acknowledged(self, private: bool) -> bool:
        """Acknowledges within Discord's three seconds, and returns whether Discord still knew the interaction."""
        self.private = private
        try:
            # What a command opened stands under no message, so that its answer is a new one.
            anew = self._under is None and self.interaction.type is discord.InteractionType.modal_submit
            await self.interaction.response.defer(ephemeral=private, thinking=anew)
        except discord.HTTPException as error:
            level = logging.INFO if error.code in GONE else logging.ERROR
            log.log(level, "interaction %d not acknowledged: %s %s", self.interaction.id, error.status, error.code)
            return False
        return True

    async def opened(self, modal: ui.Modal) -> bool:
        """Opens a form as the first response, and returns whether Discord still knew the interaction and took it."""
        try:
            await self.interaction.response.send_modal(modal)
        except discord.HTTPException as error:
            log.log(
                logging.INFO if error.code in GONE else logging.ERROR,
                "interaction %d opened no form: %s %s",
                self.interaction.id,
                error.status,
                error.code,
            )
            return False
        return True

    def poster(self, private: bool, anew: bool, meanwhile: str) -> Post:
        """Returns what posts the messages of an answer; `anew` leaves the message under the button as it is.

        `meanwhile` is what everyone sees for the moment before an answer for the asker alone.
        """

        async def post(rendered: DiscordMessage, files: Sequence[Attached], number: int) -> str:
            under = self._under
            if under is None and private and not self.private and not self._filled:
                return await self._for_the_asker(rendered, files, meanwhile)
            if number == 0 and not self._filled and self._fits_in_place(rendered, private, anew):
                shown = await self.interaction.edit_original_response(**edited(rendered, files))
                self._filled = True
                return str(shown.id)
            return await self._following(rendered, files, private)

        return post

    def _fits_in_place(self, rendered: DiscordMessage, private: bool, anew: bool) -> bool:
        under = self._under
        if under is None:
            return True
        # Discord lets no message give up its layout again.
        keeps_form = bool(under.flags.value & COMPONENTS_V2) == bool(rendered.body.get("flags", 0) & COMPONENTS_V2)
        return keeps_form and not anew and (under.flags.ephemeral or not private)

    async def _for_the_asker(self, rendered: DiscordMessage, files: Sequence[Attached], meanwhile: str) -> str:
        await self.interaction.edit_original_response(content=meanwhile)
        self._filled = True
        try:
            return await self._following(rendered, files, True)
        finally:
            await self.interaction.delete_original_response()

    async def _following(self, rendered: DiscordMessage, files: Sequence[Attached], private: bool) -> str:
        body = created(rendered, files)
        return str((await self.interaction.followup.send(**body, ephemeral=private, wait=True)).id)
