"""`twinstar run`: the bot on its platforms, until it is told to end."""

from __future__ import annotations

import asyncio
import signal
from dataclasses import replace

from adapters.bootstrap import House
from adapters.charts.studio import Studio
from adapters.delivering import DiscordPosting, delivering_on_slack
from adapters.discord.start import serve
from adapters.discord.wiring import Wiring
from adapters.settings import Settings
from adapters.slack.start import serve as serve_slack
from adapters.slack_parts import slack_house, slack_settings
from adapters.usage import Usage


def run(only: str, house: House, settings: Settings) -> None:
    """Runs one platform until it is told to end; raises ProblemError when it cannot be started."""
    {"discord": run_discord, "slack": run_slack}[only](house, settings)


def run_slack(house: House, settings: Settings) -> None:
    """Answers on Slack until SIGTERM or SIGINT; raises ProblemError when it cannot be started."""

    async def until_told() -> None:
        stop = asyncio.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
        slack, how = slack_house(house, settings, studio), slack_settings(house, settings)
        async with delivering_on_slack(house, slack, how):
            await serve_slack(slack, how, stop)

    studio = Studio()
    try:
        asyncio.run(until_told())
    finally:
        studio.close()


def run_discord(house: House, settings: Settings) -> None:
    """Answers on Discord until SIGTERM or SIGINT; raises ProblemError when it cannot be started."""
    token = settings.discord_token.get_secret_value()
    studio = Studio()
    wiring = replace(discord_wiring(house, settings), draw=studio.draw)
    api, gateway = settings.discord_api_url, settings.discord_gateway_url

    async def until_told() -> None:
        posting = DiscordPosting()
        async with posting.delivering(house, token, api):
            await serve(wiring, token, api=api, gateway=gateway, trace=posting.trace())

    try:
        asyncio.run(until_told())
    finally:
        studio.close()


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
