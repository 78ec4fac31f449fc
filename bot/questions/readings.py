"""How a measure is read from what stands around a word: the pattern, what it says, and what it takes the place of."""

from __future__ import annotations

import re
from dataclasses import dataclass


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
    """Returns a reading; `letters` are parted by bars, and one of them must stand in a sentence it is tried on."""
    return Reading(key, tuple(letters.split("|")), re.compile(pattern), strikes, unless)
