"""The app's manifest, made from the command table: what Slack must know to create the app, each scope with its reason.

docs.slack.dev/reference/app-manifest; printed as YAML, because that may carry the reasons beside the scopes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from adapters.slack.installing import REDIRECT_PATH
from adapters.slack.web import EVENTS_PATH
from bot.schema import Command, CommandTable
from bot.text import Message
from bot.words.writer import Writer

SCOPES: Mapping[str, str] = {
    "app_mentions:read": "answers where the bot is mentioned (app_mention)",
    "assistant:write": "first questions offered in the agent conversation (assistant.threads.setSuggestedPrompts)",
    "channels:history": "looks an alert up before it is sent a second time (conversations.history)",
    "chat:write": "answers in threads, in direct messages and shared to channels (chat.postMessage)",
    "commands": "the slash commands and the shortcut Explain this number",
    "files:write": "charts as pictures where a message cannot hold them (files.getUploadURLExternal)",
    "groups:history": "looks an alert up in private channels (conversations.history)",
    "im:history": "questions in the direct conversation (message.im)",
    "users:read": "who runs the workspace may change roles, links and who may edit (users.info)",
}
"""Each scope with the feature that needs it. What is read of channels is the bot's own alerts."""

EVENTS: Mapping[str, str] = {
    "app_home_opened": "fills the home tab; opens the agent conversation",
    "app_mention": "a question in a channel",
    "app_uninstalled": "deletes everything of the workspace",
    "team_access_revoked": "deletes everything of a workspace that its organisation takes the app from",
    "message.im": "a question in the direct conversation",
    "tokens_revoked": "deletes everything of the workspace",
}

EXPLAIN = "explain"
"""The callback of the message shortcut."""

MOST_COMMAND_WORDS = 100
LONGEST_DESCRIPTION = 2_000
SHORTCUT_NAME = 24
MOST_PROMPTS = 4


def manifest(
    table: CommandTable[Any, Any],
    writer: Writer,
    *,
    command: str = "/twinstar",
    aliases: Sequence[str] = (),
    url: str = "",
) -> dict[str, Any]:
    """Returns the manifest: with an address for HTTP, without one for Socket Mode."""
    events = f"{url.rstrip('/')}{EVENTS_PATH}" if url else ""
    request = {"request_url": events} if url else {}
    asking = [c.examples[0].removeprefix("/") for c in table.commands if c.effect == "answers"]
    redirect = {"redirect_urls": [f"{url.rstrip('/')}{REDIRECT_PATH}"]} if url else {}
    return {
        "display_information": {
            "name": "Twinstar",
            "description": writer.plain(Message("slack-description")),
            "background_color": "#1f2a44",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": "Twinstar", "always_online": True},
            "agent_view": {
                "agent_description": writer.plain(Message("slack-description")),
                "suggested_prompts": [{"title": each, "message": each} for each in asking[:MOST_PROMPTS]],
            },
            "shortcuts": [
                {
                    "name": writer.plain(Message("slack-explain"))[:SHORTCUT_NAME],
                    "type": "message",
                    "callback_id": EXPLAIN,
                    "description": writer.plain(Message("slack-explain-description")),
                }
            ],
            "slash_commands": [
                _slash(command, writer.plain(Message("slack-description")), _hint(table), url, events),
                *(_alias(table.by_name[name], writer, url, events) for name in aliases),
            ],
        },
        "oauth_config": {**redirect, "scopes": {"bot": list(SCOPES)}},
        "settings": {
            "event_subscriptions": {**request, "bot_events": list(EVENTS)},
            "interactivity": {"is_enabled": True, **request},
            "org_deploy_enabled": bool(url),
            "socket_mode_enabled": not url,
            "token_rotation_enabled": False,
        },
    }


def _hint(table: CommandTable[Any, Any]) -> str:
    """Returns the names of the commands, as many as Slack shows beside the command."""
    hint = "|".join(c.name for c in table.commands)
    while len(hint) > MOST_COMMAND_WORDS:
        hint = hint.rpartition("|")[0]
    return hint


def _alias(command: Command[Any, Any], writer: Writer, url: str, events: str) -> dict[str, Any]:
    hint = command.examples[0].partition(" ")[2]
    return _slash(f"/{command.name}", writer.plain(Message(command.summary)), hint, url, events)


def _slash(name: str, description: str, hint: str, url: str, events: str) -> dict[str, Any]:
    made: dict[str, Any] = {"command": name, "description": description[:LONGEST_DESCRIPTION]}
    made |= {"usage_hint": hint} if hint else {}
    return {**made, "should_escape": True, **({"url": events} if url else {})}


def as_yaml(made: Mapping[str, Any]) -> str:
    """Returns a manifest as YAML with the reason behind each scope and event.

    Texts are written as JSON strings, which YAML takes as they are, so that no mark in one can mean anything.
    """
    return "\n".join(_lines(made, 0)) + "\n"


def _lines(value: object, depth: int) -> Iterator[str]:
    margin = "  " * depth
    if isinstance(value, Mapping):
        for key, each in value.items():
            if isinstance(each, Mapping | list):
                yield f"{margin}{key}:"
                yield from _lines(each, depth + 1)
            else:
                yield f"{margin}{key}: {_scalar(each)}"
    elif isinstance(value, list):
        for each in value:
            if isinstance(each, Mapping):
                first, *rest = list(_lines(each, depth + 1))
                yield f"{margin}- {first.strip()}"
                yield from rest
            else:
                why = SCOPES.get(str(each)) or EVENTS.get(str(each))
                yield f"{margin}- {_scalar(each)}" + (f"  # {why}" if why else "")


def _scalar(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
