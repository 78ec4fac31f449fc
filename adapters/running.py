"""`twinstar run`: everything that is configured in one process, or one role of it, until it is told to end."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Mapping, Sequence
from pathlib import Path

from adapters.bootstrap import House
from adapters.charts.studio import Studio
from adapters.collecting import collect_seldom
from adapters.fresh import fresh
from adapters.health import Health
from adapters.parts import Refreshing, discord_wiring, on_discord, on_slack, watching, working
from adapters.settings import Settings, configured
from adapters.supervising import Part, Supervisor
from bot.errors import ProblemError
from bot.text import Message, Raw, Typed
from data.beat_store import BeatStore
from data.leading import WORKS, Leadership, Work
from data.one_at_a_time import FileLock

__all__ = ["discord_wiring", "run"]


def run(only: str, house: House, settings: Settings) -> None:
    """Runs one role, or all that are set up when none is named, until SIGTERM or SIGINT.

    Raises ProblemError when nothing is set up, a vendor's settings are missing, the one platform there is cannot be
    started, or another process has a role on the same SQLite file.
    """
    roles = [only] if only else [*configured(settings), "worker"]
    if roles == ["worker"] and not only:
        raise ProblemError(Message("run-nothing", {"doctor": Typed("twinstar doctor"), "demo": Typed("twinstar demo")}))
    collect_seldom()
    with contextlib.ExitStack() as stack:
        # On PostgreSQL any number of processes share the work; what only one should do is led, see data.leading.
        for role in roles if house.database.is_sqlite else ():
            _alone(FileLock(Path(house.database.url.database or ""), role), stack)
        studio = Studio()
        stack.callback(studio.close)
        leads = {work: Leadership(house.database.url, work) for work in WORKS}
        for each in leads.values():
            stack.callback(each.leave)
        fetched: Mapping[str, Refreshing] = {}
        if "worker" in roles:
            fetched = fresh(house, settings).parts
        asyncio.run(_until_told(house, settings, roles, leads, studio, fetched))


async def _until_told(
    house: House,
    settings: Settings,
    roles: Sequence[str],
    leads: Mapping[Work, Leadership],
    studio: Studio,
    fetched: Mapping[str, Refreshing],
) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    parts: list[Part] = []
    supervisors: list[Supervisor] = []
    health = Health(
        BeatStore(house.database, house.clock), house.clock, lambda: supervisors[0].standing if supervisors else {}
    )
    # Over HTTP Slack's requests and the health page come to one port; else the page has it where one was asked for.
    over_http = "slack" in roles and not settings.slack_app_token.get_secret_value()
    platforms = [role for role in roles if role != "worker"]
    if "slack" in roles:
        parts += on_slack(house, settings, studio, leads["slack"], [health.route()] if over_http else [])
    if "discord" in roles:
        parts += on_discord(house, settings, studio, leads["discord"])
    if "worker" in roles:
        parts += working(house, health, leads["ticking"], fetched)
    parts += watching(house, health, None if over_http or "port" not in settings.model_fields_set else settings.port)
    supervisors.append(Supervisor(parts, vital=platforms[0] if len(platforms) == 1 else ""))
    await supervisors[0].run(stop)


def _alone(lock: FileLock, stack: contextlib.ExitStack) -> None:
    stack.callback(lock.let_go)
    if not lock.take():
        raise ProblemError(Message("run-twice", {"process": Raw(lock.holder), "path": Raw(str(lock.path))}))
