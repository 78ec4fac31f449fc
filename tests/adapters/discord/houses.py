"""A whole bot over a real database with the shipped facts, and simcord's Discord around it."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import simcord
from simcord import InteractionResult, ResponseMessage

from adapters.bootstrap import House, open_house
from adapters.clock import StoppedClock
from adapters.discord.client import TwinstarClient
from adapters.discord.wiring import Wiring
from adapters.running import discord_wiring
from adapters.settings import Settings
from bot.days import Instant

NOW = Instant.of("2026-06-25T09:00Z")


@contextmanager
def house(folder: Path, database: Path) -> Iterator[tuple[House, StoppedClock]]:
    """Yields a house over its own copy of a loaded database, and the clock it lives by."""
    clock = StoppedClock(NOW)
    kept = folder / "twinstar.db"
    if not kept.exists():
        shutil.copy(database, kept)
    opened = open_house(f"sqlite:///{kept}", clock)
    try:
        yield opened, clock
    finally:
        opened.close()


def loaded(folder: Path) -> Path:
    """Returns a database file with the shipped facts, to be copied."""
    path = folder / "loaded.db"
    open_house(f"sqlite:///{path}", StoppedClock(NOW)).close()
    return path


def wired(opened: House, **settings: object) -> Wiring:
    """Returns what the adapter is handed, with settings by their names in the environment."""
    # A form is never late on a machine that is busy with other tests.
    return replace(discord_wiring(opened, Settings.model_validate(settings)), patience=60.0)


def later(clock: StoppedClock, seconds: float) -> None:
    clock.moment = Instant(clock.moment.at + timedelta(seconds=seconds))


def in_simcord(wiring: Wiring, scenario: Callable[[simcord.Env], Awaitable[None]], shards: int = 1) -> None:
    """Plays a scenario on simcord's Discord; a fault that the bot swallowed fails it."""

    async def play() -> None:
        async with simcord.run(TwinstarClient(wiring), shard_count=shards) as env:
            await scenario(env)

    asyncio.run(play())


def words(components: list[dict[str, Any]]) -> str:
    """Returns all that a message's components say."""
    said: list[str] = []
    for each in components:
        said += [each["content"]] if "content" in each else []
        said += [words(each["components"])] if "components" in each else []
    return "\n".join(said)


def labels(components: list[dict[str, Any]]) -> list[str]:
    """Returns the labels of a message's buttons."""
    found: list[str] = []
    for each in components:
        found += [each["label"]] if each["type"] == 2 else labels(each.get("components", []))
    return found


def shown(result: InteractionResult) -> ResponseMessage:
    """Returns the message that an interaction put in place of its acknowledgement."""
    assert result.response is not None
    return result.response


def said(result: InteractionResult) -> str:
    """Returns all that an interaction shows in the end, whoever sees it."""
    messages = [*([result.response] if result.response else []), *result.followups]
    return "\n".join(words(m.components) + m.content for m in messages)
