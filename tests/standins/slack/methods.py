"""The Web API of the stand-in: the methods the bot uses, each refusing what Slack refuses."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tests.standins.slack.channels import channel_of
from tests.standins.slack.history import conversations_history, conversations_replies
from tests.standins.slack.metadata import metadata_of
from tests.standins.slack.refusal import RefusedError
from tests.standins.slack.validating import problems
from tests.standins.slack.views import views_open, views_publish, views_update
from tests.standins.slack.world import Message, Team, World

Arguments = dict[str, Any]
Method = Callable[[World, Team, Arguments], Arguments]


def auth_test(world: World, team: Team, _arguments: Arguments) -> Arguments:
    bot = {"user_id": team.bot_user, "bot_id": f"B{team.id}", "url": f"https://{team.id.lower()}.example/"}
    return {"team_id": team.id, "team": team.id, "user": "twinstar", **bot}


def post_message(world: World, team: Team, arguments: Arguments) -> Arguments:
    channel = channel_of(team, arguments)
    content = content_of(world, arguments)
    metadata = metadata_of(arguments)
    message = Message(channel, world.ts(), *content, str(arguments.get("thread_ts") or ""), team=team.id)
    message.metadata = metadata
    world.messages.append(message)
    said = {"text": message.text, "ts": message.ts, **({"metadata": metadata} if metadata else {})}
    return {"channel": channel, "ts": message.ts, "message": said}


def post_ephemeral(world: World, team: Team, arguments: Arguments) -> Arguments:
    channel = channel_of(team, arguments)
    if not arguments.get("user"):
        raise RefusedError("user_not_in_channel")
    content = content_of(world, arguments)
    thread, user = str(arguments.get("thread_ts") or ""), str(arguments["user"])
    message = Message(channel, world.ts(), *content, thread, only_for=user, team=team.id)
    world.messages.append(message)
    return {"message_ts": message.ts}


def update(world: World, team: Team, arguments: Arguments) -> Arguments:
    channel = channel_of(team, arguments)
    found = [m for m in world.messages if m.channel == channel and m.ts == arguments.get("ts") and not m.only_for]
    if not found:
        raise RefusedError("message_not_found")
    message = found[0]
    message.text, message.blocks = content_of(world, arguments)
    message.metadata = metadata_of(arguments, message.metadata)
    message.edits += 1
    return {"channel": channel, "ts": message.ts}


def suggested_prompts(world: World, team: Team, arguments: Arguments) -> Arguments:
    prompts = arguments.get("prompts")
    good = isinstance(prompts, list) and 1 <= len(prompts) <= 4
    if not good or any(not p.get("title") or not p.get("message") for p in prompts or ()):
        raise RefusedError("invalid_arguments")
    world.prompts[str(arguments.get("channel_id"))] = list(prompts or ())
    return {}


def upload_address(world: World, team: Team, arguments: Arguments) -> Arguments:
    if not arguments.get("filename") or int(arguments.get("length") or 0) < 1:
        raise RefusedError("invalid_arguments")
    file = f"F{world.number()}"
    world.files[file] = {"name": arguments["filename"], "length": int(arguments["length"]), "bytes": None}
    return {"file_id": file, "upload_url": file}


def upload_complete(world: World, team: Team, arguments: Arguments) -> Arguments:
    channel = channel_of(team, {**arguments, "channel": arguments.get("channel_id")})
    for each in arguments.get("files") or ():
        file = world.files.get(each.get("id"))
        if file is None or file["bytes"] is None:
            raise RefusedError("file_not_found")
        file.update(title=each.get("title"), channel=channel, thread=arguments.get("thread_ts"))
    return {"files": arguments.get("files")}


def users_info(_world: World, team: Team, arguments: Arguments) -> Arguments:
    user = str(arguments.get("user") or "")
    if not user:
        raise RefusedError("user_not_found")
    return {"user": {"id": user, "team_id": team.id, "is_admin": user in team.administrators, "is_owner": False}}


METHODS: dict[str, tuple[str, Method]] = {
    "auth.test": ("", auth_test),
    "chat.postMessage": ("chat:write", post_message),
    "chat.postEphemeral": ("chat:write", post_ephemeral),
    "chat.update": ("chat:write", update),
    "conversations.history": ("", conversations_history),
    "conversations.replies": ("", conversations_replies),
    "views.open": ("", views_open),
    "views.publish": ("", views_publish),
    "views.update": ("", views_update),
    "assistant.threads.setSuggestedPrompts": ("assistant:write", suggested_prompts),
    "files.getUploadURLExternal": ("files:write", upload_address),
    "files.completeUploadExternal": ("files:write", upload_complete),
    "users.info": ("users:read", users_info),
}
"""Each method with the scope it needs; reading asks for another one in each kind of conversation."""


def content_of(world: World, arguments: Arguments) -> tuple[str, list[dict[str, Any]]]:
    """Returns text and blocks of a message, after refusing what Slack refuses."""
    text, blocks = arguments.get("text") or "", arguments.get("blocks") or []
    if isinstance(blocks, str):
        blocks = json.loads(blocks)
    if not text and not blocks:
        raise RefusedError("no_text")
    if len(text) > 40_000:
        raise RefusedError("msg_too_long")
    if found := problems(blocks, native=world.knows_native_blocks):
        world.problems += found
        raise RefusedError("invalid_blocks", response_metadata={"messages": found})
    return text, blocks
