"""`twinstar run`: the bot on its platforms, until it is told to end."""

from __future__ import annotations

import asyncio

from adapters.bootstrap import House
from adapters.discord.start import serve
from adapters.discord.wiring import Wiring
from adapters.settings import Settings
from adapters.usage import Usage


def run(only: str, house: House, settings: Settings) -> None:
    """Runs one platform until it is told to end; raises ProblemError when it cannot be started."""
    {"discord": run_discord}[only](house, settings)


def run_discord(house: House, settings: Settings) -> None:
    """Answers on Discord until SIGTERM or SIGINT; raises ProblemError when it cannot be started."""
    token = settings.discord_token.get_secret_value()
    wiring = discord_wiring(house, settings)
    asyncio.run(serve(wiring, token, api=settings.discord_api_url, gateway=settings.discord_gateway_url))


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
    )
