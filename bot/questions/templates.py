"""Finding turns of phrase that have gaps: hand … its crown … to somebody, 让 … 给比下去, whoever and whatever between.

A template is written as pieces with blanks between: a word or stretch of words (`look_up` stands for two words),
`(one/other)` for any of several, `<name>` for a class declared before, `@` for a company, `..` for up to four words
between, `...` for up to twelve. A character counts as a word. Looking is linear in the sentence: a template is tried
only where its first piece stands.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.questions.words import Hit, Word, words_of

_GAPS = {"..": 4, "...": 12}
NAME = "\0"
"""What stands for every word of a company's name where names are blanked."""

Piece = Mapping[str, tuple[tuple[str, ...], ...]]
"""The stretches of words that will do, by their first word."""


@dataclass(frozen=True, slots=True)
class _Template:
    key: str
    pieces: tuple[Piece, ...]
    gaps: tuple[int, ...]
    """How many words may stand before each piece."""


class Templates:
    """Many templates looked for at once, each standing for a key; no gap goes beyond a word that `ends` a part."""

    def __init__(
        self,
        written: Mapping[str, Sequence[str]],
        classes: Mapping[str, Sequence[str]],
        ends: frozenset[str] = frozenset(),
    ) -> None:
        self._ends = ends
        self._classes = {name: _alternatives(words) for name, words in classes.items()}
        self._by_start: dict[str, list[_Template]] = defaultdict(list)
        for key, templates in written.items():
            for text in templates:
                template = self._parsed(key, text)
                for start in template.pieces[0]:
                    self._by_start[start].append(template)

    @property
    def bases(self) -> set[str]:
        """Returns every Latin word that a template has."""
        every = (t for templates in self._by_start.values() for t in templates)
        said = (words for t in every for piece in t.pieces for several in piece.values() for words in several)
        return {w for words in said for w in words if w.isascii() and w != NAME}

    def find(self, words: list[Word], *, every: bool = False) -> Iterator[tuple[str, tuple[Hit, ...]]]:
        """Yields each key that a template of it stands for, once or at `every` place, with what its pieces cover."""
        bases = [w.base for w in words]
        said = set[str]()
        for place, base in enumerate(bases):
            for template in self._by_start.get(base, ()):
                if template.key in said and not every:
                    continue
                found = _matched(bases, place, template, 0, self._ends)
                if found is not None:
                    said.add(template.key)
                    yield (
                        template.key,
                        tuple(
                            Hit((template.key,), a, b, words[a].start, words[b].end)
                            for a, b in found
                            if bases[a] != NAME
                        ),
                    )

    def _parsed(self, key: str, text: str) -> _Template:
        pieces, gaps, gap = list[Piece](), list[int](), 0
        for part in text.split():
            if part in _GAPS:
                gap = _GAPS[part]
                continue
            pieces.append(self._piece(part))
            gaps.append(gap)
            gap = 0
        return _Template(key, tuple(pieces), tuple(gaps))

    def _piece(self, part: str) -> Piece:
        if part == "@":
            return {NAME: ((NAME,),)}
        found: dict[str, tuple[tuple[str, ...], ...]] = {}
        words = part.strip("()").split("/")
        classes = [self._classes[word.strip("<>")] for word in words if word.startswith("<")]
        for piece in (_alternatives([word for word in words if not word.startswith("<")]), *classes):
            for first, several in piece.items():
                found[first] = tuple(sorted({*found.get(first, ()), *several}, key=lambda s: (-len(s), s)))
        return found


def _alternatives(words: Sequence[str]) -> Piece:
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for word in words:
        sequence = tuple(w.base for w in words_of(word.replace("_", " ")))
        if sequence not in found[sequence[0]]:
            found[sequence[0]].append(sequence)
    return {first: tuple(sorted(several, key=len, reverse=True)) for first, several in found.items()}


def _matched(
    bases: list[str], place: int, template: _Template, step: int, ends: frozenset[str]
) -> tuple[tuple[int, int], ...] | None:
    """The first and last words of each piece from a step on, the first of them at or behind a place within its gap."""
    if step == len(template.pieces):
        return ()
    for start in range(place, min(place + template.gaps[step], len(bases) - 1) + 1):
        for words in template.pieces[step].get(bases[start], ()):
            end = start + len(words)
            if len(words) > 1 and tuple(bases[start:end]) != words:
                continue
            while words[0] == NAME and end < len(bases) and bases[end] == NAME:
                end += 1
            rest = _matched(bases, end, template, step + 1, ends)
            if rest is not None:
                return ((start, end - 1), *rest)
        if bases[start] in ends:
            break
    return None


def declared(text: str) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Returns the templates and the classes of a lexicon: `KEY: one ; another` and `<class>: one / another`.

    A line that names no key goes on with the one before; it may break behind any blank and any stroke.
    """
    written: dict[str, list[str]] = {}
    classes: dict[str, list[str]] = {}
    for head, body in _HEAD.findall(text.replace("\n", " ")):
        if head.startswith("<"):
            classes.setdefault(head.strip("<>"), []).extend(p.strip() for p in body.split("/") if p.strip())
        else:
            whole = _STROKE.sub("/", body)
            written.setdefault(head, []).extend(p.strip() for p in whole.split(";") if p.strip())
    return written, classes


_HEAD = re.compile(r"(?:^|(?<=\s))(<[a-z]+>|[A-Z_]+): (.*?)(?=\s(?:<[a-z]+>|[A-Z_]+): |$)")
_STROKE = re.compile(r"\s*/\s*")
