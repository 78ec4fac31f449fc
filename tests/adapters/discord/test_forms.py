"""Making an alert in a modal on Discord, over the real gateway client: what to watch, the fields, the replay, kept."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace

from adapters.bootstrap import House
from adapters.clock import StoppedClock
from adapters.discord.client import TwinstarClient
from bot.call import Call, Person, Place
from bot.commands.turn import Reply
from tests.adapters.discord.gateways import connected, one_server, place, play, said, whispered
from tests.adapters.discord.houses import labels, wired
from tests.standins.discord.payloads import Asked
from tests.standins.discord.server import Discord

Opened = tuple[House, StoppedClock]


async def modal(discord: Discord, asked: Asked) -> dict[str, object]:
    await discord.until(lambda: asked.callback is not None)
    assert asked.callback is not None and asked.callback["type"] == 9
    data: dict[str, object] = asked.callback["data"]
    return data


def kept(house: House, guild: int) -> list[str]:
    workspace = house.settings.workspace_of(Place("discord", str(guild), "1"), Person("discord", str(guild), "1"))
    return [each.rule.id for each in house.rules.of(workspace)]


def test_what_to_watch_then_the_fields_then_the_replay_then_kept(opened: Opened) -> None:
    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        alice, channel = place(discord)
        asked = await discord.slash(alice, channel, "alert", alert="new")
        menu = await whispered(discord, asked)
        chosen = await discord.choose(alice, menu, "A figure crosses a level")
        shown = await modal(discord, chosen)
        assert shown["title"] == "New alert"
        sent = await discord.send_in(alice, chosen, who="Zhipu", level="HK$300bn", often="Once")
        await discord.until(lambda: sent.filled)
        message = sent.original
        assert message is menu
        assert "If it were made now\\: Zhipu market value crosses HK$300bn upwards" in said(message)
        assert "Replay\\: in the last" in said(message)
        assert labels(message.body["components"]) == ["Keep it", "Change it", "Drop it"]
        assert kept(opened[0], channel.guild or 0) == []
        pressed = await discord.press(alice, message, "Keep it")
        await discord.until(lambda: pressed.filled)
        assert "Watching from now on" in said(message)
        assert len(kept(opened[0], channel.guild or 0)) == 1

    play(wired(opened[0]), scenario, one_server)


def test_a_fault_is_said_with_what_to_type_and_the_form_opens_again_as_it_was(opened: Opened) -> None:
    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        _, channel = place(discord)
        li = discord.user("li", "zh-CN")
        asked = await discord.slash(li, channel, "alert", alert="表单 level 智谱")
        assert (await modal(discord, asked))["title"] == "新建提醒"
        sent = await discord.send_in(li, asked, level="很多")
        message = await whispered(discord, sent)
        assert "“很多”不是可用的水平。请填数字，例如 5000亿港元、80 或 25%。" in said(message)
        again = await discord.press(li, message, "填写表单")
        shown = str(await modal(discord, again))
        assert "很多" in shown and "请填数字" in shown
        sent = await discord.send_in(li, again, level="3000亿港元")
        await discord.until(lambda: sent.filled)
        assert "3,000亿港元" in said(message)
        dropped = await discord.press(li, message, "放弃")
        await discord.until(lambda: dropped.filled)
        assert "什么都没有保存" in said(message)
        assert kept(opened[0], channel.guild or 0) == []

    play(wired(opened[0]), scenario, one_server)


def test_a_form_is_sent_in_after_a_restart(opened: Opened) -> None:
    async def run() -> None:
        discord = one_server()
        async with discord.running() as (api, gateway):
            alice, channel = place(discord)
            async with connected(discord, wired(opened[0]), api, gateway):
                asked = await discord.slash(alice, channel, "alert", alert="form ratio zhipu minimax")
                await modal(discord, asked)
            async with connected(discord, wired(opened[0]), api, gateway):
                sent = await discord.send_in(alice, asked, times="6")
                message = await whispered(discord, sent)
                assert "Zhipu over MiniMax, market value crosses 6x upwards" in said(message)
            assert discord.refused == []

    asyncio.run(run())


def test_a_form_that_is_not_ready_in_time_becomes_a_message_that_opens_it(opened: Opened) -> None:
    gate = threading.Event()
    wiring = wired(opened[0])

    def held(call: Call) -> Reply:
        assert gate.wait(20)
        return wiring.take(call)

    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        alice, channel = place(discord)
        asked = await discord.slash(alice, channel, "alert", alert="form level zhipu")
        await discord.until(lambda: asked.callback is not None)
        assert asked.callback is not None and asked.callback["type"] == 5
        gate.set()
        message = await whispered(discord, asked)
        assert "Still open\\: Level" in said(message)

    play(replace(wiring, take=held, patience=0.0), scenario, one_server)


def test_every_kind_of_form_is_taken_by_discord(opened: Opened) -> None:
    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        alice, channel = place(discord)
        asked = await discord.slash(alice, channel, "alert", alert="new")
        menu = await whispered(discord, asked)
        (each,) = [c for c in menu.body["components"][0]["components"] if c["type"] == 1]
        for option in each["components"][0]["options"]:
            chosen = await discord.choose(alice, menu, option["label"])
            assert await modal(discord, chosen)

    play(wired(opened[0]), scenario, one_server)
