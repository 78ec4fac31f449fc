"""Two processes for Discord on one PostgreSQL: one is connected and answers, the other takes over when it dies."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

from tests.adapters.discord.gateways import one_server, said
from tests.adapters.test_run_everything import environment, play, started
from tests.standins.discord.server import TOKEN, Discord


async def asked(discord: Discord) -> None:
    call = await discord.slash(discord.user("alice"), discord.guilds[0].channels[0], "value", company="zhipu")
    [message] = await discord.shown(call)
    assert "Zhipu" in said(message)


def test_one_answers_and_the_other_stands_by_until_it_is_gone(postgres_url: str, tmp_path: Path) -> None:
    async def scene() -> None:
        discord = one_server()
        discord.follow(asyncio.get_running_loop().time)
        async with discord.running() as (api, gateway):
            settings = environment(postgres_url, DISCORD_TOKEN=TOKEN, DISCORD_API_URL=api, DISCORD_GATEWAY_URL=gateway)
            first = await started(tmp_path, settings, "--only", "discord")
            await discord.gateway.connected(1)
            second = await started(tmp_path, settings, "--only", "discord")
            assert second.stderr is not None
            heard = b""
            while b"discord: another process does it, this one stands by" not in heard:
                heard = await second.stderr.readline()
            await asked(discord)
            assert len(discord.gateway.sessions) == 1
            first.send_signal(signal.SIGKILL)
            await first.communicate()
            await discord.gateway.connected(2)
            await asked(discord)
            second.send_signal(signal.SIGTERM)
            _, errors = await second.communicate()
            assert second.returncode == 0, errors
            assert b"this process takes over" in errors

    play(scene)
