"""How often a process that runs for long looks for garbage that refers to itself."""

from __future__ import annotations

import gc

YOUNGEST = 50_000
"""Objects made since the last look before the youngest are looked at again; one alert alone makes Python's own 700."""


def collect_seldom() -> None:
    """Makes such looks rare. What is made by the thousand here, alerts and rows, never refers to itself.

    A tick that tells a thousand alerts spends a third of its time in them otherwise. What stands already is not looked
    at again: it stays as long as the process.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNGEST, 20, 20)
