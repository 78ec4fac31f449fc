"""What the Discord adapter costs beside discord.py itself: from the gateway's event to the answer, HTTP left out."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from time import process_time
from typing import Any
from unittest.mock import patch

import discord
from discord import app_commands
from discord.user import ClientUser
from discord.webhook.async_ import AsyncWebhookAdapter

from adapters.bootstrap import open_house
from adapters.clock import StoppedClock
from adapters.discord.client import TwinstarClient
from adapters.discord.wiring import Wiring
from adapters.running import discord_wiring
from adapters.settings import Settings
from bot.answer import Answer
from bot.call import Call
from bot.commands.turn import Reply
from bot.days import Instant
from bot.schema import CommandTable
from bot.text import Message, Raw
from tests.benchmarks.frame import Bench, Contestant
from tests.standins.discord.payloads import Asked, Json, Posted
from tests.standins.discord.server import Discord

GO = 100
"""Commands of one measured go, one after another."""

ROUNDS = 7
MILLION = 1_000_000


class Stubbed:
    """A client on a loop of its own, to which nothing answers but at once."""

    def __init__(self, make: Callable[[], discord.Client], *, rebuilding: bool = False) -> None:
        self._loop = asyncio.new_event_loop()
        self._world = Discord()
        self._channel = self._world.channel(self._world.guild("one"), "bench")
        self._user = self._world.user("alice")
        self._rebuilding = rebuilding
        self._answered = asyncio.Event()
        self._client = self._loop.run_until_complete(self._ready(make))

    async def _ready(self, make: Callable[[], discord.Client]) -> discord.Client:
        client = make()
        await client._async_setup_hook()
        state: Any = client._connection
        me: Any = self._world.me.payload()
        state.user = ClientUser(state=state, data=me)
        state.application_id = self._world.application
        client.http.request = _nothing  # type: ignore[method-assign]
        await client.setup_hook()
        return client

    def go(self) -> float:
        """Returns microseconds of processor time for one command, of all threads."""
        with patch.object(AsyncWebhookAdapter, "request", self._request):
            before = process_time()
            self._loop.run_until_complete(self._commands())
            return (process_time() - before) * MILLION / GO

    async def _commands(self) -> None:
        for _ in range(GO):
            if self._rebuilding:
                await self._client.setup_hook()
            self._answered.clear()
            asked = Asked(self._world.ids.next(), "token", 2, self._channel, self._user, 0.0)
            given = [{"name": "company", "type": 3, "value": "zhipu"}]
            payload = self._world.payload_of(asked, {"id": "1", "name": "value", "type": 1, "options": given})
            state: Any = self._client._connection
            state.parse_interaction_create(payload)
            await self._answered.wait()
        if isinstance(self._client, TwinstarClient):
            await self._client.drained(10)

    async def _request(self, route: Any, *_: Any, **__: Any) -> Json:  # noqa: ANN401
        if route.path.endswith("/callback"):
            return {"interaction": {"id": "1", "type": 2}}
        self._answered.set()
        return Posted(1, self._channel, self._world.me, {}).payload()


async def _nothing(*_: Any, **__: Any) -> list[Json]:  # noqa: ANN401
    return []


class Bare(discord.AutoShardedClient):
    """discord.py with one command that says what it was given, acknowledged first, as ours is."""

    def __init__(self) -> None:
        super().__init__(intents=discord.Intents(guilds=True), max_messages=None)
        self.tree = app_commands.CommandTree(self)

        async def value(interaction: discord.Interaction, company: str) -> None:
            await interaction.response.defer()
            await interaction.edit_original_response(content=company)

        self.tree.add_command(app_commands.Command(name="value", description="-", callback=value))


def _of(wiring: Wiring, commands: int) -> Wiring:
    """Returns a wiring with so many commands, whose answer is one sentence at hand."""
    value = wiring.table.by_name["value"]
    others = [replace(value, name=f"value{n}", examples=(f"/value{n} zhipu",), names_zh=()) for n in range(1, commands)]
    answer = Answer(Message("plain", {"text": Raw("zhipu")}))

    def take(call: Call) -> Reply:
        return Reply(answer, "answered", "en", "")

    return replace(wiring, table=CommandTable((value, *others)), take=take)


def benches() -> Iterator[Bench]:
    """Yields the cost of a command in processor time: the adapter alone, with 30 commands, and with a real answer."""
    with tempfile.TemporaryDirectory() as folder:
        house = open_house(f"sqlite:///{Path(folder) / 'bench.db'}", StoppedClock(Instant.of("2026-06-25T09:00Z")))
        settings = {"TWINSTAR_CALLS_PER_PERSON": 0, "TWINSTAR_CALLS_PER_CHANNEL": 0}
        wiring = discord_wiring(house, Settings.model_validate(settings))
        one, thirty = (Stubbed(_maker(_of(wiring, count))) for count in (1, 30))
        whole = Stubbed(_maker(wiring))
        wrong = Stubbed(_maker(_of(wiring, 30)), rebuilding=True)
        try:
            yield Bench(
                title="A command on Discord, from the gateway's event to the answer's request, without HTTP",
                unit="µs",
                ours=(
                    Contestant("adapter, 1 command in the table", one.go),
                    Contestant("adapter, 30 commands in the table", thirty.go),
                    Contestant("adapter and core: /value zhipu, receipts kept", whole.go),
                ),
                reference=Contestant("bare discord.py: acknowledged, then a line", Stubbed(Bare).go),
                control=Contestant("30 commands, the tree built anew for each call", wrong.go),
                apart=3,
                rounds=ROUNDS,
            )
        finally:
            house.close()


def _maker(wiring: Wiring) -> Callable[[], discord.Client]:
    return lambda: TwinstarClient(wiring)
