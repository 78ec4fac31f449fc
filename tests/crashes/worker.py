"""A deliverer as a process that dies: by its own hand at a named point, or whenever somebody kills it."""

from __future__ import annotations

import asyncio
import logging
import os
import random
import signal
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from adapters.clock import SystemClock
from adapters.deliver.deliverer import Deliverer
from adapters.discord.chat import DiscordChat
from adapters.discord.limits_of_posting import PostingLimits as DiscordLimits
from adapters.slack.api import Api
from adapters.slack.chat import EVENT, SlackChat
from adapters.slack.limits_of_posting import PostingLimits as SlackLimits
from adapters.slack.render import SlackMessage, render
from adapters.slack.tables import Step
from adapters.words import Writers
from bot.answer import Answer
from bot.delivery import Delivery, Sent, Settlement, Trouble, UnansweredError
from bot.ports import Chat, Outbox
from bot.text import Language
from data.addresses import normalised
from data.database import Database
from data.outbox_store import OutboxStore

REQUEST, SETTLES, LEASE = 0.5, timedelta(seconds=2.5), timedelta(seconds=3.5)
"""The house's own times, shrunk together: a request is given up, has settled, and its lease ends, in this order."""


@dataclass(frozen=True)
class Job:
    """What a worker works on. `sender` is the house's way, or one of the ways that must fail."""

    database: str
    platform: str
    api: str
    token: str
    sender: str = "house"
    deadly: float = 0.0
    seed: int = 0
    died: int = -1
    """A pipe that hears at which point a worker ended itself."""


class Death:
    """Ends the process at one of its points, by chance."""

    def __init__(self, job: Job) -> None:
        self._job, self._chance = job, random.Random(job.seed)  # noqa: S311

    def at(self, point: str) -> None:
        if self._chance.random() < self._job.deadly:
            os.write(self._job.died, f"{point}\n".encode())
            os.kill(os.getpid(), signal.SIGKILL)


class DeadlyOutbox:
    def __init__(self, outbox: Outbox, death: Death, sender: str) -> None:
        self._outbox, self._death, self._sender = outbox, death, sender

    def claim(
        self, platform: str, holder: str, most: int, besides: Collection[str] = frozenset()
    ) -> Sequence[Delivery]:
        found = self._outbox.claim(platform, holder, most, besides)
        if found:
            self._death.at("after claim")
        return found

    def begin(self, held: Sequence[Delivery]) -> Sequence[Delivery]:
        self._death.at("before begin")
        begun = self._outbox.begin(held)
        if self._sender == "mark first":
            self._outbox.settle([(each, Sent("marked")) for each in begun])
        self._death.at("after begin")
        return begun

    def settle(self, settled: Sequence[tuple[Delivery, Settlement]]) -> Sequence[str]:
        self._death.at("before settle")
        refused = self._outbox.settle(settled)
        self._death.at("after settle")
        return refused

    def health(self, workspace: str) -> Sequence[Trouble]:
        return self._outbox.health(workspace)

    def decide(self, workspace: str, delivery: str, *, again: bool) -> int:
        return self._outbox.decide(workspace, delivery, again=again)


class DeadlyChat:
    def __init__(self, chat: Chat, death: Death, sender: str) -> None:
        self._chat, self._death, self._sender = chat, death, sender
        self.remembers, self.settles, self.one_token = chat.remembers, chat.settles, chat.one_token

    async def turn(self, delivery: Delivery) -> None:
        await self._chat.turn(delivery)

    async def post(self, delivery: Delivery, standing: Mapping[int, str]) -> str:
        self._death.at("before post")
        message = await self._chat.post(delivery, standing)
        self._death.at("after post")
        return message

    async def find(self, delivery: Delivery) -> Mapping[int, str]:
        if self._sender == "naive":
            return {}
        self._death.at("before find")
        found = await self._chat.find(delivery)
        self._death.at("after find")
        return found


class SdkRetryChat(SlackChat):
    """Posts as the SDK does when nobody tells it not to repeat."""

    async def post(self, delivery: Delivery, standing: Mapping[int, str]) -> str:
        place = delivery.destination
        web = AsyncWebClient(await self._token_of(place.team), base_url=self._api.url, session=self._api.session)
        metadata = {"event_type": EVENT, "event_payload": {"key": delivery.key, "part": 0}}
        try:
            said = await web.chat_postMessage(channel=place.channel, text="alert", metadata=metadata)
        except Exception as fault:
            raise UnansweredError(type(fault).__name__) from None
        return str(said["ts"])


async def slack_render(answer: Answer, language: Language, step: Step) -> list[SlackMessage]:
    return list(render(answer, _writers.of(language), step))


_writers = Writers()


async def deliver(job: Job) -> None:
    clock, death = SystemClock(), Death(job)
    database = Database(normalised(job.database))
    outbox = OutboxStore(database, clock, timedelta(seconds=0.6) if job.sender == "no settle" else LEASE)
    settles = timedelta(0) if job.sender == "no settle" else SETTLES

    async def token_of(_team: str) -> str | None:
        return job.token

    async with Api(job.api) as api, aiohttp.ClientSession() as session:
        chat: Chat
        if job.platform == "slack":
            kind = SdkRetryChat if job.sender == "sdk retry" else SlackChat
            limits = SlackLimits(1_000_000, per_second=1_000.0)
            chat = kind(api, token_of, slack_render, limits, seconds=REQUEST, settles=settles)
        else:
            known = timedelta(seconds=60 if job.sender == "house" else 0)
            quick = DiscordLimits(5_000)
            chat = DiscordChat(
                session, job.token, _writers.of, quick, url=job.api, seconds=REQUEST, settles=settles, remembers=known
            )
        deadly = DeadlyOutbox(outbox, death, job.sender)
        platforms = {job.platform: DeadlyChat(chat, death, job.sender)}
        await Deliverer(deadly, platforms, clock, most=8).run()


def main(job: Job) -> None:
    logging.disable(logging.CRITICAL)
    # The pause after an attempt without an answer is shrunk with the other times.
    from adapters.deliver import attempt  # noqa: PLC0415

    attempt.FIRST_PAUSE, attempt.LONGEST_PAUSE = timedelta(seconds=0.2), timedelta(seconds=1)
    asyncio.run(deliver(job))
