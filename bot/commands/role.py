"""/role: who may look, edit and administer in this workspace, and the change of it."""

from __future__ import annotations

import re

from bot.alerts.episodes import member
from bot.answer import Answer, Block, Cell, Choice, Column, Notice, Table
from bot.call import Ask, Person
from bot.commands.deed import Deed
from bot.commands.desk import Desk, Result
from bot.commands.reading import text_of
from bot.errors import ProblemError
from bot.roles import Role, SetRole
from bot.schema import Command, Option
from bot.text import Message, Raw, Term, Typed, folded

_MENTION = re.compile(r"<@!?(?P<id>\w{1,40})(?:\|[^>]*)?>")
_ID = re.compile(r"@?(?P<id>[UW][A-Z0-9]{6,20}|\d{15,20})(?= |$)")
_ROLES: dict[str, Role | None] = {
    "viewer": "viewer",
    "只读": "viewer",
    "只读成员": "viewer",
    "editor": "editor",
    "编辑者": "editor",
    "编辑": "editor",
    "administrator": "administrator",
    "admin": "administrator",
    "管理员": "administrator",
    "auto": None,
    "none": None,
    "default": None,
    "自动": None,
    "取消": None,
}
_STEPS = ("/role @name editor", "/role @name viewer")


def change(ask: Ask, desk: Desk) -> Deed:
    """Returns the change of somebody's role, or who has one.

    Raises ProblemError for somebody who is not named so that a platform knows whom, and for a role that is none.
    """
    text = text_of(ask).strip()
    if not text:
        return Deed(_listed(desk))
    match = _MENTION.search(text) or _ID.search(text) or (_terminal(text) if desk.call.person.team == "local" else None)
    if match is None:
        raise ProblemError(Message("role-whom", {"words": Raw(text[:40])}), *_STEPS, outcome="clarify")
    word = folded(f"{text[: match.start()]} {text[match.end() :]}".strip())
    if word not in _ROLES:
        raise ProblemError(Message("role-what", {"words": Raw(word[:40])}), *_STEPS, outcome="clarify")
    role, mine = _ROLES[word], desk.call.person
    person = Person(mine.platform, mine.team, match["id"])
    who = Message("plain", {"text": member(person)})
    said = Message("role-set", {"who": who, "role": Term("role", role)}) if role else Message("role-gone", {"who": who})
    notice = Notice(Message(f"role-does-{role or 'none'}"))
    answer = Answer(said, (notice, Notice(_editing(desk))), (_all(),), visible_to="asker")
    return Deed(answer, roles=(SetRole(person, role),), needs="administer")


def _terminal(text: str) -> re.Match[str] | None:
    return re.search(r"@(?P<id>\w{1,40})", text)


def _listed(desk: Desk) -> Answer:
    """Who has a role here, and what holds for everybody else."""
    found = desk.roles.all(desk.workspace) if desk.roles is not None else ()
    rows = tuple((Cell(Message("plain", {"text": member(one.person)})), Cell(Term("role", one.role))) for one in found)
    columns = (Column(Message("role-who")), Column(Message("role-column")))
    blocks: list[Block] = [Table(Message("role-caption"), columns, rows)] if rows else []
    blocks.append(Notice(_editing(desk)))
    blocks.append(Notice(Message("role-how", {"give": Typed("/role @name editor"), "take": Typed("/role @name auto")})))
    choices = (
        Choice(
            Message("choice-try", {"example": Raw("/settings editing editors")}), Ask("settings", "editing editors")
        ),
        Choice(Message("choice-settings"), Ask("settings")),
    )
    said = Message("role-listed", {"count": len(rows)})
    return Answer(said, tuple(blocks), choices, visible_to="asker")


def _editing(desk: Desk) -> Message:
    return Message(f"role-editing-{desk.preferences.of('editing').value}")


def _all() -> Choice:
    return Choice(Message("choice-roles"), Ask("role"))


COMMAND: Command[Desk, Result] = Command(
    name="role",
    summary="command-role",
    options=(Option("role", "text", "option-role"),),
    examples=("/role", "/role <@U0ALICE1> editor", "/role <@U0ALICE1> viewer", "/role <@U0ALICE1> auto"),
    run=change,
    effect="changes",
    needs="administer",
    names_zh=("角色", "权限"),
)
