"""What a word in its context says of measures: a pattern, the letters it needs, and what it strikes."""

from __future__ import annotations

import re
from dataclasses import dataclass

PEOPLE = r"(?:people|folks?|ppl|humans?|souls|punters|consumers|users|customers|folk)"
"""Those who use, pay or work, as they are called."""


_HAN = re.compile(r"[\u3400-\u9fff]")


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
    # Chinese stands beside Latin letters without a blank, so that a word of these ends where a character begins.
    flags = re.NOFLAG if "\\W" in pattern and _HAN.search(pattern) else re.ASCII
    return Reading(key, tuple(letters.split("|")), re.compile(pattern, flags), strikes, unless)
