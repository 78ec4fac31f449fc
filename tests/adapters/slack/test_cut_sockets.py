"""Sockets that end again and again, in every way Slack ends them and in the middle of a frame: all is answered once.

Slack sends an event again that nobody acknowledged, as these scenes do; `make soak` cuts six hundred times, which is
once a second for ten minutes.
"""

from __future__ import annotations

import asyncio
import gc
import itertools
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from aiohttp import web

from adapters.slack.house import SlackHouse
from bot.call import Call
from bot.commands.turn import Reply
from tests.adapters.slack.desk import Bot, connected
from tests.standins.slack.doings import Doings

CUTS = (
    "closed",
    "aborted after an event",
    "aborted in a frame",
    "both aborted",
    "warning",
    "refresh_requested",
    "too_many_websockets",
)
LEDGER = Callable[[str, object], None]

pytestmark = pytest.mark.filterwarnings("ignore:Unclosed connection:ResourceWarning")
"""aiohttp lets go of a connection that was reset under a websocket only when its memory is collected."""


@dataclass
class Taken:
    """How often each asker's question was taken."""

    by: Counter[str] = field(default_factory=Counter)

    def counted(self, house: SlackHouse) -> SlackHouse:
        def take(call: Call) -> Reply:
            self.by[call.person.id] += 1
            return house.take(call)

        return replace(house, take=take)


def abort(socket: web.WebSocketResponse) -> None:
    assert socket._req is not None
    if socket._req.transport is not None:
        socket._req.transport.abort()


def half_a_frame(socket: web.WebSocketResponse, text: str) -> None:
    """Sends the beginning of a text frame (RFC 6455, 5.2), and ends the connection."""
    content = text.encode()
    assert socket._req is not None
    assert socket._req.transport is not None
    socket._req.transport.write(b"\x81\x7f" + len(content).to_bytes(8, "big") + content[: len(content) // 2])
    abort(socket)


async def cut(bot: Bot, how: str, event: dict[str, object], id: str) -> None:
    """Sends an event and ends the socket that it goes down, before or after it has come through whole."""
    slack, old = bot.slack, list(bot.slack.sockets)
    match how:
        case "aborted in a frame":
            half_a_frame(old[0], json.dumps({"type": "events_api", "envelope_id": id, "payload": event}))
        case "both aborted":
            for socket in old:
                abort(socket)
        case "closed" | "aborted after an event":
            await slack.send_envelope("events_api", event, id)
            await (old[0].close() if how == "closed" else asyncio.sleep(0))
            abort(old[0])
        case reason:
            await slack.disconnect(0, reason)
            # Nobody reads this any more: who was told to go has gone to open the next.
            await slack.send_envelope("events_api", event, id)
    gone = old if how == "both aborted" else old[:1]
    await slack.world.until(lambda: len(slack.sockets) == 2 and not set(gone) & set(slack.sockets))


async def cuts(database: Path, times: int, *, again: bool) -> tuple[Taken, int]:
    """Returns who was answered how often, and how many answers stand, with Slack sending again or not."""
    taken = Taken()
    async with connected(database, "sockets", change=taken.counted) as bot:
        for number, how in zip(range(times), itertools.cycle(CUTS)):
            event = Doings(bot.slack, user=f"U{number}").mention("value zhipu")
            await cut(bot, how, event, f"first{number}")
            if again:
                await bot.slack.envelope("events_api", event, id=f"again{number}", socket=number % 2)
            await bot.settled()
        assert bot.slack.most_sockets <= 4
        answers = len(bot.messages)
    del bot
    gc.collect()
    return taken, answers


def test_whatever_ends_a_socket_each_event_is_answered_once(database: Path) -> None:
    async def scene() -> None:
        async with asyncio.timeout(60):
            taken, answers = await cuts(database, 2 * len(CUTS), again=True)
        assert set(taken.by.values()) == {1}
        assert len(taken.by) == answers == 2 * len(CUTS)

    asyncio.run(scene())


def test_what_is_sent_again_is_what_saves_the_events_of_a_cut_socket(database: Path) -> None:
    async def scene() -> None:
        async with asyncio.timeout(60):
            taken, answers = await cuts(database, len(CUTS), again=False)
        # At least the half frame, and what was sent while no socket was up.
        assert answers == len(taken.by) <= len(CUTS) - 2

    asyncio.run(scene())


@pytest.mark.soak
def test_six_hundred_cuts_and_each_event_is_answered_once(database: Path, record_property: LEDGER) -> None:
    async def scene() -> None:
        taken, answers = await cuts(database, 600, again=True)
        record_property("ledger:sockets to Slack cut, in seven ways", 600)
        record_property("ledger:sockets to Slack cut: events answered once", sum(n == 1 for n in taken.by.values()))
        assert set(taken.by.values()) == {1}
        assert len(taken.by) == answers == 600

    asyncio.run(scene())
