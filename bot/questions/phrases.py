"""Finding phrases of a small vocabulary in a text: whole words in Latin script, any stretch in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from bot.text import cleaned, folded, has_han


def take_phrase(text: str, phrases: Mapping[str, Iterable[str]]) -> tuple[str, str | None]:
    """Returns a cleaned text without the longest phrase it holds, and the key of that phrase; None where it holds none.

    Of equally long ones the first declared is taken.
    """
    small = folded(text)
    best: tuple[int, int, str] | None = None
    for key, words in phrases.items():
        for phrase in words:
            place = phrase_in(small, folded(cleaned(phrase)))
            if place is not None and (best is None or place[1] - place[0] > best[1] - best[0]):
                best = (*place, key)
    if best is None:
        return text, None
    return f"{text[: best[0]]} {text[best[1] :]}".strip(), best[2]


def phrase_in(text: str, phrase: str) -> tuple[int, int] | None:
    """Returns where a phrase first stands in a text, both folded, None where it does not."""
    if not phrase:
        return None
    if has_han(phrase):
        start = text.find(phrase)
        return (start, start + len(phrase)) if start >= 0 else None
    match = re.search(rf"(?<![a-z0-9]){re.escape(phrase)}(?![a-z0-9])", text)
    return match.span() if match else None
