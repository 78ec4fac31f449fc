"""Measures that a turn of phrase names, put beside those that single words name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.questions.templates import NAME, Templates
from bot.questions.words import Hit, Word


def turns_in(templates: Templates, words: Sequence[Word], *, across_names: bool) -> Iterator[Hit]:
    """Yields each measure that a turn names, in a sentence and, `across_names`, in it without names."""
    bare = [i for i, w in enumerate(words) if w.base not in _OF_NAMES]
    plain = [i for i, w in enumerate(words) if w.base != "-"]
    for places in (plain, bare) if across_names and len(bare) < len(plain) else (plain,):
        for key, pieces in templates.find([words[i] for i in places], every=True):
            if pieces:
                first, last = places[pieces[0].first], places[pieces[-1].last]
                yield Hit((key.lower(),), first, last, words[first].start, words[last].end)


_OF_NAMES = (NAME, "'s", "-")


def paraphrased(hits: Sequence[Hit], told: Sequence[Hit]) -> list[Hit]:
    """Returns the measures of a sentence in order; a turn takes the place of what stands inside it."""
    if not told:
        return list(hits)
    kept = [h for h in dict.fromkeys(told) if not any(_inside(h, word) for word in hits if word.keys != h.keys)]
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
