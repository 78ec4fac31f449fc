"""discord.py's own requests stand in line in front of alerts, and answers to interactions in no line at all."""

from __future__ import annotations

import asyncio

import aiohttp

from adapters.deliver.turnstile import VALUE
from adapters.delivering import DiscordPosting
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
