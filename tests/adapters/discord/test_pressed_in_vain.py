"""A button that is pressed while the database is away: the presser is told what is wrong and what to press again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from adapters.bootstrap import House
from adapters.choices import STORED
from adapters.clock import StoppedClock
from adapters.discord.client import TwinstarClient
from adapters.discord.wiring import Wiring
from bot.answer import Choice
from bot.call import Ask, Call
from bot.commands.turn import Reply
from bot.text import Message, Raw
from tests.adapters.discord.gateways import one_server, place, play, said
from tests.adapters.discord.houses import wired
from tests.adapters.discord.test_cut_gateway import without_database
from tests.standins.discord.people import buttons
from tests.standins.discord.server import Discord

Opened = tuple[House, StoppedClock]

LONG = Ask(
    "compare", "zhipu minimax sensetime baidu anthropic openai market value " + "in euros on 24 June of the year 2026"
)
"""Does not fit into the id of a button, so that it is kept in the database."""


def with_a_long_choice(wiring: Wiring) -> Wiring:
    def take(call: Call) -> Reply:
        reply = wiring.take(call)
        choices = (*reply.answer.choices, Choice(Message("plain", {"text": Raw("All six")}), LONG))
        return replace(reply, answer=replace(reply.answer, choices=choices)) if reply.plan else reply

    return replace(wiring, take=take)


@pytest.mark.parametrize("stored", [False, True], ids=["its ask in its id", "its ask in the database"])
@pytest.mark.parametrize("direct", [False, True], ids=["in a channel", "in a direct conversation"])
def test_who_presses_in_vain_is_told_once_what_to_press_again(opened: Opened, stored: bool, direct: bool) -> None:
    house = opened[0]

    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        alice, channel = place(discord)
        where = discord.direct(alice) if direct else channel
        asked = await discord.slash(alice, where, "compare", companies="zhipu minimax", measure="market_value")
        [message] = await discord.shown(asked)
        every = buttons(message.body["components"])
        label = next(b["label"] for b in every if b["custom_id"].startswith(STORED) is stored)
        before = said(message)
        with without_database(house):
            pressed = await discord.press(alice, message, label)
            await discord.until(lambda: bool(pressed.followups))
            await client.drained(10)
        [told] = pressed.followups
        assert "inside Twinstar" in said(told)
        assert f"once that works again, press “{label}” once more" in said(told)
        assert told.private_to == alice.id or direct
        assert said(message) == before, "the button is still there to be pressed"
        again = await discord.press(alice, message, label)
        await discord.until(lambda: again.filled or bool(again.followups))
        assert said(message) != before or again.followups

    play(with_a_long_choice(wired(house)), scenario, one_server)


def test_who_asks_what_a_message_rests_on_is_told_as_well(opened: Opened) -> None:
    house = opened[0]

    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        alice, channel = place(discord)
        [message] = await discord.shown(await discord.slash(alice, channel, "value", company="zhipu"))
        with without_database(house):
            asked = await discord.menu(alice, message, "Explain this number")
            [told] = await discord.shown(asked)
        assert "inside Twinstar" in said(told)

    play(wired(house), scenario, one_server)
