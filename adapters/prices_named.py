"""Which vendors of prices the settings name, without loading what asks them."""

from __future__ import annotations

from adapters.settings import Settings

NONE = "none"
"""What TWINSTAR_PRICES says where no vendor is to be asked."""


def vendors_of(settings: Settings) -> tuple[str, ...]:
    """Returns the vendors that are asked, the one believed first at the head."""
    named = settings.prices.replace(",", " ").split()
    return tuple(dict.fromkeys(v for v in named if v != NONE))
