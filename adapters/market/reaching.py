"""Which vendors cannot be reached just now: one line in the log when one fails, and one when it is back."""

from __future__ import annotations

import logging

log = logging.getLogger(__name__)


class Reach:
    """Remembers which vendors are down, over everything that asks them."""

    def __init__(self) -> None:
        self._down: set[str] = set()

    def fell(self, vendor: str, why: str) -> None:
        """Takes note that a vendor could not be asked."""
        if vendor not in self._down:
            self._down.add(vendor)
            log.warning("prices of %s cannot be had (%s); the last ones stay, marked with their age", vendor, why)

    def rose(self, vendor: str) -> None:
        """Takes note that a vendor has answered."""
        if vendor in self._down:
            self._down.discard(vendor)
            log.warning("prices of %s are back", vendor)
