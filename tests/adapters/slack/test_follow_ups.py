"""Questions that lean on the one before them, in a thread on Slack."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.adapters.slack.desk import Way, connected, play
from tests.standins.slack.doings import Doings

pytestmark = pytest.mark.parametrize("way", ["http", "sockets"])


def test_a_thread_is_followed_and_another_thread_knows_nothing_of_it(way: Way, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            doings = Doings(bot.slack)
            asked = doings.mention("who's bigger, Zhipu or MiniMax, and by how much?")
            await bot.event(asked)
            await bot.settled()
            thread = asked["event"]["ts"]
            for text in ("what about in USD?", "and on revenue?", "那另一对呢"):
                await bot.event(doings.mention(text, thread=thread))
                await bot.settled()
            first, dollars, revenue, pair = bot.messages
            assert "HK$" in first.text
            assert "US$" in dollars.text
            assert "revenue" in revenue.text and "Zhipu" in revenue.text
            assert "Anthropic" in pair.text and "OpenAI" in pair.text
            assert {m.thread for m in bot.messages} == {thread}
            await bot.event(doings.mention("what about in USD?"))
            await bot.settled()
            assert "Which company" in bot.messages[-1].text

    play(scene())
