"""Questions that lean on the one before them, in a channel on Discord."""

from __future__ import annotations

from adapters.bootstrap import House
from adapters.clock import StoppedClock
from adapters.discord.client import TwinstarClient
from tests.adapters.discord.gateways import one_server, place, play, said
from tests.adapters.discord.houses import wired
from tests.standins.discord.server import Discord

Opened = tuple[House, StoppedClock]


def test_a_channel_is_followed_from_question_to_question(opened: Opened) -> None:
    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        alice, channel = place(discord)
        answers: list[str] = []
        for text in ("Zhipu or MiniMax: who is bigger?", "by how much?", "in USD", "and Anthropic vs OpenAI?"):
            await discord.say(alice, channel, f"<@{discord.me.id}> {text}")
            count = len(answers) + 1
            await discord.until(lambda n=count: len(_ours(discord)) == n)  # type: ignore[misc]
            answers.append(_ours(discord)[-1])
        assert "Zhipu" in answers[0]
        assert "HK$" in answers[1] and "ahead" in answers[1]
        assert "US$" in answers[2]
        assert "Anthropic" in answers[3] and "OpenAI" in answers[3]

    play(wired(opened[0]), scenario, one_server)


def _ours(discord: Discord) -> list[str]:
    return [said(m) for m in discord.messages.values() if m.author is discord.me]
