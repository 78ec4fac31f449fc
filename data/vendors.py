"""The vendors of prices that Twinstar reads, as the sources that a reader is shown, in the order they are believed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from bot.facts.records import Source

VENDORS: Final[Mapping[str, Source]] = {
    "feed": Source("feed", "workspace", "Own feed", "the team's own price feed", ""),
    "yahoo": Source("yahoo", "compilation", "Yahoo Finance", "daily prices", "https://finance.yahoo.com/"),
    "eodhd": Source("eodhd", "compilation", "EODHD", "end-of-day prices", "https://eodhd.com/"),
}
"""By key, as an offer names its vendor. Where two give a session, the first of them is taken and the other shown."""


def believed_first(vendor: str, order: Sequence[str] = ()) -> int:
    """Returns the place of a vendor in the order in which they are believed; one no longer asked comes last."""
    known = (*order, *(v for v in VENDORS if v not in order))
    return known.index(vendor) if vendor in known else len(known)


def source_of(vendor: str) -> Source:
    """Returns the source that stands for a vendor, one of a bare name where it is no longer known."""
    return VENDORS.get(vendor) or Source(vendor, "compilation", vendor, "daily prices", "")
