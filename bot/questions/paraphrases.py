"""Measures that a turn of phrase names, put beside those that single words name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.questions.words import Hit


def paraphrased(hits: Sequence[Hit], turns: Iterable[tuple[str, tuple[Hit, ...]]]) -> list[Hit]:
    """Returns the measures of a sentence in order; a turn takes the place of what stands inside it."""
    told = [
        Hit((key.lower(),), pieces[0].first, pieces[-1].last, pieces[0].start, pieces[-1].end)
        for key, pieces in turns
        if pieces
    ]
    if not told:
        return list(hits)
    kept = [h for h in told if not any(_inside(h, word) for word in hits if word.keys != h.keys)]
    every = (*kept, *(h for h in hits if not any(_inside(h, turn) for turn in kept)))
    return sorted((h for h in every if not any(_gives_way(h, other) for other in every)), key=lambda h: h.start)


def _inside(hit: Hit, whole: Hit) -> bool:
    return whole.start <= hit.start and hit.end <= whole.end


def _meets(hit: Hit, other: Hit) -> bool:
    return hit.start < other.end and other.start < hit.end


def _gives_way(hit: Hit, other: Hit) -> bool:
    """Of two that meet, the one that goes on longer says more: how much did it lose, lose at the operating line."""
    if not _meets(hit, other):
        return False
    return (hit.end, -hit.start, hit.keys) < (other.end, -other.start, other.keys)
