"""Whatever an answer holds, simcord's Discord takes it at the first try: a sample here, thousands under `make soak`."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import simcord
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.discord.client import TwinstarClient
from adapters.discord.wiring import Wiring
from bot.answer import Answer
from bot.call import Call
from bot.commands.turn import Reply
from bot.text import Language
from bot.words.writer import Writer
from tests.adapters.discord.houses import house, wired
from tests.adapters.writers import LANGUAGES, writer
from tests.strategies.answers import answers

WRITERS = {language: writer(language) for language in LANGUAGES}


class Hall:
    """One simcord in which every generated answer is asked for. It lives in one task, as simcord's clock needs."""

    def __init__(self, wiring: Wiring) -> None:
        self._wiring = replace(wiring, take=self._take, writer_of=_writer)
        self._runner = asyncio.Runner()
        self._asked: asyncio.Queue[Reply | None] = asyncio.Queue()
        self._told: asyncio.Queue[str] = asyncio.Queue()
        self._reply: Reply | None = None
        self._open = self._runner.get_loop().create_task(self._host())

    async def _host(self) -> None:
        async with simcord.run(TwinstarClient(self._wiring), shard_count=1) as env:
            channel = env.create_guild().create_text_channel("general")
            alice = env.guild.add_member(env.create_user("alice"))
            while (reply := await self._asked.get()) is not None:
                self._reply = reply
                with _warnings() as logged:
                    result = await alice.slash(channel, "value", company="zhipu")
                posted = "posted" if result.response or result.followups else "nothing was shown"
                await self._told.put("; ".join(logged) or posted)

    def _take(self, call: Call) -> Reply:
        assert self._reply is not None
        return self._reply

    def shows(self, answer: Answer, language: Language) -> str:
        """Returns what became of an answer: "posted", or what was wrong in Discord's own words."""
        return self._runner.run(self._shown(Reply(answer, "answered", language, "")))

    async def _shown(self, reply: Reply) -> str:
        await self._asked.put(reply)
        told = asyncio.create_task(self._told.get())
        await asyncio.wait({told, self._open}, return_when=asyncio.FIRST_COMPLETED)
        if not told.done():
            told.cancel()
            self._open.result()
        return await told

    async def _ended(self) -> None:
        await self._asked.put(None)
        await self._open

    def close(self) -> None:
        self._runner.run(self._ended())
        self._runner.close()


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory, facts_database: Path) -> Iterator[Hall]:
    with house(tmp_path_factory.mktemp("hall"), facts_database) as (opened, _):
        limits = {"TWINSTAR_CALLS_PER_PERSON": 0, "TWINSTAR_CALLS_PER_CHANNEL": 0}
        made = Hall(wired(opened, **limits))
        yield made
        made.close()


@settings(suppress_health_check=list(HealthCheck), print_blob=True)
@given(answer=answers, language=st.sampled_from(LANGUAGES))
def test_any_answer_passes_in_simcord(hall: Hall, answer: Answer, language: Language) -> None:
    assert hall.shows(answer, language) == "posted"


def _writer(language: Language) -> Writer:
    return WRITERS[language]


@contextmanager
def _warnings() -> Iterator[list[str]]:
    found: list[str] = []

    class Kept(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(record.getMessage())

    kept = Kept(logging.WARNING)
    log = logging.getLogger("adapters.discord")
    log.addHandler(kept)
    try:
        yield found
    finally:
        log.removeHandler(kept)
