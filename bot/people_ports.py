"""The ports of who may do what, and how they want it. The other ports stand in bot.ports and bot.alert_ports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.call import Person, Place
from bot.link import Foreseen, LinkChange
from bot.preferences import Preferences, SetPreference
from bot.roles import Role, SetRole

__all__ = ["Choices", "Forgetting", "HasRole", "Links", "Roles"]


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


class Links(Protocol):
    """Teams of several platforms in one workspace."""

    def fresh(self) -> str:
        """Returns a code that nobody can guess and nothing is kept of yet."""
        ...

    def teams(self, workspace: str) -> Sequence[tuple[str, str]]:
        """Returns the platform and id of every team that was joined in a workspace."""
        ...

    def tries_left(self, workspace: str) -> int:
        """Returns how many more codes may be typed in a workspace for now."""
        ...

    def foresee(self, workspace: str, code: str) -> Foreseen | None:
        """Returns what joining by a code would do to a workspace, None for a code that is none or too old."""
        ...

    def apply(self, workspace: str, place: Place, person: Person, changes: Sequence[LinkChange]) -> None:
        """Writes changes in one transaction."""
        ...


class Forgetting(Protocol):
    """What is kept of a person, for when it is to be no more."""

    def forget(self, workspace: str, place: Place, person: Person) -> None:
        """Deletes what is a person's own in a workspace and takes their name off everything else there."""
        ...
