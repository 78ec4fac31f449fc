"""One interaction from its acknowledgement to its last message."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import discord

from adapters.discord.calls import language_of, person_of, place_of
from adapters.discord.limits import COMPONENTS_V2
from adapters.discord.pictures import Picture
from adapters.discord.render import DiscordMessage, Step
from adapters.discord.sending import GONE, Post, created, edited

log = logging.getLogger(__name__)


class InteractionTurn:
    """Knows what Discord already shows for an interaction, and so how the next message has to be put there.

    Discord decides when it is acknowledged who sees the first message, and lets nothing change that: where the answer
    turns out to be for other eyes, the acknowledgement is taken away and the answer follows as a message of its own.
    """

    def __init__(self, interaction: discord.Interaction) -> None:
        self.interaction = interaction
        self.place = place_of(interaction)
        self.person = person_of(interaction.user, self.place)
        self.locale = language_of(interaction.locale)
        self._private = False
        self._waiting = False

    @property
    def alone(self) -> bool:
        """Decides whether only the asker and the bot are there, so that nothing need be hidden."""
        return self.interaction.guild_id is None and not self.interaction.context.private_channel

    @property
    def _under(self) -> discord.Message | None:
        """The message that a pressed button stands under."""
        return self.interaction.message if self.interaction.type is discord.InteractionType.component else None

    @property
    def richest(self) -> Step:
        """Returns the richest form possible: a message that began without layout is not edited into one with it."""
        under = self._under
        return "layout" if under is None or under.flags.value & COMPONENTS_V2 else "embed"

    async def acknowledged(self, private: bool) -> bool:
        """Acknowledges within Discord's three seconds, and returns whether Discord still knew the interaction."""
        self._private = private
        try:
            await self.interaction.response.defer(ephemeral=private)
        except discord.HTTPException as error:
            level = logging.INFO if error.code in GONE else logging.ERROR
            log.log(level, "interaction %d not acknowledged: %s %s", self.interaction.id, error.status, error.code)
            return False
        self._waiting = True
        return True

    def poster(self, private: bool, anew: bool) -> Post:
        """Returns what posts the messages of an answer; `anew` leaves the message under the button as it is."""

        async def post(rendered: DiscordMessage, pictures: Sequence[Picture], number: int) -> str:
            if number == 0 and await self._in_place(rendered, private, anew):
                return str((await self.interaction.edit_original_response(**edited(rendered, pictures))).id)
            body = created(rendered, pictures)
            return str((await self.interaction.followup.send(**body, ephemeral=private, wait=True)).id)

        return post

    async def _in_place(self, rendered: DiscordMessage, private: bool, anew: bool) -> bool:
        under = self._under
        if under is not None:
            # Discord lets no message give up its layout again.
            keeps_form = bool(under.flags.value & COMPONENTS_V2) == bool(rendered.body.get("flags", 0) & COMPONENTS_V2)
            return keeps_form and not anew and (under.flags.ephemeral or not private)
        if self._waiting and private != self._private:
            self._waiting = False
            await self.interaction.delete_original_response()
        return self._waiting
