"""Answers as JSON documents and back, so that a receipt can show later exactly what was said.

Both ways go through a plan made once for each class: thousands of alerts are written and read in one tick of the clock.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from json.encoder import encode_basestring_ascii as _quoted
from operator import attrgetter
from typing import Any, get_args

from bot import answer, call, charts, days, digest, episode, plan, programme, quantities, quiet, rule, text
from bot.alerts import knowing, ladder, step
from bot.answer import Answer
from data.seals import bare_text, sealed_text

_MODULES = (
    answer,
    call,
    charts,
    days,
    quantities,
    text,
    rule,
    step,
    ladder,
    knowing,
    episode,
    quiet,
    digest,
    programme,
    plan,
)
"""Where the classes that an answer, a rule and its state are made of are defined."""

_KIND = "is"

_REPEATED = frozenset({Answer, text.Message, ladder.LadderState, *get_args(answer.Block)})
"""What stands in several documents of one transaction as the same object; keeping smaller things costs more than it
saves.
"""

Texts = dict[int, tuple[object, str]]
"""What was written already, by identity; the object is kept beside its text, or its identity would be reused."""


def written(said: Answer, texts: Texts | None = None) -> str:
    """Returns an answer as JSON text, in ASCII so that both databases keep whatever a person typed into it."""
    return value_written(said, texts)


def read(document: str) -> Answer:
    """Returns the answer that a text was written from; raises ValueError for a document of something else."""
    said = value_read(document)
    if not isinstance(said, Answer):
        raise ValueError("not the document of an answer")
    return said


def value_written(value: object, texts: Texts | None = None) -> str:
    """Returns a rule or a rule's state as JSON text. With `texts`, what stands in several of them is written once."""
    return sealed_text(_text(value, texts))


def value_read(document: str) -> object:
    """Returns the value that a text was written from; raises ValueError for a document of something else.

    Raises data.seals.DamagedRowError for a text that is not the one that was written.
    """
    return _value(json.loads(bare_text(document)))


def _text(value: Any, texts: Texts | None) -> str:  # noqa: ANN401  JSON is what it is
    kind = type(value)
    write = _LEAVES.get(kind)
    if write is not None:
        return write(value)
    if kind is tuple or kind is list:
        return f"[{','.join(_texts(value, texts))}]"
    plan = _PLANS[kind]
    if plan is None:
        return _otherwise(value, texts)
    frame, parts = plan
    if texts is None or kind not in _REPEATED:
        return frame % tuple(_texts(parts(value), texts))
    found = texts.get(id(value))
    if found is None:
        found = texts[id(value)] = (value, frame % tuple(_texts(parts(value), texts)))
    return found[1]


def _texts(values: Iterable[Any], texts: Texts | None) -> list[str]:
    """The texts of several values: most are leaves, and a call less for each is half of the time."""
    return [write(value) if (write := _LEAVES.get(type(value))) else _text(value, texts) for value in values]


def _otherwise(value: Any, texts: Texts | None) -> str:  # noqa: ANN401
    if isinstance(value, dict | Mapping):
        written = zip(value, _texts(value.values(), texts), strict=True)
        inner = ",".join([f"{_quoted(key)}:{item}" for key, item in written])
        return f'{{"{_KIND}":"mapping","of":{{{inner}}}}}'
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, int):
        return int.__repr__(value)
    raise TypeError(f"an answer does not hold a {type(value).__name__}")


_LEAVES: Mapping[type, Callable[[Any], str]] = {
    type(None): lambda _: "null",
    bool: lambda value: "true" if value else "false",
    int: int.__repr__,
    str: _quoted,
    Decimal: lambda value: f'{{"{_KIND}":"Decimal","of":"{value}"}}',
    datetime: lambda value: f'{{"{_KIND}":"datetime","of":"{value.isoformat()}"}}',
    date: lambda value: f'{{"{_KIND}":"date","of":"{value.isoformat()}"}}',
}


Plan = tuple[str, Callable[[Any], tuple[Any, ...]]]
"""A dataclass's text with a gap for each of its fields, and what reads the fields."""


class _Plans(dict[type, Plan | None]):
    """The plan of each class, made at the first of its kind; None for what is no dataclass."""

    def __missing__(self, kind: type) -> Plan | None:
        self[kind] = _planned(kind) if is_dataclass(kind) else None
        return self[kind]


_PLANS = _Plans()


def _planned(kind: type) -> Plan:
    names = [f.name for f in fields(kind) if f.init]
    frame = "".join([f'{{"{_KIND}":"{kind.__name__}"', *(f',"{name}":%s' for name in names), "}"])
    if not names:
        return frame, lambda _value: ()
    if len(names) == 1:
        one = attrgetter(names[0])
        return frame, lambda value: (one(value),)
    return frame, attrgetter(*names)


def _value(document: Any) -> Any:  # noqa: ANN401
    kind = type(document)
    if kind is dict:
        return _MADE[document[_KIND]](document)
    if kind is list:
        return tuple([item if type(item) is str else _value(item) for item in document])
    return document


class _Makers(dict[str, Callable[[dict[str, Any]], Any]]):
    """What makes a value of each kind of document, found at the first of its kind."""

    def __missing__(self, kind: str) -> Callable[[dict[str, Any]], Any]:
        made = _class_of(kind)

        def make(document: dict[str, Any]) -> Any:  # noqa: ANN401
            del document[_KIND]
            for name, item in document.items():
                if type(item) is dict or type(item) is list:
                    document[name] = _value(item)
            return made(**document)

        self[kind] = make
        return make


_MADE = _Makers(
    {
        "Decimal": lambda document: Decimal(document["of"]),
        "datetime": lambda document: datetime.fromisoformat(document["of"]),
        "date": lambda document: date.fromisoformat(document["of"]),
        "mapping": lambda document: {key: _value(item) for key, item in document["of"].items()},
    }
)


def _class_of(kind: str) -> Callable[..., Any]:
    for module in _MODULES:
        made = getattr(module, kind, None)
        if isinstance(made, type) and is_dataclass(made):
            return made
    raise ValueError(f"an answer does not hold a {kind}")
