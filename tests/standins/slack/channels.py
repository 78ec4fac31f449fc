"""Which conversation a call names, refused as Slack refuses one that the bot may not use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.standins.slack.refusal import RefusedError
from tests.standins.slack.world import Team


def channel_of(team: Team, arguments: Mapping[str, Any], *, archived: bool = False) -> str:
    """Returns the conversation's id; one that is archived passes only where it may be read."""
    name = str(arguments.get("channel") or "")
    channel = team.channels.get(name)
    if channel is None and name.startswith(("D", "U")):
        return name
    if channel is None:
        raise RefusedError("channel_not_found")
    if channel.archived and not archived:
        raise RefusedError("is_archived")
    if not channel.bot_is_member:
        raise RefusedError("not_in_channel")
    return name
