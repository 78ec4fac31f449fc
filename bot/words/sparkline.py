"""A series in one line of block characters, where no picture can be shown."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

_BLOCKS = "▁▂▃▄▅▆▇█"
WIDEST = 32


def sparkline(numbers: Sequence[Decimal], width: int = WIDEST) -> str:
    """Returns a series as block characters from its lowest to its highest value, the last of each stretch where long.

    Empty for no values; a flat series is drawn at half height.
    """
    if not numbers:
        return ""
    stretches = min(width, len(numbers))
    kept = [numbers[(place + 1) * len(numbers) // stretches - 1] for place in range(stretches)]
    low, high = min(kept), max(kept)
    if low == high:
        return _BLOCKS[3] * len(kept)
    return "".join(_BLOCKS[min(7, int((n - low) * 8 / (high - low)))] for n in kept)
