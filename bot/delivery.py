"""A delivery: one alert on its way to one place, from the outbox to a message that people can see."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from bot.alert import Lane
from bot.answer import Answer
from bot.call import Place
from bot.days import Instant
from bot.plan import Plan
from bot.text import Language

Act = Literal["post", "edit", "reply"]
"""What is done at the destination: a new message, the episode's message edited, or a reply beneath it."""

DeliveryState = Literal["pending", "in_flight", "sent", "unsure", "parked"]
"""Where a delivery stands. Unsure: perhaps accepted, no look-up could tell. Parked: it will not go by itself."""

Why = Literal[
    "",
    "channel_gone",
    "channel_archived",
    "forbidden",
    "not_in_channel",
    "token_refused",
    "team_gone",
    "refused",
    "rate_limited",
    "unreachable",
    "outcome_unknown",
    "look_up_failed",
    "restored",
    "may_repeat",
    "overtaken",
    "nothing_to_edit",
    "dropped",
    "no_adapter",
    "damaged",
]
"""Why a delivery stands where it stands; each is the catalogue's sentence delivery-why-… for the rule's owner."""

OF_TEAMS: frozenset[Why] = frozenset({"token_refused", "team_gone"})
"""Reasons that hold for everything of a team and end without a word: somebody installs the bot again."""

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

    `message` is the platform's reference of the message that the effect made, or edits or replies to.
    `first_attempt_at` stays from the first attempt on: what a platform can still tell depends on that age.
    `unanswered_at` is when the first attempt began of which nobody knows what came: then the platform is asked
    before another. `why` is the reason that the rule's owner reads for a state that is not sent.
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
    plan: Plan | None = None
    state: DeliveryState = "pending"
    attempts: int = 0
    first_attempt_at: Instant | None = None
    unanswered_at: Instant | None = None
    lease: Lease | None = None
    message: str = ""
    why: Why = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """It stands at the destination as this message. `why` says may_repeat where it perhaps stands there twice."""

    message: str
    why: Why = ""


@dataclass(frozen=True, slots=True)
class Again:
    """It is to be attempted again, not before an instant.

    `answered` says that nothing stands there now; where it is false, what was doubtful before stays so.
    """

    at: Instant
    why: Why = ""
    answered: bool = True


@dataclass(frozen=True, slots=True)
class Unsure:
    """It was perhaps accepted, and no look-up can tell: a person decides."""

    why: Why = "outcome_unknown"


Reach = Literal["delivery", "channel", "team"]
"""What a refusal speaks of: this one message, everything for its channel, everything for its team or server."""


@dataclass(frozen=True, slots=True)
class Parked:
    """It will not go by itself, nor will what waits behind it within the reach of the reason.

    `answered` says that nothing stands there now; where it is false, what was doubtful before stays so.
    """

    why: Why
    reach: Reach = "delivery"
    answered: bool = False


Settlement = Sent | Again | Unsure | Parked
"""What came of an attempt."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about a delivery that waits for one, and about all that stand there for the same reason."""

    delivery: str
    again: bool


@dataclass(frozen=True, slots=True)
class Trouble:
    """What a rule's owner is to see about one destination: how many messages stand where, why, and since when.

    `delivery` is one of them, by whose key a person can decide about it.
    """

    destination: Place
    state: DeliveryState
    why: Why
    count: int
    since: Instant
    rules: tuple[str, ...]
    delivery: str


class NotTakenError(Exception):
    """Says that a platform did certainly not do what it was asked, and after how many seconds it may be asked again."""

    def __init__(self, why: Why, seconds: float) -> None:
        super().__init__(why)
        self.why: Why = why
        self.seconds = seconds


class ClosedError(Exception):
    """Says that a platform will not do what it was asked however often it is, and what else that goes for."""

    def __init__(self, why: Why, reach: Reach = "delivery", detail: str = "") -> None:
        super().__init__(f"{why} {detail}".strip())
        self.why: Why = why
        self.reach: Reach = reach


class UnansweredError(Exception):
    """Says that no answer came: what was asked may have been done, or may yet be."""


class UntoldError(Exception):
    """Says that a look-up cannot tell whether a message stands there, now or ever: its history is closed or cut off."""
