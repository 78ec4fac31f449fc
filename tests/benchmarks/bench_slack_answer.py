"""How much CPU an answer on Slack costs from the request to the call that posts it, beside Bolt's bare echo (P1)."""

from __future__ import annotations

import asyncio
import itertools
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from time import process_time
from typing import Any

from fluent.runtime import FluentResource
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest

from adapters.background import Background
from adapters.bootstrap import open_house
from adapters.clock import SystemClock
from adapters.settings import Settings
from adapters.slack.app import slack_app
from adapters.slack_parts import slack_house
from adapters.words import Writers
from bot.text import Language
from bot.words.writer import Writer
from tests.benchmarks.bench_slack import _authorized, _bare, _body, _Silent
from tests.benchmarks.frame import Bench, Contestant

ANSWERS = 15
ECHOES = 300

_numbers = itertools.count(1)


class _Counting(_Silent):
    """Takes every answer, and knows how many came: an error would be one that costs nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.taken = 0

    async def respond(self, address: str, message: Mapping[str, Any]) -> None:
        self.taken += len(message.get("blocks") or ()) > 1


async def _asked(app: AsyncApp, background: Background, text: str, times: int) -> float:
    """Returns the microseconds of CPU, of all threads, that each command took until its answer was sent."""
    started = process_time()
    for _ in range(times):
        body = {**_body(next(_numbers), "/twinstar"), "text": text}
        await app.async_dispatch(AsyncBoltRequest(body=body, mode="socket_mode"))
        await background.drained()
    return (process_time() - started) * 1_000_000 / times


def _answered(folder: Path, text: str, writer_of: Callable[[Language], Writer] | None = None) -> Callable[[], float]:
    async def go() -> float:
        house = open_house(f"sqlite:///{folder}/twinstar.db", SystemClock())
        try:
            parts = replace(slack_house(house, Settings.model_construct()), refusal=lambda _place, _person: None)
            parts = replace(parts, writer_of=writer_of) if writer_of else parts
            background, api = Background(), _Counting()
            app = slack_app(parts, api, background, _authorized, "/twinstar")
            await _asked(app, background, text, 2)
            taken = await _asked(app, background, text, ANSWERS)
            if api.taken != ANSWERS + 2:
                raise RuntimeError(f"{api.taken} of {ANSWERS + 2} were answered")
            return taken
        finally:
            house.close()

    return lambda: asyncio.run(go())


def _echoed() -> float:
    async def go() -> float:
        background, app = Background(), _bare(["twinstar"], before_response=True)
        await _asked(app, background, "x", ECHOES)
        return await _asked(app, background, "x", ECHOES)

    return asyncio.run(go())


def _parsed(language: Language) -> Writer:
    FluentResource(files("bot.words").joinpath(f"{language}.ftl").read_text(encoding="utf-8"))
    return Writers().of(language)


def benches() -> Iterator[Bench]:
    """Yields the CPU of three answers from the shipped facts on SQLite; the control parses the catalogue anew."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        yield Bench(
            "CPU of an answer on Slack, from the request to the posting",
            "us",
            ours=(
                Contestant(
                    "/compare zhipu minimax market value", _answered(folder, "compare zhipu minimax market value")
                ),
                Contestant("/compare zhipu minimax, the whole card", _answered(folder, "compare zhipu minimax")),
                Contestant("/value zhipu", _answered(folder, "value zhipu")),
            ),
            reference=Contestant("bare Bolt's echo, process_before_response", _echoed),
            control=Contestant(
                "/compare with the whole catalogue parsed for each answer",
                _answered(folder, "compare zhipu minimax market value", _parsed),
            ),
            apart=1.5,
        )
