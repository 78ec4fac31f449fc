"""The ports of who may do what, and how they want it. The other ports stand in bot.ports and bot.alert_ports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.call import Person, Place
from bot.preferences import Preferences, SetPreference

__all__ = ["Choices"]


class Choices(Protocol):
    """The settings of people, channels and workspaces."""

    def of(self, workspace: str, place: Place, person: Person) -> Preferences:
        """Returns what a person, a place's channel and the workspace have set."""
        ...

    def apply(self, workspace: str, place: Place, person: Person, changes: Sequence[SetPreference]) -> None:
        """Writes changes in one transaction, with the hours at which reminders not yet sent fall due."""
        ...
