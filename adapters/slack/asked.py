"""What Slack sent, read into a Call and where its answer goes. Pure, and patient with missing fields."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from bot.call import Ask, Call, Person, Place
from bot.text import cleaned, folded

PLATFORM = "slack"

Body = Mapping[str, Any]
Where = Literal["response", "thread", "direct"]

_MENTION = re.compile(r"<@[UW][A-Z0-9]+(?:\|[^>]*)?>")
_REFERENCE = re.compile(r"<([@#!]?)([^>|]*)(?:\|([^>]*))?>")


class MissingError(ValueError):
    """Says that a body lacks what no answer can be given without."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where an answer goes: to a response address, into a thread of a channel, or into a direct conversation.

    `replaces` says that the message a button was pressed on gives way to the answer. `message` is that message's id,
    and `private` whether only one person sees what is there.
    """

    where: Where
    channel: str
    user: str
    thread: str = ""
    response_url: str = ""
    replaces: bool = False
    message: str = ""
    private: bool = False


def once(body: Body) -> str:
    """Returns the id by which a delivery and every repeat of it are known: of the event, else of the trigger."""
    for name in ("event_id", "trigger_id"):
        value = body.get(name)
        if isinstance(value, str) and value:
            return f"{name}:{value}"
    return "body:" + hashlib.sha256(json.dumps(body, sort_keys=True, default=str).encode()).hexdigest()


def team_of(body: Body) -> str:
    """Returns the team that a body comes from; raises MissingError where it names none.

    A press in an app of a whole organisation names no team, but that of who pressed.
    """
    team = body.get("team")
    found = body.get("team_id") or (team.get("id") if isinstance(team, Mapping) else team)
    if not isinstance(found, str) or not found:
        user = body.get("user")
        found = user.get("team_id") if isinstance(user, Mapping) else None
    if not isinstance(found, str) or not found:
        enterprise = body.get("enterprise")
        found = body.get("enterprise_id") or (enterprise.get("id") if isinstance(enterprise, Mapping) else None)
    if not isinstance(found, str) or not found:
        raise MissingError("no team")
    return found


def ask_of(words: str, names: Container[str]) -> Ask:
    """Returns the ask that words behind the bot's name make: a sub-command where they begin with one, else a question.

    Nothing at all asks for help.
    """
    plain = cleaned(unwrapped(words))
    first, _, rest = plain.removeprefix("/").partition(" ")
    if not plain:
        return Ask("help")
    if folded(first) in names:
        return Ask(folded(first), rest)
    return Ask(text=plain)


def unwrapped(text: str) -> str:
    """Returns a text as typed: channels and addresses out of Slack's own brackets, its three entities undone.

    A person keeps theirs, since a name alone does not say who is meant.

    docs.slack.dev/messaging/formatting-message-text
    """
    plain = _REFERENCE.sub(_as_typed, text)
    return plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _as_typed(match: re.Match[str]) -> str:
    kind, id, label = match.groups()
    if kind == "@":
        return f"<@{id}>"
    return str(label) if label is not None else f"{kind}{id}"


def command(body: Body, names: Container[str], own: str) -> tuple[Call, Target]:
    """Returns the call of a slash command. An alias such as /compare carries the command in its own name."""
    team, user, channel = team_of(body), _text(body, "user_id"), _text(body, "channel_id")
    words = str(body.get("text") or "")
    typed = str(body.get("command") or own)
    if typed != own and typed.removeprefix("/") in names:
        words = f"{typed.removeprefix('/')} {words}"
    target = Target("response", channel, user, response_url=_text(body, "response_url"), private=True)
    return _call(ask_of(words, names), team, channel, "", user, once(body)), target


def mention(body: Body, names: Container[str]) -> tuple[Call, Target]:
    """Returns the call of a message that mentions the bot in a channel; it is answered in the message's thread."""
    event = _part(body, "event")
    team, user, channel = team_of(body), _text(event, "user"), _text(event, "channel")
    thread = str(event.get("thread_ts") or _text(event, "ts"))
    ask = ask_of(_MENTION.sub(" ", str(event.get("text") or ""), count=1), names)
    return _call(ask, team, channel, thread, user, once(body)), Target("thread", channel, user, thread)


def direct(body: Body, names: Container[str]) -> tuple[Call, Target]:
    """Returns the call of a message in the direct conversation, answered in its thread where it stands in one."""
    event = _part(body, "event")
    team, user, channel = team_of(body), _text(event, "user"), _text(event, "channel")
    thread = str(event.get("thread_ts") or "")
    ask = ask_of(_MENTION.sub(" ", str(event.get("text") or "")), names)
    return _call(ask, team, channel, thread, user, once(body)), Target("direct", channel, user, thread)


def press(body: Body) -> tuple[Place, Person, Target, str, str]:
    """Returns where and by whom a button was pressed, its action_id and its value (of a menu: of what was chosen)."""
    actions = body.get("actions")
    if not isinstance(actions, list) or not actions or not isinstance(actions[0], Mapping):
        raise MissingError("no action")
    action = actions[0]
    box, channel = body.get("container") or {}, body.get("channel") or {}
    team, user = team_of(body), _text(_part(body, "user"), "id")
    where = str(box.get("channel_id") or channel.get("id") or "")
    thread, message = str(box.get("thread_ts") or ""), str(box.get("message_ts") or "")
    chosen = action.get("selected_option")
    value = str((chosen or {}).get("value") if isinstance(chosen, Mapping) else action.get("value") or "")
    target = Target(
        "response" if body.get("response_url") else "direct",
        where,
        user,
        thread,
        str(body.get("response_url") or ""),
        replaces=bool(message),
        message=message,
        private=bool(box.get("is_ephemeral")),
    )
    place = Place(PLATFORM, team, where, thread)
    return place, Person(PLATFORM, team, user), target, str(action.get("action_id") or ""), value


def at_home(body: Body) -> bool:
    """Decides whether a button of the home tab was pressed."""
    view = body.get("view")
    return isinstance(view, Mapping) and view.get("type") == "home"


def _call(ask: Ask, team: str, channel: str, thread: str, user: str, id: str) -> Call:
    return Call(ask, Place(PLATFORM, team, channel, thread), Person(PLATFORM, team, user), id)


def _part(body: Body, name: str) -> Body:
    value = body.get(name)
    if not isinstance(value, Mapping):
        raise MissingError(f"no {name}")
    return value


def _text(body: Body, name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str) or not value:
        raise MissingError(f"no {name}")
    return value
