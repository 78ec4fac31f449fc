"""When a channel gets its digest: its next time, and in words."""

from __future__ import annotations

from bot.alerts import digests
from bot.commands.alert_proof import book_of
from bot.commands.desk import Desk
from bot.days import Instant
from bot.digest import Cadence, Digest
from bot.facts.book import Needs
from bot.text import Argument, Message, Raw


def next_of(cadence: Cadence, hour: str, zone: str, desk: Desk) -> Instant:
    """Returns when a digest that is asked for now comes first, by the days on which the exchange deals."""
    sessions = book_of(desk, Needs((), (), bars=False)).sessions.get(digests.VENUE)
    return digests.next_time(cadence, hour, zone, desk.now, sessions)


def words_of(kept: Digest) -> Message:
    """Returns when a channel gets its digest, in one sentence."""
    said: dict[str, Argument] = {"hour": Raw(kept.hour), "zone": Raw(kept.zone), "at": kept.next_at}
    return Message(f"digest-kept-{kept.cadence}", said)
