"""The parts of a running house: each platform with its deliveries, the clock and what it fetches, the health page."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

from aiohttp import web

from adapters.bootstrap import House
from adapters.charts.studio import Studio
from adapters.deliver.deliverer import Deliverer
from adapters.delivering import DiscordPosting, receipts
from adapters.discord.start import serve as serve_discord
from adapters.discord.wiring import Wiring
from adapters.health import TICK, Health
from adapters.led import Lead, led
from adapters.settings import Settings
from adapters.slack.api import Api
from adapters.slack.chat import running_chat
from adapters.slack.start import authorization
from adapters.slack.start import serve as serve_slack
from adapters.slack_parts import forgetting, slack_house, slack_settings
from adapters.supervising import Part
from adapters.timing import Job, Timing
from adapters.unserved import Unserved
from adapters.usage import Usage
from bot.days import Instant
from bot.ports import Chat
from data.beat_store import BeatStore
from data.leading import Leadership
from data.unserved_store import UnservedStore

TICK_SECONDS = 5.0
"""Between two looks at what has changed; what is due at a moment is looked at in that moment."""

UNSERVED_SECONDS = 30.0
"""Between two looks at whether somebody delivers where something waits."""

REFRESH_SECONDS = 60.0
"""Between two looks at whether prices or rates should be asked for."""


CALENDAR_SECONDS = 30.0
"""Between two looks at whether a server's own calendar is to be seen to; one just switched on waits as long."""


class Refreshing(Protocol):
    """Something that is fetched from outside when its time has come."""

    def due(self) -> bool:
        """Decides whether to fetch now."""
        ...

    async def once(self) -> object:
        """Fetches."""
        ...


def on_slack(
    house: House, settings: Settings, studio: Studio, lead: Lead, routes: Sequence[web.RouteDef] = ()
) -> list[Part]:
    """Returns answering on Slack, and delivering there where this process leads, since the limits go for the app.

    Raises ProblemError when the settings lead nowhere.
    """
    slack = slack_house(house, settings, studio)
    how = replace(slack_settings(house, settings), routes=routes)
    authorization(Api(how.api_url), how)

    async def deliver(stop: asyncio.Event) -> None:
        async with running_chat(slack, how) as chat:
            await _delivering(house, {"slack": chat}, stop)

    return [
        Part("slack", lambda stop: serve_slack(slack, how, stop)),
        Part("slack-deliveries", lambda stop: led("slack-deliveries", lead, deliver, stop)),
    ]


def on_discord(house: House, settings: Settings, studio: Studio, lead: Lead) -> list[Part]:
    """Returns answering on Discord and delivering there, behind one limiter, where this process leads.

    Every process would hear each command, and the limits go for the bot.
    """
    token = settings.discord_token.get_secret_value()
    api, gateway = settings.discord_api_url, settings.discord_gateway_url
    wiring = replace(discord_wiring(house, settings), draw=studio.draw)
    posting = DiscordPosting()

    async def deliver(stop: asyncio.Event) -> None:
        async with posting.chat(house, token, api) as chat:
            await _delivering(house, {"discord": chat}, stop)

    async def keep_calendars(stop: asyncio.Event) -> None:
        async with posting.calendar(house, token, api) as calendar:

            async def look() -> object:
                return await house.programming.tick(calendar) or None

            await Timing([Job("programmes", CALENDAR_SECONDS, look)], lambda _name: None).run(stop)

    async def answer(stop: asyncio.Event) -> None:
        await serve_discord(wiring, token, stop, api=api, gateway=gateway, trace=posting.trace())

    parts = {"discord": answer, "discord-deliveries": deliver, "discord-calendars": keep_calendars}
    return [Part(name, partial(led, name, lead, work)) for name, work in parts.items()]


def working(house: House, health: Health, leadership: Leadership, fetched: Mapping[str, Refreshing]) -> list[Part]:
    """Returns the clock, and what is fetched from outside, each by itself.

    Of several processes on one database the one that leads does it, and another once that one has ended.
    """
    asking = asyncio.Lock()

    async def alone(work: Callable[[], Awaitable[object]]) -> object:
        async with asking:
            leads = await asyncio.to_thread(leadership.leads)
        return await work() if leads else None

    unserved = Unserved(UnservedStore(house.database, house.clock), BeatStore(house.database, house.clock), house.clock)
    upcoming: list[Instant] = []

    async def tick() -> object:
        # Who does not lead has looked at nothing, and waits for no moment.
        upcoming.clear()

        def look() -> None:
            house.ticker.tick()
            house.digesting.tick()
            due = house.ticker.upcoming()
            upcoming.extend([due] if due is not None else [])

        return await alone(lambda: asyncio.to_thread(look))

    def fetching(each: Refreshing) -> Callable[[], Awaitable[object]]:
        async def fetch() -> object:
            return await alone(each.once) if await asyncio.to_thread(each.due) else None

        return fetch

    async def look_after() -> object:
        return await alone(lambda: asyncio.to_thread(unserved.look))

    def sooner() -> float | None:
        return (upcoming[0].at - house.clock.now().at).total_seconds() if upcoming else None

    work = [Job(TICK, TICK_SECONDS, tick, sooner), Job("unserved", UNSERVED_SECONDS, look_after)]
    clock = Timing(work, health.worked)
    parts = [Part("worker", clock.run)]
    if fetched:
        jobs = [Job(name, REFRESH_SECONDS, fetching(each)) for name, each in fetched.items()]
        parts.append(Part("refresh", Timing(jobs, health.worked).run))
    return parts


def watching(house: House, health: Health, port: int | None) -> list[Part]:
    """Returns what says how the house stands: into the database, and over HTTP where there is a port for it.

    Beside it each process looks for exchange rates that another has fetched.
    """

    async def rates() -> None:
        await asyncio.to_thread(house.rates.renew)

    beats = Timing([health.beating(), Job("rates-held", REFRESH_SECONDS, rates)], lambda _name: None)
    pages = [] if port is None else [Part("health", lambda stop: health.serve(port, stop))]
    return [Part("heartbeat", beats.run), *pages]


def discord_wiring(house: House, settings: Settings) -> Wiring:
    """Returns what the Discord adapter is handed."""
    return Wiring(
        take=house.turns.take,
        writer_of=house.writers.of,
        directory=house.directory,
        settings=house.settings,
        threads=house.threads,
        postings=house.postings,
        usage=Usage(house.clock, settings.calls_per_person, settings.calls_per_channel),
        table=house.table,
        channels=frozenset(int(each) for each in settings.discord_channels.replace(",", " ").split()),
        welcome=house.welcoming.welcome,
        forget=forgetting(house, "discord"),
    )


async def _delivering(house: House, chats: Mapping[str, Chat], stop: asyncio.Event) -> None:
    """Delivers until told to stop; then what is under way is finished first."""
    deliverer = Deliverer(house.outbox, chats, house.clock, receipts(house))
    running, told = asyncio.create_task(deliverer.run()), asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({running, told}, return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            running.result()
    finally:
        told.cancel()
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running
