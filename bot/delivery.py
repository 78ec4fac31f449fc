"""A delivery: one alert on its way to one place, from the outbox to a message that people can see."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from bot.alert import Lane
from bot.answer import Answer
from bot.call import Place
from bot.days import Instant
from bot.text import Language

Act = Literal["post", "edit", "reply"]
"""What is done at the destination: a new message, the episode's message edited, or a reply beneath it."""

DeliveryState = Literal["pending", "in_flight", "sent", "unsure", "parked"]
"""Where a delivery stands. Unsure: perhaps accepted, no look-up could tell. Parked: it will not go by itself."""

KEY_LENGTH = 24
"""A delivery's key is also its nonce on Discord, which takes at most 25 characters (Create Message, `nonce`)."""


def delivery_key(alert: str, workspace: str, destination: Place, act: Act, version: int) -> str:
    """Returns the key that one effect at one destination keeps through every attempt and restart."""
    parts = (alert, workspace, destination.platform, destination.team, destination.channel, destination.thread)
    text = "\x1f".join((*parts, act, str(version)))
    return hashlib.sha256(text.encode()).hexdigest()[:KEY_LENGTH]


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to attempt a delivery until an instant. A later holder has a higher token; a lower writes nothing."""

    holder: str
    token: int
    until: Instant


@dataclass(frozen=True, slots=True)
class Delivery:
    """One effect to bring about at one destination, with all that its next attempt needs.

    `message` is the platform's reference of the message that the effect made, or edits. `first_attempt_at` stays from
    the first attempt on: what a platform can still tell about it depends on that age. `why` is the reason that the
    rule's owner reads for a state that is not sent.
    """

    key: str
    alert: str
    workspace: str
    rule: str
    destination: Place
    lane: Lane
    act: Act
    document: Answer
    language: Language
    due_at: Instant
    next_attempt_at: Instant
    episode: str = ""
    version: int = 1
    state: DeliveryState = "pending"
    attempts: int = 0
    first_attempt_at: Instant | None = None
    lease: Lease | None = None
    message: str = ""
    why: str = ""
