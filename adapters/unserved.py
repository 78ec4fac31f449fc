"""Whether somebody delivers where something waits to be delivered; where nobody does, a person is told."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import timedelta

from bot.clock import Clock
from bot.days import Instant
from data.beat_store import Beat, BeatStore
from data.unserved_store import UnservedStore

log = logging.getLogger(__name__)

PATIENCE = timedelta(minutes=2)
"""For how long a platform may be silent: its process may be starting, or be started anew."""

DELIVERING = "-deliveries"
"""Ends the name of the part that delivers on a platform."""


def served(parts: Mapping[str, Beat], now: Instant) -> frozenset[str]:
    """Returns the platforms on which some process says that it delivers."""
    alive = (n for n, beat in parts.items() if beat.said != "down" and now.at - beat.at.at <= PATIENCE)
    return frozenset(name.removesuffix(DELIVERING) for name in alive if name.endswith(DELIVERING))


class Unserved:
    """Watches what waits. Each platform is complained of once, and once it is served again that is said too."""

    def __init__(self, store: UnservedStore, beats: BeatStore, clock: Clock) -> None:
        self._store, self._beats, self._clock = store, beats, clock
        self._since: dict[str, Instant] = {}
        self._said: set[str] = set()

    def look(self) -> None:
        """Marks what waits on platforms that were silent for too long; goes by what this process has seen itself."""
        now, waiting = self._clock.now(), self._store.waiting()
        parts, _ = self._beats.heard()
        there = served(parts, now)
        self._since = {p: self._since.get(p, now) for p in waiting if p not in there}
        silent = {p for p, since in self._since.items() if now.at - since.at >= PATIENCE}
        self._store.mark(silent)
        for platform in sorted(silent - self._said):
            log.error(
                "deliveries wait for %s (%s now), and nothing delivers there: set it up, or start "
                "`twinstar run --only %s`; they go by themselves then",
                *(platform, waiting[platform], platform),
            )
        for platform in sorted(self._said & there):
            log.error("deliveries on %s go on", platform)
        self._said = (self._said | silent) - there
