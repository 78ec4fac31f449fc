"""Finding companies and measures in a text, in either script, without taking ordinary words for names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.ports import Vocabulary
from bot.text import cleaned, folded

Kind = Literal["company", "measure"]

TOKEN = re.compile(r"[a-z0-9]+|[\u3400-\u9fff]")

TYPO_EDITS = 1
TYPO_LEAST_LETTERS: Mapping[Kind, int] = {"company": 5, "measure": 6}
"""A single word is read as a name of so many letters that is one wrong, missing, added or swapped letter away.

Shorter names,
two edits, and names that are words of the language themselves would take ordinary words for names (groq, clause, able);
measures are ordinary words and need a letter more (prince, stuff). tests/bot/questions holds the lists."""

SUGGESTED_FROM = 67.0
"""How like a name must be, of 100, to be offered in "did you mean".

Two wrong letters of a six-letter name still are, while
half the letters in common, as in everyone and revenue, are not."""

_COMMA = re.compile("[,;、]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or Chinese character of a text, folded, with where it stands in the text as cleaned."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """A name found in a text. More than one key means that the name alone does not say which is meant.

    `ambiguous` says that the name is a word of the language too; `typo` that it was read through a spelling mistake.
    """

    kind: Kind
    keys: tuple[str, ...]
    start: int
    end: int
    ambiguous: bool = False
    typo: bool = False


def tokens(text: str) -> list[Token]:
    """Returns the words, numbers and Chinese characters of a text, in order."""
    return [Token(m.group(), m.start(), m.end()) for m in TOKEN.finditer(folded(text))]


class Names:
    """An index of names, built once for a version of the vocabulary.

    Looking a text up costs a dictionary look-up for each stretch of words that could be a name, so it hardly grows with
    the number of names; a single word that nothing knows is compared with the few names that are a letter away.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._targets: dict[tuple[str, ...], dict[tuple[Kind, str], bool]] = defaultdict(dict)
        self._with_comma: set[tuple[str, ...]] = set()
        self._misspelt: set[tuple[str, ...]] = set()
        for company in vocabulary.companies.values():
            self._add(company.key, "company", company.key, ambiguous=False)
            for name in (company.name.en, company.name.zh):
                self._add(name, "company", company.key, ambiguous=False)
        for alias in vocabulary.aliases:
            self._add(alias.text, "company", alias.company, ambiguous=alias.ambiguous)
            if alias.kind == "typo":
                self._misspelt.add(_words_of(alias.text))
        for measure in vocabulary.measures.values():
            names = (measure.name.en, measure.name.zh, measure.short.en, measure.short.zh, *measure.aliases)
            for name in (measure.key.replace("_", " "), *names):
                self._add(name, "measure", measure.key, ambiguous=False)
        self._lengths: dict[str, tuple[int, ...]] = _lengths(self._targets)
        # A misspelling kept as an alias is no starting point for another one: that would be two.
        self._words = sorted(w[0] for w in self._targets if len(w) == 1 and w not in self._misspelt)
        self._by_shortened: dict[str, list[str]] = defaultdict(list)
        for name in self._words:
            if len(name) >= min(TYPO_LEAST_LETTERS.values()):
                for part in _shortened(name):
                    self._by_shortened[part].append(name)
        self._squeezed = {"".join(words): words for words in self._targets if len(words) > 1}

    def _add(self, name: str, kind: Kind, key: str, *, ambiguous: bool) -> None:
        words = _words_of(name)
        if words:
            self._targets[words].setdefault((kind, key), ambiguous)
            if _COMMA.search(cleaned(name)):
                self._with_comma.add(words)

    def find(self, text: str, *, typos: bool = False) -> list[Found]:
        """Returns the names in a cleaned text from left to right, the longest where several begin at one place."""
        words = tokens(text)
        found: list[Found] = []
        place = 0
        while place < len(words):
            length, hit = self._longest(text, words, place)
            if hit is None and typos:
                hit = self._mistyped(words[place])
            if hit is not None:
                found.append(hit)
            place += length
        return found

    def exactly(self, text: str, kind: Kind) -> tuple[str, ...]:
        """Returns what a whole text names, nothing when it is not a name as it stands."""
        targets = self._targets.get(_words_of(text), {})
        return tuple(key for k, key in targets if k == kind)

    def suggestions(self, text: str, kind: Kind, most: int = 3) -> tuple[str, ...]:
        """Returns the keys whose names look most like a text that is none, best first."""
        wanted = "".join(_words_of(text))
        if len(wanted) < 2:
            return ()
        names = [*self._words, *self._squeezed]
        hits = process.extract(wanted, names, scorer=fuzz.ratio, score_cutoff=SUGGESTED_FROM, limit=8 * most)
        keys: dict[str, None] = {}
        for name, _, _ in hits:
            targets = self._targets.get((name,)) or self._targets.get(self._squeezed.get(name, ()), {})
            keys.update({key: None for k, key in targets if k == kind})
        return tuple(keys)[:most]

    def _longest(self, text: str, words: Sequence[Token], place: int) -> tuple[int, Found | None]:
        for length in self._lengths.get(words[place].text, ()):
            stretch = words[place : place + length]
            if len(stretch) < length:
                continue
            name = tuple(w.text for w in stretch)
            targets = self._targets.get(name)
            if targets and (name in self._with_comma or not _COMMA.search(text, stretch[0].start, stretch[-1].end)):
                return length, _found(targets, stretch[0].start, stretch[-1].end)
        return 1, None

    def _mistyped(self, word: Token) -> Found | None:
        if len(word.text) < min(TYPO_LEAST_LETTERS.values()) - TYPO_EDITS or word.text.isdigit():
            return None
        alike = {name for part in _shortened(word.text) for name in self._by_shortened.get(part, ())}
        hits = sorted(name for name in alike if OSA.distance(word.text, name) <= TYPO_EDITS)
        near: dict[tuple[Kind, str], bool] = {}
        for name in hits:
            targets = self._targets[(name,)].items()
            near.update({t: a for t, a in targets if not a and len(name) >= TYPO_LEAST_LETTERS[t[0]]})
        return _found(near, word.start, word.end, typo=True) if near else None


def _shortened(word: str) -> set[str]:
    """A word and all it becomes with one letter left out.

    Two words one edit apart share one of these, so that a typo is found without comparing it with every name.
    """
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


def _words_of(name: str) -> tuple[str, ...]:
    return tuple(t.text for t in tokens(cleaned(name)))


def _found(targets: Mapping[tuple[Kind, str], bool], start: int, end: int, *, typo: bool = False) -> Found:
    kind: Kind = "company" if any(k == "company" for k, _ in targets) else "measure"
    keys = tuple(key for k, key in targets if k == kind)
    return Found(kind, keys, start, end, any(targets.values()), typo)


def _lengths(names: Iterable[tuple[str, ...]]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = defaultdict(set)
    for words in names:
        lengths[words[0]].add(len(words))
    return {word: tuple(sorted(sizes, reverse=True)) for word, sizes in lengths.items()}
