"""The clock port: the only way the house learns what time it is."""

from __future__ import annotations

from typing import Protocol

from bot.days import Instant


class Clock(Protocol):
    """Says what time it is. The core never asks the machine; adapters and tests hand one in."""

    def now(self) -> Instant:
        """Returns the present moment."""
        ...
