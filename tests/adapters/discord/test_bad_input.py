"""Bad input over the real gateway: unreadable, hostile, out of place, from elsewhere."""

from __future__ import annotations

import pytest

from adapters.bootstrap import House
from adapters.clock import StoppedClock
from adapters.discord.client import TwinstarClient
from bot.call import Person, Place
from tests.adapters.discord.gateways import one_server, place, play, said, two_servers, whispered
from tests.adapters.discord.houses import wired
from tests.standins.discord.server import Discord

Opened = tuple[House, StoppedClock]


def test_what_cannot_be_read_is_told_to_the_asker_alone(opened: Opened) -> None:
    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        alice, channel = place(discord)
        huge = await discord.slash(alice, channel, "value", company="z" * 6_000)
        assert "characters long" in said(await whispered(discord, huge))
        discord.commands.append({"id": "1", "name": "older"})
        assert "has changed" in said(await whispered(discord, await discord.slash(alice, channel, "older")))
        fewer = await discord.slash(alice, channel, "value")
        assert "has changed" in said(await whispered(discord, fewer))

    play(wired(opened[0]), scenario, one_server)


HOSTILE = (
    "@everyone <@1> <#2> </value:3> **a** ||b|| `c` [d](https://e.example)",
    "\u202e\x00nobody\ud800" * 9,
)


@pytest.mark.parametrize("name", HOSTILE, ids=["marks", "characters"])
def test_hostile_names_tell_and_format_nothing(opened: Opened, name: str) -> None:
    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        mallory = discord.user(name)
        channel = discord.channel(discord.guilds[0], name[:90])
        message = await whispered(discord, await discord.slash(mallory, channel, "value", company=name))
        assert message.body["allowed_mentions"] == {"parse": []}
        assert "@everyone" not in said(message)
        assert "<@1>" not in said(message)
        assert await discord.typing(mallory, channel, "compare", "companies", name) is not None

    play(wired(opened[0]), scenario, one_server)


def test_two_servers_and_a_person_alone_never_cross(opened: Opened) -> None:
    """Someone who installed the app only for themselves is their own workspace, whatever server they use it in."""

    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        one, two = (guild.channels[0] for guild in discord.guilds)
        alice = discord.user("alice")
        value = next(c for c in discord.commands if c["name"] == "value")
        given = [{"name": "company", "type": 3, "value": "moonshot"}]
        data = {"id": value["id"], "name": "value", "type": 1, "options": given}
        await discord.shown(await discord.interact(2, alice, one, data))
        assert (await discord.typing(alice, one, "value", "company", ""))[0]["value"] == "moonshot"
        assert (await discord.typing(alice, two, "value", "company", ""))[0]["value"] != "moonshot"
        [alone] = await discord.shown(await discord.interact(2, alice, two, data, alone=True))
        assert (await discord.typing(alice, two, "value", "company", ""))[0]["value"] != "moonshot"
        await discord.gateway.flushed()
        await client.drained(10)
        here = Place("discord", str(two.guild), str(two.id))
        assert opened[0].postings.shown(here, Person("discord", here.team, str(alice.id)), str(alone.id)) is None
        mine = Place("discord", "", str(two.id))
        assert opened[0].postings.shown(mine, Person("discord", "", str(alice.id)), str(alone.id)) is not None

    play(wired(opened[0]), scenario, two_servers)


def test_a_channel_where_it_is_not_used_is_told_so(opened: Opened) -> None:
    discord = one_server()
    used = discord.channel(discord.guilds[0], "used")

    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        alice, channel = place(discord)
        told = await whispered(discord, await discord.slash(alice, channel, "value", company="zhipu"))
        assert "not used in this channel" in said(told)
        thread = discord.channel(discord.guilds[0], "thread", used)
        await discord.gateway.dispatch("THREAD_CREATE", thread.payload(), thread.guild)
        for allowed in (used, thread, discord.direct(alice)):
            [message] = await discord.shown(await discord.slash(alice, allowed, "value", company="zhipu"))
            assert "Zhipu" in said(message)

    play(wired(opened[0], DISCORD_CHANNELS=f"{used.id}, 1"), scenario, lambda: discord)
