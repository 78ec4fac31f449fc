"""When a channel gets its digest, in words."""

from __future__ import annotations

from bot.digest import Digest
from bot.text import Argument, Message, Raw


def words_of(kept: Digest) -> Message:
    """Returns when a channel gets its digest, in one sentence."""
    said: dict[str, Argument] = {"hour": Raw(kept.hour), "zone": Raw(kept.zone), "at": kept.next_at}
    return Message(f"digest-kept-{kept.cadence}", said)
