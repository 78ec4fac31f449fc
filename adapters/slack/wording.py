"""Lines to be typed, as one types them on Slack: behind one name, since a team's apps share one set of commands."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

from bot.answer import Answer
from bot.days import AsOf, Day, Instant
from bot.quantities import Count, Money, Multiple, Percent, Points, Shares
from bot.text import Name, Raw, Typed

T = TypeVar("T")

_LEAVES = frozenset({str, int, Decimal, type(None), Money, Shares, Percent, Points, Multiple, Count})
_LEAVES |= {Day, AsOf, Instant, Name}
"""What holds no line to type: thousands of them in a chart."""


def as_typed(answer: Answer, command: str, names: Container[str]) -> Answer:
    """Returns an answer whose lines to type begin with the bot's own command: /value zhipu is /twinstar value zhipu."""
    return _changed(answer, lambda line: _typed(line, command, names))


def _typed(line: str, command: str, names: Container[str]) -> str:
    first, space, rest = line.partition(" ")
    if first.startswith("/") and first[1:] in names:
        return f"{command} {first[1:]}{space}{rest}"
    return line


def _changed(value: T, change: Any) -> T:  # noqa: ANN401  a function of text, through every kind of part
    """Returns the same object where nothing in it changes: most answers hold thousands of cells and no line to type."""
    made: Any = value
    match value:
        case Typed(text=line) | Raw(text=line):
            made = value if (said := change(line)) == line else replace(value, text=said)
        case tuple():
            parts = tuple(_changed(each, change) for each in value)
            made = value if all(a is b for a, b in zip(parts, value, strict=True)) else parts
        case _ if type(value) in _LEAVES:
            pass
        case Mapping():
            pairs = {key: _changed(each, change) for key, each in value.items()}
            made = value if all(pairs[key] is each for key, each in value.items()) else pairs
        case _:
            kind: Any = type(value)
            different = {}
            for name in _parts(kind):
                before = getattr(value, name)
                if (after := _changed(before, change)) is not before:
                    different[name] = after
            made = replace(made, **different) if different else value
    result: T = made
    return result


@cache
def _parts(kind: Any) -> tuple[str, ...]:  # noqa: ANN401  a class
    """Returns the names of what an object of a kind is made of."""
    return tuple(f.name for f in fields(kind) if f.init) if is_dataclass(kind) else ()
