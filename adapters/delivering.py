"""Delivering beside a platform's answering: the deliverer with that platform's chat, for as long as it runs."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Mapping

import aiohttp

from adapters.bootstrap import House
from adapters.deliver.deliverer import Deliverer, Keep
from adapters.deliver.limiter import Limiter
from adapters.deliver.turnstile import ANSWER
from adapters.discord.chat import DiscordChat
from adapters.discord.limits_of_posting import PostingLimits as DiscordLimits
from adapters.heartbeat import Heartbeat, beating
from adapters.slack.chat import running_chat
from adapters.slack.house import SlackHouse
from adapters.slack.start import SlackSettings
from bot.commands.turn import Reply
from bot.delivery import Delivery
from bot.ports import Chat
from data.leading import Leadership

STRAIGHT = ("/interactions/", "/webhooks/")
"""Parts of addresses that Discord's limit over everything leaves out; nobody who asked something stands in line."""


@contextlib.asynccontextmanager
async def delivering(house: House, chats: Mapping[str, Chat]) -> AsyncIterator[Deliverer]:
    """Ticks and delivers until the block is left; then what is under way is finished first."""
    leadership = Leadership(house.database.url)
    deliverer = Deliverer(house.outbox, chats, house.clock, receipts(house))
    running = asyncio.create_task(deliverer.run())
    try:
        async with beating(Heartbeat(house.ticker.tick, leadership.leads)):
            yield deliverer
    finally:
        leadership.leave()
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running


def receipts(house: House) -> Keep:
    """Returns what keeps a receipt of everything that was delivered, so that it can be explained where it stands."""

    def keep(delivery: Delivery, message: str) -> None:
        place = delivery.destination
        # Slack names a message by its channel also in a thread; on Discord a thread is a channel.
        channel = place.channel if place.platform == "slack" else place.thread or place.channel
        reply = Reply(delivery.document, "answered", delivery.language, delivery.workspace, delivery.plan)
        house.postings.keep(reply, place.platform, channel, message)

    return keep


@contextlib.asynccontextmanager
async def delivering_on_slack(house: House, slack: SlackHouse, settings: SlackSettings) -> AsyncIterator[Deliverer]:
    """Delivers to every team that the app is installed in."""
    async with running_chat(slack, settings) as chat, delivering(house, {"slack": chat}) as deliverer:
        yield deliverer


class DiscordPosting:
    """The one limiter that alerts and discord.py's own requests go through."""

    def __init__(self) -> None:
        self.limits, self._limiter = DiscordLimits(), Limiter()

    def trace(self) -> aiohttp.TraceConfig:
        """Returns what makes discord.py's requests stand in line, in front of every alert."""
        trace = aiohttp.TraceConfig()

        async def before(_session: object, _context: object, request: aiohttp.TraceRequestStartParams) -> None:
            path = request.url.path
            if (
                request.url.scheme.startswith("http")
                and path.startswith("/api/")
                and not any(s in path for s in STRAIGHT)
            ):
                await self._limiter.enter("", ANSWER, self.limits.of_bot(), longest=float("inf"))

        trace.on_request_start.append(before)
        return trace

    @contextlib.asynccontextmanager
    async def delivering(self, house: House, token: str, url: str) -> AsyncIterator[Deliverer]:
        """Delivers to every channel that the bot can see."""
        async with aiohttp.ClientSession() as session:
            chat = DiscordChat(session, token, house.writers.of, self.limits, url=url, limiter=self._limiter)
            async with delivering(house, {"discord": chat}) as deliverer:
                yield deliverer
