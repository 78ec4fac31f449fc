"""/audit: who changed what of late, in the words it was asked for."""

from __future__ import annotations

from bot.alerts.episodes import member
from bot.answer import Answer, Cell, Column, Table
from bot.call import Ask
from bot.commands.deed import Deed
from bot.commands.desk import Desk, Result
from bot.schema import Command
from bot.text import Message, Typed

MOST = 20


def shown(ask: Ask, desk: Desk) -> Deed:
    """Returns the latest changes of a workspace, the newest first."""
    found = desk.audit.recent(desk.workspace, MOST) if desk.audit else ()
    if not found:
        return Deed(Answer(Message("audit-none"), visible_to="asker"))
    rows = tuple(
        (
            Cell(Message("plain", {"text": each.at})),
            Cell(Message("plain", {"text": member(each.by)})),
            Cell(Typed(each.typed)),
        )
        for each in found
    )
    columns = tuple(Column(Message(key)) for key in ("column-when", "audit-who", "audit-what"))
    said = Message("audit-listed", {"count": len(found)})
    return Deed(Answer(said, (Table(Message("audit-caption"), columns, rows),), visible_to="asker"))


COMMAND: Command[Desk, Result] = Command(
    name="audit",
    summary="command-audit",
    options=(),
    examples=("/audit",),
    run=shown,
    names_zh=("变更记录",),
)
