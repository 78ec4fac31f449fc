"""What a button carries: the ask itself in its id, so that it still works after a restart and needs no session."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from bot.call import Ask
from bot.words.clipping import units

VERSION = "a1"
"""Stands first in an id. A change of the form gets a new one, and the old form stays readable while buttons live."""

STORED = "k1"
"""Stands first in an id that names a stored ask."""

_SEPARATOR = "|"
_ESCAPE = "~"
_KEY_BYTES = 20


class UnknownChoiceError(ValueError):
    """Says that an id was not made here, or by a version no longer read."""


@dataclass(frozen=True, slots=True)
class Carried:
    """The id a button gets, and the text to store under that id when the ask itself was too long for it."""

    id: str
    store: str | None = None


def carried(ask: Ask, longest: int) -> Carried:
    """Returns the id for a button that asks this, at most `longest` UTF-16 units.

    The same ask always has the same id. Raises ValueError for a limit too short to hold a key.
    """
    written = encoded(ask)
    if units(written) <= longest:
        return Carried(written)
    key = STORED + _SEPARATOR + hashlib.blake2b(written.encode(), digest_size=_KEY_BYTES).hexdigest()
    if len(key) > longest:
        raise ValueError(f"an id of {longest} characters cannot hold a key")
    return Carried(key, written)


def asked(id: str, stored: Callable[[str], str | None]) -> Ask:
    """Returns the ask that an id carries, or that is stored under it.

    Raises UnknownChoiceError for an id that is not ours, is damaged, or whose stored text is gone.
    """
    if id.startswith(STORED + _SEPARATOR):
        text = stored(id)
        if text is None:
            raise UnknownChoiceError(f"nothing is stored under {id[:50]!r}")
        return decoded(text)
    return decoded(id)


def encoded(ask: Ask) -> str:
    """Returns an ask as text: version, command, words, then names and values of options, parted by bars."""
    options = [part for pair in ask.options.items() for part in pair]
    return _SEPARATOR.join([VERSION, *(_escaped(part) for part in (ask.command, ask.text, *options))])


def decoded(text: str) -> Ask:
    """Returns the ask that encoded() wrote; raises UnknownChoiceError for anything else."""
    version, *parts = text.split(_SEPARATOR)
    if version != VERSION or len(parts) < 2 or len(parts) % 2:
        raise UnknownChoiceError(f"not a choice: {text[:50]!r}")
    command, words, *options = (_unescaped(part) for part in parts)
    return Ask(command, words, dict(zip(options[::2], options[1::2], strict=True)))


def _escaped(part: str) -> str:
    return part.replace(_ESCAPE, _ESCAPE + "0").replace(_SEPARATOR, _ESCAPE + "1")


def _unescaped(part: str) -> str:
    return part.replace(_ESCAPE + "1", _SEPARATOR).replace(_ESCAPE + "0", _ESCAPE)
