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
    """One simcord in which every generated answer is asked for."""

    def __init__(self, wiring: Wiring) -> None:
        self._reply = Reply(Answer.__new__(Answer), "answered", "en", "")
        self._loop = asyncio.new_event_loop()
        self._running = simcord.run(TwinstarClient(replace(wiring, take=self._take, writer_of=_writer)), shard_count=1)
        self._env = self._loop.run_until_complete(self._running.__aenter__())
        self._channel = self._env.create_guild().create_text_channel("general")
        self._alice = self._env.guild.add_member(self._env.create_user("alice"))

    def _take(self, call: Call) -> Reply:
        return self._reply

    def shows(self, answer: Answer, language: Language) -> str:
        """Returns what became of an answer: "posted", or what was wrong in Discord's own words."""
        self._reply = Reply(answer, "answered", language, "")
        with _warnings() as logged:
            result = self._loop.run_until_complete(self._alice.slash(self._channel, "value", company="zhipu"))
        return "; ".join(logged) or ("posted" if result.response or result.followups else "nothing was shown")

    def close(self) -> None:
        self._loop.run_until_complete(self._running.__aexit__(None, None, None))
        self._loop.close()


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
