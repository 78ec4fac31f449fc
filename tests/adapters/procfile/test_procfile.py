"""The processes of the Procfile together on one PostgreSQL, started by a Procfile runner."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import sys
from pathlib import Path

import psycopg
from honcho.environ import parse_procfile

from bot.call import Place
from tests.adapters.discord.gateways import said
from tests.adapters.test_run_everything import ROOT, START, answered, both, environment, is_late, play, promised

APART = ("slack", "discord", "clock")


def laid_out(folder: Path) -> None:
    """Makes a folder that looks like a checkout to the Procfile, whichever interpreter the tests run under."""
    shutil.copy(ROOT / "Procfile", folder / "Procfile")
    command = folder / ".venv" / "bin" / "twinstar"
    command.parent.mkdir(parents=True)
    command.write_text(f"#!/bin/sh\nexec '{sys.executable}' -c '{START}' \"$@\"\n", encoding="utf-8")
    command.chmod(0o755)


async def honcho(folder: Path, settings: dict[str, str], *arguments: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "honcho", *arguments),
        cwd=folder,
        env=settings,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        start_new_session=True,
    )


def test_every_line_starts_twinstar_in_a_role_that_it_has(tmp_path: Path) -> None:
    lines = parse_procfile((ROOT / "Procfile").read_text(encoding="utf-8")).processes
    assert list(lines) == ["release", "worker", "slack", "discord", "clock", "web"]
    for command in lines.values():
        assert command.startswith(".venv/bin/twinstar ")


def test_the_roles_share_the_work_on_postgresql(postgres_url: str, tmp_path: Path) -> None:
    async def scene() -> None:
        laid_out(tmp_path)
        async with both() as (slack, discord, tokens):
            settings = environment(postgres_url, **tokens)
            release = await honcho(tmp_path, settings, "run", ".venv/bin/twinstar", "migrate")
            printed, _ = await release.communicate()
            assert release.returncode == 0, printed
            channel = discord.guilds[0].channels[0]
            server = Place("discord", str(discord.guilds[0].id), str(channel.id))
            await asyncio.to_thread(promised, postgres_url, Place("slack", "T1", "C1"), server)
            house = await honcho(tmp_path, settings, "start", *APART)
            try:
                await slack.world.until(lambda: len(slack.sockets) == 2)
                await discord.gateway.connected(1)
                # The clock is one process, and those that deliver are two others.
                await slack.world.until(lambda: any(is_late(json.dumps(m.blocks)) for m in slack.world.messages))
                await discord.until(lambda: any(is_late(said(m)) for m in discord.messages.values()))
                await answered(slack, discord)
                with psycopg.connect(postgres_url) as connection:
                    sent = connection.execute("SELECT state, count(*) FROM delivery GROUP BY state").fetchall()
                    assert sent == [("sent", 2)]
            finally:
                os.killpg(house.pid, signal.SIGTERM)
                async with asyncio.timeout(15):
                    printed, _ = await house.communicate()
            assert b"Traceback" not in printed, printed
            assert len([m for m in slack.world.messages if is_late(json.dumps(m.blocks))]) == 1
            assert len([m for m in discord.messages.values() if is_late(said(m))]) == 1

    play(scene)
