"""How long a Slack command takes until it is acknowledged: through our adapter, and through Bolt alone."""

from __future__ import annotations

import asyncio
import statistics
from collections.abc import Callable, Iterator, Mapping
from time import perf_counter
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.web.async_client import AsyncWebClient

from adapters.background import Background
from adapters.clock import SystemClock
from adapters.slack.api import Api
from adapters.slack.app import slack_app
from adapters.slack.house import SlackHouse
from adapters.words import Writers
from bot.answer import Answer
from bot.call import Call, Person, Place
from bot.commands.turn import Reply
from bot.text import Message
from tests.benchmarks.frame import Bench, Contestant

COMMANDS = 200
UNDER_LOAD = 40
NAMES = {f"command{number}": None for number in range(30)}
WORK_SECONDS = 0.01


class _Silent(Api):
    """Takes every answer and sends it nowhere: what is timed is ours, not a network's."""

    async def respond(self, address: str, message: Mapping[str, Any]) -> None:
        return

    async def call(
        self, token: str, method: str, arguments: Mapping[str, Any], *, form: bool = False
    ) -> dict[str, Any]:
        return {}


class _Nothing:
    """Keeps nothing and has seen nothing."""

    def keep(self, reply: Reply, platform: str, channel: str, message: str) -> None:
        return

    def explained(self, place: Place, person: Person, message: str) -> Answer:
        return Answer(Message("bye"))

    def shown(self, place: Place, person: Person, message: str) -> Answer | None:
        return None

    def claim(self, platform: str, team: str, delivery: str) -> bool:
        return True


async def _authorized(_enterprise: str | None, _team: str | None) -> AuthorizeResult:
    return AuthorizeResult(enterprise_id=None, team_id="T1", bot_user_id="UB", bot_id="B", bot_token="none")  # noqa: S106


def _echo(_call: Call) -> Reply:
    return Reply(Answer(Message("bye")), "answered", "en", "slack:T1")


def _worked(call: Call) -> Reply:
    _busy(WORK_SECONDS)
    return _echo(call)


def _busy(seconds: float) -> None:
    until = perf_counter() + seconds
    while perf_counter() < until:
        pass


def _ours(background: Background, take: Callable[[Call], Reply] = _echo) -> AsyncApp:
    nothing = _Nothing()
    house = SlackHouse(take, lambda place, person: None, Writers().of, nothing, nothing, NAMES, SystemClock())
    return slack_app(house, _Silent(), background, _authorized, "/twinstar")


def _bare(names: list[str], *, before_response: bool, work: float = 0) -> AsyncApp:
    async def authorized(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        return await _authorized(enterprise_id, team_id)

    app = AsyncApp(
        name="bare",
        client=AsyncWebClient(),
        authorize=authorized,
        process_before_response=before_response,
        request_verification_enabled=False,
    )

    async def listener(ack: AsyncAck) -> None:
        if work:
            _busy(work)
        await ack("echo")

    for name in names:
        app.command(f"/{name}")(listener)
    return app


def _body(number: int, command: str) -> dict[str, str]:
    return {
        "command": command,
        "text": "compare zhipu minimax",
        "team_id": "T1",
        "user_id": "U1",
        "channel_id": "C1",
        "trigger_id": f"{number}",
        "response_url": "https://slack.example/response",
    }


async def _acknowledged(app: AsyncApp, command: str, background: Background, *, times: int = COMMANDS) -> list[float]:
    """Returns the microseconds each of many commands took until its acknowledgement could leave."""
    took = []
    for number in range(times):
        started = perf_counter()
        answer = await app.async_dispatch(AsyncBoltRequest(body=_body(number, command), mode="socket_mode"))
        took.append((perf_counter() - started) * 1_000_000)
        if answer.status != 200:
            raise RuntimeError(f"{command} was not acknowledged: {answer.status}")
        await background.drained()
    return took


def _median(make: Callable[[Background], AsyncApp], command: str = "/twinstar") -> Callable[[], float]:
    async def go() -> float:
        background = Background()
        app = make(background)
        await _acknowledged(app, command, background)
        return statistics.median(await _acknowledged(app, command, background))

    return lambda: asyncio.run(go())


async def _under_load(take: Callable[[Call], Reply]) -> float:
    """Returns the slowest of many acknowledgements while ten answers are always being worked out."""
    background, busy = Background(), Background()
    app, loaded = _ours(background), _ours(busy, take)
    took = []
    for number in range(UNDER_LOAD):
        while take is not _echo and len(busy) < 10:
            await loaded.async_dispatch(AsyncBoltRequest(body=_body(number, "/twinstar"), mode="socket_mode"))
        # The answers begin on threads of their own, and only then is there a load.
        await asyncio.sleep(0)
        started = perf_counter()
        await app.async_dispatch(AsyncBoltRequest(body=_body(number, "/twinstar"), mode="socket_mode"))
        took.append((perf_counter() - started) * 1_000_000)
    await busy.drained()
    await background.drained()
    return max(took)


def benches() -> Iterator[Bench]:
    """Yields the time to acknowledge, alone, among thirty commands, and while answers are worked out."""
    last = f"/{list(NAMES)[-1]}"
    every = list(NAMES)

    def slow(_background: Background) -> AsyncApp:
        return _bare(["twinstar"], before_response=True, work=WORK_SECONDS)

    yield Bench(
        "A Slack command until it is acknowledged",
        "us",
        ours=(
            Contestant("through our adapter", _median(_ours)),
            Contestant(
                "bare Bolt, process_before_response", _median(lambda _: _bare(["twinstar"], before_response=True))
            ),
        ),
        reference=Contestant("bare Bolt as it comes", _median(lambda _: _bare(["twinstar"], before_response=False))),
        control=Contestant("an answer worked out inside the listener", _median(slow)),
        apart=10,
    )
    yield Bench(
        "The last of thirty Slack commands until it is acknowledged",
        "us",
        ours=(
            Contestant("through our adapter, the last of thirty", _median(_ours, last)),
            Contestant("through our adapter, the only one", _median(_ours)),
        ),
        reference=Contestant("bare Bolt, one listener", _median(lambda _: _bare(["twinstar"], before_response=True))),
        control=Contestant("bare Bolt, thirty listeners", _median(lambda _: _bare(every, before_response=True), last)),
        apart=1.5,
    )

    async def inside() -> float:
        background = Background()
        app = _bare(["twinstar"], before_response=True, work=10 * WORK_SECONDS)
        return max(await _acknowledged(app, "/twinstar", background, times=5))

    yield Bench(
        "The slowest acknowledgement of forty",
        "us",
        ours=(Contestant("while ten answers are worked out", lambda: asyncio.run(_under_load(_worked))),),
        reference=Contestant("while nothing else is done", lambda: asyncio.run(_under_load(_echo))),
        control=Contestant("ten answers worked out inside the listener", lambda: asyncio.run(inside())),
        apart=1.2,
    )
