"""The log of what was asked: the words, what was understood, and whether it helped."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlmodel import Field, SQLModel


class QuestionRow(SQLModel, table=True):
    """One question of a workspace, without who asked it. `good` is a thumb up or down, None where nobody said."""

    __tablename__: ClassVar[str] = "question"

    workspace: str = Field(primary_key=True, foreign_key="workspace.key")
    id: str = Field(primary_key=True)
    text: str
    language: str
    outcome: str
    plan: str | None
    good: bool | None
    asked_at: datetime


class QuestionChoiceRow(SQLModel, table=True):
    """Whether a workspace wants its questions kept; where it has not said, they are."""

    __tablename__: ClassVar[str] = "question_choice"

    workspace: str = Field(primary_key=True, foreign_key="workspace.key")
    kept: bool
