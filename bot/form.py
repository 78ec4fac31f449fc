"""A form to fill in, before any platform is thought of: fields with what may be picked, and what they hold.

A form is asked for by an ask, and filling it in is an ask as well, with its values as options: so what a form is about
never changes how it travels, and a new kind of form is a new command's verb. The answer that comes with a form shows
what the values would do, and stands alone where a platform draws no forms.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.answer import Block
from bot.call import Ask
from bot.text import Message, Name

FieldKind = Literal["one", "several", "text", "channel"]
"""One of its picks, any number of them, a line of text, or a conversation of the platform (the core never sees it)."""


@dataclass(frozen=True, slots=True)
class Pick:
    """Something that can be picked in a field, and the value it stands for, which holds no space."""

    value: str
    label: Message | Name


@dataclass(frozen=True, slots=True)
class FormField:
    """One field and what it holds. Which other fields there are hangs on one that `leads`.

    `fault` says what is wrong with what it holds and what to put there instead.
    """

    name: str
    kind: FieldKind
    label: Message
    value: str = ""
    picks: tuple[Pick, ...] = ()
    hint: Message | None = None
    required: bool = False
    leads: bool = False
    fault: Message | None = None

    @property
    def values(self) -> tuple[str, ...]:
        """Returns what is picked, one value each, in the order of the picks; those that cannot be picked are gone."""
        held = self.value.split()
        return tuple(pick.value for pick in self.picks if pick.value in held)


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a command: the words it is drawn anew and checked by, its fields, and what the values would do.

    `done` is the ask that does what the form is for, None as long as something is missing or wrong.
    """

    command: str
    draw: str
    check: str
    title: Message
    send: Message
    fields: tuple[FormField, ...]
    preview: tuple[Block, ...] = ()
    done: Ask | None = None

    @property
    def leading(self) -> FormField | None:
        """Returns the field that decides which others there are."""
        return next((f for f in self.fields if f.leads), None)

    @property
    def begun(self) -> bool:
        """Decides whether it is known which fields there are."""
        leading = self.leading
        return leading is None or bool(leading.values)

    @property
    def values(self) -> Mapping[str, str]:
        """Returns what the fields hold, by name, empty ones left out."""
        return {f.name: f.value for f in self.fields if f.value and f.kind != "channel"}

    @property
    def faults(self) -> Mapping[str, Message]:
        """Returns what is wrong, by the name of the field."""
        return {f.name: f.fault for f in self.fields if f.fault is not None}

    def ask(self, verb: str, values: Mapping[str, str]) -> Ask:
        """Returns the ask that draws or checks the form with values."""
        return Ask(self.command, verb, {name: value for name, value in values.items() if value})


def joined(values: Sequence[str]) -> str:
    """Returns several values as one, as FormField.values takes them apart."""
    return " ".join(values)
