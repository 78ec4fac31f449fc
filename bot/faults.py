"""Why a rule, or the series it watches, could not be worked out, as its owner is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.days import Instant

Why = Literal["", "missing", "numbers", "unexpected"]
"""Each is the catalogue's word fault-…; empty where nothing is wrong but that there is no figure new enough."""


@dataclass(frozen=True, slots=True)
class Blind:
    """Since when nothing has been seen, and why."""

    since: Instant
    why: Why = ""


def why_of(error: Exception) -> Why:
    """Returns the reason that an error stands for: a name that is gone, figures nobody can reckon with, or neither."""
    match error:
        case LookupError():
            return "missing"
        case ArithmeticError() | ValueError():
            return "numbers"
        case _:
            return "unexpected"
