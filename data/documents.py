"""Answers as JSON documents and back, so that a receipt can show later exactly what was said."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from bot import answer, call, charts, days, digest, episode, plan, quantities, quiet, rule, text
from bot.alerts import knowing, ladder, step
from bot.answer import Answer

_MODULES = (answer, call, charts, days, quantities, text, rule, step, ladder, knowing, episode, quiet, digest, plan)
"""Where the classes that an answer, a rule and its state are made of are defined."""

_KIND = "is"


def written(said: Answer) -> str:
    """Returns an answer as JSON text, in ASCII so that both databases keep whatever a person typed into it."""
    return json.dumps(_document(said), separators=(",", ":"))


def read(document: str) -> Answer:
    """Returns the answer that a text was written from; raises ValueError for a document of something else."""
    said = _value(json.loads(document))
    if not isinstance(said, Answer):
        raise ValueError("not the document of an answer")
    return said


def value_written(value: object) -> str:
    """Returns a rule or a rule's state as JSON text."""
    return json.dumps(_document(value), separators=(",", ":"))


def value_read(document: str) -> object:
    """Returns the value that a text was written from; raises ValueError for a document of something else."""
    return _value(json.loads(document))


def _document(value: object) -> Any:  # noqa: ANN401  JSON is what it is
    match value:
        case None | bool() | int() | str():
            return value
        case Decimal():
            return {_KIND: "Decimal", "of": str(value)}
        case datetime():
            return {_KIND: "datetime", "of": value.isoformat()}
        case date():
            return {_KIND: "date", "of": value.isoformat()}
        case tuple() | list():
            return [_document(item) for item in value]
        case Mapping():
            return {_KIND: "mapping", "of": {key: _document(item) for key, item in value.items()}}
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"an answer does not hold a {type(value).__name__}")
    return {_KIND: type(value).__name__, **{f.name: _document(getattr(value, f.name)) for f in fields(value) if f.init}}


def _value(document: Any) -> Any:  # noqa: ANN401
    if isinstance(document, list):
        return tuple(_value(item) for item in document)
    if not isinstance(document, dict):
        return document
    match kind := document[_KIND]:
        case "Decimal":
            return Decimal(document["of"])
        case "datetime":
            return datetime.fromisoformat(document["of"])
        case "date":
            return date.fromisoformat(document["of"])
        case "mapping":
            return {key: _value(item) for key, item in document["of"].items()}
    made = _made_by(kind)
    return made(**{name: _value(item) for name, item in document.items() if name != _KIND})


@cache
def _made_by(kind: str) -> Any:  # noqa: ANN401  a class by its name
    for module in _MODULES:
        made = getattr(module, kind, None)
        if isinstance(made, type) and is_dataclass(made):
            return made
    raise ValueError(f"an answer does not hold a {kind}")
