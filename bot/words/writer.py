"""Writing sentences: a message key with typed arguments becomes spans of text in one language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from babel.lists import format_list

from bot.days import AsOf, Day, Instant
from bot.quantities import (
    Count,
    Money,
    Multiple,
    Percent,
    Points,
    Quantity,
    Range,
    Shares,
)
from bot.text import (
    Argument,
    Code,
    Language,
    Link,
    Member,
    Mention,
    Message,
    Name,
    Plain,
    Raw,
    Several,
    Span,
    Term,
    Typed,
)
from bot.words.catalogue import Catalogue
from bot.words.dates import written_as_of, written_day
from bot.words.numbers import written

UNKNOWN = "–"
"""What stands where a value is not known; the reason stands beside it."""

_LOCALE: dict[Language, str] = {"en": "en_GB", "zh": "zh_Hans_CN"}
_HELD = re.compile("\ue000(\\d+)\ue001")

_OPEN_FAMILIES = frozenset({"basis", "scope", "currency"})

Value = Quantity | Range | Day | AsOf | Name | Term | Message | Raw | Several | Typed | None


class Writer:
    """Writes messages and values in one language.

    `texts` is the language's catalogue in Project Fluent syntax (projectfluent.org). `mend` is told of a key or an
    argument that the catalogue lacks; such a sentence is written as far as it goes, because an answer with a gap
    serves a reader better than none. Tests hand in a `mend` that raises.
    """

    def __init__(self, language: Language, texts: str, mend: Callable[[str], None] | None = None) -> None:
        self.language: Language = language
        self._catalogue = Catalogue(_LOCALE[language], texts)
        self._mend = mend or (lambda what: None)

    def spans(self, message: Message) -> tuple[Span, ...]:
        """Returns a sentence as spans; plain spans are raw text that the platform has yet to escape."""
        held: list[Span] = []
        text = self._sentence(message, held)
        return _apart(capitalised(text) if self.language == "en" else text, held)

    def value(self, value: Value) -> tuple[Span, ...]:
        """Returns any value of a cell as spans, a dash for one that is not known."""
        if value is None:
            return (Plain(UNKNOWN),)
        held: list[Span] = []
        return _apart(self._argument(value, held), held)

    def plain(self, message: Message) -> str:
        """Returns a sentence as bare text, instants in UTC."""
        return bare(self.spans(message))

    def bare_value(self, value: Value) -> str:
        """Returns any value of a cell as bare text."""
        return bare(self.value(value))

    def figure(self, quantity: Quantity) -> str:
        """Returns a quantity with its unit."""
        return written(quantity, self.language)

    def _sentence(self, message: Message, held: list[Span]) -> str:
        args = {name: self._fluent(value, held) for name, value in message.args.items()}
        return self._format(message.key, args)

    def _format(self, key: str, args: Mapping[str, str | int]) -> str:
        text, wrong = self._catalogue.sentence(key, args)
        if wrong:
            self._mend(wrong)
        return key if text is None else text

    def _fluent(self, value: Argument, held: list[Span]) -> str | int:
        return value if isinstance(value, int) else self._argument(value, held)

    def _argument(self, value: Argument, held: list[Span]) -> str:
        match value:
            case int():
                return str(value)
            case Money() | Shares() | Percent() | Points() | Multiple() | Count():
                return written(value, self.language)
            case Range():
                return self._range(value)
            case Day():
                return written_day(value, self.language)
            case AsOf():
                return written_as_of(value, self.language)
            case Name():
                return _unmarked(value.written(self.language))
            case Raw(text=text):
                return _unmarked(text)
            case Term(family=family, key=key):
                return self._term(family, key)
            case Message():
                return self._sentence(value, held)
            case Several(items=items):
                return self._several([self._argument(item, held) for item in items])
            case Typed(text=text):
                return _hold(Code(text), held)
            case Instant():
                return _hold(value, held)
            case Member(platform=platform, id=id):
                return _hold(Mention(platform, id, self._argument(Term("member", platform), held)), held)
            case Link():
                return _hold(value, held) if value.url else _unmarked(value.label.written(self.language))

    def _term(self, family: str, key: str) -> str:
        """Bases, scopes and currencies are words of the data: one without a sentence is shown as it is."""
        name = f"{family}-{key}"
        if family in _OPEN_FAMILIES and not self._catalogue.has(name):
            return key.replace("_", " ")
        return self._format(name, {})

    def _range(self, value: Range) -> str:
        if value.low is None and value.high is not None:
            return self._format("range-up-to", {"high": self.figure(value.high)})
        if value.high is None and value.low is not None:
            return self._format("range-at-least", {"low": self.figure(value.low)})
        assert value.low is not None and value.high is not None
        return self._format("range-between", {"low": self.figure(value.low), "high": self.figure(value.high)})

    def _several(self, parts: list[str]) -> str:
        return str(format_list(parts, locale=_LOCALE[self.language]))


def capitalised(text: str) -> str:
    """Returns an English sentence with a capital at its start, names such as iFlytek and xAI left as they are."""
    first = text.split(" ", 1)[0]
    return text[:1].upper() + text[1:] if first.isalpha() and first.islower() else text


def bare(spans: tuple[Span, ...], language: Language = "en") -> str:
    """Returns spans as text without markup: links by their label and address, instants in UTC."""
    return "".join(_bare(span, language) for span in spans)


def _bare(span: Span, language: Language) -> str:
    match span:
        case Plain(text=text) | Code(text=text):
            return text
        case Link(label=label, url=url):
            return f"{label.written(language)} ({url})"
        case Instant():
            return span.written
        case Mention(otherwise=otherwise):
            return otherwise


def _unmarked(text: str) -> str:
    return text.replace("\ue000", "").replace("\ue001", "")


def _hold(span: Span, held: list[Span]) -> str:
    held.append(span)
    return f"\ue000{len(held) - 1}\ue001"


def _apart(text: str, held: list[Span]) -> tuple[Span, ...]:
    """Private-use characters mark where a held span stands; names and texts of others are rid of them first."""
    parts = _HELD.split(text)
    spans: list[Span] = []
    for place, part in enumerate(parts):
        if place % 2:
            spans.append(held[int(part)])
        elif part:
            spans.append(Plain(part))
    return tuple(spans)
