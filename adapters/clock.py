"""The machine's clock, and one that stands where it is set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from bot.days import Instant


class SystemClock:
    """Says the machine's time."""

    def now(self) -> Instant:
        """Returns the present moment."""
        return Instant(datetime.now(UTC))


@dataclass
class StoppedClock:
    """Says the moment it was set to, however long it is asked."""

    moment: Instant

    def now(self) -> Instant:
        """Returns the moment it stands at."""
        return self.moment
