"""The bot on a stand-in Slack: the real Bolt app over real HTTP or sockets, a real database, a clock that is set."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import AsyncIterator, Callable, Coroutine
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from adapters.bootstrap import House, open_house
from adapters.settings import Settings
from adapters.slack.house import SlackHouse
from adapters.slack.start import Running, SlackSettings, running
from adapters.slack_parts import slack_house
from bot.call import Call
from bot.commands.turn import Reply
from bot.days import Instant
from tests.standins.slack.doings import Doings
from tests.standins.slack.server import APP_TOKEN, SIGNING_SECRET, StandIn
from tests.standins.slack.world import Message

Way = Literal["http", "sockets"]

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@dataclass
class SetClock:
    """A clock that moves when it is moved."""

    at: datetime = NOON

    def now(self) -> Instant:
        return Instant(self.at)

    def pass_seconds(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


@dataclass
class Gate:
    """Holds every answer back until it is opened, and then says that the clock went on by as long as it took."""

    clock: SetClock
    open: threading.Event = field(default_factory=threading.Event)
    begun: threading.Event = field(default_factory=threading.Event)
    taken: int = 0

    def before(self, take: Callable[[Call], Reply]) -> Callable[[Call], Reply]:
        """Returns the same taking of turns, held at the gate."""

        def held(call: Call) -> Reply:
            self.taken += 1
            self.begun.set()
            if not self.open.wait(20):
                raise TimeoutError("the gate was never opened")
            return take(call)

        return held

    def release_after(self, seconds: float) -> None:
        """Lets answers go after some time by the set clock."""
        self.clock.pass_seconds(seconds)
        self.open.set()


@dataclass
class Bot:
    """A running bot and the Slack it runs on."""

    slack: StandIn
    running: Running
    clock: SetClock
    house: House
    way: Way

    async def deliver(self, kind: str, payload: dict[str, Any], **more: Any) -> object:  # noqa: ANN401
        """Delivers the way this bot is connected, and returns what acknowledged it."""
        if self.way == "sockets":
            return await self.slack.envelope(kind, payload, **more)
        status, body = await self.slack.post(kind, payload, **more)
        assert status == 200, body
        return body

    async def command(self, text: str, doings: Doings | None = None, **more: str) -> object:
        payload = (doings or Doings(self.slack)).command(text, **more)
        return await self.deliver("slash_commands", payload)

    async def event(self, payload: dict[str, Any], **more: Any) -> object:  # noqa: ANN401
        return await self.deliver("events_api", payload, **more)

    async def press(self, message: Message, button: dict[str, Any], doings: Doings | None = None) -> object:
        return await self.deliver("interactive", (doings or Doings(self.slack)).press(message, button))

    async def shortcut(self, message: Message, doings: Doings | None = None) -> object:
        return await self.deliver("interactive", (doings or Doings(self.slack)).shortcut(message))

    async def settled(self) -> None:
        """Waits until everything that was taken is answered."""
        await self.running.background.drained()

    @property
    def messages(self) -> list[Message]:
        return [m for m in self.slack.world.messages if not m.deleted]


def play(scene: Coroutine[Any, Any, None]) -> None:
    """Runs a scene to its end, within a minute: one that waits for ever is a failure, not a standstill."""

    async def bounded() -> None:
        async with asyncio.timeout(60):
            await scene

    asyncio.run(bounded())


@contextlib.asynccontextmanager
async def standing(clock: SetClock) -> AsyncIterator[StandIn]:
    """A Slack with one team that has installed the app."""
    async with StandIn(clock) as slack:
        slack.world.team("T1", "C1", "C2")
        yield slack


@contextlib.asynccontextmanager
async def connected(
    database: Path,
    way: Way,
    *,
    slack: StandIn | None = None,
    clock: SetClock | None = None,
    change: Callable[[SlackHouse], SlackHouse] = lambda house: house,
    settings: SlackSettings | None = None,
) -> AsyncIterator[Bot]:
    """A bot that is connected to a Slack; the same one may be given to several, one after another."""
    clock = clock or SetClock()
    async with contextlib.AsyncExitStack() as stack:
        there = await stack.enter_async_context(standing(clock)) if slack is None else slack
        house = open_house(f"sqlite:///{database}", clock)
        stack.callback(house.close)
        known = settings or SlackSettings(bot_token=there.world.teams["T1"].token)
        known = replace(known, api_url=f"{there.url}/api/", host="127.0.0.1", port=0)
        if way == "sockets":
            known = replace(known, app_token=APP_TOKEN)
        else:
            known = replace(known, signing_secret=SIGNING_SECRET)
        # Its defaults alone, whatever .env lies about; and no limit on how often one may ask.
        # Nor is anything late on a machine that is busy with other tests.
        patient = replace(slack_house(house, Settings.model_construct()), patience=60.0, settling=0.0)
        unlimited = replace(patient, refusal=lambda _place, _person: None)
        parts = change(unlimited)
        adapter = await stack.enter_async_context(running(parts, known, no_wait))
        there.app_url = adapter.url
        if way == "sockets":
            await there.world.until(lambda: len(there.sockets) == 2)
        yield Bot(there, adapter, clock, house, way)


async def no_wait(_seconds: float) -> None:
    """Waits as long as it takes the loop to turn once."""
    await asyncio.sleep(0)
