"""Sentences as keys with typed arguments, and the spans of text a renderer writes them in.

Nothing here holds words of a language: those live in the catalogue (bot.words) and are written at the edge.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.days import AsOf, Day, Instant
from bot.quantities import Quantity, Range

Language = Literal["en", "zh"]

LONGEST_INPUT = 2_000
"""Characters of one message that are read; Discord's own limit for a message, and longer than any question."""


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name in both languages, raw: the renderer escapes it."""

    en: str
    zh: str = ""

    def written(self, language: Language) -> str:
        """Returns the name in a language, or the other one where it has none."""
        return (self.zh or self.en) if language == "zh" else (self.en or self.zh)


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the house's own vocabulary, such as a basis or a scope: written as the catalogue key family-key."""

    family: str
    key: str


@dataclass(frozen=True, slots=True)
class Link:
    """A name that leads to an address; without an address it is only the name."""

    label: Name
    url: str


@dataclass(frozen=True, slots=True)
class Raw:
    """Text that came from a person or a source, shown as it is (escaped by the renderer), never as markup."""

    text: str


@dataclass(frozen=True, slots=True)
class Typed:
    """Something a person can type, such as /value zhipu: shown as code."""

    text: str


@dataclass(frozen=True, slots=True)
class Member:
    """Someone of a platform, by the id they have there: their name on that platform, elsewhere a word for them."""

    platform: str
    id: str


@dataclass(frozen=True, slots=True)
class Several:
    """Several arguments in one place, joined as the language joins a list."""

    items: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence: its key in the catalogue and its typed arguments."""

    key: str
    args: Mapping[str, Argument] = field(default_factory=dict)

    def __hash__(self) -> int:
        """Returns the same number for equal sentences, whose arguments stand in a dictionary."""
        return hash((self.key, tuple(sorted(self.args.items(), key=lambda item: item[0]))))


Argument = Quantity | Range | Day | AsOf | Instant | Name | Term | Link | Member | Raw | Typed | Several | Message | int


@dataclass(frozen=True, slots=True)
class Plain:
    """A stretch of written text, unescaped."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """A stretch of text to be typed or read letter by letter."""

    text: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Someone as a platform can name them: the id is for that platform, `otherwise` what stands anywhere else."""

    platform: str
    id: str
    otherwise: str


Span = Plain | Code | Link | Instant | Mention
"""What a written sentence consists of.

Days are already words by then; an Instant is left to the platform's own token.
"""


_DROPPED = {"Cc", "Cf", "Co", "Cs", "Cn"}
_TERMINAL = re.compile("\x1b\\[[0-9;?]*[@-~]")
"""What colours text in a terminal (ECMA-48, control sequences): without its first character the rest would be read."""

_QUOTES = str.maketrans("“”„‟«»‘’‚‛—–‐‑‒―−", '""""""\'\'\'\'-------')


def cleaned(text: str) -> str:
    """Returns what a person meant to type: width-folded, without control, direction and private-use characters.

    Chat clients turn straight quotes and dashes into typographic ones and people paste zero-width marks: both are
    undone before reading, else /value –known and "zhipu" in a right-to-left override would miss their names.
    """
    folded = unicodedata.normalize("NFKC", _TERMINAL.sub("", text)).translate(_QUOTES)
    kept = (" " if c.isspace() else c for c in folded if c.isspace() or unicodedata.category(c) not in _DROPPED)
    return re.sub(r" +", " ", "".join(kept)).strip()


def folded(text: str) -> str:
    """Returns a text in small letters, character for character, so that places in it are places in the original.

    str.casefold would turn one character into two here and there, and every span behind it would be off.
    """
    whole = text.lower()
    # Nothing shrinks in small letters, so an unchanged length is character for character; a last sigma has two forms.
    if len(whole) == len(text) and "Σ" not in text:
        return whole
    return "".join(small if len(small := c.lower()) == 1 else c for c in text)


def has_han(text: str) -> bool:
    """Decides whether a text holds Chinese characters."""
    return any("\u3400" <= c <= "\u9fff" or "\uf900" <= c <= "\ufaff" for c in text)
