"""What a word in its context says of measures: a pattern, the letters it needs, and what it strikes."""

from __future__ import annotations

import re
from dataclasses import dataclass

PEOPLE = r"(?:people|folks?|ppl|humans?|souls|punters|consumers|users|customers|folk)"
"""Those who use, pay or work, as they are called."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a pattern says: a measure, or that a word names none (`key` empty); `letters` are looked for first."""

    key: str
    letters: tuple[str, ...]
    pattern: re.Pattern[str]
    strikes: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


def reading(
    key: str, letters: str, pattern: str, strikes: tuple[str, ...] = (), unless: tuple[str, ...] = ()
) -> Reading:
    """Returns a reading, its letters written with bars between; `unless` are words that forbid it."""
    return Reading(key, tuple(letters.split("|")), re.compile(pattern), strikes, unless)
