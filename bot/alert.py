"""An alert: something worth telling, decided once, under a key that says what it is and not when it was noticed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.answer import Answer
from bot.days import Instant
from bot.plan import Plan

Lane = Literal["unlock", "value", "notice"]
"""How urgent an alert is: what is due on an unlock day goes first, then what a figure did, then housekeeping."""


@dataclass(frozen=True, slots=True)
class Alert:
    """What a rule decided to tell, with the reason for telling it.

    `key` is made of what happened (DESIGN section 5), so that the same happening is told once to a workspace however
    often it is noticed. `due_at` is when it should have been told; `decided_at` when that was noticed. `episode` names
    the stretch of time a state has held, so that later messages of it edit or follow the first; it is the key where
    nothing follows. `supersedes` is the key of an alert that was told before and no longer holds. `plan` is the
    question that the document answers, by which a posted alert can be explained later.
    """

    key: str
    workspace: str
    rule: str
    lane: Lane
    reason: str
    due_at: Instant
    decided_at: Instant
    document: Answer
    episode: str = ""
    supersedes: str = ""
    plan: Plan | None = None
