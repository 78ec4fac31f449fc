"""What a sentence is weighed by: all that is tagged in it, and its words with what is tagged blanked out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bot.plan import Between, Plan, When
from bot.questions.sentence import Sentence
from bot.questions.words import is_han

MOST_COMPANIES, MOST_MEASURES = 4, 2
"""From here on it does not matter how many are named."""

_EDGE = "|"


def marks_of(s: Sentence, last: Plan | None) -> frozenset[str]:
    """Returns the marks of a sentence; `last` is the question before it, where there is one.

    Nothing says which company is named: a question is of one kind whomever it is about.
    """
    return frozenset((*_tags(s, last), *_wording(s)))


def _tags(s: Sentence, last: Plan | None) -> Iterator[str]:
    yield from (f"cue:{cue}" for cue in s.cues)
    yield from (f"limit:{limit}" for limit in s.limits)
    yield from (f"measure:{key}" for key in s.measure_keys)
    yield f"measures:{min(MOST_MEASURES, len(s.measure_keys))}"
    yield f"companies:{min(MOST_COMPANIES, len(s.companies))}"
    yield from (f"amount:{amount.kind}" for amount in s.amounts)
    yield f"when:{_kind_of(s.when)}"
    if s.subjects.group:
        yield f"group:{s.subjects.group}"
    if last is not None:
        yield f"after:{last.operation}"
    for name, there in (("currency", s.currency), ("pair", s.pair), ("speaker", s.speaker), ("term", s.terms)):
        if there:
            yield f"has:{name}"


def _kind_of(when: When) -> str:
    match when:
        case None:
            return "none"
        case Between():
            return "stretch"
        case _:
            return "date" if when[:1].isdigit() else when


def _wording(s: Sentence) -> Iterator[str]:
    """Yields each word in its base form, and each two neighbours; what is tagged stands as its kind."""
    said = [_EDGE]
    kinds = [(m.start, m.end, "<company>") for m in s.subjects.named]
    kinds += [(m.start, m.end, "<measure>") for m in s.measures]
    kinds += [(a.start, a.end, "<amount>") for a in s.amounts]
    if s.when is not None:
        kinds.append((*s.when_span, "<when>"))
    for word in s.words:
        kind = next((k for start, end, k in kinds if start <= word.start < end), "")
        if kind:
            if said[-1] != kind:
                said.append(kind)
        elif word.text.isdigit():
            said.append("0")
        elif word.text.isalnum() or is_han(word.text) or word.text in "?%$=:/+'" or word.text.startswith("'"):
            said.append(word.base or word.text)
    said.append(_EDGE)
    yield from (f"word:{each}" for each in said[1:-1])
    yield from (f"words:{one} {two}" for one, two in pairwise(said))
