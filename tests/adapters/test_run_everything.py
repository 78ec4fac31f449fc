"""`twinstar run` as it is started on a machine, with both platforms set up."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import re
import shutil
import signal
import socket
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from adapters.bootstrap import open_house
from adapters.clock import StoppedClock, SystemClock
from adapters.invocation import FAILED
from bot.call import Ask, Call, Person, Place
from bot.days import Instant
from data.opening import open_database
from tests.adapters.discord.gateways import one_server, said
from tests.standins.discord.server import TOKEN, Discord
from tests.standins.slack.doings import Doings
from tests.standins.slack.server import APP_TOKEN, StandIn

START = "import sys; from adapters.main import main; sys.exit(main(sys.argv[1:]))"
ROOT = Path(__file__).parents[2]
BEFORE = Instant.of("2026-06-20T00:00+00:00")
"""Before Zhipu's lock-up of July 2026 ends, so that a rule made then is due when the process starts."""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("loaded") / "twinstar.db"
    open_database(f"sqlite:///{path}", SystemClock()).close()
    return path


@pytest.fixture
def database(loaded: Path, tmp_path: Path) -> str:
    return f"sqlite:///{shutil.copy(loaded, tmp_path / 'twinstar.db')}"


def promised(database: str, *places: Place) -> None:
    """Makes a rule in each place, at a time at which it is not due yet."""
    house = open_house(database, StoppedClock(BEFORE))
    try:
        for place in places:
            ask = Ask.of("/alert add unlock zhipu T-7")
            reply = house.turns.take(Call(ask, place, Person(place.platform, place.team, "7")))
            assert reply.outcome == "answered", reply.answer
        assert house.ticker.tick().alerts == ()
    finally:
        house.close()


@pytest.fixture
def unused_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def environment(database: str, **more: str) -> dict[str, str]:
    own = ("SLACK_", "TWINSTAR_", "DISCORD_", "DATABASE_URL", "PORT")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(own)}
    alone = {"TWINSTAR_PRICES": "none", "TWINSTAR_RATES_URL": "none"}
    return {**clean, "PYTHONPATH": str(ROOT), "DATABASE_URL": database, **alone, **more}


async def started(folder: Path, settings: dict[str, str], *arguments: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-c", START, "run", *arguments, cwd=folder, env=settings, stderr=asyncio.subprocess.PIPE
    )


@contextlib.asynccontextmanager
async def both() -> AsyncIterator[tuple[StandIn, Discord, dict[str, str]]]:
    """Both platforms, and the settings that lead to them."""
    discord = one_server()
    loop = asyncio.get_running_loop()
    discord.follow(loop.time)
    async with StandIn(SystemClock()) as slack, discord.running() as (api, gateway):
        slack.world.team("T1", "C1", "C2")
        yield (
            slack,
            discord,
            {
                "SLACK_BOT_TOKEN": slack.world.teams["T1"].token,
                "SLACK_APP_TOKEN": APP_TOKEN,
                "SLACK_API_URL": f"{slack.url}/api/",
                "DISCORD_TOKEN": TOKEN,
                "DISCORD_API_URL": api,
                "DISCORD_GATEWAY_URL": gateway,
            },
        )


def play(scene: Callable[[], Coroutine[Any, Any, None]]) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(90):
            await scene()

    asyncio.run(bounded())


async def answered(slack: StandIn, discord: Discord) -> None:
    """Asks on both platforms and is answered."""
    before = len(slack.world.messages)
    await slack.envelope("slash_commands", Doings(slack).command("value zhipu on 2026-06-24"))
    await slack.world.until(lambda: len(slack.world.messages) > before)
    assert slack.world.messages[-1].text.startswith("Zhipu")
    asked = await discord.slash(discord.user("alice"), discord.guilds[0].channels[0], "value", company="zhipu")
    [message] = await discord.shown(asked)
    assert "Zhipu" in said(message)


