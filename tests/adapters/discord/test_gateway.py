"""The real client over a real websocket and real HTTP, against a stand-in for Discord on this machine."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from typing import Any

import pytest
import yarl

from adapters.bootstrap import House
from adapters.charts.album import drawn as picture_of
from adapters.clock import StoppedClock
from adapters.discord.client import TwinstarClient
from bot.answer import Answer, AnyChart, Choice
from bot.call import Ask, Call
from bot.commands.turn import Reply
from bot.ports import Picture, Theme
from bot.text import Language, Message
from tests.adapters.discord.gateways import connected, one_server, place, play, said, two_servers, whispered
from tests.adapters.discord.houses import labels, wired
from tests.standins.discord.buckets import Limit
from tests.standins.discord.gateway import INVALID_SESSION, RECONNECT
from tests.standins.discord.people import buttons, parts
from tests.standins.discord.server import Discord

Opened = tuple[House, StoppedClock]


def test_compare_through_the_gateway(opened: Opened) -> None:
    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        alice, channel = place(discord)
        offered = await discord.typing(alice, channel, "compare", "companies", "智谱 mini")
        assert offered[0]["value"] == "zhipu minimax"
        assert (await discord.typing(alice, channel, "compare", "measure", "市值"))[0]["value"] == "market_value"
        asked = await discord.slash(alice, channel, "compare", companies="zhipu minimax", measure="market_value")
        [message] = await discord.shown(asked)
        assert asked.callback == {"type": 5}
        assert "Zhipu" in said(message)
        assert "MiniMax" in said(message)
        assert message.private_to is None
        pressed = await discord.press(alice, message, labels(message.body["components"])[0])
        await discord.until(lambda: pressed.filled)
        assert pressed.original is message
        explained = await discord.menu(alice, message, "Explain this number")
        [receipt] = await discord.shown(explained)
        assert receipt.private_to == alice.id
        assert "rests on" in said(receipt)

    play(wired(opened[0]), scenario, one_server)


def test_companies_asked_for_most_are_offered_first_in_chinese(opened: Opened) -> None:
    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        guild = discord.guilds[0]
        li, channel = discord.user("li", "zh-CN"), guild.channels[0]
        for company in ("稀宇", "智谱", "稀宇"):
            await discord.shown(await discord.slash(li, channel, "value", company=company))
        offered = await discord.typing(li, channel, "value", "company", "")
        assert [each["name"] for each in offered][:2] == ["MiniMax", "智谱 Zhipu"]

    play(wired(opened[0]), scenario, one_server)


def test_intents_and_shards_as_identified(opened: Opened) -> None:
    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        assert sorted(i["shard"] for i in discord.gateway.identified) == [[0, 2], [1, 2]]
        privileged = 1 << 1 | 1 << 8 | 1 << 15
        assert all(not i["intents"] & privileged for i in discord.gateway.identified)

    play(wired(opened[0]), scenario, two_servers)


def test_a_mention_and_a_direct_message_are_answered(opened: Opened) -> None:
    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        alice, channel = place(discord)
        await discord.say(alice, channel, "zhipu market value")
        await discord.gateway.flushed()
        await client.drained(10)
        assert not [m for m in discord.messages.values() if m.author is discord.me]
        asked = await discord.say(alice, channel, f"<@{discord.me.id}> zhipu market value")
        direct = await discord.say(alice, discord.direct(alice), "智谱 市值")
        await discord.until(lambda: len([m for m in discord.messages.values() if m.author is discord.me]) == 2)
        answers = {m.channel.id: m for m in discord.messages.values() if m.author is discord.me}
        assert "Zhipu" in said(answers[channel.id])
        assert answers[channel.id].body["message_reference"]["message_id"] == asked.id
        assert "智谱" in said(answers[direct.channel.id])

    play(wired(opened[0]), scenario, one_server)


def test_a_button_works_after_a_restart(opened: Opened) -> None:
    async def run() -> None:
        discord = one_server()
        async with discord.running() as (api, gateway):
            alice, channel = place(discord)
            async with connected(discord, wired(opened[0]), api, gateway):
                asked = await discord.slash(alice, channel, "value", company="zhipu")
                [message] = await discord.shown(asked)
                before = said(message)
            async with connected(discord, wired(opened[0]), api, gateway):
                pressed = await discord.press(alice, message, "Sources")
                await discord.until(lambda: pressed.filled)
                assert said(message) != before
            assert discord.refused == []
            assert len([r for r in discord.requests if r[0] == "PUT"]) == 1

    asyncio.run(run())


def test_a_menu_of_many_choices_works_after_a_restart_and_edits_in_place(opened: Opened) -> None:
    wiring = wired(opened[0])

    def asking_back(call: Call) -> Reply:
        if call.ask.options.get("company") != "which":
            return wiring.take(call)
        companies = list(wiring.directory.vocabulary("").companies.values())[:12]
        choices = tuple(
            Choice(Message("plain", {"text": c.name}), Ask("value", "", {"company": c.key})) for c in companies
        )
        return Reply(Answer(Message("help-companies"), choices=choices), "answered", "en", "")

    async def run() -> None:
        discord = one_server()
        async with discord.running() as (api, gateway):
            alice, channel = place(discord)
            async with connected(discord, replace(wiring, take=asking_back), api, gateway):
                asked = await discord.slash(alice, channel, "value", company="which")
                [message] = await discord.shown(asked)
                [menu] = parts(message.body["components"], 3)
                assert len(menu["options"]) == 12
            async with connected(discord, wiring, api, gateway):
                chosen = await discord.choose(alice, message, "MiniMax")
                await discord.until(lambda: chosen.filled)
                assert chosen.original is message
                assert "MiniMax" in said(message)
            assert discord.refused == []

    asyncio.run(run())


def test_a_menu_of_a_later_version_is_answered_kindly_to_its_user_alone(opened: Opened) -> None:
    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        alice, channel = place(discord)
        asked = await discord.slash(alice, channel, "value", company="zhipu")
        [message] = await discord.shown(asked)
        menu = {"type": 3, "custom_id": "m9|1", "placeholder": "-", "options": [{"label": "x", "value": "z9|x"}]}
        message.body = {**message.body, "components": [{"type": 1, "components": [menu]}]}
        told = await whispered(discord, await discord.choose(alice, message, "x"))
        assert "no longer works" in said(told)

    play(wired(opened[0]), scenario, one_server)


@pytest.mark.parametrize("cut", ["dropped", "reconnect", "invalid session", "resume refused"])
def test_a_gateway_cut_in_the_middle_of_a_command(opened: Opened, cut: str) -> None:
    """The command under way is answered once; what was asked meanwhile is replayed, or lost with its session."""
    begun, go_on = threading.Event(), threading.Event()
    wiring = wired(opened[0])
    taken: list[str] = []

    def slow(call: Call) -> Reply:
        taken.append(call.ask.options["company"])
        begun.set()
        assert go_on.wait(10)
        return wiring.take(call)

    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        alice, channel = place(discord)
        asked = await discord.slash(alice, channel, "value", company="zhipu")
        assert await asyncio.to_thread(begun.wait, 10)
        match cut:
            case "dropped":
                discord.gateway.drop()
            case "reconnect":
                await discord.gateway.tell(RECONNECT)
            case "invalid session":
                await discord.gateway.tell(INVALID_SESSION, False)
            case _:
                discord.gateway.refuse_resume = True
                discord.gateway.drop()
        meanwhile = await discord.slash(alice, channel, "value", company="minimax")
        await discord.gateway.connected(2)
        go_on.set()
        [message] = await discord.shown(asked)
        assert "Zhipu" in said(message)
        resumed = cut in ("dropped", "reconnect")
        assert discord.gateway.resumed == int(resumed)
        if resumed:
            [other] = await discord.shown(meanwhile)
            assert "MiniMax" in said(other)
        await discord.gateway.flushed()
        await client.drained(10)
        assert sorted(taken) == (["minimax", "zhipu"] if resumed else ["zhipu"])
        assert len(asked.shown) == 1

    play(replace(wiring, take=slow), scenario, one_server)


def test_an_event_delivered_twice_is_answered_once(opened: Opened) -> None:
    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        alice, channel = place(discord)
        asked = await discord.slash(alice, channel, "value", company="zhipu")
        session = next(iter(discord.gateway.sessions.values()))
        await discord.gateway.dispatch("INTERACTION_CREATE", session.events[-1]["d"], channel.guild)
        await discord.shown(asked)
        await discord.gateway.flushed()
        await client.drained(10)
        assert len([r for r in discord.requests if r[1].endswith("/callback")]) == 1

    play(wired(opened[0]), scenario, one_server)


def test_expired_and_unknown_interactions_leave_one_line_in_the_log(
    opened: Opened, caplog: pytest.LogCaptureFixture
) -> None:
    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        alice, channel = place(discord)
        discord.now = 10
        late = await discord.slash(alice, channel, "value", company="zhipu")
        late.at = 0.0
        unknown = await discord.slash(alice, channel, "value", company="zhipu")
        discord.asked.pop(unknown.id)
        await discord.until(lambda: len(discord.refused) == 2)
        assert [r.split(": ")[1] for r in discord.refused] == ["10062 Unknown interaction"] * 2
        discord.refused.clear()
        [message] = await discord.shown(await discord.slash(alice, channel, "value", company="zhipu"))
        old = buttons(message.body["components"])[0]
        old["custom_id"] = "a0|an id of an older version"
        pressed = await discord.press(alice, message, old["label"])
        await discord.until(lambda: bool(pressed.followups))
        [told] = pressed.followups
        assert "no longer works" in said(told)
        assert told.private_to == alice.id

    with caplog.at_level("INFO"):
        play(wired(opened[0]), scenario, one_server)
    assert len([r for r in caplog.records if "not acknowledged" in r.message]) == 2
    assert not [r for r in caplog.records if r.exc_info]


def test_a_token_that_dies_while_the_answer_is_worked_out(opened: Opened, caplog: pytest.LogCaptureFixture) -> None:
    wiring = wired(opened[0])
    server = one_server()

    def slow(call: Call) -> Reply:
        server.now = 20 * 60.0
        return wiring.take(call)

    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        alice, channel = place(discord)
        await discord.slash(alice, channel, "value", company="zhipu")
        await discord.until(lambda: bool(discord.refused))
        assert "50027" in discord.refused.pop()

    with caplog.at_level("INFO"):
        play(replace(wiring, take=slow), scenario, lambda: server)
    assert len([r for r in caplog.records if "could not be shown" in r.message]) == 1


def test_a_429_is_waited_out_and_nothing_is_lost_or_repeated(opened: Opened) -> None:
    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        alice, channel = place(discord)
        discord.buckets.routes = {"POST /api/v10/channels": Limit(1)}
        for _ in range(3):
            await discord.say(alice, channel, f"<@{discord.me.id}> zhipu market value")
        await discord.until(lambda: len([m for m in discord.messages.values() if m.author is discord.me]) == 3)
        refused = [r for r in discord.refused if ": 0 You are being rate limited" in r]
        assert refused == discord.refused
        discord.refused.clear()

    play(wired(opened[0]), scenario, one_server)


def test_a_layout_that_is_refused_is_followed_by_an_embed(opened: Opened) -> None:
    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        alice, channel = place(discord)
        check = discord._checked

        def strict(body: dict[str, Any], files: list[str], *, edit: bool = False) -> None:
            check({**body, "unknown": 1} if (body.get("flags") or 0) & 1 << 15 else body, files, edit=edit)

        object.__setattr__(discord, "_checked", strict)
        asked = await discord.slash(alice, channel, "value", company="zhipu")
        [message] = await discord.shown(asked)
        assert "Zhipu" in message.body["embeds"][0]["description"]
        assert len(discord.refused) == 1
        discord.refused.clear()

    play(wired(opened[0]), scenario, one_server)


def test_what_is_under_way_is_answered_before_the_end(opened: Opened) -> None:
    begun, go_on = threading.Event(), threading.Event()
    wiring = wired(opened[0])

    def slow(call: Call) -> Reply:
        begun.set()
        assert go_on.wait(10)
        return wiring.take(call)

    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        alice, channel = place(discord)
        asked = await discord.slash(alice, channel, "value", company="zhipu")
        assert await asyncio.to_thread(begun.wait, 10)
        ending = asyncio.create_task(client.drained(10))
        await discord.gateway.flushed()
        assert not ending.done()
        go_on.set()
        await ending
        assert len(asked.shown) == 1

    play(replace(wiring, take=slow), scenario, one_server)


def test_the_gateway_that_was_set_is_the_one_that_is_used(opened: Opened) -> None:
    client = TwinstarClient(wired(opened[0]), gateway="ws://127.0.0.1:9/")
    assert client._gateway == yarl.URL("ws://127.0.0.1:9/")


def test_charts_are_attached_as_pictures_with_words_for_who_cannot_see_them(opened: Opened) -> None:
    drawn: list[str] = []

    async def draw(chart: AnyChart, language: Language, theme: Theme) -> Picture:
        drawn.append(language)
        return await asyncio.to_thread(picture_of, chart, language, theme)

    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        alice, channel = place(discord)
        asked = await discord.slash(alice, channel, "history", companies="zhipu minimax", measure="market_value")
        [message] = await discord.shown(asked)
        assert message.files == [f"chart-{number}.png" for number, _ in enumerate(drawn, 1)]
        galleries = [c for c in message.body["components"][0]["components"] if c["type"] == 12]
        items = [item for gallery in galleries for item in gallery["items"]]
        assert [item["media"]["url"] for item in items] == [f"attachment://{name}" for name in message.files]
        assert all("Zhipu" in item["description"] for item in items)
        written = "\n".join(c["content"] for c in message.body["components"][0]["components"] if c["type"] == 10)
        assert "Zhipu from HK$57.89bn" in written
        assert not set("▁▂▃▄▅▆▇█") & set(written), "what is drawn is not written in letters beside it"

    play(replace(wired(opened[0]), draw=draw), scenario, one_server)


def test_a_file_of_figures_is_attached(opened: Opened) -> None:
    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        alice, channel = place(discord)
        asked = await discord.slash(alice, channel, "csv", command="compare zhipu minimax")
        [message] = await discord.shown(asked)
        assert [name.endswith(".csv") for name in message.files] == [True]

    play(wired(opened[0]), scenario, one_server)
