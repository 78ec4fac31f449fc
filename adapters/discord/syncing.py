"""The tree in Chinese, and sending it to Discord only when it differs from what Discord has."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import discord
from discord import app_commands
from discord.http import Route

from adapters.discord.tree import LONGEST_DESCRIPTION
from bot.text import Message
from bot.words.clipping import clipped
from bot.words.writer import Writer

log = logging.getLogger(__name__)

Client = TypeVar("Client", bound=discord.Client)


class CatalogueTranslator(app_commands.Translator):
    """Gives Discord the names and descriptions in Simplified Chinese that the catalogue and the table have."""

    def __init__(self, chinese: Writer) -> None:
        self._chinese = chinese

    async def translate(
        self, string: app_commands.locale_str, locale: discord.Locale, context: app_commands.TranslationContextTypes
    ) -> str | None:
        """Returns a text in a locale, None where it stays as it is."""
        if locale is not discord.Locale.chinese:
            return None
        if key := string.extras.get("key"):
            return clipped(self._chinese.plain(Message(key)), LONGEST_DESCRIPTION)
        if option := string.extras.get("option"):
            return self._chinese.plain(Message(f"option-name-{option.replace('_', '-')}"))
        return string.extras.get("zh") or None


async def sync_where_different(tree: app_commands.CommandTree[Client], translator: app_commands.Translator) -> bool:
    """Sends the tree to Discord if it holds anything else, and returns whether it did.

    Discord allows 200 creations of a command a day, and an update makes clients load all of them anew.
    """
    application = tree.client.application_id
    # discord.py's own fetch_commands leaves the localisations out, so that every comparison would fail.
    route = Route("GET", "/applications/{application_id}/commands", application_id=application)
    there: list[dict[str, Any]] = await tree.client.http.request(route, params={"with_localizations": "true"})
    here = [await command.get_translated_payload(tree, translator) for command in tree.get_commands()]
    if _shapes(here) == _shapes(there):
        return False
    await tree.sync()
    log.info("sent %d commands to Discord", len(here))
    return True


def _shapes(commands: Sequence[Mapping[str, Any]]) -> dict[tuple[int, str], dict[str, Any]]:
    return {(command.get("type", 1), command["name"]): _shape(command) for command in commands}


def _shape(command: Mapping[str, Any]) -> dict[str, Any]:
    permissions = command.get("default_member_permissions")
    return {
        **_words(command),
        "options": [_option(option) for option in command.get("options") or []],
        "nsfw": bool(command.get("nsfw")),
        "default_member_permissions": None if permissions is None else int(permissions),
        "contexts": sorted(command.get("contexts") or []),
        "integration_types": sorted(command.get("integration_types") or []),
    }


def _option(option: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **_words(option),
        "type": option["type"],
        "required": bool(option.get("required")),
        "autocomplete": bool(option.get("autocomplete")),
        "min_length": option.get("min_length"),
        "max_length": option.get("max_length"),
        "choices": [
            (choice["name"], choice["value"], choice.get("name_localizations") or {})
            for choice in option.get("choices") or []
        ],
    }


def _words(each: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": each["name"],
        "description": each.get("description") or "",
        "name_localizations": each.get("name_localizations") or {},
        "description_localizations": each.get("description_localizations") or {},
    }
