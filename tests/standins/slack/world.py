"""What the stand-in for Slack knows: teams, channels, messages, addresses to answer to, and what it is to refuse."""

from __future__ import annotations

import asyncio
import itertools
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from bot.clock import Clock
from tests.standins.slack.outcomes import Outcomes
from tests.standins.slack.rates import Rates

TRIGGER_LIFE = timedelta(seconds=3)
ADDRESS_LIFE = timedelta(minutes=30)
ADDRESS_USES = 5
PATIENCE_SECONDS = 20
"""How long a test waits for something that should come; reached only when it fails."""

ALL_SCOPES = frozenset(
    {
        "app_mentions:read",
        "assistant:write",
        "channels:history",
        "chat:write",
        "commands",
        "files:write",
        "groups:history",
        "im:history",
        "users:read",
    }
)


@dataclass
class Message:
    """A message as Slack keeps it. One with `only_for` is ephemeral."""

    channel: str
    ts: str
    text: str
    blocks: list[dict[str, Any]]
    thread: str = ""
    only_for: str = ""
    edits: int = 0
    metadata: dict[str, Any] | None = None
    deleted: bool = False
    team: str = ""

    @property
    def buttons(self) -> list[dict[str, Any]]:
        """Returns the buttons in the order they stand."""
        return [element for element in self._elements if element["type"] == "button"]

    @property
    def menu(self) -> dict[str, Any]:
        """Returns the first menu."""
        return next(element for element in self._elements if element["type"] == "static_select")

    def option(self, label: str) -> dict[str, Any]:
        """Returns the option of the menu with a label."""
        options: list[dict[str, Any]] = self.menu["options"]
        return next(each for each in options if each["text"]["text"] == label)

    @property
    def _elements(self) -> list[dict[str, Any]]:
        return [element for block in self.blocks if block["type"] == "actions" for element in block["elements"]]

    def button(self, label: str) -> dict[str, Any]:
        """Returns the button with a label."""
        return next(b for b in self.buttons if b["text"]["text"] == label)

    def kinds(self) -> list[str]:
        """Returns the types of the blocks."""
        return [block["type"] for block in self.blocks]


@dataclass
class Channel:
    id: str
    bot_is_member: bool = True
    archived: bool = False


@dataclass
class Team:
    id: str
    token: str
    bot_user: str
    scopes: frozenset[str] = ALL_SCOPES
    active: bool = True
    channels: dict[str, Channel] = field(default_factory=dict)
    organisation: str = ""
    administrators: set[str] = field(default_factory=set)


@dataclass
class Address:
    """A response_url: where it posts, for whom, and what it may replace."""

    team: str
    channel: str
    user: str
    until: Any
    message: Message | None
    uses: int = 0


class World:
    """The state behind the stand-in's endpoints. Everything that changes wakes whoever waits for it."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.teams: dict[str, Team] = {}
        self.messages: list[Message] = []
        self.addresses: dict[str, Address] = {}
        self.triggers: dict[str, Any] = {}
        self.exchanged: set[str] = set()
        self.views: list[dict[str, Any]] = []
        self.homes: dict[str, dict[str, Any]] = {}
        self.published = 0
        self.prompts: dict[str, list[dict[str, str]]] = {}
        self.files: dict[str, dict[str, Any]] = {}
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.codes: dict[str, str] = {}
        self.refusals: dict[str, list[tuple[str, int]]] = defaultdict(list)
        self.outcomes = Outcomes(clock)
        self.rates = Rates(clock)
        self.knows_native_blocks = True
        self.problems: list[str] = []
        self._number = itertools.count(1)
        self._changed = asyncio.Condition()

    def number(self) -> int:
        """Returns a number never given before."""
        return next(self._number)

    def ts(self) -> str:
        """Returns the id of a new message."""
        return f"{int(self.clock.now().at.timestamp())}.{self.number():06d}"

    def team(self, id: str, *channels: str) -> Team:
        """Returns a team, made with its channels when it is new."""
        team = self.teams.get(id)
        if team is None:
            team = self.teams[id] = Team(id, f"xoxb-{id.lower()}-secret", f"UBOT{id}")
        for channel in channels:
            team.channels.setdefault(channel, Channel(channel))
        return team

    def organisation(self, id: str, *teams: str) -> None:
        """Makes teams into an organisation that installs apps as one: they share one token."""
        for name in teams:
            team = self.team(name)
            team.organisation, team.token = id, f"xoxb-{id.lower()}-secret"

    def of_token(self, token: str, channel: str = "") -> Team | None:
        """Returns the team whose bot has a token; of an organisation's teams the one that has the channel."""
        found = [team for team in self.teams.values() if team.token == token]
        return next((team for team in found if channel in team.channels), found[0] if found else None)

    def trigger(self) -> str:
        """Returns a new trigger, which lives for three seconds."""
        made = f"{self.number()}.trigger"
        self.triggers[made] = self.clock.now().at + TRIGGER_LIFE
        return made

    def address(self, team: str, channel: str, user: str, message: Message | None = None) -> str:
        """Returns the name of a new response address."""
        name = f"r{self.number()}"
        self.addresses[name] = Address(team, channel, user, self.clock.now().at + ADDRESS_LIFE, message)
        return name

    def refuse(self, method: str, code: str, times: int = 1, retry_after: int = 1) -> None:
        """Makes the next calls of a method fail with an error of Slack's."""
        self.refusals[method] += [(code, retry_after)] * times

    def seen_by(self, user: str) -> list[Message]:
        """Returns the messages that a person can see."""
        return [m for m in self.messages if not m.deleted and m.only_for in ("", user)]

    async def changed(self) -> None:
        """Wakes whoever waits."""
        async with self._changed:
            self._changed.notify_all()

    async def until(self, reached: Callable[[], Any]) -> None:
        """Waits until something is so."""
        async with asyncio.timeout(PATIENCE_SECONDS), self._changed:
            await self._changed.wait_for(reached)
