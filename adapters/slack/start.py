"""Running on Slack: by sockets for one workspace, or by HTTP for one or many, until told to end."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from adapters.background import Background
from adapters.slack.api import API_URL, Api, RefusedError
from adapters.slack.app import Authorize, SingleTeam, slack_app
from adapters.slack.asked import PLATFORM
from adapters.slack.house import SlackHouse
from adapters.slack.installing import Installations, ManyTeams, States, install_routes
from adapters.slack.manifest import SCOPES
from adapters.slack.organisations import Organisations
from adapters.slack.sockets import Sockets, Wait
from adapters.slack.web import web_app
from bot.call import Person, Place
from bot.errors import ProblemError
from bot.text import Message, Raw

log = logging.getLogger(__name__)

DRAIN_SECONDS = 8
"""Seconds that answers under way get at the end, so that all of it ends within the ten that the house gives a part."""


@dataclass(frozen=True, slots=True)
class SlackSettings:
    """How to reach Slack and be reached. `installations` and `states` are there when any workspace may install."""

    bot_token: str = ""
    app_token: str = ""
    signing_secret: str = ""
    client_id: str = ""
    client_secret: str = ""
    api_url: str = API_URL
    command: str = "/twinstar"
    host: str = "0.0.0.0"  # noqa: S104  Slack comes from outside; who is not Slack is refused by the signature
    port: int = 3000
    public_url: str = ""
    routes: Sequence[web.RouteDef] = ()
    """Further pages under the address that Slack's requests come to."""

    installations: Installations | None = None
    states: States | None = None


@dataclass(frozen=True, slots=True)
class Running:
    """What a running adapter can be asked: the address it listens on, its sockets, its work."""

    url: str
    sockets: Sockets | None
    background: Background
    api: Api
    failed: asyncio.Future[None]


async def serve(house: SlackHouse, settings: SlackSettings, stop: asyncio.Event) -> None:
    """Answers on Slack until told to stop; raises ProblemError when it is not set up or Slack refuses its token."""
    async with running(house, settings) as adapter:
        stopping = asyncio.ensure_future(stop.wait())
        waiting: set[asyncio.Future[Any]] = {stopping, adapter.failed}
        try:
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        finally:
            stopping.cancel()
        if adapter.failed.done():
            fault = adapter.failed.exception()
            if isinstance(fault, RefusedError):
                raise ProblemError(Message("slack-refused", {"code": Raw(fault.code)})) from None
            if fault is not None:
                raise fault


@contextlib.asynccontextmanager
async def running(house: SlackHouse, settings: SlackSettings, wait: Wait = asyncio.sleep) -> AsyncIterator[Running]:
    """Opens every connection, and at the end closes the ways in first, then waits for what was taken.

    Raises ProblemError when the settings lead nowhere or Slack refuses the token; a Slack that cannot be reached just
    now is waited for.
    """
    background = Background()
    async with Api(settings.api_url, wait) as api, contextlib.AsyncExitStack() as ways_in:
        authorize = authorization(api, settings)
        if isinstance(authorize, SingleTeam):
            await authorize.known()
        organisations = Organisations(settings.installations)
        app = slack_app(house, api, background, authorize, settings.command, organisations)
        ways_in.push_async_callback(_drain, background)
        failed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        url, sockets = "", None
        if settings.app_token:
            sockets = Sockets(app, api, settings.app_token, wait)
            task = asyncio.create_task(sockets.run())
            task.add_done_callback(lambda done: _report(done, failed))
            ways_in.push_async_callback(_ended, task)
        else:
            pages = web_app(app, settings.signing_secret, house.clock)
            pages.add_routes(settings.routes)
            if settings.installations is not None and settings.states is not None:
                pages.add_routes(
                    install_routes(
                        api,
                        settings.installations,
                        settings.states,
                        client_id=settings.client_id,
                        client_secret=settings.client_secret,
                        scopes=list(SCOPES),
                        public_url=settings.public_url,
                        installed=lambda team, user: _welcomed(house, team, user),
                    )
                )
            url = await ways_in.enter_async_context(_listening(pages, settings.host, settings.port))
        yield Running(url, sockets, background, api, failed)


def _welcomed(house: SlackHouse, team: str, user: str) -> None:
    """Welcomes a team in the conversation with who installed the app, whose language nobody knows yet."""
    house.welcome(Place(PLATFORM, team, ""), Place(PLATFORM, team, user), Person(PLATFORM, team, user), "en")


def authorization(api: Api, settings: SlackSettings) -> Authorize:
    """Returns who may be answered, and with which token; raises ProblemError when the settings lead nowhere."""
    if settings.installations is not None and not settings.app_token and settings.signing_secret:
        return ManyTeams(settings.installations)
    if settings.bot_token and (settings.app_token or settings.signing_secret):
        return SingleTeam(api, settings.bot_token)
    raise ProblemError(Message("slack-not-set-up"))


@contextlib.asynccontextmanager
async def _listening(pages: web.Application, host: str, port: int) -> AsyncIterator[str]:
    runner = web.AppRunner(pages, access_log=None, shutdown_timeout=5)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        address = runner.addresses[0]
        yield f"http://{address[0]}:{address[1]}"
    finally:
        await runner.cleanup()


async def _drain(background: Background) -> None:
    try:
        async with asyncio.timeout(DRAIN_SECONDS):
            await background.drained()
    except TimeoutError:
        log.error("%s answers were cut off", len(background))
        background.cancel()


async def _ended(task: asyncio.Task[None]) -> None:
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError, Exception):
        await task


def _report(done: asyncio.Task[None], failed: asyncio.Future[None]) -> None:
    if done.cancelled() or failed.done():
        return
    fault = done.exception()
    if isinstance(fault, BaseExceptionGroup):
        fault = next(iter(fault.exceptions))
    failed.set_exception(fault or RuntimeError("the sockets ended by themselves"))
    # Whoever runs the adapter looks at this; a test that does not should not hear of it when it ends.
    failed.exception()
