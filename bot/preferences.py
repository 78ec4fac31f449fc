"""What people, channels and workspaces have set: which settings there are, who can set each, and whose word holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.rule import MORNING

Name = Literal["zone", "currency", "language", "theme", "morning", "editing"]
Scope = Literal["person", "channel", "workspace"]

NEAREST: tuple[Scope, ...] = ("person", "channel", "workspace")
"""Whose word goes first."""

SCOPES: Mapping[Name, tuple[Scope, ...]] = {
    "zone": NEAREST,
    "currency": NEAREST,
    "language": NEAREST,
    "theme": NEAREST,
    "morning": ("channel", "workspace"),
    "editing": ("workspace",),
}
"""For whom each can be set, the usual one first: who may edit holds for all channels, or it would hold for none."""

USUAL: Mapping[Name, str] = {"morning": MORNING, "editing": "everyone"}
"""What holds where nobody has said anything; the others then follow the figure, the question or the platform."""


@dataclass(frozen=True, slots=True)
class Preference:
    """What holds of a setting, and whose word that is: None where nobody has said anything."""

    value: str
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a person, a channel and a workspace have set, of which the nearest word holds."""

    said: Mapping[Scope, Mapping[str, str]] = field(default_factory=dict)

    def of(self, name: Name, *besides: Scope) -> Preference:
        """Returns what holds of a setting, leaving out the words of some."""
        for scope in NEAREST:
            value = self.said.get(scope, {}).get(name, "")
            if value and scope not in besides:
                return Preference(value, scope)
        return Preference(USUAL.get(name, ""))


@dataclass(frozen=True, slots=True)
class SetPreference:
    """A change: from now on a setting has a value for a person, a channel or a workspace, none where that is empty."""

    scope: Scope
    name: Name
    value: str
