"""Lines to be typed, as one types them on Slack: behind one name, since a team's apps share one set of commands."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from bot.answer import Answer
from bot.text import Raw, Typed

T = TypeVar("T")


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
        case Mapping():
            pairs = {key: _changed(each, change) for key, each in value.items()}
            made = value if all(pairs[key] is each for key, each in value.items()) else pairs
        case _ if is_dataclass(value) and not isinstance(value, type):
            found = {f.name: getattr(value, f.name) for f in fields(value) if f.init}
            parts_of = {name: _changed(each, change) for name, each in found.items()}
            different = {name: each for name, each in parts_of.items() if each is not found[name]}
            made = replace(value, **different) if different else value
    result: T = made
    return result
