"""What people on the stand-in's Discord do and see."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from tests.standins.discord.gateway import Gateway
from tests.standins.discord.payloads import Asked, Channel, Guild, Ids, Json, Posted, User


class People:
    """People, servers, and what they ask.

    `now` is the stand-in's time in seconds since `began`. Nothing but a test moves it, unless the test lets it follow
    a clock.
    """

    gateway: Gateway

    def __init__(self) -> None:
        self.began = datetime(2026, 6, 25, 9, tzinfo=UTC)
        self._time: Callable[[], float] = lambda: 0.0
        self.ids = Ids()
        self.application = self.ids.next()
        self.me = User(self.ids.next(), "Twinstar", bot=True)
        self.guilds: list[Guild] = []
        self.channels: dict[int, Channel] = {}
        self.commands: list[Json] = []
        self.asked: dict[int, Asked] = {}
        self.messages: dict[int, Posted] = {}
        self._changed = asyncio.Condition()

    @property
    def now(self) -> float:
        return self._time()

    @now.setter
    def now(self, seconds: float) -> None:
        self._time = lambda: seconds

    def follow(self, seconds: Callable[[], float]) -> None:
        """Lets time be what a clock says from now on."""
        self._time = seconds

    @property
    def moment(self) -> datetime:
        """Returns the stand-in's time as a moment, which ids and timestamps of messages carry."""
        return self.began + timedelta(seconds=self.now)

    def user(self, name: str, locale: str = "en-US") -> User:
        return User(self.ids.next(), name, locale=locale)

    def guild(self, name: str) -> Guild:
        guild = Guild(self.ids.next(), name)
        self.guilds.append(guild)
        self.channel(guild, "general")
        return guild

    def channel(self, guild: Guild, name: str, parent: Channel | None = None) -> Channel:
        channel = Channel(self.ids.next(), name, guild.id, parent.id if parent else None)
        guild.channels.append(channel)
        self.channels[channel.id] = channel
        return channel

    def direct(self, user: User) -> Channel:
        channel = Channel(self.ids.next(), "", None, recipient=user)
        self.channels[channel.id] = channel
        return channel

    async def slash(self, user: User, channel: Channel, name: str, /, **options: str) -> Asked:
        """Sends a command, as a client does that was shown the commands the bot put up."""
        command = next(c for c in self.commands if c["name"] == name)
        given = [{"name": key, "type": 3, "value": value} for key, value in options.items()]
        return await self.interact(2, user, channel, {"id": command["id"], "name": name, "type": 1, "options": given})

    async def typing(self, user: User, channel: Channel, name: str, option: str, text: str) -> list[Json]:
        """Types into an option and returns what is offered."""
        command = next(c for c in self.commands if c["name"] == name)
        focused = {"name": option, "type": 3, "value": text, "focused": True}
        data = {"id": command["id"], "name": name, "type": 1, "options": [focused]}
        asked = await self.interact(4, user, channel, data)
        await self.until(lambda: asked.callback is not None)
        assert asked.callback is not None
        choices: list[Json] = asked.callback["data"]["choices"]
        return choices

    async def press(self, user: User, message: Posted, label: str) -> Asked:
        """Presses a button by its label."""
        found = next(b["custom_id"] for b in buttons(message.body.get("components") or []) if b["label"] == label)
        data = {"custom_id": found, "component_type": 2}
        return await self.interact(3, user, message.channel, data, under=message)

    async def choose(self, user: User, message: Posted, label: str) -> Asked:
        """Takes an option of a menu under a message by its label."""
        for each in parts(message.body.get("components") or [], 3):
            for option in each["options"]:
                if option["label"] == label:
                    data = {"custom_id": each["custom_id"], "component_type": 3, "values": [option["value"]]}
                    return await self.interact(3, user, message.channel, data, under=message)
        raise KeyError(label)

    async def send_in(self, user: User, opened: Asked, **filled: str) -> Asked:
        """Sends in the modal that an interaction opened, filled in by the words that a person sees.

        What is not filled in stays as it began; several picks of one field are parted by commas.
        """
        assert opened.callback is not None and opened.callback["type"] == 9
        modal, fields = opened.callback["data"], []
        for each in modal["components"]:
            inner = each["component"]
            said = filled.pop(inner["custom_id"], None)
            if inner["type"] == 4:
                told: Json = {"value": inner.get("value") or "" if said is None else said}
            elif said is None:
                told = {"values": [o["value"] for o in inner["options"] if o.get("default")]}
            else:
                values = {o["label"]: o["value"] for o in inner["options"]}
                told = {"values": [values[word] for word in said.split(", ") if word]}
            inside = {"type": inner["type"], "id": 2, "custom_id": inner["custom_id"], **told}
            fields.append({"type": 18, "id": 1, "component": inside})
        if filled:
            raise KeyError(f"no field {list(filled)}")
        data = {"custom_id": modal["custom_id"], "components": fields}
        return await self.interact(5, user, opened.channel, data, under=opened.under)

    async def menu(self, user: User, message: Posted, name: str) -> Asked:
        """Chooses a message's menu entry."""
        command = next(c for c in self.commands if c["name"] == name)
        resolved = {"messages": {str(message.id): message.payload()}}
        data = {"id": command["id"], "name": name, "type": 3, "target_id": str(message.id), "resolved": resolved}
        return await self.interact(2, user, message.channel, data)

    async def interact(
        self, kind: int, user: User, channel: Channel, data: Json, *, under: Posted | None = None, alone: bool = False
    ) -> Asked:
        """Sends an interaction; `alone` is someone's who installed the app for themselves only."""
        id = self.ids.next()
        asked = self.asked[id] = Asked(id, f"token-{id}", kind, channel, user, self.now, under)
        payload = self.payload_of(asked, data, alone)
        await self.gateway.dispatch("INTERACTION_CREATE", payload, channel.guild)
        return asked

    def payload_of(self, asked: Asked, data: Json, alone: bool = False) -> Json:
        channel, user = asked.channel, asked.user
        owners = {"1": str(user.id)} if alone or channel.guild is None else {"0": str(channel.guild)}
        payload: Json = {
            "id": str(asked.id),
            "application_id": str(self.application),
            "type": asked.kind,
            "token": asked.token,
            "version": 1,
            "data": data,
            "channel_id": str(channel.id),
            "channel": channel.payload(),
            "locale": user.locale,
            "entitlements": [],
            "authorizing_integration_owners": owners,
            "context": 1 if channel.guild is None else 0,
            "attachment_size_limit": 10 * 1024 * 1024,
            "app_permissions": "8",
        }
        if asked.under is not None:
            payload["message"] = asked.under.payload()
        if channel.guild is None:
            return {**payload, "user": user.payload()}
        return {**payload, "guild_id": str(channel.guild), "guild_locale": "en-US", "member": user.member()}

    async def say(self, user: User, channel: Channel, content: str) -> Posted:
        """Writes a message; Discord sends its text only where the bot is named or written to."""
        named = f"<@{self.me.id}>" in content
        mentions = [{**self.me.payload(), "member": self.me.member()}] if named else []
        told = {"content": content if named or channel.guild is None else "", "mentions": mentions}
        message = Posted(self.ids.message(self.moment), channel, user, told)
        self.messages[message.id] = message
        payload = message.payload()
        if channel.guild is not None:
            payload["member"] = {key: value for key, value in user.member().items() if key != "user"}
        await self.gateway.dispatch("MESSAGE_CREATE", payload, channel.guild)
        return message

    async def until(self, true: Callable[[], bool]) -> None:
        """Returns when a request has made something true."""
        async with self._changed:
            await self._changed.wait_for(true)

    async def shown(self, asked: Asked, messages: int = 1) -> list[Posted]:
        """Returns the messages that an interaction shows, once there are so many."""
        await self.until(lambda: len(asked.shown) >= messages)
        return asked.shown


def buttons(components: list[Json]) -> list[Json]:
    """Returns the buttons of a message, in order."""
    return parts(components, 2)


def parts(components: list[Json], kind: int) -> list[Json]:
    """Returns the components of a type that stand anywhere in a message, in order."""
    return [b for c in components for b in ([c] if c["type"] == kind else parts(c.get("components", []), kind))]
