"""How the house stands, put together from what its processes wrote down and from what it knows."""

from __future__ import annotations

from collections.abc import Mapping

from bot.clock import Clock
from bot.facts.rates import Rates
from bot.ports import Heard, Pulse
from data.beat_store import Beat, BeatStore
from data.condition_store import ConditionStore
from data.database import Database
from data.unserved_store import UnservedStore


class Standing:
    """Says how the house stands to whoever asks it a question."""

    def __init__(self, database: Database, rates: Rates, clock: Clock) -> None:
        self._beats, self._counts = BeatStore(database, clock), ConditionStore(database)
        self._rates, self._clock, self._unserved = rates, clock, UnservedStore(database, clock)

    def pulse(self, workspace: str) -> Pulse:
        """Returns how the house stands, with what a workspace waits for."""
        today = self._clock.now().day_in("UTC")
        parts, works = self._beats.heard()
        waiting, unsure, parked = self._counts.deliveries(workspace)
        price, claim = self._counts.newest(today)
        rate = self._rates.per_euro("USD", today)
        rates_to = rate[1] if rate else None
        unserved = self._unserved.marked(workspace)
        return Pulse(_heard(parts), _heard(works), waiting, unsure, parked, price, claim, rates_to, unserved)


def _heard(beats: Mapping[str, Beat]) -> tuple[Heard, ...]:
    return tuple(Heard(name, beat.at, beat.said) for name, beat in beats.items())
