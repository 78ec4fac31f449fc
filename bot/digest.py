"""A digest: what a channel wants summed up, how often, and where it stands in time. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.call import Place
from bot.days import Instant
from bot.plan import Plan
from bot.text import Language

Cadence = Literal["daily", "weekly"]
"""After each weekday's close in Hong Kong, or after Friday's alone."""

AFTER_CLOSE = "16:30"
"""Twenty minutes after the closing auction ends in Hong Kong: by then the closes are in."""

EXCHANGE_ZONE = "Asia/Hong_Kong"


@dataclass(frozen=True, slots=True)
class Digest:
    """What one channel gets: how often, at which local hour of which zone, in which language, and when next.

    `since` is when the last one was told, or when the digest was asked for; `asked` are questions that each of them
    answers anew.
    """

    workspace: str
    place: Place
    cadence: Cadence
    next_at: Instant
    since: Instant
    hour: str = AFTER_CLOSE
    zone: str = EXCHANGE_ZONE
    language: Language = "en"
    asked: tuple[Plan, ...] = ()


@dataclass(frozen=True, slots=True)
class KeepDigest:
    """A change: a channel gets a digest, in place of the one it had."""

    digest: Digest


@dataclass(frozen=True, slots=True)
class DropDigest:
    """A change: a channel gets no more digests."""

    place: Place


DigestChange = KeepDigest | DropDigest
