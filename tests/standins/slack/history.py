"""Reading a conversation back: conversations.history and conversations.replies, by pages, with metadata when asked.

docs.slack.dev/reference/methods/conversations.history: newest first, replies in threads left out, metadata only with
include_all_metadata. Replies come oldest first and begin with the message they answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.standins.slack.channels import channel_of
from tests.standins.slack.refusal import RefusedError
from tests.standins.slack.world import Message, Team, World

Arguments = dict[str, Any]

_CURSOR = "before:"


def conversations_history(world: World, team: Team, arguments: Arguments) -> Arguments:
    channel = _readable(team, arguments)
    found = [m for m in world.messages if _stands_in(m, team, channel) and m.thread in ("", m.ts)]
    return _page(world, _within(found, arguments)[::-1], arguments)


def conversations_replies(world: World, team: Team, arguments: Arguments) -> Arguments:
    channel, parent = _readable(team, arguments), str(arguments.get("ts") or "")
    found = [m for m in world.messages if _stands_in(m, team, channel) and parent in (m.ts, m.thread)]
    if not found:
        raise RefusedError("thread_not_found")
    return _page(world, _within(found, arguments), arguments)


def _readable(team: Team, arguments: Arguments) -> str:
    channel = channel_of(team, arguments, archived=True)
    needed = {"D": "im:history", "G": "groups:history"}.get(channel[:1], "channels:history")
    if needed not in team.scopes:
        raise RefusedError("missing_scope", needed=needed)
    return channel


def _stands_in(message: Message, team: Team, channel: str) -> bool:
    return (message.team, message.channel) == (team.id, channel) and not message.deleted and not message.only_for


def _within(messages: Sequence[Message], arguments: Arguments) -> list[Message]:
    """Returns the messages between `oldest` and `latest`, by timestamp, the ends themselves when `inclusive`."""
    oldest, latest = float(arguments.get("oldest") or 0), float(arguments.get("latest") or "inf")
    ends = _true(arguments.get("inclusive"))
    ordered = sorted(messages, key=lambda m: float(m.ts))
    return [m for m in ordered if oldest < float(m.ts) < latest or (ends and float(m.ts) in (oldest, latest))]


def _page(world: World, messages: list[Message], arguments: Arguments) -> Arguments:
    allowed = world.rates.history
    limit = min(int(arguments.get("limit") or allowed.default_messages), allowed.most_messages)
    start = 0
    if cursor := str(arguments.get("cursor") or ""):
        places = [place for place, m in enumerate(messages) if _CURSOR + m.ts == cursor]
        if not places:
            raise RefusedError("invalid_cursor")
        start = places[0]
    page, rest = messages[start : start + limit], messages[start + limit :]
    metadata = _true(arguments.get("include_all_metadata"))
    more = {"response_metadata": {"next_cursor": _CURSOR + rest[0].ts}} if rest else {}
    return {"messages": [_seen(m, metadata=metadata) for m in page], "has_more": bool(rest), **more}


def _seen(message: Message, *, metadata: bool) -> Arguments:
    more: Arguments = {"thread_ts": message.thread} if message.thread else {}
    more |= {"metadata": message.metadata} if metadata and message.metadata else {}
    more |= {"edited": {"user": f"UBOT{message.team}", "ts": message.ts}} if message.edits else {}
    return {
        "type": "message",
        "subtype": "bot_message",
        "bot_id": f"B{message.team}",
        "app_id": "A1",
        "text": message.text,
        "blocks": message.blocks,
        "ts": message.ts,
        **more,
    }


def _true(value: object) -> bool:
    return value is True or str(value).lower() in ("true", "1")
