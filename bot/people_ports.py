"""The ports of who may do what, and how they want it. The other ports stand in bot.ports and bot.alert_ports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.call import Person, Place
from bot.preferences import Preferences, SetPreference
from bot.roles import Role, SetRole

__all__ = ["Choices", "HasRole", "Roles"]


class Choices(Protocol):
    """The settings of people, channels and workspaces."""

    def of(self, workspace: str, place: Place, person: Person) -> Preferences:
        """Returns what a person, a place's channel and the workspace have set."""
        ...

    def apply(self, workspace: str, place: Place, person: Person, changes: Sequence[SetPreference]) -> None:
        """Writes changes in one transaction, with the hours at which reminders not yet sent fall due."""
        ...


@dataclass(frozen=True, slots=True)
class HasRole:
    """What an administrator made somebody."""

    person: Person
    role: Role


class Roles(Protocol):
    """What the people of a workspace may do there."""

    def of(self, workspace: str, person: Person) -> Role | None:
        """Returns what somebody was made, None where nobody said anything."""
        ...

    def all(self, workspace: str) -> Sequence[HasRole]:
        """Returns everybody with a role in a workspace, those who may most first."""
        ...

    def apply(self, workspace: str, changes: Sequence[SetRole]) -> None:
        """Writes changes in one transaction."""
        ...
