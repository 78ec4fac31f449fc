"""Who may manage a server: what Discord says with each interaction decides, and no request is made for it."""

from __future__ import annotations

from adapters.bootstrap import House
from adapters.clock import StoppedClock
from adapters.discord.client import TwinstarClient
from tests.adapters.discord.gateways import one_server, place, play, said, whispered
from tests.adapters.discord.houses import wired
from tests.standins.discord.server import Discord

Opened = tuple[House, StoppedClock]

MANAGES, WRITES = str(1 << 5), str(1 << 11)
"""Manage Guild and Send Messages: discord.com/developers/docs/topics/permissions."""


def test_who_manages_the_server_says_who_may_edit_and_others_are_refused(opened: Opened) -> None:
    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        alice, channel = place(discord)
        bob = discord.user("bob")
        alice.permissions, bob.permissions = MANAGES, WRITES
        refused = await discord.slash(bob, channel, "settings", setting="editing administrators")
        assert "Only an administrator may do that" in said(await whispered(discord, refused))
        done = await discord.slash(alice, channel, "settings", setting="editing administrators")
        assert "administrators alone" in said(await whispered(discord, done))
        refused = await discord.slash(bob, channel, "alert", alert="add unlock zhipu T-7")
        assert "Only administrators change that here" in said(await whispered(discord, refused))
        kept = await discord.slash(alice, channel, "alert", alert="add unlock zhipu T-7")
        assert "Watching from now on" in said(await whispered(discord, kept))

    play(wired(opened[0]), scenario, one_server)
