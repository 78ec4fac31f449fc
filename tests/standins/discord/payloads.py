"""The objects of Discord's API that a bot is sent, with the keys that discord.py reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

Json = dict[str, Any]

FIRST_ID = 1_300_000_000_000_000_000
"""Snowflakes of late 2024, long before the first message of any test."""

DISCORD_EPOCH = datetime(2015, 1, 1, tzinfo=UTC)
"""Snowflakes count milliseconds from here: discord.com/developers/docs/reference#snowflakes"""


class Ids:
    """Hands out snowflakes, each larger than the one before: people and places in a row, messages by their time."""

    def __init__(self) -> None:
        self._last = FIRST_ID
        self._last_message = 0

    def next(self) -> int:
        self._last += 1 << 22
        return self._last

    def message(self, moment: datetime) -> int:
        """Returns an id that carries a moment, as a search of history by `after` relies on."""
        self._last_message = max(self._last_message + 1, snowflake(moment))
        return self._last_message


def snowflake(moment: datetime) -> int:
    """Returns the smallest id of a moment."""
    return int((moment - DISCORD_EPOCH) / timedelta(milliseconds=1)) << 22


def moment_of(id: int) -> datetime:
    """Returns the moment that an id carries."""
    return DISCORD_EPOCH + timedelta(milliseconds=id >> 22)


@dataclass
class User:
    id: int
    name: str
    bot: bool = False
    locale: str = "en-US"
    permissions: str = "8"
    """Bits of what they may do; 8 is an administrator's, who may do everything."""

    def payload(self) -> Json:
        return {
            "id": str(self.id),
            "username": self.name,
            "discriminator": "0",
            "global_name": self.name,
            "avatar": None,
            "bot": self.bot,
        }

    def member(self) -> Json:
        return {
            "user": self.payload(),
            "roles": [],
            "joined_at": "2026-01-01T00:00:00+00:00",
            "deaf": False,
            "mute": False,
            "flags": 0,
            "permissions": self.permissions,
        }


@dataclass
class Channel:
    """A text channel of a server, a thread in one, or a direct message (without a server)."""

    id: int
    name: str
    guild: int | None
    parent: int | None = None
    recipient: User | None = None

    def payload(self) -> Json:
        if self.guild is None:
            assert self.recipient is not None
            return {"id": str(self.id), "type": 1, "recipients": [self.recipient.payload()], "last_message_id": None}
        base: Json = {"id": str(self.id), "guild_id": str(self.guild), "name": self.name, "permissions": "8"}
        if self.parent is None:
            return {**base, "type": 0, "position": 0, "permission_overwrites": [], "nsfw": False, "parent_id": None}
        meta = {"archived": False, "auto_archive_duration": 60, "archive_timestamp": "2026-01-01T00:00:00+00:00"}
        return {
            **base,
            "type": 11,
            "parent_id": str(self.parent),
            "owner_id": "1",
            "message_count": 0,
            "member_count": 1,
            "thread_metadata": {**meta, "locked": False},
        }


@dataclass
class Guild:
    id: int
    name: str
    channels: list[Channel] = field(default_factory=list)
    owner: int = 1
    system: Channel | None = None
    """Where Discord greets newcomers."""

    def payload(self, me: User) -> Json:
        everyone: Json = {
            "id": str(self.id),
            "name": "@everyone",
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            "hoist": False,
            "position": 0,
            "permissions": "8",
            "managed": False,
            "mentionable": False,
            "flags": 0,
        }
        numbers = ("verification_level", "default_message_notifications", "explicit_content_filter", "mfa_level")
        lists = ("emojis", "stickers", "features", "presences", "voice_states", "stage_instances")
        return {
            "id": str(self.id),
            "name": self.name,
            "owner_id": str(self.owner),
            "system_channel_id": str(self.system.id) if self.system else None,
            "roles": [everyone],
            "channels": [c.payload() for c in self.channels if c.parent is None],
            "threads": [c.payload() for c in self.channels if c.parent is not None],
            "members": [me.member()],
            "member_count": 2,
            "large": False,
            "unavailable": False,
            "afk_timeout": 300,
            "nsfw_level": 0,
            "premium_tier": 0,
            "preferred_locale": "en-US",
            "system_channel_flags": 0,
            "guild_scheduled_events": [],
            **dict.fromkeys(numbers, 0),
            **{name: [] for name in lists},
        }


@dataclass
class Posted:
    """A message as it stands now. `private_to` is the only one who sees it."""

    id: int
    channel: Channel
    author: User
    body: Json
    private_to: int | None = None
    files: list[str] = field(default_factory=list)
    deleted: bool = False
    changed: datetime | None = None

    def created(self) -> Json:
        """Returns what the creator is answered and the gateway tells: the only places that say the nonce."""
        nonce = self.body.get("nonce")
        return {**self.payload(), "nonce": nonce} if nonce else self.payload()

    def payload(self) -> Json:
        flags = int(self.body.get("flags") or 0) | (64 if self.private_to else 0)
        said: Json = {
            "id": str(self.id),
            "channel_id": str(self.channel.id),
            "author": self.author.payload(),
            "content": self.body.get("content") or "",
            "timestamp": moment_of(self.id).isoformat(),
            "edited_timestamp": self.changed.isoformat() if self.changed else None,
            "tts": False,
            "mention_everyone": False,
            "mentions": self.body.get("mentions", []),
            "mention_roles": [],
            "attachments": [
                {"id": str(self.id + n), "filename": name, "size": 1, "url": "http://127.0.0.1/a", "proxy_url": ""}
                for n, name in enumerate(self.files)
            ],
            "embeds": self.body.get("embeds") or [],
            "components": self.body.get("components") or [],
            "pinned": False,
            "type": 0,
            "flags": flags,
        }
        if self.channel.guild is not None:
            said["guild_id"] = str(self.channel.guild)
        if reference := self.body.get("message_reference"):
            said |= {"type": 19, "message_reference": {"channel_id": str(self.channel.id), **reference}}
        return said


@dataclass
class Asked:
    """An interaction: who asked what, and what became of it. `at` is the stand-in's time when it was sent."""

    id: int
    token: str
    kind: int
    channel: Channel
    user: User
    at: float
    under: Posted | None = None
    callback: Json | None = None
    original: Posted | None = None
    filled: bool = False
    followups: list[Posted] = field(default_factory=list)

    @property
    def private(self) -> bool:
        """Decides whether it was acknowledged for the asker alone."""
        return bool(((self.callback or {}).get("data") or {}).get("flags", 0) & 64)

    @property
    def shown(self) -> list[Posted]:
        """Returns the messages that are there in the end."""
        first = [self.original] if self.original and self.filled else []
        return [m for m in (*first, *self.followups) if not m.deleted]
