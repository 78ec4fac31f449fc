"""Times as a reader wants them: every moment of an answer gets the zone it is to be written in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from bot.answer import Answer
from bot.days import Instant


def in_zone(answer: Answer, zone: str) -> Answer:
    """Returns an answer whose moments are written in a zone, as it is where none is named."""
    said: Answer = _local(answer, zone) if zone else answer
    return said


def _local(value: Any, zone: str) -> Any:  # noqa: ANN401  whatever an answer holds
    """What holds no moment comes back as the same object, so that of a long answer little is made anew."""
    match value:
        case Instant():
            return replace(value, zone=zone)
        case tuple():
            items = tuple(_local(item, zone) for item in value)
            return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
        case Mapping():
            pairs = {key: _local(item, zone) for key, item in value.items()}
            return pairs if any(pairs[key] is not item for key, item in value.items()) else value
    if not is_dataclass(value) or isinstance(value, type):
        return value
    held = {each.name: getattr(value, each.name) for each in fields(value) if each.init}
    changed = {name: new for name, old in held.items() if (new := _local(old, zone)) is not old}
    return replace(value, **changed) if changed else value
