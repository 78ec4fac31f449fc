"""Measures that only the context of a word names, beside those that the lexicon has found.

Every reading says by which of a few letters it can be meant at all, so that most sentences pay nothing for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.questions.contexts_en import READINGS_EN
from bot.questions.readings import Reading
from bot.questions.readings_of_frames import OF_FRAMES
from bot.questions.readings_of_han import OF_HAN
from bot.questions.readings_of_terse import OF_TERSE
from bot.questions.readings_of_words import OF_WORDS
from bot.questions.words import Hit, Word

_READINGS = (*OF_FRAMES, *OF_WORDS, *READINGS_EN, *OF_TERSE, *OF_HAN)


def in_context(
    hits: Sequence[Hit], small: str, words: Sequence[Word], cues: Mapping[str, tuple[Hit, ...]]
) -> list[Hit]:
    """Returns the measures of a sentence in order, with those that only their context names and without the rest."""
    kept = list(hits)
    for reading in _READINGS:
        if not any(letters in small for letters in reading.letters) or any(word in small for word in reading.unless):
            continue
        for match in reading.pattern.finditer(small):
            start, end = match.span("said") if "said" in reading.pattern.groupindex and match["said"] else match.span()
            kept = [h for h in kept if not _struck(h, reading, start, end)]
            if reading.key and not any(reading.key in h.keys and h.start < end and start < h.end for h in kept):
                covered = [i for i, w in enumerate(words) if start <= w.start < end]
                if covered:
                    kept.append(Hit((reading.key,), covered[0], covered[-1], start, end))
    return sorted(kept, key=lambda h: h.start) if len(kept) != len(hits) or kept != list(hits) else kept


def _struck(hit: Hit, reading: Reading, start: int, end: int) -> bool:
    """A reading takes the place of what stands inside it, and of what it says that the sentence does not mean."""
    if hit.keys[0] in reading.strikes and (reading.key or (hit.start < end and start < hit.end)):
        return True
    return bool(reading.key) and start <= hit.start and hit.end <= end
