"""How the house stands: kept in the database for whoever asks it, and told over HTTP to whoever watches the process."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from aiohttp import web

from adapters.timing import Job
from bot.clock import Clock
from bot.days import Instant
from data.beat_store import BeatStore

PATH = "/health"
BEAT_SECONDS = 15.0
STALE = timedelta(minutes=5)
"""Age of the last tick at which the clock counts as standing still."""

TICK = "tick"


class Health:
    """Gathers how the parts of one process stand. `standing` is asked each time."""

    def __init__(self, beats: BeatStore, clock: Clock, standing: Callable[[], Mapping[str, str]]) -> None:
        self._beats, self._clock, self._standing = beats, clock, standing
        self._worked: dict[str, Instant] = {}
        self._began = clock.now()

    def worked(self, name: str) -> None:
        """Takes note that a recurring work was done now."""
        self._worked[name] = self._clock.now()

    def beating(self) -> Job:
        """Returns the job that writes it all down."""

        async def beat() -> None:
            await asyncio.to_thread(self._beats.beat, self._standing(), dict(self._worked))

        return Job("heartbeat", BEAT_SECONDS, beat)

    def report(self) -> tuple[bool, dict[str, Any]]:
        """Returns whether all is well, and what stands how: no names of people, places or companies, and no secrets."""
        now, parts = self._clock.now(), dict(self._standing())
        ages = {name: round((now.at - at.at).total_seconds()) for name, at in self._worked.items()}
        still = "worker" in parts and now.at - self._worked.get(TICK, self._began).at > STALE
        well = not still and "down" not in parts.values()
        return well, {"status": "ok" if well else "unwell", "parts": parts, "seconds_since": ages}

    def route(self) -> web.RouteDef:
        """Returns the page: 200 while all is well, else 503."""

        async def page(_request: web.Request) -> web.Response:
            well, said = self.report()
            return web.json_response(said, status=200 if well else 503)

        return web.get(PATH, page)

    async def serve(self, port: int, stop: asyncio.Event) -> None:
        """Serves the page alone until told to stop."""
        pages = web.Application()
        pages.add_routes([self.route()])
        runner = web.AppRunner(pages, access_log=None, shutdown_timeout=1)
        await runner.setup()
        try:
            await web.TCPSite(runner, port=port).start()
            await stop.wait()
        finally:
            await runner.cleanup()
