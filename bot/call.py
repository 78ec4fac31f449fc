"""What someone asked, where, before it is understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.text import Language


@dataclass(frozen=True, slots=True)
class Place:
    """Where a conversation is: a platform's team or server, a channel in it, a thread in that."""

    platform: str
    team: str
    channel: str
    thread: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Who asked: an account of one platform's team or server."""

    platform: str
    team: str
    id: str


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked, as a person could type it: a command's name with its words, or free text with no command.

    `options` holds what a platform already took apart (Discord's typed options); their values are text too.
    """

    command: str = ""
    text: str = ""
    options: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, line: str) -> Ask:
        """Returns the ask that a typed line is: /value zhipu is the command value with the text zhipu."""
        if not line.startswith("/"):
            return cls(text=line)
        command, _, text = line[1:].partition(" ")
        return cls(command, text)

    @property
    def typed(self) -> str:
        """Returns the line a person would type to ask the same."""
        words = [f"/{self.command}"] if self.command else []
        words += [self.text] if self.text else []
        return " ".join([*words, *self.options.values()])


@dataclass(frozen=True, slots=True)
class Call:
    """One ask with its asker and place.

    `id` names the delivery, so that a repeated one is known; `language` forces one. `administrator` says whether the
    platform knows the person as one who runs its team, None where it was not asked.
    """

    ask: Ask
    place: Place
    person: Person
    id: str = ""
    language: Language | None = None
    administrator: bool | None = None
