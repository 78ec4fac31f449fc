"""Chats to deliver to: Slack's and Discord's on their stand-ins, over real HTTP, and the fake."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta

import aiohttp

from adapters.discord.chat import DiscordChat
from adapters.discord.limits_of_posting import PostingLimits as DiscordLimits
from adapters.slack.api import Api
from adapters.slack.chat import SlackChat
from adapters.slack.limits_of_posting import PostingLimits as SlackLimits
from adapters.slack.render import SlackMessage, render
from adapters.slack.tables import Step
from adapters.words import Writers
from bot.answer import Answer
from bot.text import Language
from tests.adapters.slack.desk import SetClock
from tests.fakes.chat import FakeChat
from tests.fakes.deliveries import START, MovingClock
from tests.standins.discord.buckets import Limit
from tests.standins.discord.refusing import ACCEPT_AND_DROP, LOST, accept_late
from tests.standins.discord.server import TOKEN, Discord
from tests.standins.slack.server import StandIn

LATE = 20.0


@dataclass
class FakeRoom:
    chat: FakeChat
    clock: MovingClock
    platform: str = "slack"
    team: str = "T1"
    channels: tuple[str, str] = ("C1", "C2")

    def texts(self, channel: str) -> list[str]:
        return [each.text for each in self.chat.standing(channel)]

    def befall(self, mishap: str) -> None:
        self.chat.mishaps.append(mishap)  # type: ignore[arg-type]

    def pass_seconds(self, seconds: float) -> None:
        self.clock.move(seconds)

    def close(self, channel: str, how: str) -> None:
        self.chat.closed[channel] = {
            "gone": ("channel_gone", "channel"),
            "archived": ("channel_archived", "channel"),
            "forbidden": ("forbidden", "channel"),
            "token": ("token_refused", "team"),
        }[how]  # type: ignore[assignment]

    def hide(self, channel: str) -> None:
        self.chat.history = "closed"


@dataclass
class SlackRoom:
    chat: SlackChat
    slack: StandIn
    clock: SetClock
    platform: str = "slack"
    team: str = "T1"
    channels: tuple[str, str] = ("C1", "C2")

    def texts(self, channel: str) -> list[str]:
        self.slack.world.outcomes.catch_up()
        return [f"{m.text} {m.blocks}" for m in self.slack.world.messages if m.channel == channel and not m.deleted]

    def befall(self, mishap: str) -> None:
        outcomes = self.slack.world.outcomes
        match mishap:
            case "lost":
                outcomes.lose("chat.postMessage")
            case "drop":
                outcomes.take_and_drop("chat.postMessage")
            case "late":
                outcomes.take_late("chat.postMessage", LATE)
            case "429":
                self.slack.world.refuse("chat.postMessage", "ratelimited", retry_after=3)

    def pass_seconds(self, seconds: float) -> None:
        self.clock.pass_seconds(seconds)

    def close(self, channel: str, how: str) -> None:
        team = self.slack.world.teams[self.team]
        match how:
            case "gone":
                del team.channels[channel]
            case "archived":
                team.channels[channel].archived = True
            case "forbidden":
                self.slack.world.refuse("chat.postMessage", "restricted_action")
            case "token":
                team.active = False

    def hide(self, channel: str) -> None:
        team = self.slack.world.teams[self.team]
        team.scopes = team.scopes - {"channels:history"}


@dataclass
class DiscordRoom:
    chat: DiscordChat
    discord: Discord
    platform: str = "discord"
    team: str = field(default="")
    channels: tuple[str, str] = ("", "")

    def texts(self, channel: str) -> list[str]:
        return [str(m.body) for m in self.discord.standing(self.discord.channels[int(channel)])]

    def befall(self, mishap: str) -> None:
        if mishap == "429":
            self.discord.buckets.everywhere = Limit(0, 1.0)
        else:
            self.discord.mishaps.append({"lost": LOST, "drop": ACCEPT_AND_DROP, "late": accept_late(LATE)}[mishap])

    def pass_seconds(self, seconds: float) -> None:
        self.discord.now += seconds

    def close(self, channel: str, how: str) -> None:
        match how:
            case "gone":
                del self.discord.channels[int(channel)]
            case "archived":
                self.discord.bar(self.discord.channels[int(channel)], 400, 50083, "Thread is archived")
            case "forbidden":
                self.discord.bar(self.discord.channels[int(channel)])
            case "token":
                self.chat._token = "another"  # noqa: S105

    def hide(self, channel: str) -> None:
        self.discord.hidden.add(int(channel))


@contextlib.asynccontextmanager
async def fake_room(remembers: float = 0.0) -> AsyncIterator[FakeRoom]:
    clock = MovingClock()
    yield FakeRoom(FakeChat(clock, timedelta(seconds=remembers)), clock)


@contextlib.asynccontextmanager
async def slack_room(clock: SetClock | None = None, reads_per_minute: int = 6000) -> AsyncIterator[SlackRoom]:
    clock = clock or SetClock(START.at)
    async with StandIn(clock) as slack, Api(f"{slack.url}/api/") as api:
        team = slack.world.team("T1", "C1", "C2")

        async def token_of(id: str) -> str | None:
            return team.token if id == "T1" else None

        yield SlackRoom(SlackChat(api, token_of, slack_render, SlackLimits(reads_per_minute)), slack, clock)


async def slack_render(answer: Answer, language: Language, step: Step) -> list[SlackMessage]:
    return list(await asyncio.to_thread(render, answer, _writers.of(language), step))


_writers = Writers()


@contextlib.asynccontextmanager
async def discord_room() -> AsyncIterator[DiscordRoom]:
    discord = Discord()
    discord.began = START.at
    guild = discord.guild("one")
    discord.channel(guild, "other")
    channels = (str(guild.channels[0].id), str(guild.channels[1].id))
    async with discord.running() as (api, _), aiohttp.ClientSession() as session:
        chat = DiscordChat(session, TOKEN, Writers().of, DiscordLimits(), url=api)
        yield DiscordRoom(chat, discord, team=str(guild.id), channels=channels)
