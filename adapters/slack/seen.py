"""Which deliveries were taken already; also while the database that remembers them is away."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict

from adapters.slack.asked import PLATFORM
from adapters.slack.house import Seen

log = logging.getLogger(__name__)

_MOST = 10_000
"""Deliveries that are remembered here at most, until the process ends."""


class SeenAnyway:
    """Remembers in memory what could not be written down: who asks while the database is away is told that it is."""

    def __init__(self, seen: Seen) -> None:
        self._seen = seen
        self._unwritten: OrderedDict[tuple[str, str], None] = OrderedDict()

    async def first(self, team: str, delivery: str) -> bool:
        """Returns whether a delivery is new, and remembers it."""
        try:
            new = (team, delivery) not in self._unwritten and await asyncio.to_thread(
                self._seen.claim, PLATFORM, team, delivery
            )
        except Exception as fault:
            log.warning("a delivery could not be noted as taken: %s", type(fault).__name__)
            new = (team, delivery) not in self._unwritten
            self._unwritten[team, delivery] = None
            if len(self._unwritten) > _MOST:
                self._unwritten.popitem(last=False)
        return new
