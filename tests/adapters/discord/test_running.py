"""`twinstar run --only discord` as a process: it connects, answers, and ends when told; or says why it cannot start."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sys
from pathlib import Path

import pytest

from tests.adapters.discord.gateways import one_server, place, said
from tests.standins.discord.server import TOKEN

RUN = ("-c", "import sys; from adapters.main import main; sys.exit(main(['run', '--only', 'discord']))")


async def started(database: Path, **settings: str) -> asyncio.subprocess.Process:
    environment = {"PATH": os.environ["PATH"], "DATABASE_URL": f"sqlite:///{database}", **settings}
    return await asyncio.create_subprocess_exec(
        sys.executable, *RUN, env=environment, stderr=asyncio.subprocess.PIPE, cwd=Path(__file__).parents[3]
    )


def test_it_connects_answers_and_ends_when_told(tmp_path: Path, facts_database: Path) -> None:
    async def run() -> None:
        discord = one_server()
        shutil.copy(facts_database, tmp_path / "kept.db")
        async with discord.running() as (api, gateway):
            process = await started(
                tmp_path / "kept.db", DISCORD_TOKEN=TOKEN, DISCORD_API_URL=api, DISCORD_GATEWAY_URL=gateway
            )
            await asyncio.wait_for(discord.gateway.connected(1), 60)
            alice, channel = place(discord)
            [message] = await discord.shown(await discord.slash(alice, channel, "compare", companies="zhipu minimax"))
            assert "Zhipu" in said(message)
            [drawn] = await discord.shown(await discord.slash(alice, channel, "history", companies="zhipu minimax"))
            assert drawn.files[0] == "chart-1.png"
            process.send_signal(signal.SIGTERM)
            _, errors = await process.communicate()
            assert process.returncode == 0, errors
            assert TOKEN.encode() not in errors

    asyncio.run(run())


@pytest.mark.parametrize(
    ("token", "said_of_it"),
    [("", "There is no DISCORD_TOKEN"), ("wrong", "Discord refuses the DISCORD_TOKEN"), (TOKEN, "cannot be reached")],
    ids=["none", "refused", "nobody there"],
)
def test_it_says_why_it_cannot_start(tmp_path: Path, facts_database: Path, token: str, said_of_it: str) -> None:
    async def run() -> None:
        shutil.copy(facts_database, tmp_path / "kept.db")
        async with one_server().running() as (api, gateway):
            nowhere = "http://127.0.0.1:9/api/v10" if token == TOKEN else api
            process = await started(
                tmp_path / "kept.db", DISCORD_TOKEN=token, DISCORD_API_URL=nowhere, DISCORD_GATEWAY_URL=gateway
            )
            _, errors = await process.communicate()
        assert process.returncode == 2
        assert said_of_it in errors.decode()
        assert "Traceback" not in errors.decode()

    asyncio.run(run())
