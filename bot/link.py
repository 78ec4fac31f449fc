"""Joining teams in one workspace and parting them again: values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

LASTS = timedelta(minutes=10)
"""How long a code can be used."""

MOST_TRIES = 5
"""How many codes that are none a workspace may type within that time."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What joining would do: how many of what move along, and of what the first workspace's own stays instead."""

    workspace: str
    moving: Mapping[str, int] = field(default_factory=dict)
    conflicts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OfferLink:
    """A change: whoever types a code on another team joins this workspace."""

    code: str


@dataclass(frozen=True, slots=True)
class FailLink:
    """A change: a code that is none was typed here once more."""


@dataclass(frozen=True, slots=True)
class JoinLink:
    """A change: this workspace goes into the one that a code was made in."""

    code: str


@dataclass(frozen=True, slots=True)
class LeaveLink:
    """A change: this team leaves its workspace for a fresh one."""


LinkChange = OfferLink | FailLink | JoinLink | LeaveLink