def is_late(text: str) -> bool:
    """Says whether a text is an alert that fell due while nothing ran."""
    return re.search(r"Late\\?: (it|this) was due", text) is not None


async def healthy(port: int) -> tuple[int, dict[str, dict[str, str]]]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/health") as page:
        return page.status, json.loads(await page.text())


def test_everything_runs_and_a_part_that_is_killed_comes_back_alone(
    database: str, tmp_path: Path, unused_port: int
) -> None:
    async def scene() -> None:
        async with both() as (slack, discord, settings):
            channel = discord.guilds[0].channels[0]
            server = Place("discord", str(discord.guilds[0].id), str(channel.id))
            await asyncio.to_thread(promised, database, Place("slack", "T1", "C1"), server)
            bot = await started(tmp_path, environment(database, PORT=str(unused_port), **settings))
            await slack.world.until(lambda: len(slack.sockets) == 2)
            await discord.gateway.connected(1)
            # The alert that fell due meanwhile is told on both, once, and says that it is late.
            await slack.world.until(lambda: any(m.channel == "C1" for m in slack.world.messages))
            await discord.until(lambda: any(m.channel is channel for m in discord.messages.values()))
            [alert] = [m for m in slack.world.messages if m.channel == "C1" and not m.deleted]
            assert "Zhipu" in alert.text
            assert is_late(json.dumps(alert.blocks))
            [told] = [m for m in discord.messages.values() if m.channel is channel]
            assert is_late(said(told))
            await answered(slack, discord)
            status, page = await healthy(unused_port)
            assert status == 200, page
            parts = {"slack", "slack-deliveries", "discord", "discord-deliveries", "worker", "heartbeat", "health"}
            assert parts <= page["parts"].keys()
            # A token that is suddenly not known any more kills the connection for good: that part is started anew.
            for session in list(discord.gateway.sessions.values()):
                if session.socket is not None:
                    await session.socket.close(code=4004)
            await discord.gateway.connected(2)
            await answered(slack, discord)
            assert len(slack.sockets) == 2
            bot.send_signal(signal.SIGTERM)
            async with asyncio.timeout(10):
                _, errors = await bot.communicate()
            assert bot.returncode == 0, errors
            lines = [line for line in errors.decode().splitlines() if " adapters.supervising " in line]
            assert [line.split(" ", 2)[2] for line in lines] == [
                "adapters.supervising discord broke and is started again"
            ], errors
            for secret in (TOKEN, APP_TOKEN, settings["SLACK_BOT_TOKEN"]):
                assert secret not in errors.decode()
            assert [m for m in slack.world.messages if is_late(json.dumps(m.blocks))] == [alert]

    play(scene)


def test_a_second_one_on_the_same_database_says_who_has_it(database: str, tmp_path: Path) -> None:
    async def scene() -> None:
        async with both() as (slack, _discord, settings):
            first = await started(tmp_path, environment(database, **settings))
            await slack.world.until(lambda: len(slack.sockets) == 2)
            second = await started(tmp_path, environment(database, **settings))
            _, errors = await second.communicate()
            assert second.returncode == FAILED
            assert f"Twinstar already runs on this database, as process {first.pid}" in errors.decode()
            assert "Traceback" not in errors.decode()
            first.send_signal(signal.SIGKILL)
            await first.communicate()
            # The system let go of the lock when the process was killed.
            third = await started(tmp_path, environment(database, **settings))
            await slack.world.until(lambda: len(slack.sockets) >= 2)
            third.send_signal(signal.SIGINT)
            await third.communicate()
            assert third.returncode == 0

    play(scene)


def test_with_nothing_set_up_it_says_what_to_do(database: str, tmp_path: Path) -> None:
    async def scene() -> None:
        bot = await started(tmp_path, environment(database))
        _, errors = await bot.communicate()
        assert bot.returncode == FAILED
        assert "twinstar doctor" in errors.decode()

    play(scene)
