"""The one place where it is decided whether whoever asked for a change may make it, and what they are told if not."""

from __future__ import annotations

from bot.answer import RateQuestion, SetLanguage
from bot.commands.deed import Deed
from bot.commands.desk import Desk, Result
from bot.errors import ProblemError
from bot.need import Need
from bot.roles import allowed
from bot.schema import Command
from bot.text import Message


class UnknownStandingError(ProblemError):
    """Says that a change hangs on whether the platform knows somebody as an administrator, which nobody has asked."""


def needed(deed: Deed, command: Command[Desk, Result]) -> Need:
    """Returns what a deed needs of whoever asks for it: nothing where it changes nothing, or what is their own."""
    if deed.needs is not None:
        return deed.needs
    own = all(isinstance(change, SetLanguage | RateQuestion) for change in deed.changes)
    own = own and all(change.scope == "person" for change in deed.settings)
    others = (deed.rules, deed.quiet, deed.digests, deed.programmes, deed.tests, deed.decisions, deed.released)
    if not own or any(others):
        return command.needs
    return "respond" if deed.episodes else "view"


def permit(deed: Deed, command: Command[Desk, Result], desk: Desk) -> None:
    """Returns where the asker may do a deed; raises ProblemError that says who may, and what to type."""
    need = needed(deed, command)
    if need == "view" or not desk.call.place.team:
        # A direct conversation outside of any team is a person's own.
        return
    editing = desk.preferences.of("editing").value
    role = desk.roles.of(desk.workspace, desk.call.person) if desk.roles is not None else None
    may = allowed(need, role, editing, desk.call.administrator)
    if may:
        return
    if need == "administer":
        said = Message("not-permitted-administer")
    elif role == "viewer":
        said = Message("not-permitted-viewer")
    elif editing == "editors":
        said = Message("not-permitted-editors")
    else:
        said = Message("not-permitted-administrators")
    problem = UnknownStandingError if may is None else ProblemError
    raise problem(said, "/role", outcome="refused")
