"""discord.py's own requests stand in line in front of alerts, and answers to interactions in no line at all."""

from __future__ import annotations

import asyncio

import aiohttp

from adapters.deliver.limiter import Limiter
from adapters.deliver.turnstile import VALUE
from adapters.delivering import DiscordPosting
from adapters.discord.chat import DiscordChat
from adapters.discord.limits_of_posting import PostingLimits
from adapters.words import Writers
from tests.fakes.deliveries import delivery
from tests.standins.discord.server import TOKEN, Discord


def test_an_answer_to_an_interaction_waits_for_nothing() -> None:
    async def scene() -> None:
        posting = DiscordPosting()
        headers = {"Authorization": f"Bot {TOKEN}"}
        async with (
            asyncio.timeout(20),
            Discord().running() as (api, _),
            aiohttp.ClientSession(headers=headers, trace_configs=[posting.trace()]) as session,
        ):
            for _ in range(60):
                posting.limits.everywhere.take(posting._limiter._steady())
            order: list[str] = []

            async def get(path: str) -> None:
                async with session.get(api + path):
                    order.append(path)

            async def alert() -> None:
                await posting._limiter.enter("w", VALUE, posting.limits.of_bot())
                order.append("alert")

            waiting = [asyncio.create_task(alert()), asyncio.create_task(get("/users/@me"))]
            await get("/interactions/1/token/callback")
            assert order == ["/interactions/1/token/callback"]
            await asyncio.gather(*waiting)
            assert set(order[1:]) == {"alert", "/users/@me"}

    asyncio.run(scene())


def test_alerts_stand_in_the_line_that_they_are_given() -> None:
    async def scene() -> None:
        limiter, limits = Limiter(), PostingLimits(1)
        async with aiohttp.ClientSession() as session:
            chat = DiscordChat(session, TOKEN, Writers().of, limits, limiter=limiter)
            limits.everywhere.take(limiter._steady())
            waiting = asyncio.create_task(chat.turn(delivery("a", "7", platform="discord")))
            while not len(limiter):
                await asyncio.sleep(0)
            waiting.cancel()

    asyncio.run(asyncio.wait_for(scene(), 20))
