"""What people do on Slack, as the payloads that reach an app: type a command, mention it, press, use a shortcut."""

from __future__ import annotations

import copy
import itertools
from typing import Any

from tests.standins.slack.server import StandIn
from tests.standins.slack.views import field_of, filled
from tests.standins.slack.world import Message

Payload = dict[str, Any]

_acts = itertools.count(1)
"""Slack stamps what people do in a window in its order, whatever order it arrives in."""


class Doings:
    """Payloads of one person in one team."""

    def __init__(self, slack: StandIn, team: str = "T1", user: str = "U1") -> None:
        self.slack, self.team, self.user = slack, team, user

    @property
    def world(self) -> Any:  # noqa: ANN401
        return self.slack.world

    @property
    def organisation(self) -> str:
        """Returns the organisation that has installed the app as one, for this team among others."""
        return str(self.world.teams[self.team].organisation)

    def command(self, text: str, command: str = "/twinstar", channel: str = "C1") -> Payload:
        """Returns a slash command."""
        return {
            "token": "verification",
            "team_id": self.team,
            "team_domain": "team",
            "channel_id": channel,
            "channel_name": "general",
            "user_id": self.user,
            "user_name": "anna",
            "command": command,
            "text": text,
            "api_app_id": "A1",
            "is_enterprise_install": "true" if self.organisation else "false",
            **({"enterprise_id": self.organisation} if self.organisation else {}),
            "response_url": self._url(channel),
            "trigger_id": self.world.trigger(),
        }

    def event(self, **event: object) -> Payload:
        """Returns an event."""
        return {
            "token": "verification",
            "team_id": self.team,
            "api_app_id": "A1",
            "type": "event_callback",
            "event_id": f"Ev{self.world.number()}",
            "event_time": int(self.world.clock.now().at.timestamp()),
            "authorizations": [self._authorization()],
            **({"enterprise_id": self.organisation} if self.organisation else {}),
            "event": event,
        }

    def mention(self, text: str, channel: str = "C1", thread: str = "") -> Payload:
        """Returns a message in a channel that mentions the bot."""
        bot = self.world.teams[self.team].bot_user
        more = {"thread_ts": thread} if thread else {}
        written = f"<@{bot}> {text}"
        ts = self.world.ts()
        return self.event(type="app_mention", user=self.user, text=written, ts=ts, channel=channel, **more)

    def direct(self, text: str, channel: str = "D1", **more: object) -> Payload:
        """Returns a message in the direct conversation."""
        ts = self.world.ts()
        whole = {"user": self.user, "text": text, "ts": ts, "channel": channel, "channel_type": "im", **more}
        return self.event(type="message", **whole)

    def press(self, message: Message, button: Payload) -> Payload:
        """Returns the press of a button."""
        return {
            "type": "block_actions",
            "api_app_id": "A1",
            "token": "verification",
            "trigger_id": self.world.trigger(),
            "team": None if self.organisation else {"id": self.team, "domain": "team"},
            "enterprise": {"id": self.organisation, "name": self.organisation} if self.organisation else None,
            "is_enterprise_install": bool(self.organisation),
            "user": {"id": self.user, "username": "anna", "name": "anna", "team_id": self.team},
            "channel": {"id": message.channel, "name": "general"},
            "container": {
                "type": "message",
                "message_ts": message.ts,
                "channel_id": message.channel,
                "is_ephemeral": bool(message.only_for),
                **({"thread_ts": message.thread} if message.thread else {}),
            },
            "message": None if message.only_for else self._message(message),
            "response_url": self._url(message.channel, message),
            "actions": [{"type": "button", "block_id": "b", "action_ts": "1.0", **button}],
        }

    def choose(self, message: Message, label: str) -> Payload:
        """Returns the choice of an option in the message's menu."""
        menu = message.menu
        action = {"type": menu["type"], "action_id": menu["action_id"], "selected_option": message.option(label)}
        return self.press(message, action)

    def press_at_home(self, button: Payload) -> Payload:
        """Returns the press of a button of the home tab, which stands in no channel."""
        return {
            "type": "block_actions",
            "api_app_id": "A1",
            "trigger_id": self.world.trigger(),
            "team": {"id": self.team, "domain": "team"},
            "user": {"id": self.user, "username": "anna", "team_id": self.team},
            "container": {"type": "view", "view_id": "V1"},
            "view": {"id": "V1", "type": "home", "team_id": self.team, "callback_id": ""},
            "actions": [{"type": "button", "block_id": "b", "action_ts": "1.0", **button}],
        }

    def fill(self, view: Payload, name: str, value: str) -> Payload:
        """Fills in a field of a window, by the words that stand there, and returns what the app hears of it."""
        block, element = field_of(view, name)
        state = filled(element, value)
        view["state"]["values"][block["block_id"]] = {element["action_id"]: state}
        stamp = {"action_ts": f"{next(_acts)}.0"}
        action = {"block_id": block["block_id"], "action_id": element["action_id"], **stamp, **state}
        return self._in_window(view, {"type": "block_actions", "actions": [action]})

    def press_in_window(self, view: Payload, button: Payload) -> Payload:
        """Returns the press of a button in a window."""
        return self._in_window(view, {"type": "block_actions", "actions": [{"block_id": "b", **button}]})

    def send_in(self, view: Payload) -> Payload:
        """Returns the sending in of a window."""
        return self._in_window(view, {"type": "view_submission"})

    def _in_window(self, view: Payload, what: Payload) -> Payload:
        held = copy.deepcopy(view)
        container = {"container": {"type": "view", "view_id": view["id"]}} if "actions" in what else {}
        return {
            **what,
            **container,
            "api_app_id": "A1",
            "token": "verification",
            "trigger_id": self.world.trigger(),
            "team": {"id": self.team, "domain": "team"},
            "user": {"id": self.user, "username": "anna", "name": "anna", "team_id": self.team},
            "view": {**held, "app_id": "A1", "bot_id": "B1"},
        }

    def shortcut(self, message: Message, callback: str = "explain") -> Payload:
        """Returns the use of the message shortcut."""
        return {
            "type": "message_action",
            "callback_id": callback,
            "token": "verification",
            "trigger_id": self.world.trigger(),
            "action_ts": "1.0",
            "team": {"id": self.team, "domain": "team"},
            "user": {"id": self.user, "name": "anna", "team_id": self.team},
            "channel": {"id": message.channel, "name": "general"},
            "message_ts": message.ts,
            "message": self._message(message),
            "response_url": self._url(message.channel),
        }

    def _authorization(self) -> Payload:
        """An app of a whole organisation is authorised for that, and for none of its teams."""
        bot = {"user_id": self.world.teams[self.team].bot_user, "is_bot": True}
        if self.organisation:
            return {"enterprise_id": self.organisation, "team_id": None, "is_enterprise_install": True, **bot}
        return {"enterprise_id": None, "team_id": self.team, "is_enterprise_install": False, **bot}

    def _message(self, message: Message) -> Payload:
        blocks = [{"block_id": f"x{place}", **block} for place, block in enumerate(message.blocks)]
        more = {"thread_ts": message.thread} if message.thread else {}
        return {"type": "message", "ts": message.ts, "text": message.text, "blocks": blocks, **more}

    def _url(self, channel: str, message: Message | None = None) -> str:
        return f"{self.slack.url}/response/{self.world.address(self.team, channel, self.user, message)}"
