"""Who may change what: what somebody is in a workspace, what a change needs, and whether the one suffices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.call import Person
from bot.need import Need

Role = Literal["viewer", "editor", "administrator"]


@dataclass(frozen=True, slots=True)
class SetRole:
    """A change: somebody has a role in a workspace from now on, or None for what everybody has there."""

    person: Person
    role: Role | None


def allowed(need: Need, role: Role | None, editing: str, administrator: bool | None) -> bool | None:
    """Decides whether somebody may make a change, None where that hangs on their platform, which nobody has asked.

    `editing` is who may edit: everyone (but viewers), editors, or administrators. `administrator` says whether the
    platform knows them as one; None where it was not asked.
    """
    if need == "view" or role == "administrator" or administrator:
        return True
    if need == "respond" and role != "viewer":
        return True
    if need == "edit" and ((editing == "everyone" and role != "viewer") or (editing == "editors" and role == "editor")):
        return True
    return None if administrator is None else False
