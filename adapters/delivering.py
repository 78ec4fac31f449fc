"""Delivering beside a platform's answering: receipts of what was delivered, and the limiter that both share."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator

import aiohttp

from adapters.bootstrap import House
from adapters.deliver.deliverer import Keep
from adapters.deliver.limiter import Limiter
from adapters.deliver.turnstile import ANSWER
from adapters.discord.chat import DiscordChat
from adapters.discord.limits_of_posting import PostingLimits as DiscordLimits
from adapters.discord.programme import DiscordCalendar
from bot.commands.turn import Reply
from bot.delivery import Delivery

STRAIGHT = ("/interactions/", "/webhooks/")
"""Parts of addresses that Discord's limit over everything leaves out; nobody who asked something stands in line."""


def receipts(house: House) -> Keep:
    """Returns what keeps a receipt of everything that was delivered, so that it can be explained where it stands."""

    def keep(delivery: Delivery, message: str) -> None:
        place = delivery.destination
        # Slack names a message by its channel also in a thread; on Discord a thread is a channel.
        channel = place.channel if place.platform == "slack" else place.thread or place.channel
        reply = Reply(delivery.document, "answered", delivery.language, delivery.workspace, delivery.plan)
        house.postings.keep(reply, place.platform, channel, message)

    return keep


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
                waiter = await self._limiter.enter("", ANSWER, self.limits.of_bot(), longest=float("inf"))
                await self._limiter.leave(waiter)

        trace.on_request_start.append(before)
        return trace

    @contextlib.asynccontextmanager
    async def chat(self, house: House, token: str, url: str) -> AsyncIterator[DiscordChat]:
        """Opens the chat with every channel that the bot can see."""
        async with aiohttp.ClientSession() as session:
            yield DiscordChat(session, token, house.writers.of, self.limits, url=url, limiter=self._limiter)

    @contextlib.asynccontextmanager
    async def calendar(self, house: House, token: str, url: str) -> AsyncIterator[DiscordCalendar]:
        """Opens the calendars of every server that the bot is in."""
        async with aiohttp.ClientSession() as session:
            yield DiscordCalendar(session, token, house.writers.of, self.limits, self._limiter, url=url)
