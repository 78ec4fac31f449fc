"""Buttons and menus that work for as long as their message stands, whatever process posted it."""

from __future__ import annotations

import re
from typing import Any

import discord
from discord import ui

from adapters.discord.answering import Answering
from adapters.discord.choosing import MENU_ID

ANY = re.compile(rf"(?!{MENU_ID.pattern})(?P<id>.+)", re.DOTALL)
"""Every id is taken, so that one of an older version is answered kindly and not by "interaction failed"."""


def button_of(answering: Answering) -> type[ui.DynamicItem[ui.Button[Any]]]:
    """Returns the kind of button that discord.py makes anew from the id of whatever button was pressed."""

    class Pressed(ui.DynamicItem[ui.Button[Any]], template=ANY):
        @classmethod
        async def from_custom_id(
            cls, interaction: discord.Interaction, item: ui.Item[Any], match: re.Match[str], /
        ) -> Pressed:
            if not isinstance(item, ui.Button):
                raise TypeError(f"only buttons are ever posted, not {item.type}")
            return cls(item)

        async def callback(self, interaction: discord.Interaction) -> None:
            await answering.pressed(interaction, self.custom_id, self.item.label or "")

    return Pressed


def menu_of(answering: Answering) -> type[ui.DynamicItem[ui.Select[Any]]]:
    """Returns the kind of menu that discord.py makes anew from the id of whatever menu was used."""

    class Chosen(ui.DynamicItem[ui.Select[Any]], template=MENU_ID):
        @classmethod
        async def from_custom_id(
            cls, interaction: discord.Interaction, item: ui.Item[Any], match: re.Match[str], /
        ) -> Chosen:
            if not isinstance(item, ui.Select):
                raise TypeError(f"only menus have such an id, not {item.type}")
            return cls(item)

        async def callback(self, interaction: discord.Interaction) -> None:
            chosen = next(iter(self.item.values), "")
            label = next((option.label for option in self.item.options if option.value == chosen), "")
            await answering.pressed(interaction, chosen, label)

    return Chosen
