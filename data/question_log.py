"""Keeping the log of questions: by workspace, unless it has said no, and without who asked."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import Connection, delete, select, update

from bot.clock import Clock
from bot.plan import Plan
from bot.ports import Question
from data.database import Database
from data.loading import upsert
from data.question_tables import QuestionChoiceRow, QuestionRow
from data.tables import WorkspaceRow, table


class QuestionLog:
    """The questions of each workspace."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def keep(self, workspace: str, question: Question) -> bool:
        """Keeps a question where its workspace wants that, and decides whether it does."""
        now = self._clock.now().at

        def write(connection: Connection) -> bool:
            if not is_kept(connection, workspace):
                return False
            if (
                connection.scalar(select(table(WorkspaceRow).c.key).where(table(WorkspaceRow).c.key == workspace))
                is None
            ):
                return False
            row = {
                "workspace": workspace,
                "id": question.id,
                "text": question.text,
                "language": question.language,
                "outcome": question.outcome,
                "plan": json.dumps(question.plan.document()) if question.plan else None,
                "good": question.good,
                "asked_at": now,
            }
            upsert(connection, QuestionRow, [row])
            return True

        return self._database.write_now(write)

    def asked(self, workspace: str = "") -> Sequence[Question]:
        """Returns the questions of a workspace, of all of them without one, oldest first."""
        row = table(QuestionRow)
        query = select(row).order_by(row.c.asked_at, row.c.id)
        query = query.where(row.c.workspace == workspace) if workspace else query

        def read(connection: Connection) -> tuple[Question, ...]:
            rows = connection.execute(query)
            return tuple(Question(r.id, r.text, r.language, r.outcome, _plan(r.plan), r.good) for r in rows)

        return self._database.read_now(read)


def _plan(document: str | None) -> Plan | None:
    return Plan.from_document(json.loads(document)) if document else None


def is_kept(connection: Connection, workspace: str) -> bool:
    """Decides whether a workspace wants its questions kept."""
    row = table(QuestionChoiceRow)
    chosen: bool | None = connection.scalar(select(row.c.kept).where(row.c.workspace == workspace))
    return chosen is not False


def choose(connection: Connection, workspace: str, kept: bool) -> None:
    """Writes whether a workspace wants its questions kept; those it has are deleted where it does not."""
    upsert(connection, QuestionChoiceRow, [{"workspace": workspace, "kept": kept}])
    if not kept:
        row = table(QuestionRow)
        connection.execute(delete(row).where(row.c.workspace == workspace))


def rate(connection: Connection, workspace: str, id: str, good: bool) -> None:
    """Writes whether the answer to a question helped; a question that is gone is left alone."""
    row = table(QuestionRow)
    connection.execute(update(row).where(row.c.workspace == workspace, row.c.id == id).values(good=good))
